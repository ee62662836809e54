"""The schema: the same from the migrations and from the tables, and never downgraded."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import create_async_engine

from storage.migrate import MIGRATIONS, NewerDatabase, known, newest, revision, upgrade
from storage.tables import metadata


def _differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, metadata))


async def test_the_migrations_build_what_the_tables_say(url: str) -> None:
    engine = create_async_engine(url)
    async with engine.connect() as connection:
        assert await connection.run_sync(_differences) == []
    await engine.dispose()


def test_the_newest_revision_is_the_head_of_the_migrations() -> None:
    scripts = ScriptDirectory(str(MIGRATIONS))
    assert newest() == scripts.get_current_head()
    assert known() == {script.revision for script in scripts.walk_revisions()}


async def test_upgrading_twice_changes_nothing(url: str) -> None:
    await upgrade(url)
    assert await revision(url) == newest()


async def test_a_database_of_a_newer_program_is_refused_untouched(url: str) -> None:
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    await engine.dispose()
    with pytest.raises(NewerDatabase, match="9999"):
        await upgrade(url)
    assert await revision(url) == "9999"


async def test_the_folder_of_a_new_file_is_made(tmp_path: Path) -> None:
    await upgrade(f"sqlite+aiosqlite:///{tmp_path / 'deep' / 'down' / 'bot.db'}")
    assert (tmp_path / "deep" / "down" / "bot.db").exists()
