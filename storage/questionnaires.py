"""Questionnaires: each upload is a row of its own and never changes, so old answers stay readable."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, insert, select

from domain.questionnaire.model import Questionnaire
from domain.refusal import Gone
from storage.database import AnyDatabase
from storage.tables import questionnaires


@dataclass(frozen=True, slots=True)
class Kept:
    """A questionnaire as it was uploaded; `pictures`: the messenger's ids of its pictures, by their files' names."""

    id: int
    questionnaire: Questionnaire
    pictures: Mapping[str, str]
    author_id: int | None
    created_at: datetime


class Questionnaires:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def add(
        self,
        questionnaire: Questionnaire,
        author_id: int | None,
        now: datetime,
        pictures: Mapping[str, str] | None = None,
    ) -> int:
        """Keeps an upload; its id."""
        row = {
            "name": questionnaire.name[:80],
            "title": questionnaire.title[:200],
            "version": questionnaire.version[:60],
            "body": questionnaire.to_json(),
            "pictures": dict(pictures or {}),
            "author_id": author_id,
            "created_at": now,
        }
        added = insert(questionnaires).values(row).returning(questionnaires.c.id)
        return int((await self._db.write(lambda conn: conn.execute(added))).scalar_one())

    async def get(self, questionnaire_id: int) -> Kept:
        async with self._db.read() as conn:
            query = select(questionnaires).where(questionnaires.c.id == questionnaire_id)
            row = (await conn.execute(query)).one_or_none()
        if row is None:
            raise Gone("questionnaire-gone")
        return _kept(row)

    async def newest(self) -> list[Kept]:
        """The newest upload of each name, the newest first."""
        last = select(func.max(questionnaires.c.id)).group_by(questionnaires.c.name)
        query = select(questionnaires).where(questionnaires.c.id.in_(last)).order_by(questionnaires.c.id.desc())
        async with self._db.read() as conn:
            return [_kept(row) for row in await conn.execute(query)]


def _kept(row: Row[Any]) -> Kept:
    return Kept(row.id, Questionnaire.from_json(row.body), row.pictures, row.author_id, row.created_at)
