"""Updates that are brought: kept before they are confirmed, from Telegram alone."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from structlog.testing import capture_logs

from bot.app import App
from bot.clock import RemoteClock
from bot.settings import Settings
from bot.webhook import SECRET_HEADER
from sandbox.server import Sandbox
from tests.engines import migrated
from tests.process import TOKEN, until

SECRET = "a-secret-of-the-test"


@pytest.fixture
async def box() -> AsyncIterator[Sandbox]:
    async with Sandbox(TOKEN) as box:
        yield box


@pytest.fixture
async def hook(box: Sandbox, tmp_path: Path, unused_tcp_port: int) -> AsyncIterator[str]:
    """The address of a bot in webhook mode."""
    address = f"http://127.0.0.1:{unused_tcp_port}"
    webhook = {"url": f"{address}/telegram", "port": unused_tcp_port, "secret": SECRET}
    telegram = {"token": TOKEN, "api_base": box.url, "mode": "webhook", "webhook": webhook}
    async with migrated("sqlite", tmp_path) as url:
        app = App(Settings(telegram=telegram, storage={"url": url}), RemoteClock(f"{box.url}/clock"))
        await app.start()
        await until(box, lambda: any(call.method == "setWebhook" and call.outcome == 200 for call in box.calls))
        yield address
        await app.stop()


async def post(address: str, body: str, secret: str | None, **more: str) -> int:
    headers = more | ({SECRET_HEADER: secret} if secret is not None else {})
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{address}/telegram", data=body, headers=headers) as response,
    ):
        return response.status


async def test_updates_arrive_and_are_answered(box: Sandbox, hook: str) -> None:
    olga = box.person("Ольга")
    await olga.says("/start")
    await olga.sees("Библиотека")
    await box.settled()
    assert hook


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", "кириллица"])
async def test_nobody_else_can_bring_updates(hook: str, secret: str | None) -> None:
    encoded = secret.encode().decode("latin-1") if secret else secret
    assert await post(hook, '{"update_id": 1}', encoded) == 403


NO_UPDATES = {
    "nothing": "",
    "a list": "[]",
    "no number": "{}",
    "a word": '{"update_id": "x"}',
    "a zero byte": "\x00",
    "infinite": '{"update_id": 1e400}',
    "too large for a database": '{"update_id": 123456789012345678901234567890}',
    "negative": '{"update_id": -5}',
    "true": '{"update_id": true}',
    "endless brackets": "[" * 200_000,
}


@pytest.mark.parametrize("body", NO_UPDATES.values(), ids=NO_UPDATES.keys())
async def test_what_is_no_update_is_refused(hook: str, body: str) -> None:
    assert await post(hook, body, SECRET) == 400


@pytest.mark.parametrize(
    "header", [{"Content-Encoding": "gzip"}, {"Content-Type": "application/json; charset=no-such"}], ids=str
)
async def test_what_is_packed_as_nobody_packs_is_refused(hook: str, header: dict[str, str]) -> None:
    with capture_logs() as lines:
        assert await post(hook, '{"update_id": 1}', SECRET, **header) == 400
    assert not lines


async def test_half_a_letter_holds_nobody_up(box: Sandbox, hook: str) -> None:
    """A pair of halves that was cut in two: it is JSON, but no text that a database takes."""
    olga = box.person("Ольга")
    olga.account.started = True
    user, chat = olga.account.user(), {"id": olga.id, "type": "private"}
    message = {"message_id": 1, "date": 1, "from": user, "chat": chat, "text": "/help \ud800"}
    assert await post(hook, json.dumps({"update_id": 5, "message": message}), SECRET) == 200
    await until(box, lambda: bool(olga.texts()))


async def test_it_says_that_it_is_alive(hook: str) -> None:
    async with aiohttp.ClientSession() as session, session.get(f"{hook}/healthz") as response:
        assert response.status == 200


async def test_the_same_update_twice_is_answered_once(box: Sandbox, hook: str) -> None:
    olga = box.person("Ольга")
    olga.account.started = True
    user, chat = olga.account.user(), {"id": olga.id, "type": "private"}
    message = {"message_id": 1, "date": 1, "from": user, "chat": chat, "text": "/help"}
    body = aiohttp.JsonPayload({"update_id": 5, "message": message})
    text = body.decode()
    assert [await post(hook, text, SECRET) for _ in range(3)] == [200] * 3
    await until(box, lambda: bool(olga.texts()))
    await asyncio.sleep(0)
    assert len(olga.texts()) == 1
