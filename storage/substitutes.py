"""Links by which a colleague comes instead; inside whichever transaction is open."""

from datetime import datetime
from secrets import token_urlsafe
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.event import Event
from domain.people import Purpose
from domain.refusal import Refusal
from storage import outbox
from storage.consenting import consents_to
from storage.outbox import Message
from storage.tables import members, rsvps, substitutes

COMES = "substitute"
"""To who could not come: a colleague does."""


async def token_for(conn: AsyncConnection, event_id: int, member_id: int, now: datetime) -> str:
    """The token of somebody who cannot come; the same one as long as nobody took it up."""
    same = (substitutes.c.event_id == event_id, substitutes.c.member_id == member_id, substitutes.c.used_by.is_(None))
    token = (await conn.execute(select(substitutes.c.token).where(*same))).scalars().first()
    if token is None:
        token = token_urlsafe(12)
        row = {"token": token, "event_id": event_id, "member_id": member_id, "created_at": now}
        await conn.execute(insert(substitutes).values(row))
    return str(token)


async def behind(conn: AsyncConnection, token: str) -> Row[Any]:
    """`event_id`, `used_by`, the `member_id` who cannot come and the `partner_id` they were to act for.

    `Refusal` if there is no such link.
    """
    same = (rsvps.c.event_id == substitutes.c.event_id) & (rsvps.c.member_id == substitutes.c.member_id)
    own = (substitutes.c.event_id, substitutes.c.used_by, substitutes.c.member_id)
    query = select(*own, rsvps.c.partner_id).outerjoin(rsvps, same)
    row = (await conn.execute(query.where(substitutes.c.token == token))).one_or_none()
    if row is None:
        raise Refusal("link-unknown")
    return row


async def used(conn: AsyncConnection, token: str, member_id: int) -> None:
    """The link has served this person, and serves nobody else."""
    await conn.execute(update(substitutes).where(substitutes.c.token == token).values(used_by=member_id))


async def tell(conn: AsyncConnection, event: Event, absent_id: int, member_id: int, due: datetime) -> None:
    """Tells who could not come that this colleague does, if they can be told."""
    known = (members.c.id == absent_id, members.c.reachable, consents_to(Purpose.EVENTS))
    chats = (await conn.execute(select(members.c.account_id).where(*known))).scalars()
    start = event.fields.starts_at
    news = [Message(COMES, event.id, chat, f"m{member_id}", due, absent_id, use_until=start) for chat in chats]
    await outbox.add(conn, news)
