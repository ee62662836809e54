"""Who and what the bot deals with: accounts, chats, queries that wait for an answer, and the calls that it made."""

from dataclasses import dataclass, field

from sandbox.shapes import Json

MEMBERS = ("member", "administrator", "restricted")
"""What the bot may be in a chat that it is in; as `restricted` it reads, and writes nothing."""


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
        first, _, last = (self.name, "", "") if self.is_bot else self.name.partition(" ")
        body: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": first}
        extra = {"last_name": last, "username": self.username, "language_code": self.language}
        return body | {key: value for key, value in extra.items() if value}


@dataclass(slots=True)
class Chat:
    """A private chat, a group, a supergroup or a channel with its messages by number. Its first member has made it.

    `known`: an update has told the bot of it. `expelled`: somebody has thrown the bot out. `moved_to`: the supergroup
    that this group has become. `takes_photos`: members may send some. `closed`: topics in which administrators alone
    write.
    """

    id: int
    kind: str
    title: str
    members: list[int] = field(default_factory=list)
    messages: dict[int, Json] = field(default_factory=dict)
    bot_status: str = "member"
    known: bool = False
    expelled: bool = False
    moved_to: int | None = None
    username: str | None = None
    takes_photos: bool = True
    closed: set[int] = field(default_factory=set)

    def body(self, account: Account | None = None) -> Json:
        if self.kind == "private" and account is not None:
            user = account.user()
            named = {key: user[key] for key in ("first_name", "last_name", "username") if key in user}
            return {"id": self.id, "type": "private"} | named
        public = {"username": self.username} if self.username else {}
        return {"id": self.id, "type": self.kind, "title": self.title} | public


@dataclass(slots=True)
class Query:
    """A press, or a question in inline mode, that waits for its answer. `at` counts real seconds."""

    id: str
    person: int
    chat: int
    at: float
    message: int = 0
    words: str = ""
    answered: bool = False
    results: list[Json] = field(default_factory=list)
    """What the bot has found, each with the message that it would become under `_message`."""
    more: Json = field(default_factory=dict)
    """What else it has answered: `button`, `next_offset`."""


@dataclass(slots=True)
class Call:
    """A call that the bot made, for tests: what, to which chat, and how it ended (200, 429, …)."""

    method: str
    chat: int | None
    outcome: int
    params: Json
    why: str = ""  # the Bot API's words, when it refused
