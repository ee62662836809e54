"""Moves a whole database to the other engine, checked row by row: for who outgrows one file, and for the way back."""

import hashlib
import json
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Integer,
    String,
    Table,
    cast,
    column,
    delete,
    exists,
    func,
    insert,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import REGCLASS
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.alone import alone
from storage.backup import file_of
from storage.far import for_once
from storage.migrate import newest, revision, upgrade
from storage.tables import metadata

BATCH = 1000
MOST = 2**256
COUNTERS = table("sqlite_sequence", column("name"), column("seq"))
"""SQLite's own: the highest number ever given out, for tables that must not give one out again."""

Progress = Callable[[str, int, int], object]
"""Told the table, how many of its rows are there, and how many there will be."""


class BadCopy(Exception):  # noqa: N818 - `args`: a code, and what it is about
    """Why nothing was copied: same, missing, old, taken, unfit (a row that the engine does not take), different."""


@dataclass(frozen=True, slots=True)
class Sum:
    """What a table holds, whatever the order: its rows' number, and their digests added up."""

    rows: int = 0
    digest: int = 0

    def plus(self, values: list[Any]) -> "Sum":
        return Sum(self.rows + 1, (self.digest + _digest(values)) % MOST)


async def copy(source: str, target: str, progress: Progress) -> int:
    """Copies every row of one database into the other, which must be empty; how many they are.

    All of it is one transaction of the target, kept only once each table has been read back and is the same.
    `AlreadyRunning` while a bot is at work on an SQLite file of the two.
    """
    known = file_of(source)
    if known is not None and not known.is_file():
        raise BadCopy("missing", str(known))
    if known is not None and known.resolve() == _resolved(target):
        raise BadCopy("same", str(known))
    with alone(source), alone(target):
        if await revision(source) != newest():
            raise BadCopy("old", _shown(source))
        await upgrade(target)
        async with _reading(source) as old, _writing(target) as new:
            await _refuse_taken(new, target)
            sums = [await _copy_table(old, new, one, progress) for one in metadata.sorted_tables]
            await _count_on(old, new)
    return sum(one.rows for one in sums)


async def sums(url: str) -> dict[str, Sum]:
    """What each table holds; equal for a database and its copy on either engine."""
    async with _reading(url) as conn:
        return {one.name: await _sum(conn, one) for one in metadata.sorted_tables}


@asynccontextmanager
async def _reading(url: str) -> AsyncIterator[AsyncConnection]:
    """A connection that sees one committed state to the end."""
    server = file_of(url) is None
    options: dict[str, Any] = {"isolation_level": "REPEATABLE READ"} if server else {}
    engine = for_once(url, **options)
    try:
        async with engine.connect() as conn:
            if not server:
                await conn.execute(text("BEGIN"))
            yield conn
    finally:
        await engine.dispose()


@asynccontextmanager
async def _writing(url: str) -> AsyncIterator[AsyncConnection]:
    engine = for_once(url)
    try:
        async with engine.begin() as conn:
            yield conn
    finally:
        await engine.dispose()


async def _refuse_taken(conn: AsyncConnection, url: str) -> None:
    for one in metadata.sorted_tables:
        if (await conn.execute(select(exists(select(one))))).scalar_one():
            raise BadCopy("taken", _shown(url))


async def _copy_table(old: AsyncConnection, new: AsyncConnection, one: Table, progress: Progress) -> Sum:
    expected = int((await old.execute(select(func.count()).select_from(one))).scalar_one())
    found = Sum()
    async for batch in _batches(old, one):
        for row in batch:
            found = found.plus(list(row.values()))
            _refuse_unfit(one, row)
        await new.execute(insert(one), batch)
        progress(one.name, found.rows, expected)
    if await _sum(new, one) != found:
        raise BadCopy("different", one.name)
    return found


async def _batches(conn: AsyncConnection, one: Table) -> AsyncIterator[list[dict[str, Any]]]:
    rows = await conn.stream(select(one), execution_options={"yield_per": BATCH})
    async for batch in rows.mappings().partitions():
        yield [dict(row) for row in batch]


async def _sum(conn: AsyncConnection, one: Table) -> Sum:
    found = Sum()
    async for batch in _batches(conn, one):
        for row in batch:
            found = found.plus(list(row.values()))
    return found


def _digest(values: list[Any]) -> int:
    words = json.dumps(values, default=_word, sort_keys=True)
    return int.from_bytes(hashlib.sha256(words.encode()).digest())


def _word(value: object) -> str:
    """What JSON does not know: bytes, days, and moments, which are the same in every zone."""
    if isinstance(value, bytes):
        return value.hex()
    return str(value.astimezone(UTC) if isinstance(value, datetime) else value)


def _refuse_unfit(one: Table, row: dict[str, Any]) -> None:
    """SQLite takes texts of any length and with a zero in them, PostgreSQL does not."""
    for name in _too_much(one, row):
        key = ", ".join(str(row[part.name]) for part in one.primary_key.columns)
        raise BadCopy("unfit", f"{one.name}.{name}: {key}")


def _too_much(one: Table, row: dict[str, Any]) -> Iterator[str]:
    for part in one.columns:
        value, kind = row[part.name], part.type
        if (
            isinstance(value, str)
            and isinstance(kind, String)
            and ("\x00" in value or len(value) > (kind.length or MOST))
        ):
            yield part.name


async def _count_on(old: AsyncConnection, new: AsyncConnection) -> None:
    """New rows get numbers that have never been given out."""
    for one in metadata.sorted_tables:
        key = _counter(one)
        if key is None:
            continue
        last = max(await _given_out(old, key), await _highest(old, key))
        if last:
            await _go_on(new, key, last)


def _counter(one: Table) -> Column[Any] | None:
    """The key that counts by itself."""
    key = one.autoincrement_column
    return key if key is not None and isinstance(key.type, BigInteger | Integer) and not key.foreign_keys else None


async def _highest(conn: AsyncConnection, key: Column[Any]) -> int:
    return int((await conn.execute(select(func.coalesce(func.max(key), 0)))).scalar_one())


async def _given_out(conn: AsyncConnection, key: Column[Any]) -> int:
    """The highest number that was ever given out, as far as the engine remembers."""
    if conn.dialect.name == "sqlite":
        if not _never_again(key):
            return 0
        query: Any = select(COUNTERS.c.seq).where(COUNTERS.c.name == key.table.name)
    else:
        query = select(func.pg_sequence_last_value(cast(_sequence(key), REGCLASS)))
    return int((await conn.execute(query)).scalar() or 0)


async def _go_on(conn: AsyncConnection, key: Column[Any], last: int) -> None:
    if conn.dialect.name != "sqlite":
        await conn.execute(select(func.setval(_sequence(key), last)))
    elif _never_again(key):
        await conn.execute(delete(COUNTERS).where(COUNTERS.c.name == key.table.name))
        await conn.execute(insert(COUNTERS).values(name=key.table.name, seq=last))


def _never_again(key: Column[Any]) -> bool:
    return bool(key.table.dialect_options["sqlite"].get("autoincrement"))


def _sequence(key: Column[Any]) -> Any:
    return func.pg_get_serial_sequence(key.table.name, key.name)


def _resolved(url: str) -> Path | None:
    file = file_of(url)
    return file.resolve() if file is not None else None


def _shown(url: str) -> str:
    return make_url(url).render_as_string()
