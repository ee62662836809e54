"""Minutes of events: every text with its revisions."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.minutes import Minutes, Piece, Place, Revision, write
from domain.people import Person
from storage.audit import note
from storage.database import AnyDatabase
from storage.event_rows import load
from storage.tables import minutes


class MinutesBook:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def of(self, event_id: int) -> Minutes:
        """The newest texts; none for an event without."""
        newest = func.max(minutes.c.number)
        which = select(minutes.c.item_id, minutes.c.piece, newest.label("number"))
        which = which.where(minutes.c.event_id == event_id).group_by(minutes.c.item_id, minutes.c.piece)
        last = which.subquery()
        same = (minutes.c[name] == last.c[name] for name in ("item_id", "piece", "number"))
        query = select(minutes).join(last, and_(*same)).where(minutes.c.event_id == event_id)
        async with self._db.read() as conn:
            rows = await conn.execute(query)
            return Minutes({(row.item_id, Piece(row.piece)): _revision(row) for row in rows})

    async def revisions(self, place: Place, limit: int, offset: int = 0) -> list[Revision]:
        """What stood there, the newest first: each may be thirty pages long."""
        async with self._db.read() as conn:
            return [_revision(row) for row in await conn.execute(_there(place).limit(limit).offset(offset))]

    async def write(self, place: Place, text: str, base: int, actor: Person, now: datetime) -> Revision:
        """Keeps the text as the next revision of what its writer saw; `ChangedMeanwhile` if there is a newer one."""

        async def job(conn: AsyncConnection) -> Revision:
            await load(conn, place.event_id, lock=True)
            row = (await conn.execute(_there(place).limit(1))).one_or_none()
            before = _revision(row) if row else Revision()
            after = write(before, base, text)
            if after is None:
                return before
            columns = {"event_id": place.event_id, "item_id": place.item_id, "piece": str(place.piece)}
            own = {"number": after.number, "text": text, "by_id": actor.id, "at": now}
            await conn.execute(insert(minutes).values(columns | own))
            await note(conn, now, actor.id, "minutes-written", ("event", place.event_id))
            return Revision(after.number, text, actor.id, now)

        return await self._db.write(job)


def _there(place: Place) -> Select[Any]:
    at = (minutes.c.event_id == place.event_id, minutes.c.item_id == place.item_id, minutes.c.piece == place.piece)
    return select(minutes).where(*at).order_by(minutes.c.number.desc())


def _revision(row: Row[Any]) -> Revision:
    return Revision(row.number, row.text, row.by_id, row.at)
