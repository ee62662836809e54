"""Work of the night: rows with a moment in the database, claimed by one process."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import structlog

from bot.backups import Backups
from bot.ledger import write_down
from storage.oblivion import CLEAN_UP
from storage.removing import FORGET_REMOVED
from storage.store import Store

log = structlog.get_logger()

NIGHT = time(3, 30)
Work = Callable[[datetime], Awaitable[object]]


class Chores:
    """Plans the work and does what is due."""

    def __init__(self, store: Store, zone: ZoneInfo, backups: Backups) -> None:
        self._store = store
        self._zone = zone
        self._backups = backups
        self._work: dict[str, Work] = {
            "forget-updates": store.inbox.forget,
            "forget-letters": store.broadcasts.forget,
            FORGET_REMOVED: store.partners.forget_removed,
            "forget-imports": store.partner_imports.tidy,
            "warn-of-agreements": store.agreements.warn,
            "remind-of-actions": store.actions.remind,
            "week-ahead": store.digests.fan_out,
            "remind-of-drafts": store.drafts.remind,
            "warn-silent": store.keeping.warn,
            "forget-silent": store.keeping.forget_silent,
            "drop-old": store.keeping.drop_old,
            "back-up": backups.make,
            "drop-backups": backups.drop,
            CLEAN_UP: self._clean_up,
        }

    async def plan(self, now: datetime) -> None:
        for name in self._work:
            await self._store.chores.plan(name, self._next_night(now))

    async def beat(self, now: datetime) -> None:
        """Does what is due. What fails comes again when its lease is over."""
        for name in await self._store.chores.claim(now):
            try:
                await self._do(name, now)
            except Exception:
                log.exception("chore-failed", chore=name)
            else:
                await self._store.chores.done(name, self._next_night(now))
                log.info("chore", chore=name)

    async def _do(self, name: str, now: datetime) -> None:
        """The work; a chore of an earlier version has none any more."""
        if name in self._work:
            await self._work[name](now)

    async def _clean_up(self, _now: datetime) -> None:
        """What was erased leaves the files too, and is written down where back-ups cannot bring it back unnoticed."""
        erased, removed = await self._store.erasures.all(), await self._store.partners.gone_for_good()
        await asyncio.to_thread(write_down, self._backups.folder, erased, removed)
        if not await self._store.clean():
            raise TimeoutError("somebody reads the database without end")

    def _next_night(self, now: datetime) -> datetime:
        tomorrow = now.astimezone(self._zone).date() + timedelta(days=1)
        return datetime.combine(tomorrow, NIGHT, self._zone).astimezone(UTC)
