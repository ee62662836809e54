"""What comes by itself in the life of an event: it has been held, and its librarian is asked what it came to."""

from collections.abc import Collection
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.event import USUAL_LENGTH, Event, hold
from domain.event_report import first_ask, next_ask
from domain.life import Status
from domain.policy import Policy
from storage import cards, outbox
from storage.audit import note
from storage.database import AnyDatabase
from storage.door_offers import offer_seats, waited_for
from storage.event_rows import lasts_until, load, over_by
from storage.outbox import Message
from storage.staff import responsible
from storage.tables import event_reports, events
from storage.thanking import thank
from storage.upsert import insert_new

YEAR = timedelta(days=365)
AT_ONCE = 50
"""Events in one beat: the first one after a long time has many."""
DUE = "report-due"
"""The message that asks."""


class Life:
    def __init__(self, db: AnyDatabase, policy: Policy, admins: Collection[int]) -> None:
        self._db = db
        self._policy = policy
        self._admins = admins

    async def beat(self, now: datetime) -> None:
        """Marks as held what is over, and asks what is to be asked; each event in a transaction of its own."""
        for event_id in await self._due(select(events.c.id).where(*_over(now)).order_by(events.c.id)):
            await self._hold(event_id, now)
        for event_id in await self._due(waited_for(self._policy.events.door_minutes, now)):
            await self._db.write(
                partial(offer_seats, event_id=event_id, policy=self._policy, admins=self._admins, now=now)
            )
        asked = select(event_reports.c.event_id).where(event_reports.c.ask_at <= now)
        for event_id in await self._due(asked.order_by(event_reports.c.event_id)):
            await self._ask(event_id, now)

    async def next_due(self, after: datetime) -> datetime | None:
        """The next moment at which something comes by itself."""
        asked = select(func.min(event_reports.c.ask_at)).where(event_reports.c.ask_at > after)
        coming = select(events.c.starts_at, events.c.ends_at).where(
            events.c.status == Status.PUBLISHED, lasts_until(after)
        )
        async with self._db.read() as conn:
            ends = [row.ends_at or row.starts_at + USUAL_LENGTH for row in await conn.execute(coming.limit(AT_ONCE))]
            ends.append((await conn.execute(asked)).scalar_one())
        return min((end for end in ends if end is not None), default=None)

    async def _due(self, query: Select[tuple[int]]) -> list[int]:
        async with self._db.read() as conn:
            return list((await conn.execute(query.limit(AT_ONCE))).scalars())

    async def _hold(self, event_id: int, now: datetime) -> None:
        async def job(conn: AsyncConnection) -> None:
            before = await load(conn, event_id, lock=True)
            event = hold(before, now)
            if event is before:
                return
            await conn.execute(update(events).where(events.c.id == event_id).values(status=event.status))
            ask_at = first_ask(event.ends_at, now, self._policy)
            row: dict[str, Any] = {"event_id": event_id, "ask_at": ask_at, "asked": 0, "links": []}
            await conn.execute(insert_new(event_reports), [row])
            if row["ask_at"] is not None:
                await thank(conn, event, self._policy, now)
            await cards.touch(conn, event_id, now)
            await note(conn, now, None, "event-held", ("event", event_id))

        await self._db.write(job)

    async def _ask(self, event_id: int, now: datetime) -> None:
        async def job(conn: AsyncConnection) -> None:
            event = await load(conn, event_id, lock=True)
            one = event_reports.c.event_id == event_id
            asked = (await conn.execute(select(event_reports.c.asked).where(one))).scalar_one()
            wanted = event.status is Status.HELD
            if wanted:
                await self._tell(conn, event, asked + 1, now)
            again = next_ask(asked + 1, now, self._policy) if wanted else None
            await conn.execute(update(event_reports).where(one).values(asked=asked + int(wanted), ask_at=again))

        await self._db.write(job)

    async def _tell(self, conn: AsyncConnection, event: Event, number: int, now: datetime) -> None:
        people = await responsible(conn, event.responsible_id, event.fields.branch_id, self._admins)
        due = self._policy.send_at(now, now + YEAR, pressing=False)
        letters = [Message(DUE, event.id, chat, f"n{number}", due, member) for member, chat in people]
        await outbox.add(conn, letters)


def _over(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Announced events whose end has come."""
    return events.c.status == Status.PUBLISHED, events.c.starts_at <= now, over_by(now)
