"""The two engines that the tests of keeping run on."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from secrets import token_hex
from tempfile import mkdtemp

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine

from storage.migrate import upgrade

POSTGRES = os.environ.get("ROUNDTABLE_TEST_POSTGRES", "")
NO_POSTGRES = "no PostgreSQL server is named in ROUNDTABLE_TEST_POSTGRES"

ENGINES = [
    "sqlite",
    pytest.param("postgresql", marks=pytest.mark.skipif(not POSTGRES, reason=NO_POSTGRES)),
]


_templates: dict[str, str] = {}
"""By engine, a database at the newest schema that is copied for each test: a file, or a database's name."""


@asynccontextmanager
async def database(engine: str, folder: Path, template: str = "") -> AsyncIterator[str]:
    """The URL of a new database of its own, dropped afterwards: empty, or a copy of the template."""
    if engine == "sqlite":
        file = folder / "roundtable.db"
        if template:
            shutil.copyfile(template, file)
        yield f"sqlite+aiosqlite:///{file}"
        return
    name = f"roundtable_{token_hex(6)}"
    await _administer(f'CREATE DATABASE "{name}"' + (f' TEMPLATE "{template}"' if template else ""))
    try:
        yield _url(name)
    finally:
        await _administer(f'DROP DATABASE "{name}" WITH (FORCE)')


@asynccontextmanager
async def migrated(engine: str, folder: Path) -> AsyncIterator[str]:
    """The same at the newest schema, which is made once a process and copied: Alembic takes its time."""
    async with database(engine, folder, await _template(engine)) as url:
        yield url


async def drop_templates() -> None:
    """At the end of all tests."""
    if "sqlite" in _templates:
        shutil.rmtree(Path(_templates.pop("sqlite")).parent)
    if "postgresql" in _templates:
        await _administer(f'DROP DATABASE "{_templates.pop("postgresql")}" WITH (FORCE)')


async def _template(engine: str) -> str:
    if engine not in _templates:
        _templates[engine] = await (_template_file() if engine == "sqlite" else _template_database())
    return _templates[engine]


async def _template_file() -> str:
    file = Path(mkdtemp(prefix="roundtable-")) / "template.db"
    await upgrade(f"sqlite+aiosqlite:///{file}")
    return str(file)


async def _template_database() -> str:
    name = f"roundtable_template_{token_hex(6)}"
    await _administer(f'CREATE DATABASE "{name}"')
    await upgrade(_url(name))
    return name


def _url(name: str) -> str:
    return make_url(POSTGRES).set(database=name).render_as_string(hide_password=False)


async def _administer(statement: str) -> None:
    engine = create_async_engine(make_url(POSTGRES), isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            await connection.execute(text(statement))
    finally:
        await engine.dispose()
