"""Messages to other people: written in the transaction of the change, claimed by lease, sent once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Row as SqlRow
from sqlalchemy import and_, bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import AnyDatabase
from storage.prepared import Prepared
from storage.tables import outbox
from storage.transaction import mark_outgoing
from storage.upsert import insert_new

Outcome = Literal["sent", "failed", "unknown", "missed", "unreachable", "superseded"]
OPEN = ("ready", "claimed", "sending")
HEARD = ("sending", "sent", "unknown")
"""Of these it may have arrived."""
COLUMNS = (
    *("id", "kind", "subject", "chat_id", "member_id", "moment", "args", "urgent", "due_at", "use_until", "tries"),
    "claimed_by",
)

_MINE = (outbox.c.id == bindparam("message"), outbox.c.claimed_by == bindparam("worker"))
"""Whoever was taken for dead finds its messages with others."""
_SENDING = Prepared(update(outbox).where(*_MINE, outbox.c.state == "claimed").values(state="sending"))
_END: dict[str, Any] = {name: bindparam(name) for name in ("state", "finished_at", "error")}
_CLOSE = Prepared(update(outbox).where(outbox.c.id == bindparam("message")).values(_END | {"lease_until": None}))


@dataclass(frozen=True, slots=True)
class Row:
    """A message to one chat. It is rendered from live data when it goes; `args` is what live data no longer says."""

    id: int
    kind: str
    subject: int
    chat_id: int
    member_id: int | None
    moment: str
    args: dict[str, Any]
    urgent: bool
    due_at: datetime
    use_until: datetime | None
    tries: int
    claimed_by: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """A message to be put into the outbox. `moment` tells it from others of its kind, subject and recipient.

    `urgent`: it goes first, and may break into quiet hours.
    """

    kind: str
    subject: int
    chat_id: int
    moment: str
    due_at: datetime
    member_id: int | None = None
    args: dict[str, Any] | None = None
    urgent: bool = False
    use_until: datetime | None = None


async def add(conn: AsyncConnection, messages: Collection[Message]) -> None:
    """Puts messages in, in the transaction that is open; one that is there already is passed over."""
    if not messages:
        return
    await conn.execute(insert_new(outbox), [_values(message) for message in messages])
    mark_outgoing(conn)


async def supersede(
    conn: AsyncConnection, subject: int, kinds: Collection[str], now: datetime, *, beginning: str = ""
) -> dict[int, Any]:
    """Closes unsent messages that newer news replaces; what they would have said (`args`), by chat.

    `beginning`: only those whose moment begins so.
    """
    old = (outbox.c.subject == subject, outbox.c.kind.in_(kinds), outbox.c.state.in_(("ready", "claimed")))
    closed = (
        update(outbox)
        .where(*old, outbox.c.moment.startswith(beginning, autoescape=True))
        .values(state="superseded", finished_at=now)
    )
    rows = await conn.execute(closed.returning(outbox.c.chat_id, outbox.c.args))
    return {row.chat_id: row.args for row in rows}


async def heard(conn: AsyncConnection, subject: int, kinds: Collection[str]) -> set[int]:
    """Chats that one of these messages about the subject has reached, or may have."""
    such = (outbox.c.subject == subject, outbox.c.kind.in_(kinds), outbox.c.state.in_(HEARD))
    return set((await conn.execute(select(outbox.c.chat_id).where(*such))).scalars())


async def close(conn: AsyncConnection, row_id: int, outcome: Outcome, now: datetime, error: str | None = None) -> None:
    """Closes a message with its outcome, in the transaction that is open."""
    await _CLOSE.run(conn, {"message": row_id, "state": outcome, "finished_at": now, "error": error})


class Outbox:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db
        self.wake = db.outgoing  # set after a commit that added messages

    async def add(self, messages: Collection[Message]) -> None:
        await self._db.write(lambda conn: add(conn, messages))

    async def claim(self, worker: str, now: datetime, limit: int, lease: timedelta) -> list[Row]:
        """Takes due messages for one worker, the urgent first; nobody else gets them until the lease ends."""

        async def job(conn: AsyncConnection) -> list[Row]:
            due = (
                select(outbox.c.id)
                .where(outbox.c.state == "ready", outbox.c.due_at <= now)
                .order_by(outbox.c.urgent.desc(), outbox.c.due_at, outbox.c.id)
                .limit(limit)
                .with_for_update(skip_locked=True)
            )
            taken = update(outbox).where(outbox.c.id.in_(due.scalar_subquery()))
            values = {"state": "claimed", "claimed_by": worker, "lease_until": now + lease}
            rows = await conn.execute(taken.values(values).returning(*(outbox.c[name] for name in COLUMNS)))
            return sorted(map(_row, rows), key=lambda row: (not row.urgent, row.due_at, row.id))

        return await self._db.write(job) if await self._has_due(now) else []

    async def sending(self, row: Row) -> bool:
        """Marks a claimed message just before its call. False: newer news has replaced it, or somebody else has it."""

        async def job(conn: AsyncConnection) -> bool:
            return bool(await _SENDING.run(conn, {"message": row.id, "worker": row.claimed_by}))

        return await self._db.write(job)

    async def finish(self, row_id: int, outcome: Outcome, now: datetime, error: str | None = None) -> None:
        """Closes the message with its outcome."""
        await self._db.write(lambda conn: close(conn, row_id, outcome, now, error))

    async def again(self, row: Row, due_at: datetime, *, counted: bool) -> None:
        """Gives the message back for later, unless somebody else has it or newer news has replaced it.

        `counted`: that was one of its tries.
        """
        values = {"state": "ready", "due_at": due_at, "lease_until": None, "tries": outbox.c.tries + int(counted)}
        held = outbox.c.state.in_(("claimed", "sending"))
        mine = (outbox.c.id == row.id, outbox.c.claimed_by == row.claimed_by, held)
        await self._db.write(lambda conn: conn.execute(update(outbox).where(*mine).values(values)))

    async def recover(self, now: datetime, *, all_workers: bool) -> int:
        """Gives back what a worker that is gone had taken: at start-up all of it, else what outlived its lease."""
        taken = outbox.c.state.in_(("claimed", "sending"))
        gone = taken if all_workers else and_(taken, outbox.c.lease_until < now)

        async def job(conn: AsyncConnection) -> int:
            back = update(outbox).where(gone).values(state="ready", lease_until=None)
            mark_outgoing(conn)
            return (await conn.execute(back)).rowcount

        return await self._db.write(job)

    async def next_due(self) -> datetime | None:
        """When the next message is due."""
        async with self._db.read() as conn:
            query = select(func.min(outbox.c.due_at)).where(outbox.c.state == "ready")
            found: datetime | None = (await conn.execute(query)).scalar_one()
            return found

    async def tally(self, subject: int, kind: str) -> dict[str, int]:
        """How many messages of a kind about a subject are in which state."""
        query = select(outbox.c.state, func.count()).where(outbox.c.subject == subject, outbox.c.kind == kind)
        async with self._db.read() as conn:
            return {row[0]: row[1] for row in await conn.execute(query.group_by(outbox.c.state))}

    async def tallies(self, subject: int) -> dict[str, dict[str, int]]:
        """The same for every kind about a subject: how many messages are in which state."""
        columns = (outbox.c.kind, outbox.c.state)
        query = select(*columns, func.count()).where(outbox.c.subject == subject).group_by(*columns)
        found: dict[str, dict[str, int]] = {}
        async with self._db.read() as conn:
            for kind, state, number in await conn.execute(query.order_by(*columns)):
                found.setdefault(kind, {})[state] = number
        return found

    async def _has_due(self, now: datetime) -> bool:
        query = select(outbox.c.id).where(outbox.c.state == "ready", outbox.c.due_at <= now).limit(1)
        async with self._db.read() as conn:
            return (await conn.execute(query)).first() is not None


def _row(row: SqlRow[Any]) -> Row:
    return Row(**row._mapping)


def _values(message: Message) -> dict[str, Any]:
    return {
        "kind": message.kind,
        "subject": message.subject,
        "chat_id": message.chat_id,
        "member_id": message.member_id,
        "moment": message.moment,
        "args": message.args or {},
        "state": "ready",
        "urgent": message.urgent,
        "due_at": message.due_at,
        "use_until": message.use_until,
    }
