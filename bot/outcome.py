"""What became of a call to the messenger that raised."""

from enum import Enum

from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiohttp import ClientConnectorError, ConnectionTimeoutError
from aiohttp_socks import ProxyConnectionError, ProxyError, ProxyTimeoutError

from bot.session import GatewayError


class Fate(Enum):
    """How a failed call is to be understood."""

    SLOW_DOWN = "slow-down"  # 429: not delivered, and no try
    GONE = "gone"  # the person has blocked the bot or is no longer there; a chat in which the bot may not write
    REFUSED = "refused"  # the messenger will never take it
    AWAY = "away"  # the messenger was not reached at all, or refuses the token: no try either
    FAILED = "failed"  # surely not delivered: again later
    UNKNOWN = "unknown"  # the answer was lost: it may have been delivered


LOST = (TelegramNetworkError, ClientDecodeError)
"""An answer that did not come, or not whole: what was asked for may have been done."""
NOT_THROUGH_PROXY = (OSError, ProxyError, ProxyConnectionError, ProxyTimeoutError)
"""A proxy that is not there, or that reached nobody; aiogram does not wrap these."""
TOPIC_CLOSED = "TOPIC_CLOSED"
"""Elsewhere in that chat the bot may write, and there too once somebody has opened the topic again."""
NOWHERE = (
    "chat not found",
    "not enough rights to send",
    "have no rights to send",
    "have no write access",
    "need administrator rights in the channel",
    "CHAT_WRITE_FORBIDDEN",
    "CHAT_SEND_",
    "CHAT_RESTRICTED",
    "CHAT_ADMIN_REQUIRED",
    "USER_BANNED_IN_CHANNEL",
    "PEER_ID_INVALID",
    TOPIC_CLOSED,
)
"""A 400 that says the same as a 403."""

FATES: tuple[tuple[type[Exception] | tuple[type[Exception], ...], Fate], ...] = (
    (TelegramRetryAfter, Fate.SLOW_DOWN),
    ((TelegramForbiddenError, TelegramMigrateToChat), Fate.GONE),
    ((TelegramBadRequest, TelegramNotFound, TelegramEntityTooLarge), Fate.REFUSED),
    (TelegramUnauthorizedError, Fate.AWAY),
    (GatewayError, Fate.AWAY),
    (LOST, Fate.UNKNOWN),
    (TelegramAPIError, Fate.FAILED),
    (NOT_THROUGH_PROXY, Fate.AWAY),
)
"""The first that fits."""


def fate_of(error: Exception) -> Fate:
    """The fate of a call that raised this."""
    if isinstance(error, TelegramNetworkError) and never_connected(error.__cause__):
        return Fate.AWAY
    if isinstance(error, TelegramBadRequest) and any(words in error.message for words in NOWHERE):
        return Fate.GONE
    return next((fate for kinds, fate in FATES if isinstance(error, kinds)), Fate.UNKNOWN)


def never_connected(cause: BaseException | None) -> bool:
    """Whether the call failed before a byte of it was sent."""
    return isinstance(cause, ClientConnectorError | ConnectionTimeoutError)
