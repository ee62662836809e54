"""The two engines that the tests of keeping run on."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from secrets import token_hex

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine

POSTGRES = os.environ.get("ROUNDTABLE_TEST_POSTGRES", "")
NO_POSTGRES = "no PostgreSQL server is named in ROUNDTABLE_TEST_POSTGRES"

ENGINES = [
    "sqlite",
    pytest.param("postgresql", marks=pytest.mark.skipif(not POSTGRES, reason=NO_POSTGRES)),
]


@asynccontextmanager
async def database(engine: str, folder: Path) -> AsyncIterator[str]:
    """The URL of a new, empty database of its own, dropped afterwards."""
    if engine == "sqlite":
        yield f"sqlite+aiosqlite:///{folder / 'roundtable.db'}"
        return
    name = f"roundtable_{token_hex(6)}"
    await _administer(f'CREATE DATABASE "{name}"')
    try:
        yield make_url(POSTGRES).set(database=name).render_as_string(hide_password=False)
    finally:
        await _administer(f'DROP DATABASE "{name}" WITH (FORCE)')


async def _administer(statement: str) -> None:
    engine = create_async_engine(make_url(POSTGRES), isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            await connection.execute(text(statement))
    finally:
        await engine.dispose()
