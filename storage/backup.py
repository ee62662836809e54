"""Copies of an SQLite database, taken while the bot runs, and put back when it does not."""

import asyncio
import os
import shlex
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DatabaseError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from storage.migrate import NewerDatabase, known, make_folder, upgrade
from storage.tables import metadata

DUMP = "pg_dump --format=custom --file={file} {url}"
RESTORE = "pg_restore --clean --if-exists --no-owner --exit-on-error --dbname={url} {file}"


class BadBackup(Exception):  # noqa: N818 - `args`: a code, and the file; of a server the command that does it instead
    """Why nothing was copied or put back: exists, folder, missing, damaged; dump, restore: PostgreSQL has tools."""


async def back_up(url: str, file: Path) -> None:
    """Copies the whole database into one file, complete as of one moment. `BadBackup` if the file is there already."""
    source = file_of(url)
    if source is None:
        raise BadBackup("dump", _command(DUMP, url, file))
    await asyncio.to_thread(_copy_new, source, file)


async def put_back(url: str, file: Path, *, overwrite: bool = False) -> None:
    """Puts a copy in place of the database, brought to the newest schema.

    Before anything is replaced the copy has proved whole, not newer than the program, and open to it.
    """
    target = file_of(url)
    if target is None:
        raise BadBackup("restore", _command(RESTORE, url, file))
    if target.exists() and not overwrite:
        raise BadBackup("exists", target)
    await asyncio.to_thread(_check, file)
    make_folder(url)
    with _beside(target, ".restoring") as beside:
        await asyncio.to_thread(_copy, file, beside)
        await _open(beside)
        await asyncio.to_thread(_replace, beside, target)


def copies(folder: Path, live: Path | None) -> list[Path]:
    """The copies (`*.db`) of the folder, the newest first; never the database itself."""
    found = [file for file in folder.glob("*.db") if not (live is not None and live.exists() and file.samefile(live))]
    return sorted(found, key=lambda file: file.stat().st_mtime, reverse=True)


def drop_old(folder: Path, before: datetime, live: Path | None) -> None:
    """Deletes copies of the folder that were made before that, and what was left of one that was broken off."""
    for file in (*copies(folder, live), *folder.glob("*.db.part")):
        if made_at(file) < before:
            file.unlink()


def made_at(file: Path) -> datetime:
    return datetime.fromtimestamp(file.stat().st_mtime, UTC)


def file_of(url: str) -> Path | None:
    """The file of an SQLite database; None for a server."""
    parsed = make_url(url)
    return Path(parsed.database) if parsed.get_backend_name() == "sqlite" and parsed.database else None


def _command(words: str, url: str, file: Path) -> str:
    """What to run instead. The password is asked for, or stands in ~/.pgpass."""
    parsed = make_url(url)
    shown = URL.create("postgresql", parsed.username, None, parsed.host, parsed.port, parsed.database)
    return words.format(file=shlex.quote(str(file)), url=shlex.quote(shown.render_as_string()))


@contextmanager
def _beside(target: Path, ending: str) -> Iterator[Path]:
    """A file beside the target to work on, which is gone afterwards: half of a copy is none."""
    beside = target.with_name(target.name + ending)
    leftovers = [beside, *(beside.with_name(beside.name + end) for end in ("-wal", "-shm", "-journal"))]
    try:
        for file in leftovers:
            file.unlink(missing_ok=True)
        yield beside
    finally:
        for file in leftovers:
            file.unlink(missing_ok=True)


def _copy_new(source: Path, target: Path) -> None:
    if target.exists():
        raise BadBackup("exists", target)
    if not target.parent.is_dir():
        raise BadBackup("folder", target.parent)
    with _beside(target, ".part") as beside:
        _copy(source, beside)
        _swap(beside, target)


def _copy(source: Path, target: Path) -> None:
    """A copy that is one file, without a log beside it."""
    if not source.exists():
        raise BadBackup("missing", source)
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
        new.execute("PRAGMA journal_mode=DELETE")


def _check(file: Path) -> None:
    if not file.exists():
        raise BadBackup("missing", file)
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            whole = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError:
        raise BadBackup("damaged", file) from None
    if not whole or row is None:
        raise BadBackup("damaged", file)
    if row[0] not in known():
        raise NewerDatabase(row[0])


async def _open(file: Path) -> None:
    """Brings the copy to the newest schema, and looks into each table: this program can work with it."""
    url = f"sqlite+aiosqlite:///{file}"
    engine = create_async_engine(url, poolclass=NullPool)
    try:
        await upgrade(url)
        async with engine.connect() as connection:
            loose = (await connection.execute(text("PRAGMA foreign_key_check"))).first()
            for table in metadata.sorted_tables:
                await connection.execute(select(table).limit(1))
    except DatabaseError:
        raise BadBackup("damaged", file) from None
    finally:
        await engine.dispose()
    if loose is not None:
        raise BadBackup("damaged", file)


def _replace(file: Path, target: Path) -> None:
    """A restore that is killed leaves the one or the other, whole: the old log is written back before it goes."""
    if target.exists():
        with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(target)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    for leftover in ("-wal", "-shm"):
        target.with_name(target.name + leftover).unlink(missing_ok=True)
    _swap(file, target)


def _swap(file: Path, target: Path) -> None:
    """Puts the file in the target's place, for good: also should the power go."""
    _sync(file)
    os.replace(file, target)
    _sync(target.absolute().parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
