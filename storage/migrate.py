"""Brings a database to the newest schema, forward only."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

T = TypeVar("T")


class NewerDatabase(Exception):  # noqa: N818 - says what is the matter
    """The database was written by a newer program; it is left untouched. `args[0]` is its revision."""


async def upgrade(url: str) -> None:
    """Creates or upgrades the schema; does nothing when it is at its newest. `NewerDatabase` if it is beyond."""
    make_folder(url)
    await _with_connection(url, _upgrade)


async def revision(url: str) -> str | None:
    """The revision of the database; None when it is empty."""
    return await _with_connection(url, _revision)


def newest() -> str:
    """The revision that this program wants."""
    from alembic.script import ScriptDirectory

    head = ScriptDirectory.from_config(_config()).get_current_head()
    assert head is not None
    return head


def known() -> set[str]:
    """Every revision that this program has been through."""
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}


def make_folder(url: str) -> None:
    """Makes the folder that the SQLite file is to stand in."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        Path(parsed.database).absolute().parent.mkdir(parents=True, exist_ok=True)


def _upgrade(connection: Connection) -> None:
    from alembic import command

    _refuse_newer(connection)
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.commit()


def _revision(connection: Connection) -> str | None:
    from alembic.runtime.migration import MigrationContext

    return MigrationContext.configure(connection).get_current_revision()


def _refuse_newer(connection: Connection) -> None:
    standing = _revision(connection)
    if standing is not None and standing not in known():
        raise NewerDatabase(standing)


def _config() -> Any:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


async def _with_connection(url: str, work: Callable[[Connection], T]) -> T:
    engine = create_async_engine(url, poolclass=NullPool)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(work)
    finally:
        await engine.dispose()
