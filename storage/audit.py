"""The audit trail: who changed what, before and after."""

from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import audit


async def note(
    conn: AsyncConnection,
    at: datetime,
    actor_id: int | None,
    action: str,
    subject: tuple[str, int],
    *,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    """Notes an act in the transaction that does it. `subject` is a kind and an id: ("event", 17)."""
    kind, key = subject
    row = {"at": at, "actor_id": actor_id, "action": action, "subject_kind": kind, "subject_id": key}
    await conn.execute(insert(audit).values(row | {"before": before, "after": after}))
