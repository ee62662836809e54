"""Surveys as rows."""

from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain import segment as segments
from domain.refusal import Gone
from domain.survey import Survey, SurveyFields, SurveyState
from storage.tables import surveys

FORM = "survey"
"""What drafts of responses are called among the drafts."""


async def load(conn: AsyncConnection, survey_id: int, *, lock: bool = False) -> Survey:
    """The survey; `lock` holds its row until the transaction ends. `Gone` if there is none."""
    query = select(surveys).where(surveys.c.id == survey_id)
    row = (await conn.execute(query.with_for_update() if lock else query)).one_or_none()
    if row is None:
        raise Gone("survey-gone")
    return to_survey(row)


def to_survey(row: Row[Any]) -> Survey:
    names = ("questionnaire_id", "title", "wave", "opens_at", "closes_at")
    own = {name: row._mapping[name] for name in names}
    segment = segments.from_json(row.segment)
    fields = SurveyFields(**own, segment=segment, purpose=row.purpose or "", minutes=row.minutes or 0)
    return Survey(row.id, SurveyState(row.state), fields, row.revision, row.author_id, row.published_at)
