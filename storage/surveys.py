"""Surveys: one door for each change; who is asked is fixed at publication."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain import segment as segments
from domain.refusal import Gone
from domain.survey import Survey, SurveyFields, SurveyState, check
from storage.audit import note
from storage.database import AnyDatabase
from storage.segments import pairs
from storage.tables import survey_partners, surveys

Rule = Callable[[Survey], Survey]


class Surveys:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def draft(self, fields: SurveyFields, actor_id: int, now: datetime) -> Survey:
        """A new survey, which nobody is asked yet."""
        check(fields, now)
        row = _columns(fields) | {"state": SurveyState.DRAFT, "author_id": actor_id, "revision": 1, "created_at": now}
        added = insert(surveys).values(row).returning(surveys)

        async def job(conn: AsyncConnection) -> Survey:
            return _survey((await conn.execute(added)).one())

        return await self._db.write(job)

    async def get(self, survey_id: int) -> Survey:
        async with self._db.read() as conn:
            return await load(conn, survey_id)

    async def change(self, survey_id: int, rule: Rule, actor_id: int, now: datetime) -> Survey:
        """Changes the survey by the rule; its publication fixes whom it is for: the partners of its segment now."""

        async def job(conn: AsyncConnection) -> Survey:
            before = await load(conn, survey_id, lock=True)
            after = rule(before)
            if after == before:
                return before
            values = _columns(after.fields) | {"state": after.state, "published_at": after.published_at}
            values["revision"] = before.revision + 1
            changed = (
                update(surveys).where(surveys.c.id == survey_id).values(values | {"revision": before.revision + 1})
            )
            await conn.execute(changed)
            if before.state is SurveyState.DRAFT and after.state is SurveyState.PUBLISHED:
                await _fix_audience(conn, after)
            await note(conn, now, actor_id, "survey-changed", ("survey", survey_id), after={"state": after.state})
            return await load(conn, survey_id)

        return await self._db.write(job)

    async def all(self, limit: int, offset: int = 0) -> list[Survey]:
        """Every survey, the newest first."""
        query = select(surveys).order_by(surveys.c.id.desc()).limit(limit).offset(offset)
        async with self._db.read() as conn:
            return [_survey(row) for row in await conn.execute(query)]

    async def open_for(self, partner_ids: tuple[int, ...], now: datetime) -> list[tuple[Survey, int]]:
        """Surveys that are open now for these partners, each with the partner that is asked."""
        asked = select(surveys, survey_partners.c.partner_id).join(survey_partners)
        during = (surveys.c.opens_at <= now, surveys.c.closes_at > now, surveys.c.state == SurveyState.PUBLISHED)
        query = asked.where(survey_partners.c.partner_id.in_(partner_ids), *during).order_by(surveys.c.closes_at)
        async with self._db.read() as conn:
            return [(_survey(row), row.partner_id) for row in await conn.execute(query)]

    async def partners(self, survey_id: int) -> list[int]:
        """Whom the survey is for."""
        query = select(survey_partners.c.partner_id).where(survey_partners.c.survey_id == survey_id)
        async with self._db.read() as conn:
            return list((await conn.execute(query.order_by(survey_partners.c.partner_id))).scalars())


async def load(conn: AsyncConnection, survey_id: int, *, lock: bool = False) -> Survey:
    """The survey; `lock` holds its row until the transaction ends. `Gone` if there is none."""
    query = select(surveys).where(surveys.c.id == survey_id)
    row = (await conn.execute(query.with_for_update() if lock else query)).one_or_none()
    if row is None:
        raise Gone("survey-gone")
    return _survey(row)


async def _fix_audience(conn: AsyncConnection, survey: Survey) -> None:
    meant = pairs(survey.fields.segment).subquery()
    ids = (await conn.execute(select(meant.c.partner_id).where(meant.c.partner_id.is_not(None)).distinct())).scalars()
    rows = [{"survey_id": survey.id, "partner_id": partner_id} for partner_id in ids]
    if rows:
        await conn.execute(insert(survey_partners), rows)


def _columns(fields: SurveyFields) -> dict[str, Any]:
    return asdict(fields) | {"segment": segments.to_json(fields.segment)}


def _survey(row: Row[Any]) -> Survey:
    names = ("questionnaire_id", "title", "wave", "opens_at", "closes_at")
    own = {name: row._mapping[name] for name in names}
    segment = segments.from_json(row.segment)
    fields = SurveyFields(**own, segment=segment, purpose=row.purpose or "", minutes=row.minutes or 0)
    return Survey(row.id, SurveyState(row.state), fields, row.revision, row.author_id, row.published_at)
