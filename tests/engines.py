"""The two engines that the tests of keeping run on."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from secrets import token_hex
from socket import gethostname
from tempfile import mkdtemp
from typing import Any
from zlib import crc32

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine

from storage.migrate import upgrade

POSTGRES = os.environ.get("ROUNDTABLE_TEST_POSTGRES", "")
NO_POSTGRES = "no PostgreSQL server is named in ROUNDTABLE_TEST_POSTGRES"

ENGINES = [
    "sqlite",
    pytest.param("postgresql", marks=pytest.mark.skipif(not POSTGRES, reason=NO_POSTGRES)),
]


HERE = f"roundtable_{crc32(gethostname().encode()):08x}"
OWN = f"{HERE}_{os.getpid()}"
"""What databases are called that this process makes: by machine and process, to see which nobody needs any more."""

_templates: dict[str, str] = {}
"""By engine, a database at the newest schema that is copied for each test: a file, or a database's name."""
_emptied: list[str] = []
"""Databases on the server that were a test's, and are as new again: a copy takes the server much longer."""
_shape: list[str] = []
"""What the tables of the server's template look like."""


@asynccontextmanager
async def database(engine: str, folder: Path) -> AsyncIterator[str]:
    """The URL of a new and empty database of its own, dropped afterwards."""
    if engine == "sqlite":
        yield f"sqlite+aiosqlite:///{folder / 'roundtable.db'}"
        return
    name = await _created()
    try:
        yield _url(name)
    finally:
        await _drop(name)


@asynccontextmanager
async def migrated(engine: str, folder: Path) -> AsyncIterator[str]:
    """The same at the newest schema, which is made once a process and copied: Alembic takes its time."""
    template = await _template(engine)
    if engine == "sqlite":
        shutil.copyfile(template, folder / "roundtable.db")
        yield f"sqlite+aiosqlite:///{folder / 'roundtable.db'}"
        return
    name = _emptied.pop() if _emptied else await _created(template)
    try:
        yield _url(name)
    finally:
        await _take_back(name)


async def at_newest(url: str) -> None:
    """What `storage.migrate.upgrade` would make of an SQLite file that is not there yet."""
    file = Path(make_url(url).database or "")
    file.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(await _template("sqlite"), file)


@asynccontextmanager
async def out_of_reach(url: str) -> AsyncIterator[None]:
    """The server knows no database of that name."""
    name = make_url(url).database or ""
    await _rename(name, f"{name}_away")
    try:
        yield
    finally:
        await _rename(f"{name}_away", name)


async def _rename(before: str, after: str) -> None:
    """Whoever comes back to it between the two statements is thrown out again."""
    for _ in range(20):
        with suppress(DBAPIError):
            await _ask(
                f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{before}'",
                f'ALTER DATABASE "{before}" RENAME TO "{after}"',
            )
            return
    raise AssertionError("somebody is always there")


async def drop_templates() -> None:
    """At the end of all tests."""
    if "sqlite" in _templates:
        shutil.rmtree(Path(_templates.pop("sqlite")).parent)
    names = [*_emptied, *([_templates.pop("postgresql")] if "postgresql" in _templates else ())]
    _emptied.clear()
    for name in names:
        await _drop(name)


async def _template(engine: str) -> str:
    if engine not in _templates:
        _templates[engine] = await (_template_file() if engine == "sqlite" else _template_database())
    return _templates[engine]


async def _template_file() -> str:
    file = Path(mkdtemp(prefix="roundtable-")) / "template.db"
    await upgrade(f"sqlite+aiosqlite:///{file}")
    return str(file)


async def _template_database() -> str:
    await clear_away()
    name = await _created()
    await upgrade(_url(name))
    _shape.extend(await _ask(SHAPE, name=name))
    return name


async def clear_away() -> None:
    """Drops what tests of this machine have left behind that were killed."""
    for name in filter(_is_left, await databases()):
        await _ask(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


async def databases() -> list[str]:
    return await _ask("SELECT datname FROM pg_database")


def _is_left(name: str) -> bool:
    process = name.removeprefix(f"{HERE}_").split("_")[0]
    return process.isdecimal() and not Path(f"/proc/{process}").exists()


async def _created(template: str = "template1") -> str:
    """A commit that the server acknowledges before the disk has it is safe from all that a test does to a bot."""
    name = f"{OWN}_{token_hex(6)}"
    await _ask(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    await _ask(f'ALTER DATABASE "{name}" SET synchronous_commit = off')
    return name


async def _drop(name: str) -> None:
    await _ask(f'DROP DATABASE "{name}" WITH (FORCE)')


async def _take_back(name: str) -> None:
    """Empties the database for the next test; one whose tables are not as they were is dropped."""
    if await _ask(EMPTY, SHAPE, name=name) == _shape:
        _emptied.append(name)
    else:
        await _drop(name)


def _url(name: str) -> str:
    return make_url(POSTGRES).set(database=name).render_as_string(hide_password=False)


EMPTY = """
DO $$
DECLARE one name;
BEGIN
    PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid();
    SET LOCAL session_replication_role = replica;
    FOR one IN
        SELECT relname FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'alembic_version'
            AND pg_relation_size(oid) > 0
    LOOP
        EXECUTE format('DELETE FROM %I', one);
    END LOOP;
    PERFORM setval(seqrelid::regclass, seqstart, false) FROM pg_sequence;
END $$
"""
SHAPE = """
SELECT md5(concat(
    (SELECT string_agg(concat_ws(' ', attrelid::regclass, attname, atttypid, attnotnull), ',' ORDER BY attrelid, attnum)
     FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
     WHERE relnamespace = 'public'::regnamespace AND attnum > 0),
    (SELECT string_agg(concat_ws(' ', conrelid::regclass, conname), ',' ORDER BY conrelid, conname)
     FROM pg_constraint WHERE connamespace = 'public'::regnamespace),
    (SELECT string_agg(version_num, ',') FROM alembic_version)
))
"""
"""Tables, indexes and sequences with their columns; rules; the revision."""


async def _ask(*statements: str, name: str = "") -> list[Any]:
    """The first column of what the last statement finds."""
    url = make_url(POSTGRES).set(database=name) if name else make_url(POSTGRES)
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            for statement in statements:
                done = await connection.execute(text(statement))
            return [row[0] for row in done] if done.returns_rows else []
    finally:
        await engine.dispose()
