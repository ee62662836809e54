"""Work of the night and the week: rows with a moment, claimed by one process."""

from datetime import datetime, timedelta

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import AnyDatabase
from storage.tables import chores
from storage.upsert import insert_new, upsert

LEASE = timedelta(minutes=10)


class Chores:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def plan(self, name: str, due_at: datetime) -> None:
        """Plans the chore, unless it is planned already."""

        async def job(conn: AsyncConnection) -> None:
            await conn.execute(insert_new(chores), [{"name": name, "due_at": due_at}])

        await self._db.write(job)

    async def claim(self, now: datetime) -> list[str]:
        """Names of what is due, for whoever asks first; again by somebody else once the lease is over."""
        free = or_(chores.c.lease_until.is_(None), chores.c.lease_until < now)

        async def job(conn: AsyncConnection) -> list[str]:
            taken = update(chores).where(chores.c.due_at <= now, free).values(lease_until=now + LEASE)
            return list((await conn.execute(taken.returning(chores.c.name))).scalars())

        return await self._db.write(job) if await self._any_due(now) else []

    async def done(self, name: str, next_at: datetime) -> None:
        """The chore is done, and due again then; unless somebody has hastened it meanwhile."""
        ours = (chores.c.name == name, chores.c.lease_until.is_not(None))
        again = update(chores).where(*ours).values(due_at=next_at, lease_until=None)
        await self._db.write(lambda conn: conn.execute(again))

    async def _any_due(self, now: datetime) -> bool:
        async with self._db.read() as conn:
            return (
                await conn.execute(select(chores.c.name).where(chores.c.due_at <= now).limit(1))
            ).first() is not None


async def hasten(conn: AsyncConnection, name: str, now: datetime) -> None:
    """Makes the chore due at once, in the transaction that is open: what it does cannot be forgotten."""
    row = {"name": name, "due_at": now, "lease_until": None}
    await conn.execute(upsert(chores, row))
