"""What there is in the sandbox: people, chats, messages, and updates that wait for the bot."""

import asyncio
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from sandbox.changes import Changes
from sandbox.clock import Clock
from sandbox.errors import bad, forbidden
from sandbox.limits import Counter
from sandbox.trouble import Trouble

Json = dict[str, Any]

QUERY_SECONDS = 15.0
"""How long a press may be answered, in real seconds."""


@dataclass(slots=True)
class Account:
    """A person's account, or the bot's."""

    id: int
    name: str
    language: str | None = "ru"
    username: str | None = None
    is_bot: bool = False
    started: bool = False  # the bot may write first only to who has
    blocked: bool = False
    deactivated: bool = False

    def user(self) -> Json:
        first, _, last = self.name.partition(" ")
        body: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": first}
        extra = {"last_name": last, "username": self.username, "language_code": self.language}
        return body | {key: value for key, value in extra.items() if value}


@dataclass(slots=True)
class Chat:
    """A private chat, a group or a channel with its messages by number."""

    id: int
    kind: str
    title: str
    members: list[int] = field(default_factory=list)
    messages: dict[int, Json] = field(default_factory=dict)
    bot_status: str = "member"

    def body(self, account: Account | None = None) -> Json:
        if self.kind == "private" and account is not None:
            user = account.user()
            named = {key: user[key] for key in ("first_name", "last_name", "username") if key in user}
            return {"id": self.id, "type": "private"} | named
        return {"id": self.id, "type": self.kind, "title": self.title}


@dataclass(slots=True)
class Press:
    """A press that waits for its answer."""

    id: str
    person: int
    chat: int
    message: int
    at: float
    answered: bool = False


@dataclass(slots=True)
class Call:
    """A call that the bot made, for tests: what, to which chat, and how it ended (200, 429, …)."""

    method: str
    chat: int | None
    outcome: int
    params: Json
    why: str = ""  # the Bot API's words, when it refused


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
        self.presses: dict[str, Press] = {}
        self.toasts: dict[int, list[Json]] = {}
        self.commands: dict[str, list[Json]] = {}
        self.updates: list[Json] = []
        self.update_changes = Changes()
        self.calls: list[Call] = []
        self.webhook: Json | None = None
        self._ids = {
            name: count(start)
            for name, start in {
                "person": 1001,
                "group": 1,
                "message": 1,
                "update": 100_000,
                "file": 1,
                "press": 1,
            }.items()
        }

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
        chat = Chat(-1_000_000 - self.next("group"), kind, title, list(members), bot_status="left")
        self.chats[chat.id] = chat
        self.changes.touch()
        return chat

    def add_file(self, name: str, data: bytes) -> str:
        file_id = f"file-{self.next('file')}"
        self.files[file_id] = (name, data)
        return file_id

    def chat_for_bot(self, chat_id: Any) -> Chat:
        """The chat that the bot names, if it may write there; the Bot API's refusal otherwise."""
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise bad("chat not found")
        if chat.kind == "private":
            self._may_write_to(self.accounts[chat.id])
        elif chat.bot_status in ("left", "kicked"):
            raise forbidden(f"bot was kicked from the {chat.kind} chat")
        elif chat.kind == "channel" and chat.bot_status != "administrator":
            raise bad("need administrator rights in the channel chat")
        return chat

    def find_message(self, chat: Chat, message_id: Any) -> Json:
        message = chat.messages.get(message_id)
        if message is None:
            raise bad("message to edit not found")
        if message["from"]["id"] != self.bot.id:
            raise bad("message can't be edited")
        return message

    def put_message(self, chat: Chat, sender: Account, body: Json) -> Json:
        """A new message in the chat, with number, date and sender."""
        number = self.next("message")
        known = self.accounts.get(chat.id)
        frame = {"message_id": number, "date": int(self.clock.now().timestamp()), "chat": chat.body(known)}
        chat.messages[number] = frame | {"from": sender.user()} | body
        self.changes.touch()
        return chat.messages[number]

    def push(self, kind: str, body: Json) -> int:
        """An update for the bot."""
        update_id = self.next("update")
        self.updates.append({"update_id": update_id, kind: body})
        self.update_changes.touch()
        return update_id

    def confirm(self, offset: int) -> None:
        """The bot has everything before that number."""
        self.updates = [update for update in self.updates if update["update_id"] >= offset]
        self.changes.touch()

    def new_press(self, person: int, chat: int, message: int) -> Press:
        press = Press(str(self.next("press")), person, chat, message, asyncio.get_running_loop().time())
        self.presses[press.id] = press
        return press

    def answer_press(self, press_id: str) -> Press:
        """The press that is answered, once and in time."""
        press = self.presses.get(press_id)
        late = press is None or asyncio.get_running_loop().time() - press.at > QUERY_SECONDS
        if press is None or late or press.answered:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        press.answered = True
        self.changes.touch()
        return press

    def toast(self, person: int, body: Json) -> None:
        self.toasts[person].append(body)
        self.changes.touch()

    def _may_write_to(self, account: Account) -> None:
        if account.deactivated:
            raise forbidden("user is deactivated")
        if account.blocked:
            raise forbidden("bot was blocked by the user")
        if not account.started:
            raise forbidden("bot can't initiate conversation with a user")
