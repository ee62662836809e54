"""What runs at once in the loop, and what goes to the thread."""

import asyncio
import sqlite3
import threading
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.near import A_WHILE, IN_A_ROW, ROWS, STEPS, NearConnection

LONG = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 500000) SELECT whose(), max(x) FROM n"


@pytest.fixture
async def near(tmp_path: Path) -> AsyncIterator[NearConnection]:
    """A connection whose `whose()` names the thread that a statement runs in."""
    connection = NearConnection(tmp_path / "near.db", guarded=True)
    await connection.create_function("whose", 0, lambda: threading.current_thread().name)
    await connection.execute("CREATE TABLE numbers (number INTEGER, thread TEXT)")
    yield connection
    await connection.close()


async def test_a_short_statement_runs_at_once(near: NearConnection) -> None:
    found = await near.execute("SELECT whose()")
    assert await found.fetchall() == [(threading.current_thread().name,)]


async def test_a_long_reading_is_begun_anew_in_the_thread(near: NearConnection) -> None:
    found = await near.execute(LONG)
    assert [(name.startswith("sqlite"), most) for name, most in await found.fetchall()] == [(True, 500_000)]


async def test_what_is_short_is_never_broken_off_however_often_it_is_said(near: NearConnection) -> None:
    """SQLite counts the steps of a text that it keeps from one time to the next."""
    for _ in range(2 * STEPS):
        near.begin()
        found = await near.execute("SELECT whose()")
        assert await found.fetchall() == [(threading.current_thread().name,)]
        await near.rollback()


@pytest.mark.parametrize(("rows", "is_near"), [(ROWS, True), (ROWS + 1, False)])
async def test_many_rows_are_written_in_the_thread(near: NearConnection, rows: int, is_near: bool) -> None:
    cursor = await near.cursor()
    await cursor.executemany("INSERT INTO numbers VALUES (?, whose())", ((number,) for number in range(rows)))
    kept = await near.execute("SELECT DISTINCT thread FROM numbers")
    assert [name == threading.current_thread().name for (name,) in await kept.fetchall()] == [is_near]


async def test_who_waits_for_another_program_waits_in_the_thread(near: NearConnection, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "near.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    waiting = asyncio.create_task(near.execute("INSERT INTO numbers VALUES (1, whose())"))
    await asyncio.sleep(0)
    assert not waiting.done()
    other.execute("ROLLBACK")
    other.close()
    await waiting
    kept = await near.execute("SELECT thread FROM numbers")
    assert [name.startswith("sqlite") for (name,) in await kept.fetchall()] == [True]


async def test_what_may_concern_any_number_of_rows_is_changed_in_the_thread(near: NearConnection) -> None:
    await near.execute("INSERT INTO numbers SELECT 1, whose()")
    kept = await near.execute("DELETE FROM numbers RETURNING thread, whose()")
    assert [name.startswith("sqlite") for name in (await kept.fetchall())[0]] == [True, True]


async def test_whoever_closes_while_something_is_under_way_leaves_no_thread(near: NearConnection) -> None:
    under_way = asyncio.create_task(near.execute(LONG))
    await asyncio.sleep(0)
    await near.close()
    await under_way
    with pytest.raises(sqlite3.ProgrammingError):
        await near.execute("SELECT 1")


async def test_who_comes_after_one_that_was_given_up_waits_for_its_end(near: NearConnection) -> None:
    given_up = asyncio.create_task(near.execute(LONG))
    await asyncio.sleep(0)
    given_up.cancel()
    with pytest.raises(asyncio.CancelledError):
        await given_up
    await near.execute("INSERT INTO numbers VALUES (1, 'after')")
    kept = await near.execute("SELECT count(*) FROM numbers")
    assert await kept.fetchall() == [(1,)]


async def test_many_short_statements_in_a_row_let_others_have_their_turn(near: NearConnection) -> None:
    turns = 0

    async def others() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    await near.create_function("takes", 1, time.sleep)
    waiting = asyncio.create_task(others())
    for _ in range(10 * IN_A_ROW):
        await near.execute("SELECT takes(?)", (A_WHILE / IN_A_ROW,))
    waiting.cancel()
    assert turns >= 10
