"""Series: dates under one announcement, each an event with its own seats, moved or cancelled alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.event import Event, EventFields
from domain.life import Status
from domain.people import Person
from domain.policy import Policy
from domain.refusal import Refusal
from domain.seats import Answer, RsvpState
from domain.series import at, new_dates
from storage import agenda_rows, cards
from storage.audit import note
from storage.database import AnyDatabase
from storage.event_rows import load, save_details, to_columns, to_event
from storage.rsvps import Rsvps
from storage.schedule import replan
from storage.tables import events


@dataclass(frozen=True, slots=True)
class AllAnswered:
    """What came of signing up for all dates: seats, places in queues, dates for which it was too late."""

    seated: int
    queued: int
    late: int


class Series:
    def __init__(self, db: AnyDatabase, policy: Policy, rsvps: Rsvps) -> None:
        self._db = db
        self._policy = policy
        self._rsvps = rsvps

    async def of(self, event: Event) -> list[Event]:
        """All dates of the event's series in order, whatever has become of them; of one without a series itself."""
        query = select(events).where(events.c.series_id == event.series_id).order_by(events.c.starts_at, events.c.id)
        async with self._db.read() as conn:
            found = [to_event(row, (), ()) for row in await conn.execute(query)] if event.series_id else []
        return found or [event]

    async def count(self, series_id: int | None) -> int:
        """How many dates are announced and not over."""
        if series_id is None:
            return 1
        query = select(func.count()).where(events.c.series_id == series_id, events.c.status == Status.PUBLISHED)
        async with self._db.read() as conn:
            return int((await conn.execute(query)).scalar_one())

    async def add(self, event_id: int, starts: Sequence[datetime], actor: Person, now: datetime) -> int:
        """Announces the same at these dates, too; how many there are now.

        Nobody is invited again: whoever knows of the one sees the others on its card.
        """

        async def job(conn: AsyncConnection) -> int:
            base = await load(conn, event_id, lock=True)
            base.require_open()
            series_id = base.series_id or base.id
            known = select(events.c.starts_at).where(events.c.series_id == series_id)
            standing = {base.fields.starts_at, *(await conn.execute(known)).scalars()}
            fresh = new_dates(standing, starts, now)
            await conn.execute(update(events).where(events.c.id == base.id).values(series_id=series_id))
            for start in fresh:
                await self._announce(conn, base, at(base.fields, start), series_id, now)
            await cards.touch(conn, base.id, now)
            await note(conn, now, actor.id, "series-grown", ("event", base.id), after={"dates": len(fresh)})
            return len(standing) + len(fresh)

        return await self._db.write(job)

    async def sign_up(self, event_id: int, member_id: int, now: datetime) -> AllAnswered:
        """«Приду» to every date that still takes answers: each by its own seats and queue."""

        async def job(conn: AsyncConnection) -> AllAnswered:
            base = await load(conn, event_id)
            one = events.c.series_id == base.series_id if base.series_id else events.c.id == base.id
            dates = select(events.c.id).where(one, events.c.status == Status.PUBLISHED).order_by(events.c.id)
            states = [await self._answer(conn, each, member_id, now) for each in (await conn.execute(dates)).scalars()]
            seated, queued = states.count(RsvpState.GOING), states.count(RsvpState.QUEUED)
            return AllAnswered(seated, queued, len(states) - seated - queued)

        return await self._db.write(job)

    async def _answer(self, conn: AsyncConnection, event_id: int, member_id: int, now: datetime) -> RsvpState | None:
        """None: it is too late for this date."""
        try:
            return (await self._rsvps.answer_within(conn, event_id, member_id, Answer.GOING, now)).after.state
        except Refusal:
            return None

    async def _announce(
        self, conn: AsyncConnection, base: Event, fields: EventFields, series_id: int, now: datetime
    ) -> None:
        own = {"status": base.status, "revision": 1, "responsible_id": base.responsible_id, "created_at": now}
        row = to_columns(fields) | own | {"series_id": series_id}
        added = await conn.execute(insert(events).values(row).returning(events.c.id))
        event_id = int(added.scalar_one())
        await save_details(conn, event_id, fields)
        await agenda_rows.copy(conn, base.id, event_id)
        await replan(conn, await load(conn, event_id), self._policy, now)
