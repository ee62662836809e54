"""Where an event is listed elsewhere: its page on PRO.Культура.РФ, once it has one."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.people import Person
from storage.audit import note
from storage.database import AnyDatabase
from storage.tables import events


class Listings:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def of(self, event_id: int) -> str | None:
        """The address of its page; None as long as nobody has said it."""
        query = select(events.c.listing).where(events.c.id == event_id)
        async with self._db.read() as conn:
            found: str | None = (await conn.execute(query)).scalar_one_or_none()
        return found

    async def put(self, event_id: int, address: str, actor: Person, now: datetime) -> None:
        """In place of the one before."""

        async def job(conn: AsyncConnection) -> None:
            await conn.execute(update(events).where(events.c.id == event_id).values(listing=address))
            await note(conn, now, actor.id, "event-listed", ("event", event_id))

        await self._db.write(job)
