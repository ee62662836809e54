"""Back-ups of a SQLite file: whole, never over something that is there, never of a newer program."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from domain.people import Purpose
from storage.backup import BadBackup, back_up, put_back
from storage.members import ConsentGiven
from storage.migrate import NewerDatabase, upgrade
from storage.store import Store
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
    with pytest.raises(BadBackup) as caught:
        await back_up("postgresql+asyncpg://bot:secret@host/base", tmp_path / "copy.db")
    assert caught.value.args[0] == "elsewhere"
    assert "secret" not in str(caught.value.args[1])
