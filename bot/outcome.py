"""What became of a call to the messenger that raised."""

from enum import Enum

from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
)
from aiohttp import ClientConnectorError, ConnectionTimeoutError

from bot.session import GatewayError


class Fate(Enum):
    """How a failed call is to be understood."""

    SLOW_DOWN = "slow-down"  # 429: not delivered, and no try
    GONE = "gone"  # 403: the person has blocked the bot, or is no longer there
    REFUSED = "refused"  # the messenger will never take it
    AWAY = "away"  # the messenger was not reached at all: no try either
    FAILED = "failed"  # surely not delivered: again later
    UNKNOWN = "unknown"  # the answer was lost: it may have been delivered


def fate_of(error: Exception) -> Fate:
    """The fate of a call that raised this."""
    match error:
        case TelegramRetryAfter():
            return Fate.SLOW_DOWN
        case TelegramForbiddenError():
            return Fate.GONE
        case TelegramBadRequest() | TelegramNotFound():
            return Fate.GONE if "chat not found" in str(error) else Fate.REFUSED
        case GatewayError():
            return Fate.AWAY
        case TelegramNetworkError():
            return Fate.AWAY if never_connected(error.__cause__) else Fate.UNKNOWN
        case TelegramAPIError():
            return Fate.FAILED
        case OSError():  # a proxy that is not there; aiogram does not wrap it
            return Fate.AWAY
    return Fate.UNKNOWN


def never_connected(cause: BaseException | None) -> bool:
    """Whether the call failed before a byte of it was sent."""
    return isinstance(cause, ClientConnectorError | ConnectionTimeoutError)
