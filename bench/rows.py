"""Many rows at once."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table, insert

from storage.store import Store

CHUNK = 5_000


async def put(store: Store, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Puts them in, so many a transaction. Every row must have the same columns."""
    for start in range(0, len(rows), CHUNK):
        chunk = rows[start : start + CHUNK]
        await store.db.write(lambda conn, chunk=chunk: conn.execute(insert(table), chunk))  # type: ignore[misc]  # bound at once
