"""The audit trail: who changed what, before and after."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, insert, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import AnyDatabase
from storage.tables import audit, members

KEPT = "kept"
"""In `before`: what a removal can be undone with, for a while."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was done, by whom (None: by the bot itself, or by somebody forgotten since), and what about."""

    id: int
    at: datetime
    actor_id: int | None
    actor: str | None
    action: str
    subject_kind: str
    subject_id: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class Audit:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def page(self, kinds: Collection[str] | None, limit: int, offset: int = 0) -> list[Entry]:
        """What was done to subjects of these kinds (None: to anything), the newest first."""
        names = [name for name in Entry.__slots__ if name != "actor"]
        columns = (*(audit.c[name] for name in names), members.c.name.label("actor"))
        query = select(*columns).outerjoin(members, members.c.id == audit.c.actor_id).where(_about(kinds))
        async with self._db.read() as conn:
            rows = await conn.execute(query.order_by(audit.c.id.desc()).limit(limit).offset(offset))
            return [Entry(**row._mapping) for row in rows]

    async def count(self, kinds: Collection[str] | None) -> int:
        async with self._db.read() as conn:
            query = select(func.count()).select_from(audit).where(_about(kinds))
            return int((await conn.execute(query)).scalar_one())


def _about(kinds: Collection[str] | None) -> ColumnElement[bool]:
    return true() if kinds is None else audit.c.subject_kind.in_(kinds)


async def note(
    conn: AsyncConnection,
    at: datetime,
    actor_id: int | None,
    action: str,
    subject: tuple[str, int],
    *,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> int:
    """Notes an act in the transaction that does it; its number. `subject` is a kind and an id: ("event", 17)."""
    kind, key = subject
    row = {"at": at, "actor_id": actor_id, "action": action, "subject_kind": kind, "subject_id": key}
    entry = insert(audit).values(row | {"before": before, "after": after}).returning(audit.c.id)
    return int((await conn.execute(entry)).scalar_one())
