"""Whose turn an update is, where several processes share the database: one person's go one after the other.

An update in hand is claimed by its process, and a person's next one is claimed by nobody meanwhile, whichever process
took it in; whoever is done with one goes on with the next. That is decided under a lock for the person, in the
transaction that keeps the update or closes the one before, so that none is forgotten between two processes. Its effect
is still had once alone (`storage.settle`), also if a process was taken for dead that is not.
"""

from datetime import datetime
from functools import partial

from sqlalchemy import case, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import AnyDatabase
from storage.inbox import Letter
from storage.tables import inbox
from storage.upsert import insert_new

MANY = 100
other = inbox.alias("other")


class Turns:
    """Only on PostgreSQL. `worker` is the process, as `storage.replicas` knows it."""

    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def put(self, update_id: int, person: int, body: str, now: datetime, worker: str) -> Letter | None:
        """Keeps an update. What this worker is to do now: None if it is known, or others have the person's turn."""
        row = {"update_id": update_id, "body": body, "state": "new", "received_at": now, "person": person}

        async def job(conn: AsyncConnection) -> Letter | None:
            added = await conn.execute(insert_new(inbox).values(row))
            return await _claim(conn, person, worker) if added.rowcount else None

        return await self._db.write(job)

    async def after(self, letter: Letter, worker: str, *, answered: bool, going_on: bool = True) -> Letter | None:
        """Closes an update that is done or failed; the person's next one, unless this worker is not `going_on`.

        Not `answered`: the person is still owed what the effect was to say, by this worker.
        """
        mine = (inbox.c.update_id == letter.update_id, inbox.c.claimed_by == worker)
        values = {"state": case((inbox.c.state == "failed", "failed"), else_="done"), "body": None}
        values |= {"person": None} | ({"owed_to": None, "claimed_by": None} if answered else {})

        async def job(conn: AsyncConnection) -> Letter | None:
            await conn.execute(update(inbox).where(*mine).values(values))
            return await _claim(conn, letter.person, worker) if going_on else None

        return await self._db.write(job)

    async def take_up(self, worker: str) -> list[Letter]:
        """What waits and nobody has in hand, one for each person: of processes that are gone."""
        busy = exists().where(other.c.person == inbox.c.person, other.c.claimed_by.is_not(None))
        idle = select(inbox.c.person).where(inbox.c.person.is_not(None), inbox.c.state == "new", ~busy)
        async with self._db.read() as conn:
            people = list((await conn.execute(idle.distinct().limit(MANY))).scalars())
        found = [await self._db.write(partial(_claim, person=person, worker=worker)) for person in people]
        return [letter for letter in found if letter is not None]

    async def strays(self) -> list[Letter]:
        """What waits from a time when one process worked alone: nobody has said whose it is."""
        stray = (inbox.c.state == "new", inbox.c.person.is_(None))
        query = select(inbox.c.update_id, inbox.c.body, inbox.c.tries).where(*stray)
        async with self._db.read() as conn:
            return [Letter(*row) for row in await conn.execute(query.order_by(inbox.c.update_id))]

    async def belongs(self, update_id: int, person: int) -> None:
        """Says whose it is."""
        stray = (inbox.c.update_id == update_id, inbox.c.state == "new")
        await self._db.write(lambda conn: conn.execute(update(inbox).where(*stray).values(person=person)))


async def _claim(conn: AsyncConnection, person: int, worker: str) -> Letter | None:
    """The person's first update that waits, unless one of theirs is in somebody's hands."""
    await conn.execute(select(func.pg_advisory_xact_lock(person)))
    waits = select(func.min(other.c.update_id)).where(other.c.person == person, other.c.state == "new")
    busy = exists().where(other.c.person == person, other.c.claimed_by.is_not(None))
    taken = update(inbox).where(inbox.c.update_id == waits.scalar_subquery(), ~busy).values(claimed_by=worker)
    row = (await conn.execute(taken.returning(inbox.c.update_id, inbox.c.body, inbox.c.tries))).one_or_none()
    return Letter(row.update_id, row.body, row.tries, person) if row else None
