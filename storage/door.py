"""The door: who has come in, with a sign-up or without, and groups without names."""

from sqlalchemy import func, select

from storage.database import AnyDatabase
from storage.tables import checkins


class Door:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def people(self, event_id: int) -> int:
        """How many have come in."""
        query = select(func.coalesce(func.sum(checkins.c.people), 0)).where(checkins.c.event_id == event_id)
        async with self._db.read() as conn:
            return int((await conn.execute(query)).scalar_one())
