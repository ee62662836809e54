"""Shortly before an event seats that nobody has claimed are offered to those who wait; its staff is told before."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.door import WARNED, is_warned, released
from domain.event import Event
from domain.life import Status
from domain.policy import Policy
from domain.seats import RsvpState
from storage import outbox
from storage.door import claimed
from storage.event_rows import load
from storage.outbox import Message
from storage.staff import responsible
from storage.tables import events, members, rsvps

AT_A_TIME = 3
"""Who waits is offered a free seat three at a time: not everybody is near."""
OFFER, SOON = "door-offer", "door-soon"


def waited_for(minutes: int, now: datetime) -> Select[tuple[int]]:
    """Events about to begin at which somebody waits, from when their staff is told."""
    soon = now + timedelta(minutes=minutes) + WARNED
    full = (events.c.queued > 0, events.c.capacity.is_not(None), events.c.all_day.is_(False))
    coming = (events.c.status == Status.PUBLISHED, events.c.starts_at > now, events.c.starts_at <= soon)
    return select(events.c.id).where(*coming, *full)


async def offer_seats(
    conn: AsyncConnection, event_id: int, policy: Policy, admins: Collection[int], now: datetime
) -> None:
    """Offers what is free now. Where nobody has been noted at the door until shortly before, its staff hears of it."""
    event, minutes = await load(conn, event_id), policy.events.door_minutes
    noted = await claimed(conn, event_id)
    if is_warned(event, noted, now, minutes):
        await outbox.add(conn, await _to_staff(conn, event, admins, now))
    free = released(event, noted, now, minutes)
    if free:
        await outbox.add(conn, await _to_queue(conn, event, free, now))


async def _to_queue(conn: AsyncConnection, event: Event, free: int, now: datetime) -> list[Message]:
    waiting = (rsvps.c.event_id == event.id, rsvps.c.state == RsvpState.QUEUED, rsvps.c.guests < free)
    query = select(rsvps.c.member_id, members.c.account_id).join(members, members.c.id == rsvps.c.member_id)
    query = query.where(*waiting, members.c.reachable).order_by(rsvps.c.ticket).limit(AT_A_TIME * free)
    until = event.fields.starts_at
    return [
        Message(OFFER, event.id, row.account_id, "door", now, row.member_id, urgent=True, use_until=until)
        for row in await conn.execute(query)
    ]


async def _to_staff(conn: AsyncConnection, event: Event, admins: Collection[int], now: datetime) -> list[Message]:
    until = event.fields.starts_at
    people = await responsible(conn, event.responsible_id, event.fields.branch_id, admins)
    return [
        Message(SOON, event.id, chat, until.isoformat(), now, member, urgent=True, use_until=until)
        for member, chat in people
    ]
