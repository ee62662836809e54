"""Thanks to those who came, when an event has been held."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, bindparam, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.event import Event
from domain.people import Purpose
from domain.policy import Policy
from domain.seats import RsvpState
from storage.consenting import consents_to
from storage.tables import checkins, members, outbox, rsvps
from storage.transaction import mark_outgoing
from storage.types import Moment
from storage.upsert import insert_new

KIND = "thanks"
AFTER = timedelta(hours=1)
YEAR = timedelta(days=365)


async def thank(conn: AsyncConnection, event: Event, policy: Policy, now: datetime) -> None:
    """A message to each who was noted at the door; where nobody was noted, to each who had a seat."""
    came = select(checkins.c.member_id).where(checkins.c.event_id == event.id, checkins.c.member_id.is_not(None))
    went = select(rsvps.c.member_id).where(rsvps.c.event_id == event.id, rsvps.c.state == RsvpState.GOING)
    noted = (await conn.execute(select(checkins.c.id).where(checkins.c.event_id == event.id).limit(1))).first()
    guests = (members.c.id.in_(came if noted else went), members.c.reachable, consents_to(Purpose.EVENTS))
    row: dict[str, Any] = {
        "kind": literal(KIND),
        "subject": literal(event.id),
        "chat_id": members.c.account_id,
        "member_id": members.c.id,
        "moment": literal("held"),
        "args": bindparam("no_args", {}, type_=JSON),
        "state": literal("ready"),
        "urgent": literal(value=False),
        "due_at": literal(policy.send_at(now + AFTER, now + YEAR, pressing=False), Moment),
        "use_until": literal(now + timedelta(days=7), Moment),
    }
    await conn.execute(insert_new(outbox).from_select(list(row), select(*row.values()).where(*guests)))
    mark_outgoing(conn)
