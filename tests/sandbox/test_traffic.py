"""Updates, limits, trouble and the clock."""

import asyncio
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest
from aiohttp import web

from sandbox.clock import OPENING
from sandbox.errors import ApiError
from sandbox.limits import Counter, Limits
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.trouble import KINDS, Rule
from tests.sandbox.conftest import Call


async def test_updates_stay_until_they_are_confirmed(call: Call, anna: Person) -> None:
    [first] = (await call("getUpdates"))["result"]
    assert (await call("getUpdates"))["result"] == [first]
    await anna.says("/help")
    [second] = (await call("getUpdates", offset=first["update_id"] + 1))["result"]
    assert second["message"]["text"] == "/help"


async def test_a_poll_waits_for_news(call: Call, anna: Person) -> None:
    first = (await call("getUpdates"))["result"][0]["update_id"]
    waiting = asyncio.create_task(call("getUpdates", offset=first + 1, timeout=20))
    await asyncio.sleep(0)
    await anna.says("/help")
    assert (await waiting)["result"][0]["message"]["text"] == "/help"


async def test_a_second_poller_ends_the_first(box: Sandbox, call: Call) -> None:
    first = asyncio.create_task(call("getUpdates", timeout=20))
    await box.world.update_changes.someone_waits.wait()
    second = asyncio.create_task(call("getUpdates", timeout=1))
    assert (await first)["error_code"] == 409
    assert (await second)["ok"]


async def test_a_webhook_gets_updates_with_its_secret_until_it_nods(box: Sandbox, call: Call) -> None:
    seen: asyncio.Queue[tuple[str, int]] = asyncio.Queue()
    answers = [500, 200]

    async def hook(request: web.Request) -> web.Response:
        update = await request.json()
        await seen.put((request.headers["X-Telegram-Bot-Api-Secret-Token"], update["update_id"]))
        return web.Response(status=answers.pop(0))

    app = web.Application()
    app.add_routes([web.post("/hook", hook)])
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    assert (await call("setWebhook", url=f"http://127.0.0.1:{runner.addresses[0][1]}/hook", secret_token="s3"))["ok"]
    assert (await call("getUpdates"))["error_code"] == 409
    await box.person("Анна").says("/start")
    first, again = await seen.get(), await seen.get()
    assert first == again
    assert first[0] == "s3"
    await box.settled()
    assert (await call("deleteWebhook"))["ok"]
    await runner.cleanup()


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
