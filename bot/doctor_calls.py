"""What the doctor asks the messenger: the token, the time, the webhook, and the groups that the bot writes to."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.types import (
    ChatMemberAdministrator,
    ChatMemberBanned,
    ChatMemberLeft,
    ChatMemberRestricted,
    ResultChatMemberUnion,
    User,
)
from aiogram.utils.token import TokenValidationError

from bot.doctor import Finding
from bot.policy import policy_of
from bot.session import Session, open_session
from bot.settings import Settings
from storage.cards import Chat
from storage.store import Store

SKEW = 30
"""Seconds by which the clock may be wrong."""


async def messenger(settings: Settings, *, database_is_well: bool) -> list[Finding]:
    """All that the messenger knows. Groups are looked for where the database can be read."""
    token = settings.telegram.token.get_secret_value()
    if not token:
        return [(False, "cli-doctor-no-token", {})]
    session = open_session(settings.telegram.api_base, settings.telegram.proxy)
    try:
        bot = Bot(token, session=session)
        me = await bot.me()
        found = [_account(me), *await _clock(session, settings.telegram.api_base), await _webhook(bot, settings)]
        return found + ([one async for one in _groups(bot, me, settings)] if database_is_well else [])
    except TokenValidationError:
        return [(False, "cli-doctor-bad-token", {})]
    except (TelegramUnauthorizedError, TelegramNotFound):
        return [(False, "cli-doctor-token-refused", {})]
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the finding
        return [(False, *_why_not(error, settings))]
    finally:
        await session.close()


def _why_not(error: Exception, settings: Settings) -> tuple[str, dict[str, Any]]:
    """What keeps the messenger from answering."""
    if isinstance(error, TelegramRetryAfter):
        return "cli-doctor-wait", {"seconds": error.retry_after}
    if isinstance(error, ClientDecodeError | TelegramServerError):
        return "cli-doctor-other-server", {"address": settings.telegram.api_base}
    return "cli-doctor-no-proxy" if settings.telegram.proxy else "cli-doctor-no-way", {}


def _account(me: User) -> Finding:
    if not me.supports_inline_queries:
        return None, "cli-doctor-no-inline", {"name": me.username or ""}
    return True, "cli-doctor-messenger", {"name": me.username or ""}


async def _clock(session: Session, api_base: str) -> list[Finding]:
    """The messenger's own time stands in each of its answers."""
    client = await session.create_session()
    async with client.get(api_base) as response:
        said = response.headers.get("Date")
    if said is None:
        return []
    seconds = round((datetime.now(UTC) - parsedate_to_datetime(said)).total_seconds())
    if abs(seconds) <= SKEW:
        return [(True, "cli-doctor-time", {})]
    key = "cli-doctor-clock-fast" if seconds > 0 else "cli-doctor-clock-slow"
    return [(False, key, {"seconds": abs(seconds)})]


async def _webhook(bot: Bot, settings: Settings) -> Finding:
    info = await bot.get_webhook_info()
    wanted = settings.telegram.webhook.url if settings.telegram.mode == "webhook" else ""
    if not wanted:
        return (None, "cli-doctor-webhook-left", {"url": info.url}) if info.url else (True, "cli-doctor-polling", {})
    if info.url != wanted:
        return None, "cli-doctor-webhook-not-set", {"url": wanted}
    if info.last_error_message:
        return (
            None,
            "cli-doctor-webhook-error",
            {"error": info.last_error_message, "waiting": info.pending_update_count},
        )
    return True, "cli-doctor-webhook", {"url": wanted, "waiting": info.pending_update_count}


async def _groups(bot: Bot, me: User, settings: Settings) -> AsyncIterator[Finding]:
    store = Store(settings.storage.url, policy_of(settings), settings.library.admins)
    try:
        chats = await store.chats.all()
    finally:
        await store.close()
    for chat in chats:
        try:
            member = await bot.get_chat_member(chat.chat_id, me.id)
        except TelegramNetworkError:
            yield False, "cli-doctor-group-silent", {"title": chat.title}
        except TelegramAPIError:
            yield False, "cli-doctor-no-group", {"title": chat.title}
        else:
            good = may_write(member, chat)
            yield good, "cli-doctor-group" if good else "cli-doctor-group-closed", {"title": chat.title}


def may_write(member: ResultChatMemberUnion, chat: Chat) -> bool:
    """Whether the bot may put a card there, and keep it up to date; in a channel only who may post can."""
    match member:
        case ChatMemberLeft() | ChatMemberBanned():
            return False
        case ChatMemberRestricted():
            return member.is_member and member.can_send_messages
        case ChatMemberAdministrator() if chat.kind == "channel":
            return bool(member.can_post_messages)
    return chat.kind != "channel"
