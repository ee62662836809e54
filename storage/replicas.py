"""Processes that share the database: who is alive, and what those that are gone had in hand.

A process is alive as long as its row is there. It says so every second; one that has said nothing for a lease is taken
out by another, which frees what it had claimed in the same transaction. So every claim belongs to somebody alive, and
no claim needs a lease of its own. Time is the database's own here, and nowhere else: clocks of machines differ.
"""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import AnyDatabase
from storage.tables import inbox, outbox, replicas
from storage.transaction import mark_outgoing
from storage.upsert import insert_or_set

LEASE = timedelta(seconds=10)
"""For how long a process may say nothing."""


@dataclass(frozen=True, slots=True)
class Muster:
    """`number`: processes alive, this one too; `gone`: who was taken out just now. `owed`: answers that nobody alive is
    about to give, though the update had its effect; this process is to, from now on. Members' accounts by update.
    """

    number: int
    gone: tuple[str, ...]
    owed: dict[int, int]


class Replicas:
    """Only on PostgreSQL."""

    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def sign_on(self, name: str) -> Muster:
        """This process is there from now on; what is claimed by nobody known is free."""

        async def job(conn: AsyncConnection) -> Muster:
            await _here(conn, name)
            await _free(conn)
            return Muster(await _number(conn), (), await _owed(conn, name))

        return await self._db.write(job)

    async def renew(self, name: str, *, judging: bool) -> Muster:
        """This process is still there. `judging`: it takes out who has said nothing for a lease."""

        async def job(conn: AsyncConnection) -> Muster:
            await _here(conn, name)
            gone = await _take_out(conn) if judging else ()
            if gone:
                await _free(conn)
            return Muster(await _number(conn), gone, await _owed(conn, name))

        return await self._db.write(job)

    async def sign_off(self, name: str) -> None:
        """This process goes; what it could not finish is free."""

        async def job(conn: AsyncConnection) -> None:
            await conn.execute(delete(replicas).where(replicas.c.name == name))
            await _free(conn)

        await self._db.write(job)


async def _here(conn: AsyncConnection, name: str) -> None:
    await conn.execute(insert_or_set(replicas, "seen_at = excluded.seen_at").values(name=name, seen_at=func.now()))


async def _number(conn: AsyncConnection) -> int:
    return int((await conn.execute(select(func.count()).select_from(replicas))).scalar_one())


async def _take_out(conn: AsyncConnection) -> tuple[str, ...]:
    silent = delete(replicas).where(replicas.c.seen_at < func.now() - LEASE)
    return tuple((await conn.execute(silent.returning(replicas.c.name))).scalars())


async def _free(conn: AsyncConnection) -> None:
    """Frees what nobody alive has claimed."""
    step = update(outbox).where(outbox.c.state.in_(("claimed", "sending")), _of_nobody(outbox.c.claimed_by))
    await conn.execute(step.values(state="ready", lease_until=None))
    mark_outgoing(conn)
    freed = update(inbox).where(inbox.c.person.is_not(None), _of_nobody(inbox.c.claimed_by))
    await conn.execute(freed.where(inbox.c.state == "new").values(claimed_by=None))
    await conn.execute(freed.where(inbox.c.state != "new").values(claimed_by=None, person=None))


async def _owed(conn: AsyncConnection, name: str) -> dict[int, int]:
    """Takes over what is owed and in nobody's hands; each time another process would find it there again."""
    nobody = or_(inbox.c.claimed_by.is_(None), _of_nobody(inbox.c.claimed_by))
    query = select(inbox.c.update_id).where(inbox.c.owed_to.is_not(None), inbox.c.state == "done", nobody)
    free = query.with_for_update(skip_locked=True).scalar_subquery()
    taken = update(inbox).where(inbox.c.update_id.in_(free)).values(claimed_by=name, person=None)
    rows = await conn.execute(taken.returning(inbox.c.update_id, inbox.c.owed_to))
    return {row.update_id: row.owed_to for row in rows}


def _of_nobody(claimed_by: ColumnElement[str | None]) -> ColumnElement[bool]:
    return claimed_by.is_not(None) & claimed_by.not_in(select(replicas.c.name))
