"""Brings a database to the newest schema, forward only."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, func, inspect, select, text
from sqlalchemy.engine import make_url

from storage.far import for_once

T = TypeVar("T")

LOCK = (1_918_985_586, 2)
"""That of `storage.company`, for the schema."""
MIGRATIONS = Path(__file__).parent / "migrations"


class NewerDatabase(Exception):  # noqa: N818 - says what is the matter
    """The database was written by a newer program; it is left untouched. `args[0]` is its revision."""


async def upgrade(url: str) -> None:
    """Creates or upgrades the schema, all of it or nothing. `NewerDatabase` if it is beyond what this program knows."""
    make_folder(url)
    await _with_connection(url, _upgrade)


async def revision(url: str) -> str | None:
    """The revision of the database; None when it is empty or not there. Makes none by looking."""
    file = _file(url)
    if file is not None and not file.exists():
        return None
    return await _with_connection(url, _revision)


def newest() -> str:
    """The revision that this program wants."""
    return max(known())


def known() -> set[str]:
    """Every revision that this program has been through: the numbers before the names of the files."""
    return {file.name.split("_")[0] for file in (MIGRATIONS / "versions").glob("[0-9]*_*.py")}


def make_folder(url: str) -> None:
    """Makes the folder that the SQLite file is to stand in."""
    file = _file(url)
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)


def _file(url: str) -> Path | None:
    parsed = make_url(url)
    return Path(parsed.database).absolute() if parsed.get_backend_name() == "sqlite" and parsed.database else None


def _upgrade(connection: Connection) -> None:
    """Alembic is only imported where there is something to do: a bot that starts every day does without it."""
    if connection.dialect.name == "postgresql":  # several processes may start at once
        connection.execute(select(func.pg_advisory_lock(*LOCK)))
    standing = _revision(connection)
    if standing == newest():
        return
    if standing is not None and standing not in known():
        raise NewerDatabase(standing)
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    if connection.dialect.name == "sqlite":  # it would begin with the first row, when tables have been made already
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    command.upgrade(config, "head")
    connection.commit()


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


async def _with_connection(url: str, work: Callable[[Connection], T]) -> T:
    _look_at(_file(url))
    engine = for_once(url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(work)
    finally:
        await engine.dispose()


def _look_at(file: Path | None) -> None:
    """Raises what SQLite says of a file that it cannot open: aiosqlite's thread may outlive the loop, and say more."""
    if file is not None:
        sqlite3.connect(file).close()
