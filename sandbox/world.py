"""What there is in the sandbox: people, chats, messages, and updates that wait for the bot."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from itertools import count

from sandbox.actors import Account, Call, Chat, Query
from sandbox.changes import Changes
from sandbox.clock import Clock
from sandbox.limits import Counter
from sandbox.shapes import Json, outward
from sandbox.trouble import Trouble

FIRST = {"person": 1001, "update": 100_000}
"""Where numbers begin; the others begin at 1."""
SUPER = -1_000_000_000_000
USUAL_UPDATES = frozenset(
    {
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "callback_query",
        "inline_query",
        "chosen_inline_result",
        "my_chat_member",
    }
)
"""What a bot gets that has not said what it wants, as far as it happens here."""


class World:
    """The whole state, in memory; `changes` tells whoever watches."""

    def __init__(self, clock: Clock, counter: Counter, trouble: Trouble) -> None:
        self.clock = clock
        self.counter = counter
        self.trouble = trouble
        self.changes = Changes()
        self.bot = Account(4_200_000, "Круглый стол", None, "roundtable_sandbox_bot", is_bot=True)
        self.accounts: dict[int, Account] = {}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, tuple[str, bytes]] = {}
        self.paths: dict[str, tuple[str, int]] = {}  # the file's id, and until when it is found there
        self.presses: dict[str, Query] = {}
        self.questions: dict[str, Query] = {}
        self.toasts: dict[int, list[Json]] = {}
        self.commands: dict[str, list[Json]] = {}
        self.updates: list[Json] = []
        self.newest_update = FIRST["update"] - 1
        self.wanted = USUAL_UPDATES
        self.has_inline = True  # with its feedback, as @BotFather would have it
        self.update_changes = Changes()
        self.calls: list[Call] = []
        self.webhook: Json | None = None
        self._ids: dict[str, Iterator[int]] = defaultdict(lambda: count(1))
        self._ids |= {what: count(first) for what, first in FIRST.items()}

    @property
    def seconds(self) -> int:
        """The sandbox's time as Telegram writes it."""
        return int(self.clock.now().timestamp())

    def next(self, what: str) -> int:
        return next(self._ids[what])

    def add_person(self, name: str, language: str | None = "ru", username: str | None = None) -> Account:
        account = Account(self.next("person"), name, language, username)
        self.accounts[account.id] = account
        self.chats[account.id] = Chat(account.id, "private", name, [account.id])
        self.toasts[account.id] = []
        self.changes.touch()
        return account

    def add_group(self, title: str, members: list[int], kind: str = "group") -> Chat:
        number = -1_000_000 - self.next("group")
        chat = Chat(number if kind == "group" else SUPER + number, kind, title, list(members), bot_status="left")
        self.chats[chat.id] = chat
        self.changes.touch()
        return chat

    def add_file(self, kind: str, name: str, data: bytes) -> str:
        """Keeps a file. Its id begins with its kind, for a document is no photo."""
        file_id = f"{kind}-{self.next('file')}"
        self.files[file_id] = (name, data)
        return file_id

    def put_message(self, chat: Chat, sender: Account, body: Json) -> Json:
        """A new message in the chat, with number, date and sender."""
        number = self.next("message")
        known = self.accounts.get(chat.id)
        frame = {"message_id": number, "date": self.seconds, "chat": chat.body(known), "from": sender.user()}
        chat.messages[number] = frame | body
        self.changes.touch()
        return chat.messages[number]

    def inline_message(self, inline_id: str) -> Json | None:
        """The message that was sent through the bot under this id, as long as it stands somewhere."""
        everywhere = (message for chat in self.chats.values() for message in chat.messages.values())
        return next((message for message in everywhere if message.get("_inline") == inline_id), None)

    def push(self, kind: str, body: Json) -> None:
        """An update for the bot, if it wants such ones; who and which chat it came from is known from now on."""
        for place in (body.get("from"), body.get("chat"), body.get("message", {}).get("chat")):
            if place is not None and place["id"] in self.chats:
                self.chats[place["id"]].known = True
        if kind in self.wanted:
            self.newest_update = self.next("update")
            self.updates.append({"update_id": self.newest_update, kind: outward(body)})
            self.update_changes.touch()

    def renumber(self, first: int) -> None:
        """From now on updates are counted from there, as after a week without any."""
        self._ids["update"], self.newest_update = count(first), first - 1

    def confirm(self, offset: int) -> None:
        """The bot has everything before that number."""
        self.updates = [update for update in self.updates if update["update_id"] >= offset]
        self.changes.touch()

    def confirm_one(self, update_id: int) -> None:
        """The bot has that update."""
        self.updates = [update for update in self.updates if update["update_id"] != update_id]
        self.changes.touch()

    def new_query(self, waiting: dict[str, Query], person: int, chat: int, message: int = 0) -> Query:
        """A press (`presses`) or a question in inline mode (`questions`) that waits from now on."""
        query = Query(str(self.next("query")), person, chat, asyncio.get_running_loop().time(), message)
        waiting[query.id] = query
        return query

    def toast(self, person: int, body: Json) -> None:
        self.toasts[person].append(body)
        self.changes.touch()
