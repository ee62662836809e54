"""Reminder moments of events: planned with every change, fanned out to people when they come."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Text, and_, bindparam, cast, delete, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.event import Event
from domain.life import Status
from domain.people import Purpose
from domain.policy import Policy
from domain.reminders import Moment, still_useful
from domain.reminders import replan as replanned
from domain.seats import RsvpState
from storage.database import AnyDatabase
from storage.event_rows import load, to_event
from storage.tables import consents, events, members, outbox, reminders, rsvps
from storage.transaction import mark_outgoing
from storage.types import Moment as MomentType
from storage.upsert import insert_new

AT_ONCE = 50
"""Events that are planned anew in one transaction."""
REMINDED = (RsvpState.GOING, RsvpState.MAYBE)


async def replan(conn: AsyncConnection, event: Event, policy: Policy, now: datetime) -> None:
    """Plans the event's reminders anew: unsent ones follow the date, fired ones come again if still ahead."""
    standing = await conn.execute(select(reminders).where(reminders.c.event_id == event.id))
    old = tuple(Moment(row.kind, row.due_at, row.state) for row in standing)
    await conn.execute(delete(reminders).where(reminders.c.event_id == event.id))
    if event.status is not Status.PUBLISHED:
        return
    new = _planned(old, event, policy, now)
    rows = [{"event_id": event.id, "kind": one.kind, "due_at": one.due_at, "state": one.state} for one in new]
    if rows:
        await conn.execute(insert(reminders), rows)


def _planned(old: Sequence[Moment], event: Event, policy: Policy, now: datetime) -> list[Moment]:
    """What is open for days without an hour needs no word two hours before."""
    new = replanned(old, event.fields.starts_at, policy, now)
    return [one for one in new if not (event.fields.all_day and one.kind == "hours")]


class Reminders:
    def __init__(self, db: AnyDatabase, policy: Policy) -> None:
        self._db = db
        self._policy = policy

    async def replan_all(self, now: datetime) -> None:
        """Plans every coming event anew: after a change of the calendar, the quiet hours or the rules."""
        async with self._db.read() as conn:
            other = await self._out_of_date(conn, now)
        for start in range(0, len(other), AT_ONCE):
            await self._replan(other[start : start + AT_ONCE], now)

    async def of(self, event_id: int) -> list[Moment]:
        """The event's reminder moments, the earliest first."""
        query = select(reminders).where(reminders.c.event_id == event_id).order_by(reminders.c.due_at)
        async with self._db.read() as conn:
            return [Moment(row.kind, row.due_at, row.state) for row in await conn.execute(query)]

    async def next_due(self, after: datetime) -> datetime | None:
        """The next planned moment after another."""
        query = select(reminders.c.due_at).where(reminders.c.state == "planned", reminders.c.due_at > after)
        async with self._db.read() as conn:
            return (await conn.execute(query.order_by(reminders.c.due_at).limit(1))).scalar_one_or_none()

    async def fire(self, now: datetime) -> int:
        """Fans out every moment that has come, one event a transaction; how many moments there were."""
        query = select(reminders.c.event_id).where(reminders.c.state == "planned", reminders.c.due_at <= now)
        async with self._db.read() as conn:
            due = list((await conn.execute(query.distinct().order_by(reminders.c.event_id))).scalars())
        for event_id in due:
            await self._fire_one(event_id, now)
        return len(due)

    async def _out_of_date(self, conn: AsyncConnection, now: datetime) -> list[int]:
        """Coming events whose moments are not what they would be if they were planned now."""
        coming = (events.c.status == Status.PUBLISHED, events.c.starts_at > now)
        standing = defaultdict[int, list[Moment]](list)
        query = select(reminders).where(reminders.c.event_id.in_(select(events.c.id).where(*coming)))
        for row in await conn.execute(query):
            standing[row.event_id].append(Moment(row.kind, row.due_at, row.state))
        rows = await conn.execute(select(events).where(*coming).order_by(events.c.id))
        found = [to_event(row, (), ()) for row in rows]
        return [one.id for one in found if not self._is_planned(one, standing[one.id], now)]

    def _is_planned(self, event: Event, standing: Sequence[Moment], now: datetime) -> bool:
        return set(_planned(standing, event, self._policy, now)) == set(standing)

    async def _replan(self, event_ids: Sequence[int], now: datetime) -> None:
        async def job(conn: AsyncConnection) -> None:
            for event_id in event_ids:
                await replan(conn, await load(conn, event_id, lock=True), self._policy, now)

        await self._db.write(job)

    async def _fire_one(self, event_id: int, now: datetime) -> None:
        async def job(conn: AsyncConnection) -> None:
            event = await load(conn, event_id, lock=True)
            query = select(reminders).where(reminders.c.event_id == event_id, reminders.c.state == "planned")
            due = [row for row in await conn.execute(query.order_by(reminders.c.due_at)) if row.due_at <= now]
            for number, row in enumerate(due):
                later = tuple(other.due_at for other in due[number + 1 :])
                useful = event.is_open and still_useful(later, event.fields.starts_at, now)
                await _close(conn, event_id, row.kind, "fired" if useful else "missed")
                if useful:
                    await _fan_out(conn, event, row.kind, row.due_at, now)

        await self._db.write(job)


async def _close(conn: AsyncConnection, event_id: int, kind: str, state: str) -> None:
    one = (reminders.c.event_id == event_id, reminders.c.kind == kind)
    await conn.execute(update(reminders).where(*one).values(state=state))


async def _fan_out(conn: AsyncConnection, event: Event, kind: str, due_at: datetime, now: datetime) -> None:
    """A message to each who comes or may come, is reachable, has consented, wants this kind and answered in time."""
    willing = (consents.c.purpose == Purpose.EVENTS, consents.c.withdrawn_at.is_(None))
    consent = select(consents.c.member_id).where(*willing)
    concerned = and_(
        rsvps.c.event_id == event.id,
        rsvps.c.state.in_(REMINDED),
        rsvps.c.answered_at <= due_at,
        members.c.reachable,
        members.c.id.in_(consent),
        cast(members.c.muted, Text).not_like(f'%"{kind}"%'),
    )
    row: dict[str, Any] = {
        "kind": literal(f"reminder-{kind}"),
        "subject": literal(event.id),
        "chat_id": members.c.account_id,
        "member_id": members.c.id,
        "moment": literal(due_at.isoformat()),
        "args": bindparam("no_args", {}, type_=JSON),
        "state": literal("ready"),
        "urgent": literal(value=False),
        "due_at": literal(now, MomentType),
        "use_until": literal(event.fields.starts_at, MomentType),
    }
    people = select(*row.values()).select_from(rsvps.join(members, members.c.id == rsvps.c.member_id)).where(concerned)
    await conn.execute(insert_new(outbox).from_select(list(row), people))
    mark_outgoing(conn)
