"""A yard for each test: a sandbox over HTTP, and a database that no process holds yet."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox.server import Sandbox
from storage.migrate import upgrade
from storage.store import Store
from tests.faults.yard import Yard
from tests.process import TOKEN
from tests.storage.conftest import POLICY

__all__ = ["yard"]


@pytest.fixture
async def yard(tmp_path: Path) -> AsyncIterator[Yard]:
    url = f"sqlite+aiosqlite:///{tmp_path / 'roundtable.db'}"
    await upgrade(url)
    async with Sandbox(TOKEN) as box:
        store = Store(url, POLICY)
        yield Yard(box, store, url, tmp_path)
        await store.close()
