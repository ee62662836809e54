"""Copies of an SQLite database, taken while the bot runs, and put back when it does not."""

import asyncio
import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.engine import make_url

from storage.migrate import NewerDatabase, known


class BadBackup(Exception):  # noqa: N818 - `args`: a code (elsewhere, exists, damaged), and the file
    """Why nothing was copied or put back."""


async def back_up(url: str, file: Path) -> None:
    """Copies the whole database into a file, complete as of one moment. `BadBackup` if the file is there already."""
    await asyncio.to_thread(_copy_new, _file_of(url), file)


async def put_back(url: str, file: Path, *, overwrite: bool = False) -> None:
    """Puts a copy in place of the database, once it has proved whole and not newer than the program."""
    await asyncio.to_thread(_put_back, file, _file_of(url), overwrite=overwrite)


def drop_old(folder: Path, before: datetime, live: Path | None) -> None:
    """Deletes copies (`*.db`) of the folder that were made before that; never the database itself."""
    for file in folder.glob("*.db"):
        is_live = live is not None and live.exists() and file.samefile(live)
        if not is_live and datetime.fromtimestamp(file.stat().st_mtime, UTC) < before:
            file.unlink()


def file_of(url: str) -> Path | None:
    """The file of an SQLite database; None for a server."""
    parsed = make_url(url)
    return Path(parsed.database) if parsed.get_backend_name() == "sqlite" and parsed.database else None


def _file_of(url: str) -> Path:
    file = file_of(url)
    if file is None:
        raise BadBackup("elsewhere", make_url(url).render_as_string())
    return file


def _copy_new(source: Path, target: Path) -> None:
    if target.exists():
        raise BadBackup("exists", target)
    _copy(source, target)


def _put_back(file: Path, target: Path, *, overwrite: bool) -> None:
    if target.exists() and not overwrite:
        raise BadBackup("exists", target)
    _check(file)
    _replace(file, target)


def _copy(source: Path, target: Path) -> None:
    if not source.exists():
        raise BadBackup("missing", source)
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)


def _check(file: Path) -> None:
    if not file.exists():
        raise BadBackup("missing", file)
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
            whole = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError:
        raise BadBackup("damaged", file) from None
    if not whole or row is None:
        raise BadBackup("damaged", file)
    if row[0] not in known():
        raise NewerDatabase(row[0])


def _replace(file: Path, target: Path) -> None:
    """Writes beside the old one and swaps: a restore that is killed leaves the one or the other, whole."""
    beside = target.with_name(target.name + ".restoring")
    beside.unlink(missing_ok=True)
    _copy(file, beside)
    for leftover in ("-wal", "-shm"):
        target.with_name(target.name + leftover).unlink(missing_ok=True)
    os.replace(beside, target)
