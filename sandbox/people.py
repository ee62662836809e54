"""People as tests speak of them: `await anna.says("/start")`, `await anna.taps("Приду")`, `await anna.sees("…")`."""

import asyncio
from typing import Any

from sandbox import acts
from sandbox.world import Account, Chat, Json, World

PATIENCE = 8.0


class Group:
    """A group or channel that the bot may be in."""

    def __init__(self, world: World, chat: Chat) -> None:
        self.world = world
        self.chat = chat

    @property
    def id(self) -> int:
        return self.chat.id

    def texts(self) -> list[str]:
        return [_text(message) for message in self.chat.messages.values()]

    async def sees(self, words: str, within: float = PATIENCE) -> Json:
        """Waits until a message in the group says the words."""
        return await _until(
            self.world,
            lambda: _find(self.chat, words),
            within,
            lambda: f"«{words}» is not seen in {self.chat.title}:\n" + "\n".join(self.texts()),
        )


class Person:
    """Somebody with an account, who writes, presses and looks."""

    def __init__(self, world: World, account: Account) -> None:
        self.world = world
        self.account = account
        self._looked = 0
        self._heard = 0

    @property
    def id(self) -> int:
        return self.account.id

    @property
    def chat(self) -> Chat:
        return self.world.chats[self.account.id]

    async def says(self, text: str, *, chat: Group | None = None) -> Json:
        """Writes a text, in the private chat unless a group is named."""
        return self._write(acts.text_body(text), chat)

    async def follows(self, link: str) -> Json:
        """Opens a link of the bot: its payload is sent as `/start payload`."""
        return await self.says(f"/start {acts.payload_of(self.world, link) or link}")

    async def sends_photo(self, data: bytes = b"\x89PNG", caption: str = "", name: str = "photo.png") -> Json:
        return self._write(acts.photo_body(self.world, name, data, caption))

    async def sends_document(self, name: str, data: bytes, caption: str = "") -> Json:
        return self._write(acts.document_body(self.world, name, data, caption))

    async def sends_sticker(self) -> Json:
        return self._write(acts.sticker_body(self.world))

    async def sends(self, body: Json) -> Json:
        """Any other message, as the Bot API shapes it (a contact, a location)."""
        return self._write(body)

    async def taps(self, label: str, message: Json | None = None, *, chat: Group | None = None) -> None:
        """Presses a button and waits until the press is answered; follows a link that opens this bot.

        Without a message: the newest one that has such a button.
        """
        found = message or await self._with_button(label, chat)
        button = acts.button_of(found, label)
        assert button is not None, f"no «{label}» under: {_text(found)}"
        if "callback_data" not in button:
            await self._open(button.get("url", ""))
            return
        await self.presses(button["callback_data"], found)

    async def presses(self, data: str, message: Json) -> Json:
        """Presses something that carries `data`, forged or not, and waits for the answer, which it returns."""
        waiting = acts.press(self.world, self.account, message, data)
        toast = await _until(
            self.world, lambda: self._toast(waiting), PATIENCE, lambda: f"no answer to {data}\n{self.transcript()}"
        )
        if toast["url"]:
            await self._open(toast["url"])
        return toast

    async def taps_at_once(self, label: str, message: Json | None = None, *, chat: Group | None = None) -> str:
        """Presses without waiting for the answer."""
        found = message or await self._with_button(label, chat)
        button = acts.button_of(found, label)
        assert button is not None, f"no «{label}» under: {_text(found)}"
        return acts.press(self.world, self.account, found, button["callback_data"])

    async def sees(self, words: str, within: float = PATIENCE) -> Json:
        """Waits until a message in the private chat, or a toast, says the words; returns it."""
        return await _until(
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

    async def blocks(self) -> None:
        acts.block(self.world, self.account, blocked=True)

    async def unblocks(self) -> None:
        acts.block(self.world, self.account, blocked=False)

    async def adds_bot(self, group: Group, status: str = "member") -> None:
        """Adds the bot to a group or channel, makes it an administrator there, or takes it out (`left`)."""
        acts.admit(self.world, self.account, group.chat, status)

    def screen(self) -> Json:
        """The newest message of the bot."""
        return next(message for message in reversed(self.chat.messages.values()) if message["from"]["is_bot"])

    def texts(self) -> list[str]:
        return [_text(message) for message in self.chat.messages.values()]

    def toasts(self) -> list[str]:
        return [toast["text"] for toast in self.world.toasts[self.id]]

    def transcript(self) -> str:
        """The chat as one would read it, the buttons in brackets."""
        return "\n".join(map(_readable, self.chat.messages.values())) + f"\n(toasts: {self.toasts()})"

    def _write(self, body: Json, chat: Group | None = None) -> Json:
        return acts.write(self.world, self.account, chat.chat if chat else self.chat, body)

    async def _open(self, url: str) -> None:
        if acts.payload_of(self.world, url) is not None:
            await self.follows(url)

    async def _with_button(self, label: str, chat: Group | None, within: float = PATIENCE) -> Json:
        place = chat.chat if chat else self.chat
        return await _until(
            self.world,
            lambda: _newest_with(place, label),
            within,
            lambda: f"no button «{label}» for {self.account.name}:\n{self.transcript()}",
        )

    def _toast(self, press_id: str) -> Json | None:
        return next((toast for toast in self.world.toasts[self.id] if toast["press"] == press_id), None)

    def _seen(self, words: str) -> Json | None:
        said = next((toast for toast in self.world.toasts[self.id] if words in toast["text"]), None)
        return _find(self.chat, words) or said


async def _until(world: World, look: Any, within: float, why: Any) -> Json:
    """Looks again after each change until something is found."""
    deadline = asyncio.get_running_loop().time() + within
    while True:
        version = world.changes.version
        found: Json | None = look()
        if found is not None:
            return found
        left = deadline - asyncio.get_running_loop().time()
        if left <= 0 or not await world.changes.wait(version, left):
            raise AssertionError(why())


def _find(chat: Chat, words: str) -> Json | None:
    messages = [message for message in chat.messages.values() if message["from"]["is_bot"]]
    return next((message for message in reversed(messages) if words in _text(message)), None)


def _newest_with(chat: Chat, label: str) -> Json | None:
    return next((m for m in reversed(chat.messages.values()) if acts.button_of(m, label) is not None), None)


def _text(message: Json) -> str:
    document = message.get("document", {}).get("file_name", "")
    return str(message.get("text") or message.get("caption") or document)


def _readable(message: Json) -> str:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = "".join("\n    " + " ".join(f"[{button['text']}]" for button in row) for row in rows)
    who = "‹" if message["from"]["is_bot"] else "›"
    return f"{who} {_text(message)}{buttons}"
