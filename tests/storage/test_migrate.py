"""The schema: the same from the migrations and from the tables, and never downgraded."""

import asyncio
import socket
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import create_async_engine

from storage.database import connect
from storage.migrate import MIGRATIONS, NewerDatabase, known, newest, revision, upgrade
from storage.store import Store
from storage.tables import metadata
from tests.storage.conftest import POLICY

MEMBER = """INSERT INTO members (id, account_id, name, language, muted, created_at)
    VALUES (7, 1001, 'Игорь Лапин', 'ru', '[]', '2018-03-26 07:00:00')"""
PARTNER = """INSERT INTO partners (id, name, short_name, sector, created_at)
    VALUES (3, 'Колледж', 'Колледж', 'education', '2018-03-26 07:00:00')"""
REPRESENTATIVE = """INSERT INTO partner_reps (partner_id, member_id, is_primary, since)
    VALUES (3, 7, true, '2018-03-26 07:00:00')"""
SCHEMA = text("SELECT name, sql FROM sqlite_master ORDER BY name")


def _differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, metadata))


def _to(connection: Connection, number: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, number)


async def test_a_server_that_takes_calls_and_never_answers_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.far.WITHIN", 0.1, raising=False)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"postgresql+asyncpg://bot@127.0.0.1:{silent.getsockname()[1]}/base"
        for look in (upgrade, revision, _reads):
            async with asyncio.timeout(10):
                with pytest.raises(ConnectionError):
                    await look(url)


async def _reads(url: str) -> None:
    db = connect(url)
    try:
        async with db.read():
            pass
    finally:
        await db.close()


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


async def test_representatives_of_the_first_tables_keep_their_partners(bare_url: str) -> None:
    engine = create_async_engine(bare_url)
    async with engine.connect() as connection:
        await connection.run_sync(_to, "0001")
        await connection.execute(text(MEMBER))
        await connection.execute(text(PARTNER))
        await connection.execute(text(REPRESENTATIVE))
        await connection.commit()
    await engine.dispose()
    await upgrade(bare_url)
    store = Store(bare_url, POLICY)
    person = await store.members.find(7)
    assert person is not None
    assert person.partner_ids == (3,)
    assert [one.member_id for one in await store.partners.representatives([3])] == [7]
    await store.close()


async def test_an_upgrade_that_is_broken_off_has_not_been(tmp_path: Path) -> None:
    """Whatever stops it, as a full disk would: here a table that stands in the way of the second that is made anew."""
    url = f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}"
    engine = create_async_engine(url)
    async with engine.connect() as connection:
        await connection.run_sync(_to, "0020")
        await connection.execute(text("CREATE TABLE _alembic_tmp_agenda_items (id INTEGER)"))
        await connection.commit()
        before = (await connection.execute(SCHEMA)).all()
        with pytest.raises(OperationalError, match="_alembic_tmp_agenda_items"):
            await upgrade(url)
        assert (await connection.execute(SCHEMA)).all() == before
        await connection.execute(text("DROP TABLE _alembic_tmp_agenda_items"))
        await connection.commit()
    await engine.dispose()
    await upgrade(url)
    assert await revision(url) == newest()
