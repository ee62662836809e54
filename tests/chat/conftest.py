"""A house for each test of a conversation: the bot on the sandbox, with a database of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.engines import database
from tests.house import House, open_house


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with database("sqlite", tmp_path) as url, open_house(url) as opened:
        yield opened
