"""Two bots on one database and one Redis: what one shows is what is seen, whatever the other showed before."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.app import App
from bot.clock import RemoteClock
from bot.settings import Settings
from domain.people import Purpose
from sandbox.people import Person
from sandbox.server import Sandbox
from storage.members import ConsentGiven
from tests.engines import NO_POSTGRES, POSTGRES, migrated
from tests.process import TOKEN, until
from tests.servers import NO_REDIS, REDIS, free_port, redis_server

pytestmark = [
    pytest.mark.skipif(not POSTGRES, reason=NO_POSTGRES),
    pytest.mark.skipif(not REDIS, reason=NO_REDIS),
]
SECRET = "a-secret-of-the-test"


class Pair:
    """Two bots, one of which is brought what people do, and Olga who has consented."""

    def __init__(self, box: Sandbox, apps: dict[str, App], olga: Person) -> None:
        self.box = box
        self.apps = apps
        self.olga = olga

    async def bring_to(self, address: str) -> None:
        await self.apps[address].bot.set_webhook(address, secret_token=SECRET)

    async def taps(self, label: str, times: int = 1) -> str:
        """What is on the screen once so many quick presses have had their effect."""
        pressed = self.olga.screen()
        for _ in range(times):
            await self.olga.taps_at_once(label, pressed)
        await self.box.settled()
        while any(app.workers.in_hand for app in self.apps.values()):  # noqa: ASYNC110 - the workers have no sign
            await asyncio.sleep(0.01)
        return str(self.olga.screen()["text"])


@pytest.fixture
async def pair(tmp_path: Path) -> AsyncIterator[Pair]:
    redis = redis_server()
    async with migrated("postgresql", tmp_path) as url, Sandbox(TOKEN) as box, AsyncExitStack() as stack:
        await redis.start()
        stack.push_async_callback(redis.stop)
        apps = {}
        for _ in range(2):
            port = free_port()
            address = f"http://127.0.0.1:{port}/telegram"
            app = _app(box, url, redis.port, {"url": address, "port": port, "secret": SECRET})
            stack.push_async_callback(app.stop)
            await app.start()
            apps[address] = app
        await until(box, lambda: sum(call.method == "setWebhook" for call in box.calls) == 2)
        yield Pair(box, apps, await _olga(box, app))


def _app(box: Sandbox, url: str, redis: int, webhook: dict[str, object]) -> App:
    telegram = {"token": TOKEN, "api_base": box.url, "mode": "webhook", "webhook": webhook}
    shared = {"redis": {"url": f"redis://127.0.0.1:{redis}/0"}, "storage": {"url": url}}
    return App(Settings.model_validate({"telegram": telegram, **shared}), RemoteClock(f"{box.url}/clock"))


async def _olga(box: Sandbox, app: App) -> Person:
    olga = box.person("Ольга Котова")
    olga.account.started = True
    now = app.clock.now()
    await app.store.members.consent(olga.id, "Ольга", "ru", [ConsentGiven(Purpose.EVENTS, "1", "Согласен", now)], now)
    return olga


async def test_what_one_has_shown_is_shown_again_after_the_other_has_shown_something_else(pair: Pair) -> None:
    one, other = pair.apps
    await pair.bring_to(one)
    await pair.olga.says("/start")
    await pair.olga.sees_button("Настройки")
    first = await pair.taps("Настройки")
    await pair.bring_to(other)
    assert await pair.taps("‹ Меню") != first
    await pair.bring_to(one)
    assert await pair.taps("Настройки") == first


async def test_a_press_twice_over_leaves_what_is_shown_and_is_no_fault(pair: Pair) -> None:
    await pair.olga.says("/start")
    await pair.olga.sees_button("Настройки")
    assert "Настройки" in await pair.taps("Настройки", times=2)
    [refused] = [call.why or "" for call in pair.box.calls if call.outcome == 400]
    assert "message is not modified" in refused
    assert not any("не так" in told for told in (*pair.olga.texts(), *pair.olga.toasts()))
