"""Between rows and `Rsvp` values, with what a press reads and writes of them."""

from dataclasses import fields, replace
from typing import Any

from sqlalchemy import Row, bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.event import Counts, Event
from domain.seats import Rsvp, RsvpState, count
from storage.prepared import Prepared
from storage.tables import events, rsvps
from storage.upsert import upsert

_ONE = Prepared(select(rsvps).where(rsvps.c.event_id == bindparam("event"), rsvps.c.member_id == bindparam("member")))
_PUT = Prepared(upsert(rsvps, {column.name: bindparam(column.name) for column in rsvps.c}))
_OWN = tuple(field.name for field in fields(Rsvp))
_COUNTERS = ("going", "maybe", "declined", "queued", "seats_taken", "last_ticket")
_COUNT = Prepared(
    update(events).where(events.c.id == bindparam("event")).values({name: bindparam(name) for name in _COUNTERS})
)


async def find(conn: AsyncConnection, event_id: int, member_id: int) -> Rsvp | None:
    """What the member has said to the event."""
    row = await _ONE.one(conn, {"event": event_id, "member": member_id})
    return to_rsvp(row) if row else None


async def place_of(conn: AsyncConnection, event_id: int, ticket: int) -> int:
    """The place in the queue, counted from 1."""
    ahead = (rsvps.c.event_id == event_id, rsvps.c.state == RsvpState.QUEUED, rsvps.c.ticket <= ticket)
    return int((await conn.execute(select(func.count()).select_from(rsvps).where(*ahead))).scalar_one())


async def put(conn: AsyncConnection, event: Event, before: Rsvp | None, after: Rsvp) -> Event:
    """Writes the answer and the event's counters; the event as it is then."""
    changed = _counted(event, before, after)
    row = {name: getattr(after, name) for name in _OWN}
    await _PUT.run(conn, row | {"event_id": event.id, "state": str(after.state)})
    seats = {"seats_taken": changed.seats.taken, "last_ticket": changed.seats.last_ticket}
    await _COUNT.run(conn, {"event": event.id} | _tally(changed.counts) | seats)
    return changed


def to_rsvp(row: Row[Any]) -> Rsvp:
    return Rsvp(
        member_id=row.member_id,
        state=RsvpState(row.state),
        guests=row.guests,
        ticket=row.ticket,
        reason=row.reason,
        note=row.note,
        partner_id=row.partner_id,
        answered_at=row.answered_at,
    )


def to_labelled_rsvp(row: Row[Any]) -> Rsvp:
    """Of a row in which each column's name begins with `rsvp_`."""
    values = {column.name: row._mapping[f"rsvp_{column.name}"] for column in rsvps.c if column.name != "event_id"}
    return Rsvp(**values | {"state": RsvpState(values["state"])})


def _counted(event: Event, before: Rsvp | None, after: Rsvp) -> Event:
    """The event once the answer has changed."""
    tally = _tally(event.counts)
    if before is not None:
        tally[before.state] -= 1
    tally[after.state] += 1
    return replace(event, seats=count(event.seats, before, after), counts=Counts(**tally))


def _tally(counts: Counts) -> dict[str, int]:
    return {state.value: getattr(counts, state) for state in RsvpState}
