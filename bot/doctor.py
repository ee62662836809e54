"""Looks whether everything that the bot needs is in order."""

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.backups import Backups
from bot.console import sentence
from bot.faults import of_database
from bot.settings import Settings
from storage.backup import file_of
from storage.migrate import newest, revision
from storage.unavailable import is_unavailable

Finding = tuple[bool | None, str, dict[str, Any]]
"""Whether it is well (None: the bot works, but somebody should know), the key of the sentence, and its values."""

MEGABYTE = 1024 * 1024
ROOM = 200 * MEGABYTE
"""What must be free beside twice the database: room for a copy, and for a log that has not been written back."""
OLD = timedelta(days=2)


async def examine(settings: Settings) -> list[Finding]:
    """What is well and what is not. `BadSettings` where a file that they name cannot be used."""
    from bot.doctor_calls import messenger

    _read_files(settings)
    database = await _database(settings)
    own = [_admins(settings), _zone(settings), _operator(settings), database, *_disk(settings), await _copies(settings)]
    return [*own, *await _redis(settings), *await messenger(settings, database_is_well=database[0] is True)]


def _read_files(settings: Settings) -> None:
    """All that a bot reads at its start."""
    from bot.consents import load_consents
    from bot.event_paper_files import paper_files
    from bot.policy import policy_of

    policy_of(settings)
    load_consents(settings.privacy.consents, settings.library.languages)
    paper_files(settings.papers.templates)


def _admins(settings: Settings) -> Finding:
    """Settings that do not fit have been refused before; without an administrator nobody can appoint one."""
    number = len(settings.library.admins)
    return (True if number else None), "cli-doctor-settings" if number else "cli-doctor-no-admins", {"admins": number}


def _zone(settings: Settings) -> Finding:
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
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the finding
        key, values = of_database(error) if is_unavailable(error) else ("cli-no-database", {"error": str(error)})
        return False, "cli-doctor-no-database", {"error": sentence(key, **values)}
    if found != newest():
        return False, "cli-doctor-old-database", {"revision": found or "–"}
    return True, "cli-doctor-database", {"revision": found}


def _disk(settings: Settings) -> list[Finding]:
    """Where the bot writes: the database's folder, and that of the back-ups."""
    live = file_of(settings.storage.url)
    if live is None:
        return []
    wanted = ROOM + 2 * (live.stat().st_size if live.exists() else 0)
    folders = {live.absolute().parent, Path(settings.backup.folder).absolute()}
    return [_folder(folder, wanted) for folder in sorted(folders)]


def _folder(folder: Path, wanted: int) -> Finding:
    there = next(one for one in (folder, *folder.parents) if one.exists())
    if not there.is_dir() or not os.access(there, os.W_OK):
        return False, "cli-doctor-no-writing", {"folder": str(folder)}
    free = shutil.disk_usage(there).free
    values = {"folder": str(folder), "free": free // MEGABYTE, "wanted": wanted // MEGABYTE}
    return free >= wanted, "cli-doctor-disk" if free >= wanted else "cli-doctor-little-room", values


async def _copies(settings: Settings) -> Finding:
    copies = await Backups(settings).look()
    if not copies.are_made and copies.last is None:
        return None, "cli-doctor-copies-elsewhere", {}
    if copies.last is None:
        return None, "cli-doctor-no-copy", {}
    values = {"when": f"{copies.last:%d.%m.%Y %H:%M} UTC"}
    is_old = datetime.now(UTC) - copies.last > OLD
    return (None, "cli-doctor-old-copy", values) if is_old else (True, "cli-doctor-copy", values)


async def _redis(settings: Settings) -> list[Finding]:
    if not settings.redis.url:
        return []
    from redis.asyncio import Redis
    from redis.exceptions import AuthenticationError, ConnectionError, TimeoutError  # noqa: A004 - Redis' own

    server = Redis.from_url(settings.redis.url, socket_timeout=5, socket_connect_timeout=5)
    try:
        pinged: Any = server.ping()  # typed for both of the library's manners
        await pinged
    except AuthenticationError:
        return [(False, "cli-doctor-redis-refuses", {})]
    except (ConnectionError, TimeoutError, OSError):
        return [(False, "cli-doctor-no-redis", {})]
    except Exception:  # noqa: BLE001 - whatever it is, it is the finding
        return [(False, "cli-doctor-redis-refuses", {})]
    finally:
        await server.aclose()
    return [(True, "cli-doctor-redis", {})]
