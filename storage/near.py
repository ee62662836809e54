"""SQLite for SQLAlchemy's asyncio: what is quick runs at once, what takes long or must wait runs in a thread.

aiosqlite, which stands in the address of the database, hands every statement to a thread and back; that costs several
times what the statement itself does. Here are a connection and a cursor as SQLAlchemy asks for them (PEP 249); a
statement leaves its greenlet once, which SQLAlchemy demands of each.
"""

import asyncio
import math
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import lru_cache
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy.util import await_only

T = TypeVar("T")

QUICK = 0.004
"""Seconds: a reading that proves to take longer is begun anew in the thread."""
STEPS = 5_000
"""Of SQLite's machine, after which it is looked whether that is so. A text that is kept goes on counting where it
stopped the last time, so that their number alone says nothing about this time.
"""
ROWS = 50
"""Sets of values for one statement; more are written in the thread."""
IN_A_ROW, A_WHILE = 5, 0.01
"""After so many statements others have a turn, if so many seconds have gone: a job may be one of thousands."""
PATIENT, IMPATIENT = "PRAGMA busy_timeout=5000", "PRAGMA busy_timeout=0"
"""The thread waits for five seconds while another program holds the database."""
LATER = (sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_BUSY)
PRIMARY = 0xFF
"""What SQLite is busy with is in the rest of the code."""


class NearConnection:
    """One connection, used by one task at a time. Without `guarded` no statement is broken off for taking long:
    SQLite would undo the whole transaction of a change with it.

    What PEP 249 knows, SQLAlchemy calls in its greenlet; `mark`, `tell`, `run` and `undo` are for whoever has the
    connection.
    """

    isolation_level = None

    def __init__(self, *args: Any, guarded: bool, **kwargs: Any) -> None:
        kwargs |= {"check_same_thread": False, "isolation_level": None, "timeout": 0}
        self._connection = sqlite3.connect(*args, **kwargs)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="sqlite")
        self._away: asyncio.Future[Any] | None = None
        self._is_patient = False
        self._in_a_row, self._passed_at, self._begun_at = 0, 0.0, 0.0
        if guarded:
            self._connection.set_progress_handler(self._takes_long, STEPS)

    @property
    def in_transaction(self) -> bool:
        return bool(self._connection.in_transaction)

    def mark(self, statement: str) -> None:
        """BEGIN, SAVEPOINT or RELEASE, past SQLAlchemy: they take no time."""
        self._begun_at = math.inf
        self._connection.execute(statement)

    async def tell(self, statement: str) -> None:
        """Past SQLAlchemy, straight to SQLite."""
        await self.near(lambda: self._connection.execute(statement))

    async def run(self, statement: str, values: Sequence[Any]) -> tuple[list[Any], int]:
        """The same with values: the rows that are read, the number of those changed."""

        def work() -> tuple[list[Any], int]:
            cursor = self._connection.execute(statement, values)
            return cursor.fetchall(), cursor.rowcount

        return await self.near(work)

    async def undo(self) -> None:
        await self.near(self._connection.rollback)

    def cursor(self) -> "NearCursor":
        return NearCursor(self, self._connection.cursor())

    def create_function(self, *args: Any, **kwargs: Any) -> None:
        self._connection.create_function(*args, **kwargs)

    def commit(self) -> None:
        """In the thread: the disk takes its time."""
        if self._connection.in_transaction:
            await_only(self.far(self._connection.commit))

    def rollback(self) -> None:
        await_only(self.near(self._connection.rollback))

    def close(self) -> None:
        """At once, or after what is still under way in the thread."""
        try:
            if self._is_away:
                await_only(asyncio.get_running_loop().run_in_executor(self._thread, self._connection.close))
            else:
                self._connection.close()
        finally:
            self._thread.shutdown(wait=False)

    def terminate(self) -> None:
        """Closes as soon as what is under way has come to its end."""
        with suppress(RuntimeError):  # it was closed before
            self._thread.submit(self._connection.close)
        self._thread.shutdown(wait=False)

    async def near(self, work: Callable[[], T]) -> T:
        """Does it at once, or in the thread if that proves to take too long or the database is held by another."""
        if self._is_away:
            return await self.far(work)
        await self._let_others_pass()
        self._begun_at = time.monotonic()
        try:
            return work()
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", 0) & PRIMARY not in LATER:
                raise
        return await self.far(work)

    async def far(self, work: Callable[[], T]) -> T:
        """Does it in the thread, in turn; who is cancelled meanwhile leaves it to its end."""
        self._away = asyncio.get_running_loop().run_in_executor(self._thread, self._patiently, work)
        return await asyncio.shield(self._away)

    @property
    def _is_away(self) -> bool:
        return self._away is not None and not self._away.done()

    async def _let_others_pass(self) -> None:
        self._in_a_row = (self._in_a_row + 1) % IN_A_ROW
        if not self._in_a_row and time.monotonic() - self._passed_at >= A_WHILE:
            await asyncio.sleep(0)
            self._passed_at = time.monotonic()

    def _takes_long(self) -> bool:
        return not self._is_patient and time.monotonic() - self._begun_at > QUICK

    def _patiently(self, work: Callable[[], T]) -> T:
        self._is_patient = True
        self._connection.execute(PATIENT)
        try:
            return work()
        finally:
            self._connection.execute(IMPATIENT)
            self._is_patient = False


class NearCursor:
    """One statement and all its rows."""

    arraysize = 1

    def __init__(self, connection: NearConnection, cursor: sqlite3.Cursor) -> None:
        self._connection = connection
        self._cursor = cursor
        self._rows: Iterator[Any] = iter(())

    @property
    def description(self) -> Any:
        return self._cursor.description

    @property
    def lastrowid(self) -> int | None:
        return self._cursor.lastrowid

    @property
    def rowcount(self) -> int:
        return self._cursor.rowcount

    def execute(self, statement: str, values: Sequence[Any] = ()) -> None:
        def work() -> list[Any]:
            return self._cursor.execute(statement, values).fetchall()

        connection = self._connection
        self._rows = iter(await_only(connection.far(work) if is_long(statement) else connection.near(work)))

    def executemany(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        every = list(rows)

        def work() -> sqlite3.Cursor:
            return self._cursor.executemany(statement, every)

        connection = self._connection
        await_only(connection.near(work) if len(every) <= ROWS else connection.far(work))

    def fetchone(self) -> Any:
        return next(self._rows, None)

    def fetchmany(self, size: int = arraysize) -> list[Any]:
        return list(islice(self._rows, size))

    def fetchall(self) -> list[Any]:
        return list(self._rows)

    def close(self) -> None:
        self._cursor.close()

    async def _async_soft_close(self) -> None:
        """SQLAlchemy's word that it will fetch no more from the server; all rows are here already."""


@lru_cache(1_000)
def is_long(statement: str) -> bool:
    """Whether a change may concern any number of rows: clearing up, a letter to everybody, somebody erased."""
    kind = statement.partition(" ")[0]
    return (
        kind == "DELETE" or (kind == "INSERT" and "SELECT" in statement) or (kind == "UPDATE" and "LIKE" in statement)
    )
