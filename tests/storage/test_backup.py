"""Back-ups of a SQLite file: whole, never over something that is there, never of a newer program."""

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator, Awaitable
from contextlib import closing
from pathlib import Path

import pytest

from domain.people import Purpose
from storage.backup import BadBackup, back_up, put_back
from storage.copying import sums
from storage.members import ConsentGiven
from storage.migrate import NewerDatabase, upgrade
from storage.store import Store
from tests.engines import POSTGRES, migrated
from tests.storage.conftest import NOW, POLICY


@pytest.fixture
async def file(tmp_path: Path) -> AsyncIterator[Path]:
    """A database with one person in it, which a store still holds open."""
    path = tmp_path / "bot.db"
    await upgrade(url_of(path))
    store = Store(url_of(path), POLICY)
    await store.members.consent(7, "Ольга Котова", "ru", [ConsentGiven(Purpose.EVENTS, "1", "Да", NOW)], NOW)
    yield path
    await store.close()


def url_of(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"


async def test_a_copy_of_a_running_bot_is_put_back_whole(file: Path, tmp_path: Path) -> None:
    copy, other = tmp_path / "copy.db", tmp_path / "other.db"
    await back_up(url_of(file), copy)
    await put_back(url_of(other), copy)
    store = Store(url_of(other), POLICY)
    found = await store.members.by_account(7)
    await store.close()
    assert found is not None
    assert found.name == "Ольга Котова"


async def test_nothing_is_written_over_without_a_word(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    await back_up(url_of(file), copy)
    for attempt in (back_up(url_of(file), copy), put_back(url_of(file), copy)):
        with pytest.raises(BadBackup) as caught:
            await attempt
        assert caught.value.args[0] == "exists"
    await put_back(url_of(file), copy, overwrite=True)


@pytest.mark.parametrize(("content", "why"), [(b"nonsense" * 500, "damaged"), (b"", "damaged"), (None, "missing")])
async def test_what_is_no_copy_is_refused(tmp_path: Path, content: bytes | None, why: str) -> None:
    copy, target = tmp_path / "copy.db", tmp_path / "target.db"
    if content is not None:
        copy.write_bytes(content)
    with pytest.raises(BadBackup) as caught:
        await put_back(url_of(target), copy)
    assert caught.value.args[0] == why
    assert not target.exists()


async def test_a_copy_of_a_newer_program_is_refused(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    await back_up(url_of(file), copy)
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(NewerDatabase):
        await put_back(url_of(tmp_path / "target.db"), copy)


async def test_a_server_is_backed_up_by_its_own_tools(tmp_path: Path) -> None:
    url = "postgresql+asyncpg://bot:secret@host:5433/base"
    for attempt, command in (
        (
            back_up(url, tmp_path / "x.db"),
            f"pg_dump --format=custom --file={tmp_path}/x.db postgresql://bot@host:5433/base",
        ),
        (
            put_back(url, tmp_path / "x.db"),
            "pg_restore --clean --if-exists --no-owner --exit-on-error --dbname=postgresql://bot@host:5433/base",
        ),
    ):
        with pytest.raises(BadBackup) as caught:
            await attempt
        assert command in caught.value.args[1]
        assert "secret" not in str(caught.value)


@pytest.mark.skipif(not POSTGRES or shutil.which("pg_dump") is None, reason="no PostgreSQL, or no pg_dump")
async def test_the_commands_for_a_server_do_what_they_say(tmp_path: Path) -> None:
    async with migrated("postgresql", tmp_path) as url:
        store = Store(url, POLICY)
        await store.members.consent(7, "Ольга Котова", "ru", [ConsentGiven(Purpose.EVENTS, "1", "Да", NOW)], NOW)
        before = await sums(url)
        await _run(back_up(url, tmp_path / "copy.dump"))
        await store.members.consent(8, "Пётр Лунин", "ru", [], NOW)
        await store.close()
        await _run(put_back(url, tmp_path / "copy.dump"))
        assert await sums(url) == before


async def _run(refused: Awaitable[None]) -> None:
    """Does what the refusal says is to be done."""
    with pytest.raises(BadBackup) as caught:
        await refused
    process = await asyncio.create_subprocess_shell(str(caught.value.args[1]))
    assert await process.wait() == 0


async def test_a_copy_that_the_program_cannot_work_with_changes_nothing(file: Path, tmp_path: Path) -> None:
    """It is whole and of a known version, but a table is gone, or a row belongs to nobody."""
    for statement in ("DROP TABLE halls", "INSERT INTO halls (branch_id, name) VALUES (99, 'Горница')"):
        copy = tmp_path / f"{len(statement)}.db"
        await back_up(url_of(file), copy)
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute(statement)
            connection.commit()
        before = _files(tmp_path)
        with pytest.raises(BadBackup, match="damaged"):
            await put_back(url_of(file), copy, overwrite=True)
        assert _files(tmp_path) == before


async def test_a_copy_is_one_file_that_a_folder_without_write_access_can_hold(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    await back_up(url_of(file), folder / "copy.db")
    [(name, content)] = _files(folder).items()
    assert (name, content[18:20]) == ("copy.db", b"\x01\x01")  # no write-ahead log (file format, 1.3.3)
    with pytest.raises(BadBackup, match="missing"):
        await back_up(url_of(tmp_path / "none.db"), folder / "other.db")
    with pytest.raises(BadBackup, match="folder"):
        await back_up(url_of(file), tmp_path / "none" / "copy.db")
    assert list(_files(folder)) == ["copy.db"]


def _files(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.suffix != ".db-shm"}
