"""Taking updates in: confirmed only when kept, whatever happens on the way."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramUnauthorizedError
from aiohttp import web
from aiohttp.test_utils import TestServer
from structlog.testing import capture_logs

from bot.poller import Poller
from bot.session import open_session
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.trouble import Rule
from storage.inbox import Letter
from storage.store import Store
from tests.engines import at_newest
from tests.process import TOKEN, until
from tests.storage.conftest import POLICY


class Intake:
    """Keeps what comes, or fails as often as it is told to."""

    def __init__(self) -> None:
        self.batches: list[list[tuple[int, str]]] = []
        self.fails = 0

    async def __call__(self, updates: list[tuple[int, str]]) -> None:
        if self.fails:
            self.fails -= 1
            raise RuntimeError
        self.batches.append(updates)

    @property
    def ids(self) -> list[int]:
        return [update_id for batch in self.batches for update_id, _ in batch]


async def _room() -> None:
    """There always is."""


@pytest.fixture
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.poller.PATIENCE", (0.01,))
    monkeypatch.setattr("bot.poller.MANNERS", (0.01,))


pytestmark = pytest.mark.usefixtures("_quick")


@pytest.fixture
async def box() -> AsyncIterator[Sandbox]:
    async with Sandbox(TOKEN) as box:
        yield box


@asynccontextmanager
async def polling(box: Sandbox, intake: Any, token: str = TOKEN) -> AsyncIterator[asyncio.Task[None]]:
    async with polling_at(box.url, intake, token) as task:
        yield task


@asynccontextmanager
async def polling_at(address: str, intake: Any, token: str = TOKEN) -> AsyncIterator[asyncio.Task[None]]:
    bot = Bot(token, session=open_session(address, ""))
    task = asyncio.create_task(Poller(bot, intake, _room).run())
    try:
        yield task
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError, TelegramUnauthorizedError):
            await task
        await bot.session.close()


async def say(person: Person, number: int) -> None:
    for one in range(number):
        await person.says(f"№ {one}")


@pytest.mark.parametrize("kind", ["500", "502", "503", "429", "reset_before", "reset_after", "broken_json"])
async def test_no_trouble_on_the_way_loses_an_update(box: Sandbox, kind: str) -> None:
    box.trouble.rules.append(Rule(kind, "getUpdates", times=2, seconds=1))  # type: ignore[arg-type]  # as above
    intake = Intake()
    await say(box.person("Ольга"), 5)
    async with polling(box, intake):
        await box.settled()
    assert len(set(intake.ids)) == 5


async def test_what_could_not_be_kept_is_not_confirmed(box: Sandbox) -> None:
    intake = Intake()
    intake.fails = 3
    await say(box.person("Ольга"), 2)
    async with polling(box, intake):
        await box.settled()
    assert len(intake.ids) == 2


@pytest.mark.parametrize("number", [-5, 0, 1.5, 2**63, "7", None])
async def test_what_is_no_number_of_an_update_is_not_asked_to_be_followed(number: object) -> None:
    """Telegram reads a negative one as: forget all but the last of them."""
    asked: list[str | None] = []
    again = asyncio.Event()

    async def updates(request: web.Request) -> web.Response:
        asked.append((await request.post()).get("offset"))  # type: ignore[arg-type]  # no file comes here
        if len(asked) == 2:
            again.set()
        return web.json_response({"ok": True, "result": [{"update_id": number, "message": {}}]})

    app = web.Application()
    app.add_routes([web.post("/bot{token}/getUpdates", updates)])
    async with TestServer(app) as server:
        session, intake = open_session(str(server.make_url("")), ""), Intake()
        polling = asyncio.create_task(Poller(Bot(TOKEN, session=session), intake, _room).run())
        await again.wait()
        polling.cancel()
        await asyncio.gather(polling, return_exceptions=True)
        await session.close()
    assert (set(asked), intake.batches) == ({None}, [])


async def test_another_poller_on_the_token_is_named_and_both_go_on(box: Sandbox) -> None:
    first, second = Intake(), Intake()
    with capture_logs() as lines:
        async with polling(box, first), polling(box, second):
            await until(box, lambda: True)
            olga = box.person("Ольга")
            for _ in range(5):
                await say(olga, 1)
                await box.settled()
    assert {*first.ids, *second.ids} == set(range(100_000, 100_005))
    assert "another-poller-on-this-token" in [line["event"] for line in lines]


async def test_a_webhook_left_from_before_is_removed(box: Sandbox) -> None:
    box.world.webhook = {"url": "https://old.example", "secret": ""}
    intake = Intake()
    await say(box.person("Ольга"), 1)
    async with polling(box, intake):
        await box.settled()
    assert box.world.webhook is None
    assert len(intake.ids) == 1


async def test_a_refused_token_ends_it_with_a_clear_line(box: Sandbox) -> None:
    with capture_logs() as lines:
        async with polling(box, Intake(), "42:ANOTHER-TOKEN-THAT-IS-WRONG") as task:
            with pytest.raises(TelegramUnauthorizedError):
                await task
    assert [line["event"] for line in lines] == ["token-refused"]


async def test_updates_are_kept_as_they_came(box: Sandbox, tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'a.db'}"
    await at_newest(url)
    store = Store(url, POLICY)

    async def keep(updates: list[tuple[int, str]]) -> None:
        await store.inbox.put(updates, [], box.clock.now())

    await say(box.person("Ольга"), 3)
    box.world.push("novelty", {"what": "nobody knows"})
    async with polling(box, keep):
        await box.settled()
    waiting: list[Letter] = await store.inbox.waiting()
    await store.close()
    assert ["№ 0" in waiting[0].body, len(waiting)] == [True, 3]


async def test_a_server_that_does_not_hold_the_question_is_asked_at_leisure() -> None:
    loop, asked = asyncio.get_running_loop(), list[float]()
    enough = asyncio.Event()

    async def at_once(_: web.Request) -> web.Response:
        asked.append(loop.time())
        if len(asked) > 3:
            enough.set()
        return web.json_response({"ok": True, "result": []})

    app = web.Application()
    app.router.add_post("/bot{token}/getUpdates", at_once)
    async with TestServer(app) as server, polling_at(str(server.make_url("")), Intake()):
        await enough.wait()
    assert asked[3] - asked[0] >= 0.3
