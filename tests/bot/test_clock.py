"""The clock that `now` comes from: the machine's, or one that somebody turns."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from aiohttp import web

from bot.clock import RemoteClock, SystemClock
from sandbox.server import Sandbox

MOMENT = datetime(2018, 4, 27, 11, tzinfo=UTC)


@asynccontextmanager
async def serving(answer: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> AsyncIterator[str]:
    app = web.Application()
    app.add_routes([web.get("/clock", answer)])
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/clock"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def following(url: str, on_turn: Callable[[], None] = lambda: None) -> AsyncIterator[RemoteClock]:
    clock = RemoteClock(url, on_turn)
    await clock.start()
    try:
        yield clock
    finally:
        await clock.stop()


async def test_the_machines_clock_gives_utc() -> None:
    clock = SystemClock()
    await clock.start()
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=1)
    await clock.stop()


@pytest.mark.parametrize(
    "body",
    [
        {"now": "2018-04-27T14:00:00+03:00", "version": 1},
        {"now": "2018-04-27T11:00:00"},
        {"time": MOMENT.timestamp()},
        "2018-04-27T11:00:00Z",
        MOMENT.timestamp(),
    ],
)
async def test_other_ways_to_say_the_time_are_understood(body: Any) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.json_response(body)

    async with serving(answer) as url, following(url) as clock:
        assert timedelta(0) <= clock.now() - MOMENT < timedelta(seconds=2)


async def test_a_server_that_does_not_hold_the_question_is_not_run_hot() -> None:
    asked = count()

    async def answer(_: web.Request) -> web.Response:
        return web.json_response({"now": "2018-04-27T11:00:00Z", "version": next(asked)})

    async with serving(answer) as url, following(url):
        await asyncio.sleep(1.0)
    assert next(asked) <= 7


async def test_whoever_turns_the_clock_is_followed_at_once() -> None:
    turned = asyncio.Event()
    async with Sandbox() as box, following(f"{box.url}/clock", turned.set) as clock:
        for step in (timedelta(days=1), timedelta(days=-2)):
            turned.clear()
            await box.clock.forward(seconds=step.total_seconds())
            await asyncio.wait_for(turned.wait(), 2)
            assert abs(clock.now() - box.clock.now()) < timedelta(seconds=0.5)


async def test_a_clock_that_stands_is_seen_to_stand() -> None:
    turned = asyncio.Event()
    async with Sandbox() as box, following(f"{box.url}/clock", turned.set) as clock:
        turned.clear()
        await box.clock.freeze(frozen=True)
        await box.clock.forward(hours=1)
        await asyncio.wait_for(turned.wait(), 2)
        assert clock.stands
        assert clock.now() == box.clock.now()


async def test_a_clock_out_of_reach_goes_on_by_itself() -> None:
    box = Sandbox()
    await box.start()
    async with following(f"{box.url}/clock") as clock:
        await box.stop()
        before = clock.now()
        await asyncio.sleep(0.05)
        assert timedelta(0) < clock.now() - before < timedelta(seconds=2)
