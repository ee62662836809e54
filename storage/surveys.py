"""Surveys: one door for each change; who is asked is fixed at publication."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Join, and_, case, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain import segment as segments
from domain.policy import Policy
from domain.refusal import Refusal
from domain.survey import Source, Survey, SurveyFields, SurveyState, check, publish
from storage import chasing
from storage.audit import note
from storage.database import AnyDatabase
from storage.segments import pairs
from storage.survey_rows import FORM, load, to_survey
from storage.tables import drafts, responses, survey_partners, surveys

Rule = Callable[[Survey], Survey]


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a survey has come, in organisations: meant, begun but not sent, sent; `typed` of these by staff.

    `deaf`: those that have begun nothing, and in which there is nobody who could be asked.
    """

    meant: int = 0
    started: int = 0
    sent: int = 0
    typed: int = 0
    deaf: int = 0

    @property
    def asked(self) -> int:
        return self.meant - self.deaf


class Surveys:
    def __init__(self, db: AnyDatabase, policy: Policy) -> None:
        self._db = db
        self._policy = policy

    async def draft(self, fields: SurveyFields, actor_id: int, now: datetime) -> Survey:
        """A new survey, which nobody is asked yet."""
        check(fields, now)
        row = _columns(fields) | {"state": SurveyState.DRAFT, "author_id": actor_id, "revision": 1, "created_at": now}
        added = insert(surveys).values(row).returning(surveys)

        async def job(conn: AsyncConnection) -> Survey:
            return to_survey((await conn.execute(added)).one())

        return await self._db.write(job)

    async def begin(self, fields: SurveyFields, actor_id: int, now: datetime, draft_id: int | None = None) -> Survey:
        """A survey that is published at once; the draft of the form it was made with goes in the same transaction.

        `Refusal` where there is nobody to be asked.
        """
        check(fields, now)
        new = _columns(fields) | {"state": SurveyState.DRAFT, "author_id": actor_id, "revision": 1, "created_at": now}

        async def job(conn: AsyncConnection) -> Survey:
            made = to_survey((await conn.execute(insert(surveys).values(new).returning(surveys))).one())
            done = await _change(conn, made.id, lambda one: publish(one, now), actor_id, now, self._policy)
            asked = select(survey_partners.c.partner_id).where(survey_partners.c.survey_id == made.id).limit(1)
            if (await conn.execute(asked)).first() is None:
                raise Refusal("survey-nobody")
            if draft_id is not None:
                await conn.execute(delete(drafts).where(drafts.c.id == draft_id))
            return done

        return await self._db.write(job)

    async def get(self, survey_id: int) -> Survey:
        async with self._db.read() as conn:
            return await load(conn, survey_id)

    async def change(
        self, survey_id: int, rule: Rule, actor_id: int, now: datetime, draft_id: int | None = None
    ) -> Survey:
        """Changes the survey by the rule; its publication fixes whom it is for: the partners of its segment now.

        The draft of the form that changes it goes in the same transaction.
        """

        async def job(conn: AsyncConnection) -> Survey:
            changed = await _change(conn, survey_id, rule, actor_id, now, self._policy)
            if draft_id is not None:
                await conn.execute(delete(drafts).where(drafts.c.id == draft_id))
            return changed

        return await self._db.write(job)

    async def all(self, limit: int, offset: int = 0) -> list[Survey]:
        """Every survey, the newest first."""
        query = select(surveys).order_by(surveys.c.id.desc()).limit(limit).offset(offset)
        async with self._db.read() as conn:
            return [to_survey(row) for row in await conn.execute(query)]

    async def open_for(self, partner_ids: tuple[int, ...], now: datetime) -> list[tuple[Survey, int]]:
        """Surveys that are open now for these partners, each with the partner that is asked."""
        asked = select(surveys, survey_partners.c.partner_id).join(survey_partners)
        during = (surveys.c.opens_at <= now, surveys.c.closes_at > now, surveys.c.state == SurveyState.PUBLISHED)
        query = asked.where(survey_partners.c.partner_id.in_(partner_ids), *during).order_by(surveys.c.closes_at)
        async with self._db.read() as conn:
            return [(to_survey(row), row.partner_id) for row in await conn.execute(query)]

    async def answered_by(self, partner_ids: tuple[int, ...], now: datetime, limit: int) -> list[tuple[Survey, int]]:
        """Surveys that are over and that these partners have answered, the newest first."""
        over = or_(surveys.c.state == SurveyState.CLOSED, surveys.c.closes_at <= now)
        asked = select(surveys, responses.c.partner_id).join(responses, responses.c.survey_id == surveys.c.id)
        query = asked.where(responses.c.partner_id.in_(partner_ids), over).order_by(surveys.c.id.desc()).limit(limit)
        async with self._db.read() as conn:
            return [(to_survey(row), row.partner_id) for row in await conn.execute(query)]

    async def partners(self, survey_id: int) -> list[int]:
        """Whom the survey is for."""
        query = select(survey_partners.c.partner_id).where(survey_partners.c.survey_id == survey_id)
        async with self._db.read() as conn:
            return list((await conn.execute(query.order_by(survey_partners.c.partner_id))).scalars())

    async def standings(self, survey_ids: Sequence[int]) -> dict[int, Standing]:
        """How far each has come; one that nobody is asked is left out."""
        here, typed = survey_partners.c.survey_id, case((responses.c.source != Source.CHAT, responses.c.id))
        has_none = survey_partners.c.partner_id.not_in(chasing.with_contacts())
        deaf = case((and_(drafts.c.id.is_(None), responses.c.id.is_(None), has_none), here))
        numbers = (func.count(one) for one in (drafts.c.id, responses.c.id, typed, deaf))
        query = (
            select(here, func.count(), *numbers)
            .select_from(_asked_and_done())
            .where(here.in_(survey_ids))
            .group_by(here)
        )
        async with self._db.read() as conn:
            return {key: Standing(*counts) for key, *counts in await conn.execute(query)}


def _asked_and_done() -> Join:
    """Who is asked, with what they have sent, else with what they have begun."""
    asked = survey_partners.c
    sent = and_(responses.c.survey_id == asked.survey_id, responses.c.partner_id == asked.partner_id)
    same = (drafts.c.subject == asked.survey_id, drafts.c.partner_id == asked.partner_id)
    begun = and_(drafts.c.form == FORM, *same, responses.c.id.is_(None))
    return survey_partners.outerjoin(responses, sent).outerjoin(drafts, begun)


async def _change(  # noqa: PLR0917 - what a change is made of
    conn: AsyncConnection, survey_id: int, rule: Rule, actor_id: int, now: datetime, policy: Policy
) -> Survey:
    before = await load(conn, survey_id, lock=True)
    after = rule(before)
    if after == before:
        return before
    values = _columns(after.fields) | {"state": after.state, "published_at": after.published_at}
    changed = update(surveys).where(surveys.c.id == survey_id).values(values | {"revision": before.revision + 1})
    await conn.execute(changed)
    if before.state is SurveyState.DRAFT and after.state is SurveyState.PUBLISHED:
        await _fix_audience(conn, after)
        await chasing.invite(conn, after, now)
    await chasing.replan(conn, after, policy, now)
    await note(conn, now, actor_id, "survey-changed", ("survey", survey_id), after={"state": after.state})
    return await load(conn, survey_id)


async def _fix_audience(conn: AsyncConnection, survey: Survey) -> None:
    meant = pairs(survey.fields.segment).subquery()
    ids = (await conn.execute(select(meant.c.partner_id).where(meant.c.partner_id.is_not(None)).distinct())).scalars()
    rows = [{"survey_id": survey.id, "partner_id": partner_id} for partner_id in ids]
    if rows:
        await conn.execute(insert(survey_partners), rows)


def _columns(fields: SurveyFields) -> dict[str, Any]:
    return asdict(fields) | {"segment": segments.to_json(fields.segment)}
