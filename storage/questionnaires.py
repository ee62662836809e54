"""Questionnaires: each upload is a row of its own and never changes, so old answers stay readable."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.questionnaire import pictures
from domain.questionnaire.model import Questionnaire
from domain.refusal import Gone
from storage.database import AnyDatabase
from storage.tables import questionnaires

REMEMBERED = 16
"""Uploads that are held ready: reading a long one out of JSON takes its time."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Kept:
    """A questionnaire as it was uploaded; `pictures`: the messenger's ids of its pictures, by their files' names.

    It never changes, so what is made of it may be held as long as this very object is there.
    """

    id: int
    questionnaire: Questionnaire
    pictures: Mapping[str, str]
    author_id: int | None
    created_at: datetime


class Questionnaires:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db
        self._ready: dict[int, Kept] = {}

    async def add(
        self,
        questionnaire: Questionnaire,
        author_id: int | None,
        now: datetime,
        found: Mapping[str, str] | None = None,
    ) -> int:
        """Keeps an upload with the pictures that came with it; its id."""
        row = {
            "name": questionnaire.name[:80],
            "title": questionnaire.title[:200],
            "version": questionnaire.version[:60],
            "body": questionnaire.to_json(),
            "pictures": dict(found or {}),
            "author_id": author_id,
            "created_at": now,
        }
        added = insert(questionnaires).values(row).returning(questionnaires.c.id)
        return int((await self._db.write(lambda conn: conn.execute(added))).scalar_one())

    async def get(self, questionnaire_id: int) -> Kept:
        """The upload, the same object as long as it is held ready. One that lacks pictures is read anew: another
        process may have got them."""
        kept = self._ready.pop(questionnaire_id, None) or await self._read(questionnaire_id)
        if pictures.missing(kept.questionnaire, kept.pictures):
            return kept
        self._ready[questionnaire_id] = kept
        while len(self._ready) > REMEMBERED:
            del self._ready[next(iter(self._ready))]
        return kept

    async def picture(self, questionnaire_id: int, found: Mapping[str, str]) -> Kept:
        """The upload with pictures that it lacked; one that it has stays as it was."""

        async def job(conn: AsyncConnection) -> None:
            same = questionnaires.c.id == questionnaire_id
            known = (await conn.execute(select(questionnaires.c.pictures).where(same).with_for_update())).scalar_one()
            await conn.execute(update(questionnaires).where(same).values(pictures={**found, **known}))

        await self._db.write(job)
        self._ready.pop(questionnaire_id, None)
        return await self.get(questionnaire_id)

    async def _read(self, questionnaire_id: int) -> Kept:
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
