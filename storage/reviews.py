"""What a librarian has decided on open answers: shown as it stands, shown in other words, or hidden."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Delete, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.refusal import Gone
from storage.audit import note
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

    async def put(self, key: Key, review: Review, actor_id: int, now: datetime, *, revision: int | None = None) -> None:
        """Keeps a decision in place of an earlier one; `Gone` if the response is no more, or no more of this revision:
        what was looked at is not what stands there."""
        response_id, question = key
        state = "shown" if review.is_shown else "hidden"
        row = {"response_id": response_id, "question": question, "state": state, "text": review.text}
        action = "answer-edited" if review.is_shown and review.text else f"answer-{state}"

        async def job(conn: AsyncConnection) -> None:
            survey_id = await _locked(conn, response_id, revision)
            await conn.execute(_dropped(key))
            await conn.execute(insert(answer_reviews).values(row | {"reviewed_by": actor_id, "reviewed_at": now}))
            await note(conn, now, actor_id, action, ("survey", survey_id))

        await self._db.write(job)

    async def drop(self, key: Key, actor_id: int, now: datetime) -> None:
        """Takes a decision back: the answer waits for one again. `Gone` if the response is no more."""

        async def job(conn: AsyncConnection) -> None:
            survey_id = await _locked(conn, key[0], None)
            if (await conn.execute(_dropped(key))).rowcount:
                await note(conn, now, actor_id, "answer-waits", ("survey", survey_id))

        await self._db.write(job)


async def _locked(conn: AsyncConnection, response_id: int, revision: int | None) -> int:
    """The response's survey."""
    there = select(responses.c.survey_id, responses.c.revision).where(responses.c.id == response_id).with_for_update()
    row = (await conn.execute(there)).one_or_none()
    if row is None or revision not in {None, row.revision}:
        raise Gone("response-gone")
    return int(row.survey_id)


def _dropped(key: Key) -> Delete:
    return delete(answer_reviews).where(answer_reviews.c.response_id == key[0], answer_reviews.c.question == key[1])
