"""Updates from the messenger: kept before they are confirmed, done in the transaction of their effect."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import AnyDatabase
from storage.tables import inbox
from storage.unit import Unit
from storage.upsert import insert_new

KEEP_IDS = timedelta(hours=48)

_PUT = insert_new(inbox).returning(inbox.c.update_id)


@dataclass(frozen=True, slots=True)
class Letter:
    """An update that waits. `body` is the messenger's JSON; `person`, whose it is, is told beside other processes."""

    update_id: int
    body: str
    tries: int
    person: int = 0


class Inbox:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def put(self, updates: Sequence[tuple[int, str]], done: Collection[int], now: datetime) -> list[int]:
        """Keeps a batch, and closes those that are done and answered, in one commit; the ids that are new."""

        async def job(conn: AsyncConnection) -> list[int]:
            await _close(conn, done)
            if not updates:
                return []
            rows = [{"update_id": key, "body": body, "state": "new", "received_at": now} for key, body in updates]
            added = await conn.execute(_PUT, rows)
            return sorted(added.scalars())

        return await self._db.write(job)

    async def waiting(self) -> list[Letter]:
        """What is not done yet, in order of arrival."""
        query = select(inbox.c.update_id, inbox.c.body, inbox.c.tries).where(inbox.c.state == "new")
        async with self._db.read() as conn:
            return [Letter(*row) for row in await conn.execute(query.order_by(inbox.c.update_id))]

    async def owed(self) -> dict[int, int]:
        """Updates that had their effect, but whose answer a process that is gone may not have sent: whose they were.

        The members' accounts by update; they are owed it until the update is closed (`put`).
        """
        query = select(inbox.c.update_id, inbox.c.owed_to).where(inbox.c.owed_to.is_not(None))
        async with self._db.read() as conn:
            return {row.update_id: row.owed_to for row in await conn.execute(query)}

    async def finish(self, unit: Unit) -> bool:
        """Writes a conversation's new place that no change carried. True if the update is still to be marked done."""
        if unit.conversations:
            await self._db.write(_nothing)
        return not unit.done

    async def tried(self, update_id: int) -> int:
        """Counts one more failed try; how many there are now."""

        async def job(conn: AsyncConnection) -> int:
            more = update(inbox).where(inbox.c.update_id == update_id).values(tries=inbox.c.tries + 1)
            return int((await conn.execute(more.returning(inbox.c.tries))).scalar_one())

        return await self._db.write(job)

    async def fail(self, update_id: int) -> None:
        """Gives the update up."""
        statement = update(inbox).where(inbox.c.update_id == update_id).values(state="failed", body=None)
        await self._db.write(lambda conn: conn.execute(statement))

    async def forget(self, now: datetime) -> None:
        """Drops the ids of what was done more than 48 hours ago."""
        old = delete(inbox).where(inbox.c.state != "new", inbox.c.received_at < now - KEEP_IDS)
        await self._db.write(lambda conn: conn.execute(old))


async def _nothing(_conn: AsyncConnection) -> None:
    """No change of its own: the unit's conversations are what is written."""


async def _close(conn: AsyncConnection, done: Collection[int]) -> None:
    if done:
        closed = update(inbox).where(inbox.c.update_id.in_(done), inbox.c.state != "failed")
        await conn.execute(closed.values(state="done", body=None, owed_to=None))
