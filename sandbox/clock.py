"""The sandbox's own clock, which one can turn; a bot reads it at `GET /clock`."""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from typing import Any

from sandbox.changes import Changes

OPENING = datetime(2018, 3, 26, 7, tzinfo=UTC)
"""Monday 26 March 2018, 10:00 in Moscow."""
HOLD_SECONDS = 25.0
CATCH_UP_SECONDS = 2.0


class Clock:
    """Goes on by itself unless it is frozen. After a turn it waits until those who follow it have read it."""

    def __init__(self, now: datetime = OPENING, *, frozen: bool = False) -> None:
        self._set_to = now
        self._set_at = time.monotonic()
        self.frozen = frozen
        self.changes = Changes()
        self._caught_up = Changes()
        self.followers = 0

    def now(self) -> datetime:
        passed = 0.0 if self.frozen else time.monotonic() - self._set_at
        return self._set_to + timedelta(seconds=passed)

    async def set(self, moment: datetime) -> None:
        """Turns the clock to a moment; back, too."""
        self._set_to, self._set_at = moment, time.monotonic()
        await self._turned()

    async def forward(self, **by: float) -> None:
        """Turns the clock on: `forward(days=1)`."""
        await self.set(self.now() + timedelta(**by))

    async def freeze(self, *, frozen: bool) -> None:
        self._set_to, self._set_at, self.frozen = self.now(), time.monotonic(), frozen
        await self._turned()

    def reading(self) -> dict[str, Any]:
        return {"now": self.now().isoformat(), "version": self.changes.version, "frozen": self.frozen}

    async def follow(self, after: int) -> dict[str, Any]:
        """The reading after that version: at once if there is one, else when somebody turns the clock."""
        self._caught_up.touch()
        await self.changes.wait(after, HOLD_SECONDS)
        return self.reading()

    async def _turned(self) -> None:
        followers = self.changes.waiters
        self.changes.touch()
        deadline = asyncio.get_running_loop().time() + CATCH_UP_SECONDS
        while self.changes.waiters < followers and asyncio.get_running_loop().time() < deadline:
            await self._caught_up.wait(self._caught_up.version, 0.1)
            await asyncio.sleep(0)
