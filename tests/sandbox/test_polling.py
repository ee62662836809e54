"""Updates: fetched by one poller, or brought to a webhook; only those that are wanted."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from sandbox.people import Person
from sandbox.server import Sandbox
from tests.sandbox.conftest import Call, keys, refused, sent

TAKEN = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
HOOKED = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


@dataclass
class Hook:
    """A web server that is brought updates; it answers with `answers` in turn, and with 200 when they are used up."""

    answers: list[int] = field(default_factory=list)
    seen: asyncio.Queue[tuple[str | None, int]] = field(default_factory=asyncio.Queue)
    url: str = ""

    async def take(self, request: web.Request) -> web.Response:
        update = await request.json()
        await self.seen.put((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), update["update_id"]))
        return web.Response(status=self.answers.pop(0) if self.answers else 200)


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook, app = Hook(), web.Application()
    app.add_routes([web.post("/hook", hook.take)])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def kinds(call: Call, **params: object) -> list[str]:
    """What kinds of update wait."""
    return [next(key for key in one if key != "update_id") for one in (await call("getUpdates", **params))["result"]]


async def test_updates_stay_until_they_are_confirmed(call: Call, anna: Person) -> None:
    [first] = (await call("getUpdates"))["result"]
    assert (await call("getUpdates"))["result"] == [first]
    await anna.says("/help")
    [second] = (await call("getUpdates", offset=first["update_id"] + 1))["result"]
    assert second["message"]["text"] == "/help"


async def test_so_many_are_fetched_as_are_asked_for(call: Call, anna: Person) -> None:
    for number in range(4):
        await anna.says(f"№ {number}")
    assert len((await call("getUpdates", limit=2))["result"]) == 2
    assert len((await call("getUpdates", limit=-5))["result"]) == 1
    newest = [one["message"]["text"] for one in (await call("getUpdates", offset=-2))["result"]]
    assert newest == ["№ 2", "№ 3"]
    assert len((await call("getUpdates"))["result"]) == 2, "those before are forgotten"


async def test_after_a_week_of_silence_numbers_begin_anew_and_an_old_offset_is_none(
    box: Sandbox, call: Call, anna: Person
) -> None:
    [first] = (await call("getUpdates"))["result"]
    assert (await call("getUpdates", offset=first["update_id"] + 1))["result"] == []
    box.world.renumber(7)
    await anna.says("/help")
    [found] = (await call("getUpdates", offset=first["update_id"] + 1))["result"]
    assert found["update_id"] == 7
    assert (await call("getUpdates", offset=8))["result"] == []


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
    assert await first == {"ok": False, "error_code": 409, "description": TAKEN}
    assert (await second)["ok"]


async def test_a_webhook_ends_the_poller_and_keeps_others_out(box: Sandbox, call: Call, hook: Hook) -> None:
    poll = asyncio.create_task(call("getUpdates", timeout=20))
    await box.world.update_changes.someone_waits.wait()
    assert (await call("setWebhook", url=hook.url))["ok"]
    assert (await poll)["description"] == "Conflict: terminated by setWebhook request"
    await refused(call, HOOKED, "getUpdates", 409)
    assert (await call("getWebhookInfo"))["result"]["url"] == hook.url
    assert (await call("setWebhook", url=""))["ok"]
    assert (await call("getUpdates"))["ok"]


async def test_a_webhook_gets_updates_with_its_secret_until_it_nods(box: Sandbox, call: Call, hook: Hook) -> None:
    hook.answers = [500]
    assert (await call("setWebhook", url=hook.url, secret_token="s3"))["ok"]
    await box.person("Анна").says("/start")
    first, again = await hook.seen.get(), await hook.seen.get()
    assert first == again
    assert first[0] == "s3"
    await box.settled()
    assert (await call("deleteWebhook"))["ok"]


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"url": "http://example.org"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://example.org", "secret_token": "x" * 257}, "secret token is too long"),
        ({"url": "https://example.org", "secret_token": "ключ"}, "secret token contains unallowed characters"),
    ],
)
async def test_a_webhook_that_cannot_be(call: Call, params: dict[str, Any], words: str) -> None:
    await refused(call, words, "setWebhook", **params)


async def test_what_waits_can_be_dropped(call: Call, anna: Person) -> None:
    await anna.says("/help")
    assert (await call("deleteWebhook", drop_pending_updates=True))["ok"]
    assert await kinds(call) == []


async def test_only_what_is_wanted_comes_from_now_on(call: Call, anna: Person) -> None:
    await sent(call, "sendMessage", chat_id=anna.id, text="x", reply_markup=keys(callback_data="a"))
    assert await kinds(call, allowed_updates=["callback_query"]) == ["message"], "that was there before"
    await anna.says("/help")
    await anna.taps_at_once("Кнопка")
    assert await kinds(call) == ["message", "callback_query"], "what was said before holds"
    assert await kinds(call, allowed_updates=[]) == ["message", "callback_query"]
    await anna.blocks()
    assert await kinds(call) == ["message", "callback_query", "my_chat_member"]


async def test_a_form_is_read_as_json_is(box: Sandbox, anna: Person) -> None:
    form = {
        "chat_id": str(anna.id),
        "text": "x",
        "disable_notification": "True",
        "reply_markup": '{"remove_keyboard": 1}',
    }
    async with aiohttp.ClientSession() as session:
        address = f"{box.url}/bot42:TEST/sendMessage"
        async with session.post(address, data=form) as response:
            assert (await response.json())["ok"]
        async with session.post(address, data=form | {"reply_markup": "{"}) as response:
            words = (await response.json())["description"]
    assert words == "Bad Request: can't parse reply markup JSON object"
    assert anna.screen()["_silent"]
