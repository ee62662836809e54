"""What all tests share."""

import asyncio
from collections.abc import Iterator

import pytest

from tests.engines import drop_templates


@pytest.fixture(scope="session", autouse=True)
def _templates() -> Iterator[None]:
    """Leaves no database behind."""
    yield
    asyncio.run(drop_templates())
