"""PostgreSQL, for those who have outgrown one machine."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from storage.far import far
from storage.prepared import Prepared, Values
from storage.transaction import Database, Job, T
from storage.unit import in_hand


class PostgresDatabase(Database):
    """Each write is a transaction of its own; what must not race locks its row first."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._engine = create_async_engine(url, pool_size=10, max_overflow=10, connect_args={"async_creator_fn": far})
        event.listen(self._engine.sync_engine, "checkout", _check_open)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A connection that sees what is committed."""
        async with self._engine.connect() as conn:
            yield conn

    async def one(self, statement: Prepared, values: Values) -> Any | None:
        """The one row, or None."""
        async with self.read() as conn:
            return await statement.one(conn, values)

    async def write(self, job: Job[T]) -> T:
        """Runs the job in a transaction; returns once it is committed."""
        unit = in_hand.get()
        async with self._engine.connect() as conn:
            async with conn.begin():
                result = await self._settle(job, unit, conn)
            self._committed(conn)
        if unit is not None:
            unit.committed()
            unit.ordered()
        return result

    async def close(self) -> None:
        await self._engine.dispose()


def _check_open(connection: Any, _record: Any, _proxy: Any) -> None:
    """A connection that the server has closed since (it was restarted, say) is replaced before anybody meets with it.

    The driver knows that by itself: nothing is asked of the server.
    """
    if connection.driver_connection.is_closed():
        raise DisconnectionError
