"""A sandbox without a bot, and a caller of its Bot API."""

from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import aiohttp
import pytest

from sandbox.people import Person
from sandbox.server import Sandbox

Call = Callable[..., Coroutine[Any, Any, dict[str, Any]]]


@pytest.fixture
async def box() -> AsyncIterator[Sandbox]:
    async with Sandbox() as opened:
        yield opened


@pytest.fixture
async def call(box: Sandbox) -> AsyncIterator[Call]:
    """Calls a method of the Bot API as a bot would; the whole answer."""
    async with aiohttp.ClientSession() as session:

        async def ask(method: str, **params: Any) -> dict[str, Any]:
            async with session.post(f"{box.url}/bot42:TEST/{method}", json=params) as response:
                body: dict[str, Any] = await response.json()
                return body

        yield ask


@pytest.fixture
async def anna(box: Sandbox) -> Person:
    """Somebody who has pressed Start."""
    person = box.person("Анна Ветрова")
    await person.says("/start")
    return person
