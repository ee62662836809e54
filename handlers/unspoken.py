"""What a messenger brings though nobody has spoken to the bot: it is passed by, wherever a conversation stands."""

from collections import OrderedDict

from aiogram import F, Router
from aiogram.enums import ContentType
from aiogram.filters import Filter
from aiogram.types import Message

from handlers.ask import PRIVATE
from handlers.context import Library

NOTES = frozenset(
    {
        ContentType.PINNED_MESSAGE,
        ContentType.MESSAGE_AUTO_DELETE_TIMER_CHANGED,
        ContentType.CHAT_BACKGROUND_SET,
        ContentType.WRITE_ACCESS_ALLOWED,
        ContentType.CONNECTED_WEBSITE,
        ContentType.PROXIMITY_ALERT_TRIGGERED,
        ContentType.FORUM_TOPIC_CREATED,
        ContentType.FORUM_TOPIC_EDITED,
        ContentType.CHECKLIST_TASKS_DONE,
        ContentType.CHECKLIST_TASKS_ADDED,
    }
)
"""What Telegram itself notes in a private chat."""
MOST = 1_000


class RestOfAlbum(Filter):
    """Whether it belongs to an album of which another part has come just now: one answer is enough for all of it."""

    def __init__(self) -> None:
        self._first: OrderedDict[tuple[int, str], int] = OrderedDict()

    async def __call__(self, message: Message) -> bool:
        if message.media_group_id is None:
            return False
        first = self._first.setdefault((message.chat.id, message.media_group_id), message.message_id)
        if len(self._first) > MOST:
            self._first.popitem(last=False)
        return first != message.message_id


async def pass_by(_message: Message) -> None:
    """Nobody waits for an answer, and no form for this."""


def is_own(message: Message, *, library: Library) -> bool:
    """Whether it was sent through this bot: a card that was picked in a chat where the bot is itself."""
    return message.via_bot is not None and message.via_bot.username == library.bot_username


def router() -> Router:
    """Asked before all others. What a channel posts stands in its group by itself; whoever walks moves on the map."""
    router = Router(name="unspoken")
    router.message.register(pass_by, is_own)
    router.message.register(pass_by, ~PRIVATE, F.is_automatic_forward)
    router.message.register(pass_by, PRIVATE, F.content_type.in_(NOTES))
    router.edited_message.register(pass_by, is_own)
    router.edited_message.register(pass_by, F.location)
    return router
