"""Links by which a colleague comes instead; inside whichever transaction is open."""

from datetime import datetime
from secrets import token_urlsafe
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.refusal import Refusal
from storage.tables import rsvps, substitutes


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
    """`event_id`, `used_by` and the `partner_id` that the one who cannot come was to act for; `Refusal` if none."""
    same = (rsvps.c.event_id == substitutes.c.event_id) & (rsvps.c.member_id == substitutes.c.member_id)
    query = select(substitutes.c.event_id, substitutes.c.used_by, rsvps.c.partner_id).outerjoin(rsvps, same)
    row = (await conn.execute(query.where(substitutes.c.token == token))).one_or_none()
    if row is None:
        raise Refusal("link-unknown")
    return row


async def used(conn: AsyncConnection, token: str, member_id: int) -> None:
    """The link has served this person, and serves nobody else."""
    await conn.execute(update(substitutes).where(substitutes.c.token == token).values(used_by=member_id))
