"""Troubles that the bot has noticed: each told once, by one process, not again every time that it comes and goes."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import and_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.health import Trouble
from domain.rights import Act
from storage.database import AnyDatabase
from storage.keepers import Chat, staff_who_may
from storage.tables import troubles
from storage.upsert import insert_new

QUIET = timedelta(hours=6)
"""A trouble that comes and goes is told once in so long."""


class Troubles:
    def __init__(self, db: AnyDatabase, admins: Collection[int]) -> None:
        self._db = db
        self._admins = admins

    async def found(self, names: Collection[Trouble], now: datetime) -> list[Trouble]:
        """Notes what there is just now; those that are to be told, each to whoever asks first."""
        if not names and not await self._any_open():
            return []

        async def job(conn: AsyncConnection) -> list[Trouble]:
            await _note(conn, names, now)
            untold = and_(troubles.c.name.in_(names), troubles.c.told_at.is_(None))
            taken = update(troubles).where(untold).values(told_at=now).returning(troubles.c.name)
            return sorted(Trouble(name) for name in (await conn.execute(taken)).scalars())

        return await self._db.write(job)

    async def untold(self, name: Trouble) -> None:
        """It could not be told: it is to be tried again."""
        again = update(troubles).where(troubles.c.name == name).values(told_at=None)
        await self._db.write(lambda conn: conn.execute(again))

    async def audience(self) -> list[Chat]:
        """Member and chat of whom it concerns: administrators and directors who can be reached."""
        async with self._db.read() as conn:
            return await staff_who_may(conn, Act.MANAGE_STAFF, self._admins)

    async def _any_open(self) -> bool:
        async with self._db.read() as conn:
            query = select(troubles.c.name).where(troubles.c.over_at.is_(None)).limit(1)
            return (await conn.execute(query)).first() is not None


async def _note(conn: AsyncConnection, names: Collection[Trouble], now: datetime) -> None:
    """New ones begin; those that were over begin again, untold if the last word is long ago; the rest is over."""
    is_there = troubles.c.name.in_(names)
    if names:
        await conn.execute(insert_new(troubles), [{"name": name, "since": now} for name in names])
    long_ago = or_(troubles.c.told_at.is_(None), troubles.c.told_at < now - QUIET)
    back = update(troubles).where(is_there, troubles.c.over_at.is_not(None))
    await conn.execute(back.where(long_ago).values(since=now, told_at=None, over_at=None))
    await conn.execute(back.values(over_at=None))
    await conn.execute(update(troubles).where(~is_there, troubles.c.over_at.is_(None)).values(over_at=now))
