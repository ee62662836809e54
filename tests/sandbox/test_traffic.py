"""Limits, trouble and the clock."""

import asyncio
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from sandbox.clock import OPENING
from sandbox.errors import ApiError
from sandbox.limits import Counter, Limits
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.trouble import KINDS, Rule
from tests.sandbox.conftest import Call


class Seconds:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_limits_are_counted_as_telegram_counts() -> None:
    time = Seconds()
    counter = Counter(Limits(overall=3, burst=2, group=2), time)
    for chat in (1, 1, 2):
        counter.count(chat)
    with pytest.raises(ApiError, match="retry after 1"):
        counter.count(3)
    time.now = 1.0
    counter.count(1)
    with pytest.raises(ApiError):
        counter.count(1)
    time.now = 5.0
    counter.count(-1)
    counter.count(-1)
    with pytest.raises(ApiError) as caught:
        counter.count(-1)
    assert caught.value.parameters["retry_after"] >= 60
    assert counter.given == 3


def test_an_album_counts_as_so_many_messages() -> None:
    time = Seconds()
    counter = Counter(Limits(overall=30, burst=5, group=20), time)
    counter.count(1, 10)
    with pytest.raises(ApiError, match="retry after 6"):
        counter.count(1)
    time.now = 6.0
    counter.count(1)
    for _ in range(2):
        counter.count(-1, 10)
    with pytest.raises(ApiError, match="retry after 60"):
        counter.count(-1)
    assert counter.given == 2


@pytest.mark.parametrize("kind", KINDS)
async def test_each_trouble_strikes_once_and_is_over(box: Sandbox, call: Call, anna: Person, kind: str) -> None:
    box.trouble.rules.append(Rule(kind, method="sendMessage", times=1, seconds=0.05))  # type: ignore[arg-type]  # one of KINDS
    before = len(anna.texts())
    try:
        struck = await call("sendMessage", chat_id=anna.id, text="Раз")
    except (aiohttp.ClientError, ValueError):
        struck = {"ok": False}
    assert struck["ok"] is (kind == "slow")
    done = kind in ("reset_after", "broken_json", "slow")
    assert len(anna.texts()) - before == int(done)
    assert (await call("sendMessage", chat_id=anna.id, text="Два"))["ok"]


async def test_the_messenger_can_be_gone_altogether(box: Sandbox, call: Call) -> None:
    box.trouble.offline = True
    with pytest.raises(aiohttp.ClientError):
        await call("getMe")
    box.trouble.clear()
    assert (await call("getMe"))["result"]["first_name"] == "Круглый стол"


async def test_nobody_gets_in_while_it_is_shut_and_everybody_once_it_is_open(box: Sandbox, call: Call) -> None:
    waiting = asyncio.create_task(call("getUpdates", timeout=20))
    await box.world.update_changes.someone_waits.wait()
    await box.shut()
    with pytest.raises(aiohttp.ClientError):
        await waiting
    with pytest.raises(aiohttp.ClientConnectorError):
        await call("getMe")
    await box.open()
    assert (await call("getMe"))["ok"]


async def test_the_clock_opens_on_the_case_and_can_be_turned(box: Sandbox) -> None:
    assert abs(box.clock.now() - OPENING) < timedelta(seconds=5)
    await box.clock.freeze(frozen=True)
    await box.clock.forward(days=1)
    assert box.clock.now().date() == datetime(2018, 3, 27, tzinfo=UTC).date()


async def test_who_follows_the_clock_has_read_it_when_the_turn_is_over(box: Sandbox) -> None:
    readings: list[str] = []

    async def follow() -> None:
        async with aiohttp.ClientSession() as session:
            version = 1
            while True:
                async with session.get(f"{box.url}/clock", params={"after": str(version)}) as response:
                    reading = await response.json()
                readings.append(reading["now"])
                version = reading["version"]

    follower = asyncio.create_task(follow())
    await box.clock.changes.someone_waits.wait()
    await box.clock.set(datetime(2018, 4, 27, 11, tzinfo=UTC))
    assert readings[-1].startswith("2018-04-27T11:00")
    follower.cancel()


async def test_the_next_moment_is_asked_of_the_bot(box: Sandbox) -> None:
    async def later(after: datetime) -> datetime | None:
        return after + timedelta(days=3)

    async with aiohttp.ClientSession() as session:
        async with session.post(f"{box.url}/clock", json={"next": True}) as response:
            assert response.status == 409
        box.next_moment = later
        async with session.post(f"{box.url}/clock", json={"next": True}) as response:
            assert (await response.json())["now"].startswith("2018-03-29")


async def test_a_wrong_wish_is_answered_with_a_reason(box: Sandbox) -> None:
    async with aiohttp.ClientSession() as session:
        for path, wish in (("say", {"person": 1, "text": "x"}), ("trouble", {"kind": "fire"}), ("press", {})):
            async with session.post(f"{box.url}/sandbox/{path}", json=wish) as response:
                assert (response.status, bool((await response.json())["error"])) == (400, True)
