"""SQLite: one writer whose jobs may share a commit, and readers who see one committed state."""

import asyncio
import math
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

import structlog
from sqlalchemy import Connection, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from storage.near import NearConnection
from storage.prepared import Prepared, Values
from storage.transaction import Database, Job, T
from storage.unit import Unit, in_hand

log = structlog.get_logger()

BATCH = 64
"""Jobs that may share a commit."""
READERS = 15
"""Connections that read at once, and are kept; SQLAlchemy's own pool costs more than a reading."""
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # it keeps people's consents
    "foreign_keys=ON",
    "secure_delete=ON",
)
LOCKED_PATIENCE = 90
"""How long a write waits while another program holds the database, in seconds."""

_Outcome = tuple[Any, Exception | None]


@dataclass(slots=True)
class _Request:
    job: Job[Any]
    unit: Unit | None
    future: asyncio.Future[Any]


@dataclass(frozen=True, slots=True)
class _Reader:
    """A connection that reads. For SQLAlchemy it is in one transaction all its life; where each reading begins and ends
    is said to the driver alone, in a tenth of the time.
    """

    conn: AsyncConnection
    driver: NearConnection


class SqliteDatabase(Database):
    """One writer connection, whose jobs run in the order of their asking and may share a commit; readers apart."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._reader = _sqlite_engine(url, guarded=True)
        self._writer = _sqlite_engine(url, guarded=False)
        event.listen(self._writer.sync_engine, "begin", _begin_writing)
        self._readers = asyncio.Semaphore(READERS)
        self._idle: list[_Reader] = []
        self._is_closed = False
        self._taken: list[_Request] = []
        self._queue: asyncio.Queue[_Request] = asyncio.Queue()
        self._task: asyncio.Task[None] | None = None
        self._asked_at = math.inf

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A connection that sees one committed state."""
        async with self._borrowed() as reader:
            reader.driver.mark("BEGIN")
            yield reader.conn
            await reader.driver.undo()

    async def one(self, statement: Prepared, values: Values) -> Any | None:
        """The one row, or None: a statement by itself sees one committed state without a transaction around it."""
        async with self._borrowed() as reader:
            return await statement.one(reader.conn, values)

    @asynccontextmanager
    async def _borrowed(self) -> AsyncIterator[_Reader]:
        """A reader; one that has met with a fault is not used again."""
        async with self._readers:
            reader = self._idle.pop() if self._idle else await self._open()
            try:
                yield reader
            except BaseException:
                await reader.conn.close()
                raise
            await self._put_back(reader)

    async def _open(self) -> _Reader:
        conn = await self._reader.connect()
        return _Reader(conn, await _driver(conn))

    async def _put_back(self, reader: _Reader) -> None:
        if self._is_closed:
            await reader.conn.close()
        else:
            self._idle.append(reader)

    async def write(self, job: Job[T]) -> T:
        """Runs the job in a transaction; returns once it is committed. What the job raises rolls it back alone."""
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._serve())
        unit = in_hand.get()
        request = _Request(job, unit, asyncio.get_running_loop().create_future())
        self._queue.put_nowait(request)
        if unit is not None:
            unit.ordered()
        result: T = await asyncio.shield(request.future)
        return result

    @property
    def held_for(self) -> float:
        return max(0.0, time.monotonic() - self._asked_at)

    async def close(self) -> None:
        self._is_closed = True
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        for reader in self._idle:
            await reader.conn.close()
        await self._reader.dispose()
        await self._writer.dispose()

    async def _serve(self) -> None:
        try:
            async with self._writer.connect() as conn:
                while True:
                    self._taken = [await self._queue.get()]
                    await self._transaction(conn, self._taken)
        finally:
            self._give_up()

    def _give_up(self) -> None:
        """Nobody waits for ever for what is not done any more."""
        waiting = [*self._taken, *(self._queue.get_nowait() for _ in range(self._queue.qsize()))]
        for request in waiting:
            request.future.cancel()

    async def _transaction(self, conn: AsyncConnection, taken: list[_Request]) -> None:
        """Runs the first job and those that came meanwhile, each undone alone if it fails; commits them together."""
        try:
            await self._begin(conn)
            outcomes = await self._run_all(conn, taken)
            await conn.commit()
            self._committed(conn)
        except Exception as error:  # noqa: BLE001 - a failed commit is the answer of every job in it
            await _undo(conn)
            outcomes = [(None, error) for _ in taken]
        for request, outcome in zip(taken, outcomes, strict=True):
            _answer(request, *outcome)

    async def _run_all(self, conn: AsyncConnection, taken: list[_Request]) -> list[_Outcome]:
        driver = await _driver(conn)
        outcomes = [await self._attempt(conn, driver, taken[0])]
        while len(taken) < BATCH and not self._queue.empty():
            taken.append(self._queue.get_nowait())
            outcomes.append(await self._attempt(conn, driver, taken[-1]))
        return outcomes

    async def _attempt(self, conn: AsyncConnection, driver: NearConnection, request: _Request) -> _Outcome:
        """Straight to the driver for what is done around every job: SQLAlchemy would take longer than SQLite."""
        driver.mark("SAVEPOINT job")
        try:
            result = await self._settle(request.job, request.unit, conn)
        except Exception as error:
            if not driver.in_transaction:
                raise  # the disk is full, and SQLite has undone all of it
            await driver.tell("ROLLBACK TO job")
            return None, error
        driver.mark("RELEASE job")
        return result, None

    async def _begin(self, conn: AsyncConnection) -> None:
        """Begins; waits while another program holds the database."""
        self._asked_at = time.monotonic()
        try:
            while not await self._has_begun(conn):
                log.warning("database-locked")
                await conn.rollback()
        finally:
            self._asked_at = math.inf

    async def _has_begun(self, conn: AsyncConnection) -> bool:
        """False: another program holds the database, and a write is to wait for longer."""
        try:
            await conn.begin()
        except OperationalError as error:
            if "locked" not in str(error) or self.held_for > LOCKED_PATIENCE:
                raise
            return False
        return True


async def _driver(conn: AsyncConnection) -> NearConnection:
    found: Any = (await conn.get_raw_connection()).dbapi_connection
    assert isinstance(found, NearConnection)
    return found


async def _undo(conn: AsyncConnection) -> None:
    """Also what SQLAlchemy takes for over: a commit that has failed."""
    await conn.rollback()
    driver = await _driver(conn)
    if driver.in_transaction:
        await driver.undo()


def _answer(request: _Request, result: object, failure: Exception | None) -> None:
    if request.future.cancelled():
        return
    if failure is not None:
        request.future.set_exception(failure)
        return
    if request.unit is not None:
        request.unit.committed()
    request.future.set_result(result)


def _sqlite_engine(url: str, *, guarded: bool) -> AsyncEngine:
    file = make_url(url).database or ":memory:"
    engine = create_async_engine(url, creator=partial(NearConnection, file, guarded=guarded), poolclass=NullPool)

    @event.listens_for(engine.sync_engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        for pragma in PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    return engine


def _begin_writing(conn: Connection) -> None:
    conn.exec_driver_sql("BEGIN IMMEDIATE")
