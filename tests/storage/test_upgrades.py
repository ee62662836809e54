"""A database that any earlier version wrote, with rows in every table, opens in the newest: nothing of it is lost."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from storage.migrate import known, newest, revision, upgrade
from storage.store import Store
from tests.storage.conftest import NOW, POLICY
from tests.storage.filling import NUMBER, Rows, described, fill, rows_of
from tests.storage.test_migrate import _to

pytestmark = pytest.mark.long

EARLIER = sorted(known() - {newest()})


@asynccontextmanager
async def _connected(url: str) -> AsyncIterator[AsyncConnection]:
    engine = create_async_engine(url)
    try:
        async with engine.connect() as connection:
            yield connection
    finally:
        await engine.dispose()


async def _written(url: str) -> dict[str, Rows]:
    """A database that every version has been at work on, and what each has written into all the tables it knew."""
    written: dict[str, Rows] = {}
    async with _connected(url) as connection:
        for place, number in enumerate(EARLIER):
            await connection.run_sync(_to, number)
            written[number] = await connection.run_sync(fill, 1 + place * NUMBER)
            await connection.commit()
    return written


def _all_rows(connection: Connection) -> Rows:
    if connection.dialect.name == "sqlite":
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
    return {table.name: rows_of(connection, table) for table in described(connection)}


def _lost(before: Rows, after: Rows) -> Iterator[tuple[str, Any]]:
    """Columns that are there no more, and rows that no longer say what they said."""
    for table, rows in before.items():
        names = set(rows[0]) & set(after[table][0])
        if gone := set(rows[0]) - names:
            yield table, gone
        there = [_of(row, names) for row in after[table]]
        yield from ((table, row) for row in rows if _of(row, names) not in there)


def _of(row: dict[str, Any], names: set[str]) -> dict[str, Any]:
    return {name: row[name] for name in names}


async def test_what_earlier_versions_wrote_is_all_there(bare_url: str) -> None:
    written = await _written(bare_url)
    await upgrade(bare_url)
    assert await revision(bare_url) == newest()
    async with _connected(bare_url) as connection:
        now = await connection.run_sync(_all_rows)
    lost = {number: list(_lost(before, now)) for number, before in written.items()}
    assert {number: rows for number, rows in lost.items() if rows} == {}
    for before in written.values():
        await _opens(bare_url, before)


async def _opens(url: str, written: Rows) -> None:
    """The program reads everything about everybody, and goes on counting where the older one was."""
    store = Store(url, POLICY)
    for member in written["members"]:
        assert (await store.personal.of(member["id"]))["consents"]
    titles = [(await store.events.get(event["id"])).fields.title for event in written["events"]]
    assert titles == [event["title"] for event in written["events"]]
    assert {one.id for one in await store.branches.all()} >= {one["id"] for one in written["branches"]}
    assert {one.update_id for one in await store.inbox.waiting()} >= {written["inbox"][0]["update_id"]}
    newcomer = await store.members.consent(77, "Новый", "ru", [], NOW)
    assert newcomer.id not in {member["id"] for member in written["members"]}
    await store.close()
