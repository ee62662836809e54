"""A sandbox without a bot, and a caller of its Bot API."""

import io
import json
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import aiohttp
import pytest

from sandbox.people import Person
from sandbox.server import Sandbox

Call = Callable[..., Coroutine[Any, Any, dict[str, Any]]]
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
"""How a picture begins; its width and height follow."""


def picture(width: int = 640, height: int = 480) -> bytes:
    return PNG + width.to_bytes(4, "big") + height.to_bytes(4, "big")


def keys(**button: Any) -> dict[str, Any]:
    """A keyboard of one button."""
    return {"inline_keyboard": [[{"text": "Кнопка"} | button]]}


@pytest.fixture
async def box() -> AsyncIterator[Sandbox]:
    async with Sandbox() as opened:
        yield opened


@pytest.fixture
async def call(box: Sandbox) -> AsyncIterator[Call]:
    """Calls a method of the Bot API as a bot would; the whole answer. Parameters that are bytes go as files."""
    async with aiohttp.ClientSession() as session:

        async def ask(method: str, **params: Any) -> dict[str, Any]:
            files = {key: value for key, value in params.items() if isinstance(value, bytes)}
            sent = {"data": _form(params)} if files else {"json": params}
            async with session.post(f"{box.url}/bot42:TEST/{method}", **sent) as response:
                body: dict[str, Any] = await response.json()
                return body

        yield ask


def _form(params: dict[str, Any]) -> aiohttp.FormData:
    form = aiohttp.FormData()
    for key, value in params.items():
        if isinstance(value, bytes):
            form.add_field(key, io.BytesIO(value), filename=f"{key}.bin")
        else:
            form.add_field(key, value if isinstance(value, str) else json.dumps(value))
    return form


async def refused(call: Call, words: str, method: str, code: int = 400, **params: Any) -> None:
    """Checks that the call is refused in just these words."""
    answer = await call(method, **params)
    prefix = {400: "Bad Request: ", 403: "Forbidden: "}.get(code, "")
    said = (answer["ok"], answer.get("error_code"), answer.get("description"))
    assert said == (False, code, prefix + words)


async def sent(call: Call, method: str, **params: Any) -> dict[str, Any]:
    """The message that a call sends."""
    answer = await call(method, **params)
    assert answer["ok"], answer
    message: dict[str, Any] = answer["result"]
    return message


@pytest.fixture
async def anna(box: Sandbox) -> Person:
    """Somebody who has pressed Start."""
    person = box.person("Анна Ветрова")
    await person.says("/start")
    return person
