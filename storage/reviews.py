"""What a librarian has decided on open answers: shown as it stands, shown in other words, or hidden."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.refusal import Gone
from storage.database import AnyDatabase
from storage.tables import answer_reviews, responses


@dataclass(frozen=True, slots=True)
class Review:
    """A decision; `text` is what may be quoted instead of the answer, where something was taken out."""

    is_shown: bool
    text: str | None = None


Key = tuple[int, str]
"""A response and the question."""


class Reviews:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def of(self, survey_id: int) -> Mapping[Key, Review]:
        """The decisions that still hold: one on an answer that was sent anew afterwards does not."""
        holds = answer_reviews.c.reviewed_at >= responses.c.sent_at
        query = select(answer_reviews).join(responses).where(responses.c.survey_id == survey_id, holds)
        async with self._db.read() as conn:
            rows = (await conn.execute(query)).all()
        return {(row.response_id, row.question): Review(row.state == "shown", row.text) for row in rows}

    async def put(self, key: Key, review: Review, actor_id: int, now: datetime) -> None:
        """Keeps a decision in place of an earlier one; `Gone` if the response is no more."""
        response_id, question = key
        state = "shown" if review.is_shown else "hidden"
        row = {"response_id": response_id, "question": question, "state": state, "text": review.text}
        same = (answer_reviews.c.response_id == response_id, answer_reviews.c.question == question)

        async def job(conn: AsyncConnection) -> None:
            there = select(responses.c.id).where(responses.c.id == response_id).with_for_update()
            if (await conn.execute(there)).first() is None:
                raise Gone("response-gone")
            await conn.execute(delete(answer_reviews).where(*same))
            await conn.execute(insert(answer_reviews).values(row | {"reviewed_by": actor_id, "reviewed_at": now}))

        await self._db.write(job)
