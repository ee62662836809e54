"""What runs at once in the loop, and what goes to the thread."""

import asyncio
import sqlite3
import threading
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.util import greenlet_spawn

from storage.near import A_WHILE, IN_A_ROW, ROWS, STEPS, NearConnection

LONG = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 500000) SELECT whose(), max(x) FROM n"


@pytest.fixture
async def near(tmp_path: Path) -> AsyncIterator[NearConnection]:
    """A connection whose `whose()` names the thread that a statement runs in."""
    connection = NearConnection(tmp_path / "near.db", guarded=True)
    connection.create_function("whose", 0, lambda: threading.current_thread().name)
    await connection.tell("CREATE TABLE numbers (number INTEGER, thread TEXT)")
    yield connection
    await greenlet_spawn(connection.close)


async def rows(near: NearConnection, statement: str, values: tuple[object, ...] = ()) -> list[Any]:
    """What a statement finds, asked for as SQLAlchemy does."""

    def ask() -> list[Any]:
        cursor = near.cursor()
        cursor.execute(statement, values)
        return cursor.fetchall()

    return await greenlet_spawn(ask)


async def test_a_short_statement_runs_at_once(near: NearConnection) -> None:
    assert await rows(near, "SELECT whose()") == [(threading.current_thread().name,)]


async def test_a_long_reading_is_begun_anew_in_the_thread(near: NearConnection) -> None:
    found = await rows(near, LONG)
    assert [(name.startswith("sqlite"), most) for name, most in found] == [(True, 500_000)]


async def test_what_is_short_is_never_broken_off_however_often_it_is_said(near: NearConnection) -> None:
    """SQLite counts the steps of a text that it keeps from one time to the next."""
    for _ in range(STEPS // 2):
        near.mark("BEGIN")
        assert await rows(near, "SELECT whose()") == [(threading.current_thread().name,)]
        await near.undo()


@pytest.mark.parametrize(("many", "is_near"), [(ROWS, True), (ROWS + 1, False)])
async def test_many_rows_are_written_in_the_thread(near: NearConnection, many: int, is_near: bool) -> None:
    numbers = ((number,) for number in range(many))
    await greenlet_spawn(near.cursor().executemany, "INSERT INTO numbers VALUES (?, whose())", numbers)
    kept = await rows(near, "SELECT DISTINCT thread FROM numbers")
    assert [name == threading.current_thread().name for (name,) in kept] == [is_near]


async def test_who_waits_for_another_program_waits_in_the_thread(near: NearConnection, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "near.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    waiting = asyncio.create_task(rows(near, "INSERT INTO numbers VALUES (1, whose())"))
    await asyncio.sleep(0)
    assert not waiting.done()
    other.execute("ROLLBACK")
    other.close()
    await waiting
    kept = await rows(near, "SELECT thread FROM numbers")
    assert [name.startswith("sqlite") for (name,) in kept] == [True]


async def test_what_may_concern_any_number_of_rows_is_changed_in_the_thread(near: NearConnection) -> None:
    await rows(near, "INSERT INTO numbers SELECT 1, whose()")
    kept = await rows(near, "DELETE FROM numbers RETURNING thread, whose()")
    assert [name.startswith("sqlite") for name in kept[0]] == [True, True]


async def test_whoever_closes_while_something_is_under_way_leaves_no_thread(near: NearConnection) -> None:
    under_way = asyncio.create_task(rows(near, LONG))
    await asyncio.sleep(0)
    await greenlet_spawn(near.close)
    await under_way
    with pytest.raises(sqlite3.ProgrammingError):
        await rows(near, "SELECT 1")


async def test_who_comes_after_one_that_was_given_up_waits_for_its_end(near: NearConnection) -> None:
    given_up = asyncio.create_task(rows(near, LONG))
    await asyncio.sleep(0)
    given_up.cancel()
    with pytest.raises(asyncio.CancelledError):
        await given_up
    await rows(near, "INSERT INTO numbers VALUES (1, 'after')")
    assert await rows(near, "SELECT count(*) FROM numbers") == [(1,)]


async def test_many_short_statements_in_a_row_let_others_have_their_turn(near: NearConnection) -> None:
    turns = 0

    async def others() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    near.create_function("takes", 1, time.sleep)
    waiting = asyncio.create_task(others())
    for _ in range(10 * IN_A_ROW):
        await rows(near, "SELECT takes(?)", (A_WHILE / IN_A_ROW,))
    waiting.cancel()
    assert turns >= 10
