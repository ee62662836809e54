"""A yard for each test: a sandbox over HTTP, and a database that no process holds yet."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.faults.yard import Yard, yard_in

__all__ = ["yard"]


@pytest.fixture
async def yard(tmp_path: Path) -> AsyncIterator[Yard]:
    async with yard_in(tmp_path) as made:
        yield made
