"""The heartbeat: one APScheduler job that asks, every second, what the time has brought."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger

from bot.clock import RemoteClock, SystemClock
from storage.unavailable import is_unavailable, reason

log = structlog.get_logger()

Beat = Callable[[datetime], Awaitable[object]]
PARTING = 5.0
"""Seconds that beats under way have to come to an end when the process is told to stop; the next one begins anew."""
APART = 2.0
"""Seconds by which the wall clock and the monotonic clock may part before the job is set anew."""


class Onward(BaseTrigger):  # type: ignore[misc]  # APScheduler has no types
    """Every so often from now on. What was missed is passed over.

    APScheduler's own trigger names each missed moment, and the job gathers them all before it takes the last: a clock
    set ahead by three years kept the loop for minutes, and took gigabytes.
    """

    def __init__(self, seconds: float) -> None:
        self._every = timedelta(seconds=seconds)

    def get_next_fire_time(self, previous: datetime | None, now: datetime) -> datetime:
        following = (previous or now) + self._every
        return following if following > now else now + self._every


class Tick:
    """Calls each beat with the clock's `now`: every second, and at once after `wake()`.

    Beats run side by side, none beside itself: one that fails or takes its time stops no other.
    """

    def __init__(self, clock: SystemClock | RemoteClock, beats: Sequence[Beat], seconds: float = 1.0) -> None:
        self._clock = clock
        self._beats = beats
        self._seconds = seconds
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._watchdog: asyncio.Task[None] | None = None
        self._beating: dict[Beat, asyncio.Task[None]] = {}
        self._waiting: set[Beat] = set()  # for a database that is out of reach
        self._beaten_at: float | None = None

    def start(self) -> None:
        self._job = self._scheduler.add_job(
            self._beat,
            Onward(self._seconds),
            coalesce=True,
            misfire_grace_time=None,
            max_instances=1,
            next_run_time=datetime.now(UTC),
        )
        self._scheduler.start()
        self._watchdog = asyncio.create_task(self._watch())

    async def stop(self, within: float = PARTING) -> None:
        """Beats no more; waits so long for those under way, and breaks off the rest."""
        if self._watchdog is not None:
            self._watchdog.cancel()
            await asyncio.gather(self._watchdog, return_exceptions=True)
            self._scheduler.shutdown(wait=False)
        under_way = list(self._beating.values())
        if under_way:
            _, late = await asyncio.wait(under_way, timeout=within)
            for beat in late:
                beat.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def silent_for(self) -> float:
        """Seconds since the last heartbeat; 0 before the first."""
        return time.monotonic() - self._beaten_at if self._beaten_at is not None else 0.0

    def wake(self) -> None:
        """Beats now: the clock was turned."""
        if self._scheduler.running:
            self._job.modify(next_run_time=datetime.now(UTC))

    async def _beat(self) -> None:
        self._beaten_at = time.monotonic()
        for beat in self._beats:
            if beat not in self._beating:
                self._beating[beat] = asyncio.create_task(self._run(beat))

    async def _run(self, beat: Beat) -> None:
        try:
            await beat(self._clock.now())
            self._waiting.discard(beat)
        except Exception as error:  # noqa: BLE001 - one beat stops no other
            self._failed(beat, error)
        finally:
            del self._beating[beat]

    def _failed(self, beat: Beat, error: Exception) -> None:
        """A database out of reach is said once, not every second."""
        name = getattr(beat, "__qualname__", str(beat))
        if not is_unavailable(error):
            log.error("beat-failed", beat=name, exc_info=error)
        elif beat not in self._waiting:
            self._waiting.add(beat)
            log.error("database-unavailable", reason=reason(error), beat=name)

    async def _watch(self) -> None:
        """APScheduler counts by the wall clock: set back an hour it would sleep for an hour."""
        parted = time.time() - time.monotonic()
        while True:
            await asyncio.sleep(self._seconds)
            now = time.time() - time.monotonic()
            if abs(now - parted) > APART:
                log.warning("wall-clock-jumped", seconds=round(now - parted))
                parted = now
                self.wake()
