"""From one engine to the other and back: every row, the same; or nothing at all."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, text, update
from sqlalchemy.ext.asyncio import create_async_engine

from storage.copying import BadCopy, _too_much, copy, sums
from storage.store import Store
from storage.tables import members, partner_imports
from tests.engines import NO_POSTGRES, POSTGRES, database, migrated
from tests.storage.conftest import NOW, POLICY
from tests.storage.filling import NUMBER, fill

pytestmark = pytest.mark.skipif(not POSTGRES, reason=NO_POSTGRES)


def _silent(_table: str, _done: int, _all: int) -> None:
    """Nobody looks."""


@pytest.fixture(params=["sqlite", "postgresql"])
async def full(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """A database with rows in each table."""
    async with migrated(request.param, tmp_path) as url:
        engine = create_async_engine(url)
        async with engine.begin() as connection:
            await connection.run_sync(fill)
        await engine.dispose()
        yield url


@pytest.fixture
async def empty(full: str, tmp_path: Path) -> AsyncIterator[str]:
    """Tables without a row, on the other engine."""
    folder = tmp_path / "other"
    folder.mkdir()
    async with migrated("postgresql" if full.startswith("sqlite") else "sqlite", folder) as url:
        yield url


async def _run(url: str, statement: object) -> None:
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        await connection.execute(statement)  # type: ignore[call-overload]
    await engine.dispose()


async def test_every_row_arrives_the_same_and_only_where_there_was_none(full: str, empty: str) -> None:
    told = dict[str, tuple[int, int]]()
    rows = await copy(full, empty, lambda table, done, whole: told.update({table: (done, whole)}))
    there = await sums(empty)
    assert there == await sums(full)
    assert rows == sum(one.rows for one in there.values()) == NUMBER * len(there)
    assert told == dict.fromkeys(there, (NUMBER, NUMBER))
    with pytest.raises(BadCopy, match="taken"):
        await copy(full, empty, _silent)
    assert await sums(empty) == there


async def test_numbers_go_on_where_they_were(full: str, empty: str) -> None:
    """Also past those that were given out and are gone: an old button never means a new file."""
    row = {"file": b"", "said": [], "outcome": "", "created_at": NOW, "expires_at": NOW}
    await _run(full, insert(partner_imports).values(row))
    await _run(full, delete(partner_imports).where(partner_imports.c.id == NUMBER + 1))
    await copy(full, empty, _silent)
    store = Store(empty, POLICY)
    newcomer = await store.members.consent(77, "Новый", "ru", [], NOW)
    await store.close()
    assert newcomer.id == NUMBER + 1
    await _run(empty, insert(partner_imports).values(row))
    await _run(empty, delete(partner_imports).where(partner_imports.c.id != NUMBER + 2))
    assert (await sums(empty))["partner_imports"].rows == 1


async def test_what_is_broken_off_leaves_nothing_behind(full: str, empty: str) -> None:
    def stumble(table: str, _done: int, _all: int) -> None:
        if table == "outbox":
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await copy(full, empty, stumble)
    assert not any(one.rows for one in (await sums(empty)).values())


async def test_a_file_is_not_copied_onto_itself(tmp_path: Path) -> None:
    async with migrated("sqlite", tmp_path) as url:
        (tmp_path / "here").mkdir()
        for same in (url, url.replace("roundtable.db", "here/../roundtable.db")):
            with pytest.raises(BadCopy, match="same"):
                await copy(url, same, _silent)


async def test_a_database_that_was_not_migrated_is_no_source(full: str, empty: str) -> None:
    await _run(full, text("UPDATE alembic_version SET version_num = '0003'"))
    with pytest.raises(BadCopy, match="old"):
        await copy(full, empty, _silent)


def test_a_zero_in_a_text_does_not_fit() -> None:
    assert list(_too_much(members, dict.fromkeys(members.c.keys()) | {"name": "а\x00б"})) == ["name"]


async def test_a_sum_tells_a_single_letter(full: str) -> None:
    before = await sums(full)
    await _run(full, update(members).where(members.c.id == 1).values(name="1: name «Еж» <b>&\n"))
    after = await sums(full)
    assert {name for name in before if before[name] != after[name]} == {"members"}


async def test_what_the_server_does_not_take_is_named(tmp_path: Path) -> None:
    async with migrated("sqlite", tmp_path) as url, database("postgresql", tmp_path) as target:
        store = Store(url, POLICY)
        await store.members.consent(7, "я" * 201, "ru", [], NOW)
        await store.close()
        with pytest.raises(BadCopy, match=r"members\.name: 1"):
            await copy(url, target, _silent)
