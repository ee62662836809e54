"""Surveys as rows."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row, RowMapping, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain import segment as segments
from domain.refusal import Gone
from domain.survey import Survey, SurveyFields, SurveyState
from storage.tables import surveys

FORM = "survey"
"""What drafts of responses are called among the drafts."""
_LABELS = {column.name: f"survey_{column.name}" for column in surveys.c}
BESIDE = [column.label(_LABELS[column.name]) for column in surveys.c]
"""A survey's columns for a statement that reads something else too."""


async def load(conn: AsyncConnection, survey_id: int, *, lock: bool = False) -> Survey:
    """The survey; `lock` holds its row until the transaction ends. `Gone` if there is none."""
    query = select(surveys).where(surveys.c.id == survey_id)
    row = (await conn.execute(query.with_for_update() if lock else query)).one_or_none()
    if row is None:
        raise Gone("survey-gone")
    return to_survey(row)


def to_survey(row: Row[Any]) -> Survey:
    return _survey(row._mapping)


def beside(row: Row[Any]) -> Survey | None:
    """The survey that was read along with something else by `BESIDE`, if there is one."""
    return _survey({name: getattr(row, label) for name, label in _LABELS.items()}) if row.survey_id else None


def _survey(row: Mapping[str, Any] | RowMapping) -> Survey:
    own = {name: row[name] for name in ("questionnaire_id", "title", "wave", "opens_at", "closes_at")}
    segment = segments.from_json(row["segment"])
    fields = SurveyFields(**own, segment=segment, purpose=row["purpose"] or "", minutes=row["minutes"] or 0)
    state = SurveyState(row["state"])
    return Survey(row["id"], state, fields, row["revision"], row["author_id"], row["published_at"])
