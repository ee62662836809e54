"""Whoever signs up is asked what the organiser wants to know."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.event import Event
from storage import outbox
from storage.outbox import Message
from storage.tables import members


async def ask_questions(conn: AsyncConnection, event: Event, member_id: int, now: datetime) -> None:
    """Asks at once, wherever they pressed; once for each event."""
    chat = (await conn.execute(select(members.c.account_id).where(members.c.id == member_id))).scalar_one()
    until = event.begins_at
    await outbox.add(conn, [Message("sign-up", event.id, chat, "once", now, member_id, urgent=True, use_until=until)])
