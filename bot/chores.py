"""Work of the night: rows with a moment in the database, claimed by one process."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import structlog

from storage.store import Store

log = structlog.get_logger()

NIGHT = time(3, 30)
Job = Callable[[datetime], Awaitable[object]]


class Chores:
    """Plans the work and does what is due."""

    def __init__(self, store: Store, zone: ZoneInfo) -> None:
        self._store = store
        self._zone = zone
        self._jobs: dict[str, Job] = {
            "forget-updates": store.inbox.forget,
            "forget-letters": store.broadcasts.forget,
            "warn-of-agreements": store.agreements.warn,
        }

    async def plan(self, now: datetime) -> None:
        for name in self._jobs:
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
        """The job; one of an earlier version has none any more."""
        if name in self._jobs:
            await self._jobs[name](now)

    def _next_night(self, now: datetime) -> datetime:
        tomorrow = now.astimezone(self._zone).date() + timedelta(days=1)
        return datetime.combine(tomorrow, NIGHT, self._zone).astimezone(UTC)
