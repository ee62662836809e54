"""The bot's own back-ups: one a night, a number of them kept."""

import asyncio
import os
import re
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import structlog

from bot.settings import Settings
from handlers.health import Copies
from storage.backup import back_up, copies, drop_old, file_of, made_at

log = structlog.get_logger()

NIGHTLY = re.compile(r"nightly-\d{4}-\d\d-\d\d\.db")


class Backups:
    """The folder of the back-ups. On PostgreSQL there are none: its own tools make them."""

    def __init__(self, settings: Settings) -> None:
        self._url = settings.storage.url
        self._settings = settings.backup
        self._zone = ZoneInfo(settings.library.timezone)
        self._live = file_of(self._url)
        self.folder = Path(settings.backup.folder)

    @property
    def are_made(self) -> bool:
        return self._settings.nightly and self._live is not None

    async def make(self, now: datetime) -> None:
        """Makes the night's copy, unless there is one already, and drops the nightly ones that are too many."""
        if not self.are_made:
            return
        file = self.folder / f"nightly-{now.astimezone(self._zone):%Y-%m-%d}.db"
        if not file.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            await back_up(self._url, file)
            os.utime(file, (now.timestamp(), now.timestamp()))
            log.info("backed-up", bytes=file.stat().st_size)
        await asyncio.to_thread(self._drop_too_many)

    async def drop(self, now: datetime) -> None:
        """Drops what is past its days, whoever made it."""
        before = now - timedelta(days=self._settings.keep_days)
        await asyncio.to_thread(drop_old, self.folder, before, self._live)

    async def last(self) -> datetime | None:
        """When the newest copy of the folder was made."""
        found = await asyncio.to_thread(copies, self.folder, self._live)
        return made_at(found[0]) if found else None

    async def look(self) -> Copies:
        return Copies(self.are_made, await self.last())

    def _drop_too_many(self) -> None:
        nightly = [file for file in copies(self.folder, self._live) if NIGHTLY.fullmatch(file.name)]
        for file in nightly[self._settings.keep :]:
            file.unlink()
