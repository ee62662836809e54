"""Stars and words of those who came."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select, union, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.refusal import Refusal
from domain.seats import RsvpState
from storage.database import AnyDatabase
from storage.event_rows import load
from storage.tables import checkins, feedback, rsvps
from storage.upsert import upsert

TAKEN_FOR = timedelta(days=30)
"""How long after its end an event is spoken of."""
MOST_STARS = 5


@dataclass(frozen=True, slots=True)
class Stars:
    """What it comes to: the mean of so many."""

    average: float
    number: int


class Feedback:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def of(self, event_id: int) -> Stars | None:
        """The stars of the event; None as long as there are none."""
        query = select(func.avg(feedback.c.stars), func.count()).where(feedback.c.event_id == event_id)
        async with self._db.read() as conn:
            average, number = (await conn.execute(query)).one()
        return Stars(float(average), number) if number else None

    async def words(self, event_id: int, limit: int, offset: int = 0) -> list[tuple[int, str]]:
        """Stars with words to them, the newest first."""
        said = (feedback.c.event_id == event_id, feedback.c.words.is_not(None))
        query = select(feedback.c.stars, feedback.c.words).where(*said).order_by(feedback.c.at.desc())
        async with self._db.read() as conn:
            return [(row.stars, row.words) for row in await conn.execute(query.limit(limit).offset(offset))]

    async def count_words(self, event_id: int) -> int:
        query = select(func.count()).where(feedback.c.event_id == event_id, feedback.c.words.is_not(None))
        async with self._db.read() as conn:
            return int((await conn.execute(query)).scalar_one())

    async def give(self, event_id: int, member_id: int, stars: int, now: datetime) -> None:
        """Keeps the stars of somebody who was there, in place of what they gave before; words stay."""
        if not 1 <= stars <= MOST_STARS:
            raise Refusal("gone")

        async def job(conn: AsyncConnection) -> None:
            event = await load(conn, event_id)
            if event.is_cancelled or not event.ends_at <= now <= event.ends_at + TAKEN_FOR:
                raise Refusal("feedback-time")
            if not await _was_there(conn, event_id, member_id):
                raise Refusal("feedback-not-there")
            row = {"event_id": event_id, "member_id": member_id, "stars": stars, "at": now}
            await conn.execute(upsert(feedback, row))

        await self._db.write(job)

    async def say(self, event_id: int, member_id: int, words: str) -> None:
        """Keeps a word to the stars that were given."""
        one = (feedback.c.event_id == event_id, feedback.c.member_id == member_id)
        await self._db.write(lambda conn: conn.execute(update(feedback).where(*one).values(words=words)))


async def _was_there(conn: AsyncConnection, event_id: int, member_id: int) -> bool:
    """Checked in at the door, or with a seat: not everybody is noted there."""
    went = (rsvps.c.event_id == event_id, rsvps.c.member_id == member_id, rsvps.c.state == RsvpState.GOING)
    came = (checkins.c.event_id == event_id, checkins.c.member_id == member_id)
    either = union(select(rsvps.c.member_id).where(*went), select(checkins.c.member_id).where(*came))
    return (await conn.execute(either)).first() is not None
