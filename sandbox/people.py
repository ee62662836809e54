"""People as tests speak of them: `await anna.says("/start")`, `await anna.taps("Приду")`, `await anna.sees("…")`."""

from sandbox import acts, inline
from sandbox.actors import Account, Chat, Query
from sandbox.looking import find, newest_with, readable, text_of, until
from sandbox.shapes import Json, document_body, photo_body, sticker_body, text_body
from sandbox.world import World

PATIENCE = 30.0
"""Seconds; a machine may have much else to do."""


class Group:
    """A group or channel that the bot may be in."""

    def __init__(self, world: World, chat: Chat) -> None:
        self.world = world
        self.chat = chat

    @property
    def id(self) -> int:
        return self.chat.id

    def texts(self) -> list[str]:
        return [text_of(message) for message in self.chat.messages.values()]

    async def sees(self, words: str, within: float = PATIENCE) -> Json:
        """Waits until a message in the group says the words."""
        return await until(
            self.world,
            lambda: find(self.chat, words),
            within,
            lambda: f"«{words}» is not seen in {self.chat.title}:\n" + "\n".join(self.texts()),
        )


class Person:
    """Somebody with an account, who writes, presses and looks."""

    def __init__(self, world: World, account: Account) -> None:
        self.world = world
        self.account = account
        self._question: Query | None = None

    @property
    def id(self) -> int:
        return self.account.id

    @property
    def chat(self) -> Chat:
        return self.world.chats[self.account.id]

    async def says(self, text: str, *, chat: Group | None = None) -> Json:
        """Writes a text, in the private chat unless a group is named."""
        return self._write(text_body(text), chat)

    async def follows(self, link: str) -> Json:
        """Opens a link of the bot: its payload is sent as `/start payload`."""
        return await self.says(f"/start {acts.payload_of(self.world, link) or link}")

    async def sends_photo(self, data: bytes = b"\x89PNG", caption: str = "", name: str = "photo.png") -> Json:
        return self._send_file("photo", name, data, caption)

    async def sends_document(self, name: str, data: bytes, caption: str = "") -> Json:
        return self._send_file("document", name, data, caption)

    async def sends_sticker(self) -> Json:
        return self._write(sticker_body(self.world.files, self.world.add_file("sticker", "sticker.webp", b"RIFF")))

    async def sends(self, body: Json) -> Json:
        """Any other message, as the Bot API shapes it (a contact, a location)."""
        return self._write(body)

    async def taps(self, label: str, message: Json | None = None, *, chat: Group | None = None) -> None:
        """Presses a button and waits until the press is answered; follows a link that opens this bot.

        Without a message: the newest one that has such a button.
        """
        found = message or await self._with_button(label, chat)
        button = acts.button_of(found, label)
        assert button is not None, f"no «{label}» under: {text_of(found)}"
        if "callback_data" not in button:
            await self._open(button.get("url", ""))
            return
        await self.presses(button["callback_data"], found)

    async def presses(self, data: str, message: Json) -> Json:
        """Presses something that carries `data`, forged or not, and waits for the answer, which it returns."""
        waiting = acts.press(self.world, self.account, message, data)
        toast = await until(
            self.world, lambda: self._toast(waiting), PATIENCE, lambda: f"no answer to {data}\n{self.transcript()}"
        )
        if toast["url"]:
            await self._open(toast["url"])
        return toast

    async def taps_at_once(self, label: str, message: Json | None = None, *, chat: Group | None = None) -> str:
        """Presses without waiting for the answer."""
        found = message or await self._with_button(label, chat)
        button = acts.button_of(found, label)
        assert button is not None, f"no «{label}» under: {text_of(found)}"
        return acts.press(self.world, self.account, found, button["callback_data"])

    async def sees(self, words: str, within: float = PATIENCE) -> Json:
        """Waits until a message in the private chat, or a toast, says the words; returns it."""
        return await until(
            self.world,
            lambda: self._seen(words),
            within,
            lambda: f"{self.account.name} does not see «{words}»:\n{self.transcript()}",
        )

    async def sees_button(self, label: str, within: float = PATIENCE) -> Json:
        """Waits until a message has such a button; returns the message."""
        return await self._with_button(label, None, within)

    def does_not_see(self, words: str) -> None:
        """Checks that nothing in the chat says the words now."""
        assert self._seen(words) is None, self.transcript()

    async def inlines(self, words: str, *, chat: Group | None = None, offset: str = "") -> list[Json]:
        """Types the bot's name and the words in a chat (by default the one with the bot); what the bot has found."""
        place = chat.chat if chat else self.chat
        question = self._question = inline.ask(self.world, self.account, place, words, offset)
        await until(
            self.world, lambda: {} if question.answered else None, PATIENCE, lambda: f"nothing is answered to {words}"
        )
        return question.results

    @property
    def more(self) -> Json:
        """What the bot has answered beside the results: `button`, `next_offset`."""
        return self._question.more if self._question else {}

    async def picks(self, index: int = 0) -> Json:
        """Sends one of the results to the chat that the words were typed in; the message that it becomes."""
        assert self._question is not None, "nothing was asked"
        return inline.pick(self.world, self.account, self._question, index)

    async def blocks(self) -> None:
        acts.block(self.world, self.account, blocked=True)

    async def unblocks(self) -> None:
        acts.block(self.world, self.account, blocked=False)

    async def adds_bot(self, group: Group, status: str = "member") -> None:
        """Adds the bot to a group or channel, makes it an administrator there, or takes it out (`left`)."""
        acts.admit(self.world, self.account, group.chat, status)

    async def makes_supergroup(self, group: Group) -> None:
        """The group grows, and so changes its id."""
        group.chat = acts.grow(self.world, self.account, group.chat)

    async def closes_topic(self, group: Group, number: int, *, closed: bool = True) -> None:
        """Lets only administrators write in a topic (1: the general one), or everybody again."""
        acts.close_topic(self.world, self.account, group.chat, number, closed=closed)

    def screen(self) -> Json:
        """The newest message of the bot."""
        return next(message for message in reversed(self.chat.messages.values()) if message["from"]["is_bot"])

    def texts(self) -> list[str]:
        return [text_of(message) for message in self.chat.messages.values()]

    def toasts(self) -> list[str]:
        return [toast["text"] for toast in self.world.toasts[self.id]]

    def transcript(self) -> str:
        """The chat as one would read it, the buttons in brackets."""
        return "\n".join(map(readable, self.chat.messages.values())) + f"\n(toasts: {self.toasts()})"

    def _send_file(self, kind: str, name: str, data: bytes, caption: str) -> Json:
        file_id = self.world.add_file(kind, name, data)
        make = photo_body if kind == "photo" else document_body
        return self._write(make(self.world.files, file_id) | ({"caption": caption} if caption else {}))

    def _write(self, body: Json, chat: Group | None = None) -> Json:
        return acts.write(self.world, self.account, chat.chat if chat else self.chat, body)

    async def _open(self, url: str) -> None:
        if acts.payload_of(self.world, url) is not None:
            await self.follows(url)

    async def _with_button(self, label: str, chat: Group | None, within: float = PATIENCE) -> Json:
        place = chat.chat if chat else self.chat
        return await until(
            self.world,
            lambda: newest_with(place, label),
            within,
            lambda: f"no button «{label}» for {self.account.name}:\n{self.transcript()}",
        )

    def _toast(self, press_id: str) -> Json | None:
        return next((toast for toast in self.world.toasts[self.id] if toast["press"] == press_id), None)

    def _seen(self, words: str) -> Json | None:
        said = next((toast for toast in self.world.toasts[self.id] if words in toast["text"]), None)
        return find(self.chat, words) or said
