"""Events kept as templates: the answers of the form, all but dates."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.refusal import Gone, Refusal
from storage.database import AnyDatabase
from storage.tables import event_templates

MOST = 30
"""Templates of one branch."""


@dataclass(frozen=True, slots=True)
class Template:
    id: int
    title: str
    branch_id: int | None
    body: dict[str, Any]


class Templates:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def keep(self, title: str, branch_id: int | None, body: dict[str, Any], now: datetime) -> None:
        """Keeps a template in place of one with the same title; `Refusal` where there are too many."""
        here = event_templates.c.branch_id.is_not_distinct_from(branch_id)
        row = {"title": title, "branch_id": branch_id, "body": body, "created_at": now}

        async def job(conn: AsyncConnection) -> None:
            await conn.execute(delete(event_templates).where(here, event_templates.c.title == title))
            if (await conn.execute(select(func.count()).where(here))).scalar_one() >= MOST:
                raise Refusal("templates-many", most=MOST)
            await conn.execute(insert(event_templates).values(row))

        await self._db.write(job)

    async def of(self, branches: Collection[int] | None, limit: int) -> list[Template]:
        """Those of these branches (None: of all) and of none in particular, the newest first."""
        query = select(event_templates).order_by(event_templates.c.id.desc()).limit(limit)
        if branches is not None:
            at = event_templates.c.branch_id
            query = query.where(or_(at.is_(None), at.in_(branches)))
        async with self._db.read() as conn:
            return [_template(row) for row in await conn.execute(query)]

    async def get(self, template_id: int) -> Template:
        async with self._db.read() as conn:
            row = (await conn.execute(select(event_templates).where(event_templates.c.id == template_id))).one_or_none()
        if row is None:
            raise Gone("template-gone")
        return _template(row)

    async def drop(self, template_id: int) -> None:
        gone = delete(event_templates).where(event_templates.c.id == template_id)
        await self._db.write(lambda conn: conn.execute(gone))


def _template(row: Row[Any]) -> Template:
    return Template(row.id, row.title, row.branch_id, row.body)
