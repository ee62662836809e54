"""Taking what was deleted out of the files: SQLite's log holds pages as they were until it is written back and cut."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

from storage.backup import file_of

PATIENCE = 5.0
"""Seconds to wait for readers and writers that are in the way."""


async def clean(url: str) -> bool:
    """Writes the log back and cuts it to nothing; False while somebody is in the way.

    What is deleted is overwritten where it stood (`secure_delete`). PostgreSQL does both by its own VACUUM.
    """
    file = file_of(url)
    return file is None or await asyncio.to_thread(_cut_log, file)


def _cut_log(file: Path) -> bool:
    with closing(sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)) as connection:
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return bool(busy == 0)
