"""Taking somebody out of the coming events, inside the transaction that forgets them."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.policy import Policy
from storage import cards
from storage.event_rows import ahead, load
from storage.promotion import promote
from storage.rsvp_rows import to_rsvp
from storage.tables import events, rsvps


async def leave_events(conn: AsyncConnection, member_id: int, policy: Policy, now: datetime) -> None:
    """Frees the person's seats at what is still to come. Counts of what is over stay."""
    coming = select(rsvps.c.event_id).join(events, events.c.id == rsvps.c.event_id)
    own = coming.where(rsvps.c.member_id == member_id, ahead(now)).order_by(rsvps.c.event_id)
    for event_id in list((await conn.execute(own)).scalars()):
        await _leave(conn, event_id, member_id, policy, now)


async def _leave(conn: AsyncConnection, event_id: int, member_id: int, policy: Policy, now: datetime) -> None:
    event = await load(conn, event_id, lock=True)
    one = (rsvps.c.event_id == event_id, rsvps.c.member_id == member_id)
    gone = to_rsvp((await conn.execute(delete(rsvps).where(*one).returning(rsvps))).one())
    counter = events.c[gone.state]
    freed = {"seats_taken": events.c.seats_taken - gone.seated, counter.name: counter - 1}
    await conn.execute(update(events).where(events.c.id == event_id).values(freed))
    left = await load(conn, event_id)
    await promote(conn, replace(event, seats=left.seats), policy, now)
    await cards.touch(conn, event_id, now)
