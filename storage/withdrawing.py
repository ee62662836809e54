"""Taking a consent back: what it allowed ends with it, inside one transaction."""

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.destruction import Destruction, Ground
from domain.people import Purpose
from domain.policy import Policy
from storage.chores import hasten
from storage.erasing import Admins, erase
from storage.leaving import leave_events
from storage.oblivion import CLEAN_UP
from storage.tables import calendar_feeds, cards, consents, outbox, rsvps, substitutes

OF_EVENTS = ("invitation", "moved", "relocated", "cancelled", "seat", "reminder-week", "reminder-day", "reminder-hours")
"""Messages that somebody gets who has consented to them."""


async def withdraw(
    conn: AsyncConnection, member_id: int, purpose: Purpose, *, admins: Admins, policy: Policy, now: datetime
) -> Destruction | None:
    """Ends the consent in the transaction that is open. The last one ends everything: the account of that."""
    own = (consents.c.member_id == member_id, consents.c.withdrawn_at.is_(None))
    ended = update(consents).where(*own, consents.c.purpose == purpose).values(withdrawn_at=now)
    if not (await conn.execute(ended)).rowcount:
        return None
    if (await conn.execute(select(consents.c.id).where(*own).limit(1))).first() is None:
        return await erase(conn, member_id, Ground.WITHDRAWN, admins=admins, policy=policy, now=now)
    if purpose is Purpose.EVENTS:
        await _leave(conn, member_id, policy, now)
    return None


async def _leave(conn: AsyncConnection, member_id: int, policy: Policy, now: datetime) -> None:
    """Seats are freed, and what the person said to events that are over goes too; the counts of those stay."""
    await leave_events(conn, member_id, policy, now)
    for table in (rsvps, substitutes, cards):
        await conn.execute(delete(table).where(table.c.member_id == member_id))
    own = (calendar_feeds.c.member_id == member_id, calendar_feeds.c.branch_id.is_(None))
    await conn.execute(delete(calendar_feeds).where(*own))
    waiting = (outbox.c.member_id == member_id, outbox.c.kind.in_(OF_EVENTS), outbox.c.state.in_(("ready", "claimed")))
    await conn.execute(update(outbox).where(*waiting).values(state="superseded", finished_at=now))
    await hasten(conn, CLEAN_UP, now)
