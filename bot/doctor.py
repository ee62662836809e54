"""Looks whether everything that the bot needs is in order."""

from datetime import UTC, datetime
from typing import Any

from aiogram import Bot
from sqlalchemy.exc import SQLAlchemyError

from bot.session import open_session
from bot.settings import Settings
from storage.migrate import newest, revision

Finding = tuple[bool | None, str, dict[str, Any]]
"""Whether it is well (None: the bot works, but somebody should know), the key of the sentence, and its values."""


async def examine(settings: Settings) -> list[Finding]:
    """What is well and what is not."""
    return [_clock(settings), _operator(settings), await _database(settings), await _messenger(settings)]


def _clock(settings: Settings) -> Finding:
    from zoneinfo import ZoneInfo

    zone = settings.library.timezone
    now = datetime.now(UTC).astimezone(ZoneInfo(zone))
    return True, "cli-doctor-clock", {"now": f"{now:%d.%m.%Y %H:%M}", "zone": zone}


def _operator(settings: Settings) -> Finding:
    """The consent's text names who answers for personal data."""
    privacy = settings.privacy
    named = all((privacy.operator, privacy.address, privacy.contact))
    if not named:
        return None, "cli-doctor-no-operator", {}
    return True, "cli-doctor-operator", {"name": privacy.operator}


async def _database(settings: Settings) -> Finding:
    try:
        found = await revision(settings.storage.url)
    except (SQLAlchemyError, OSError) as error:
        return False, "cli-doctor-no-database", {"error": type(error).__name__}
    if found != newest():
        return False, "cli-doctor-old-database", {"revision": found or "–"}
    return True, "cli-doctor-database", {"revision": found}


async def _messenger(settings: Settings) -> Finding:
    token = settings.telegram.token.get_secret_value()
    if not token:
        return False, "cli-doctor-no-token", {}
    session = open_session(settings.telegram.api_base, settings.telegram.proxy)
    try:
        me = await Bot(token, session=session).me()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the finding
        return False, "cli-doctor-no-messenger", {"error": type(error).__name__}
    finally:
        await session.close()
    if not me.supports_inline_queries:
        return None, "cli-doctor-no-inline", {"name": me.username or ""}
    return True, "cli-doctor-messenger", {"name": me.username or ""}
