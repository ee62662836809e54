"""What results are counted from, read piece by piece: of ten thousand answers none is opened in the bot's own time."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, Text, cast, func, select

from domain.own_words import opens, words_in
from domain.questionnaire.model import Item, Questionnaire
from storage.database import AnyDatabase
from storage.tables import answer_reviews, partners, responses

AT_ONCE = 250
"""Responses that are read in one go."""

Stamp = tuple[Any, ...]
"""Differs whenever the answers do, or what they are broken down by."""
Line = tuple[int, int, str, str, str]
"""A response's id, its organisation's id, short name and sector, and its answers as JSON."""
Decision = tuple[int, str, str | None]
"""A response's id, the question, and the words that may be quoted, if they were changed."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision: on which response's answer to the question at which place, and what is shown or was hidden."""

    response_id: int
    place: int
    is_shown: bool
    text: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """Own words that a librarian has let through: how many, and the first of them."""

    number: int
    texts: tuple[str, ...]


class Tallies:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def stamp(self, survey_id: int) -> Stamp:
        here = responses.c
        sums = (func.count(), func.sum(here.id), func.sum(here.revision), func.max(here.sent_at))
        query = select(*sums, func.sum(partners.c.revision)).join(partners).where(here.survey_id == survey_id)
        async with self._db.read() as conn:
            return tuple((await conn.execute(query)).one())

    async def lines(self, survey_id: int) -> AsyncIterator[list[Line]]:
        """Everything that was sent, in the order of the organisations, some hundreds at a time."""
        here, they = responses.c, partners.c
        answers = cast(here.answers, Text)
        query = select(here.id, here.partner_id, they.short_name, they.sector, answers).join(partners)
        query = query.where(here.survey_id == survey_id).order_by(here.partner_id).limit(AT_ONCE)
        last = 0
        async with self._db.read() as conn:
            while found := (await conn.execute(query.where(here.partner_id > last))).all():
                last = found[-1].partner_id
                yield [tuple(row) for row in found]

    async def decisions(self, survey_id: int) -> AsyncIterator[list[Decision]]:
        """What may be quoted, some hundreds at a time."""
        here = answer_reviews.c
        query = _holding(survey_id, here.response_id, here.question, here.text).where(here.state == "shown")
        query = query.order_by(here.response_id, here.question)
        place = 0
        async with self._db.read() as conn:
            while found := (await conn.execute(query.limit(AT_ONCE).offset(place))).all():
                place += len(found)
                yield [tuple(row) for row in found]

    async def decided(self, survey_id: int) -> int:
        """On how many answers in own words a librarian has decided."""
        async with self._db.read() as conn:
            return int((await conn.execute(_holding(survey_id, func.count()))).scalar_one())

    async def decided_among(self, survey_id: int, response_ids: Sequence[int]) -> set[tuple[int, str]]:
        """On which answers of these responses, at most some hundreds, a librarian has decided."""
        here = answer_reviews.c
        query = _holding(survey_id, here.response_id, here.question).where(here.response_id.in_(response_ids))
        async with self._db.read() as conn:
            return {(row.response_id, row.question) for row in await conn.execute(query)}

    async def latest(self, survey_id: int, questionnaire: Questionnaire, most: int) -> list[Decided]:
        """The last decisions, the newest first."""
        here, places = answer_reviews.c, {item.name: place for place, item in enumerate(opens(questionnaire))}
        columns = (here.response_id, here.question, here.state, here.text, responses.c.answers)
        query = _holding(survey_id, *columns).order_by(here.reviewed_at.desc(), here.response_id, here.question)
        async with self._db.read() as conn:
            rows = [row for row in await conn.execute(query.limit(most)) if row.question in places]
        said = ((row, row.text or words_in(row.answers, Item("text", row.question)) or "") for row in rows)
        return [Decided(row.response_id, places[row.question], row.state == "shown", text) for row, text in said]

    async def quoted(self, survey_id: int, most: int) -> Mapping[str, Quoted]:
        """What may be quoted, at most so many of each question. Their order says nothing of who said it."""
        here = answer_reviews.c
        place = func.row_number().over(partition_by=here.question, order_by=here.response_id).label("place")
        number = func.count().over(partition_by=here.question).label("number")
        shown = _holding(survey_id, here.response_id, here.question, here.text, place, number)
        every = shown.where(here.state == "shown").subquery()
        wanted = select(every, responses.c.answers).join(responses, responses.c.id == every.c.response_id)
        found: dict[str, tuple[int, list[str]]] = {}
        async with self._db.read() as conn:
            for row in await conn.execute(wanted.where(every.c.place <= most)):
                text = row.text or words_in(row.answers, Item("text", row.question))
                found.setdefault(row.question, (row.number, []))[1].append(text or "")
        return {key: Quoted(number, tuple(sorted(filter(None, texts)))) for key, (number, texts) in found.items()}


def _holding(survey_id: int, *columns: Any) -> Select[Any]:
    """Of the decisions that still hold: one on an answer that was sent anew afterwards does not."""
    query = select(*columns).select_from(answer_reviews.join(responses))
    return query.where(responses.c.survey_id == survey_id, answer_reviews.c.reviewed_at >= responses.c.sent_at)
