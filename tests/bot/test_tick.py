"""The heartbeat: every beat in its time, whatever the others and the clocks do."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest
from structlog.testing import capture_logs

from bot.clock import SystemClock
from bot.tick import Beat, Tick


class Counter:
    """A beat that counts."""

    def __init__(self) -> None:
        self.beats = 0
        self._beaten = asyncio.Event()

    async def __call__(self, _now: datetime) -> None:
        self.beats += 1
        self._beaten.set()

    async def reaches(self, number: int, within: float = 30) -> None:
        async with asyncio.timeout(within):
            while self.beats < number:
                self._beaten.clear()
                await self._beaten.wait()


@asynccontextmanager
async def ticking(*beats: Beat, seconds: float = 0.05) -> AsyncIterator[Tick]:
    tick = Tick(SystemClock(), beats, seconds)
    tick.start()
    try:
        yield tick
    finally:
        await tick.stop()


async def test_it_beats_again_and_again() -> None:
    counter = Counter()
    async with ticking(counter):
        await counter.reaches(3)


async def test_a_beat_that_fails_stops_no_other_and_beats_again() -> None:
    before, failing, after = Counter(), Counter(), Counter()

    async def fail(now: datetime) -> None:
        await failing(now)
        raise ZeroDivisionError

    async with ticking(before, fail, after):
        await after.reaches(2)
        await failing.reaches(2)
        await before.reaches(2)


async def test_told_to_stop_it_does_not_wait_for_a_beat_that_hangs() -> None:
    hanging = Counter()

    async def hang(now: datetime) -> None:
        await hanging(now)
        await asyncio.Event().wait()

    tick = Tick(SystemClock(), [hang], 0.05)
    tick.start()
    await hanging.reaches(1)
    async with asyncio.timeout(30):
        await tick.stop(within=0.01)


async def test_a_database_out_of_reach_is_said_once_and_not_every_second() -> None:
    counter = Counter()

    async def fail(now: datetime) -> None:
        await counter(now)
        raise ConnectionRefusedError

    with capture_logs() as lines:
        async with ticking(fail):
            await counter.reaches(4)
    assert [(line["event"], line["reason"]) for line in lines] == [("database-unavailable", "no-connection")]


async def test_a_beat_that_hangs_holds_up_no_other_and_never_runs_beside_itself() -> None:
    hanging, other, end = Counter(), Counter(), asyncio.Event()

    async def hang(now: datetime) -> None:
        await hanging(now)
        await end.wait()

    async with ticking(hang, other):
        await other.reaches(4)
        assert hanging.beats == 1
        end.set()
        await hanging.reaches(2)


async def test_it_beats_at_once_when_the_clock_was_turned() -> None:
    counter = Counter()
    async with ticking(counter, seconds=60) as tick:
        await counter.reaches(1)
        tick.wake()
        await counter.reaches(2, within=1)


@pytest.mark.parametrize("seconds", [3600, 86_400], ids=["an-hour", "a-day"])
async def test_a_wall_clock_set_back_does_not_stop_it(monkeypatch: pytest.MonkeyPatch, seconds: int) -> None:
    counter = Counter()
    with capture_logs() as lines:
        async with ticking(counter, seconds=0.1):
            await counter.reaches(2)
            _turn(monkeypatch, -seconds)
            beaten = counter.beats
            await counter.reaches(beaten + 3)
    assert [(line["event"], line["seconds"]) for line in lines] == [("wall-clock-jumped", -seconds)]


async def test_a_wall_clock_set_ahead_does_not_keep_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine whose battery is empty begins in another year. No moment on the way is looked at."""
    counter = Counter()
    async with ticking(counter, seconds=0.1):
        await counter.reaches(2)
        turned_at = time.monotonic()
        _turn(monkeypatch, 10 * 86_400)
        beaten = counter.beats
        await counter.reaches(beaten + 3)
        assert time.monotonic() - turned_at < 3


def _turn(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """The machine's wall clock, as APScheduler and the watchdog see it."""
    real: Callable[[], float] = time.time

    class Turned(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]  # only as it is called
            return datetime.fromtimestamp(real() + seconds, tz or UTC)  # type: ignore[arg-type]

    monkeypatch.setattr("bot.tick.time.time", lambda: real() + seconds)
    for place in ("apscheduler.schedulers.base.datetime", "bot.tick.datetime"):
        monkeypatch.setattr(place, Turned)
