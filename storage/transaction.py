"""What both engines do around a change: the update in hand is settled with it, and delivery hears of new messages."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.settle import settle
from storage.unit import Unit

T = TypeVar("T")
Job = Callable[[AsyncConnection], Awaitable[T]]


class Database:
    """What both engines share: the sign that outgoing messages were written, and the update in hand."""

    def __init__(self) -> None:
        self.outgoing = asyncio.Event()

    @property
    def held_for(self) -> float:
        """Seconds for which a write has been waiting by now, because another program holds the whole database."""
        return 0.0

    async def _settle(self, job: Job[T], unit: Unit | None, conn: AsyncConnection) -> T:
        """Runs the job, and marks the update in hand as done in the same transaction."""
        result = await job(conn)
        if unit is not None:
            await settle(conn, unit)
        return result

    def _committed(self, conn: AsyncConnection) -> None:
        if conn.sync_connection is not None and conn.sync_connection.info.pop(OUTGOING, False):
            self.outgoing.set()


OUTGOING = "outgoing"


def mark_outgoing(conn: AsyncConnection) -> None:
    """Says that this transaction adds messages: delivery wakes once it is committed."""
    if conn.sync_connection is not None:
        conn.sync_connection.info[OUTGOING] = True
