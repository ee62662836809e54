"""Looking at spreadsheets and applying them: exactly what was shown, whole, also when the process is killed."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.partner_sheets import PartnerSheets
from domain.refusal import Refusal
from storage.store import Store
from storage.tables import partners, staged_partners
from tests.bot.test_cli import SCRIPT, roundtable
from tests.engines import at_newest
from tests.process import ROOT
from tests.storage.conftest import NOW, POLICY

FILE = "Организация;Адрес\nРадио «Волна»;Тверь\n".encode()
ALIKE = "Организация\nМАУ «Радио Волна»\n".encode()


@pytest.fixture
async def store(tmp_path: Path) -> Store:
    url = f"sqlite+aiosqlite:///{tmp_path / 'roundtable.db'}"
    await at_newest(url)
    return Store(url, POLICY)


async def test_doubts_must_be_decided_on_unless_it_is_said_that_they_may_stay(store: Store) -> None:
    sheets = PartnerSheets(store)
    first = await sheets.preview_import(FILE, None, NOW)
    await sheets.apply_import(first.import_id, None, NOW)
    doubtful = await sheets.preview_import(ALIKE, None, NOW)
    with pytest.raises(Refusal, match="import-doubtful"):
        await sheets.apply_import(doubtful.import_id, None, NOW)
    done = await sheets.apply_import(doubtful.import_id, None, NOW, undecided=True)
    assert (done.new, done.doubtful) == (1, 1)
    await store.close()


async def test_a_file_that_could_not_be_finished_can_be_applied_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a press that comes again after its process was killed."""
    sheets = PartnerSheets(store)
    seen = await sheets.preview_import(FILE, None, NOW)
    told: list[tuple[str, int, int]] = []

    async def killed(*_: object) -> None:
        raise ConnectionAbortedError

    monkeypatch.setattr(store.partner_imports, "finish", killed)
    with pytest.raises(ConnectionAbortedError):
        await sheets.apply_import(seen.import_id, None, NOW)
    monkeypatch.undo()
    assert await store.partners.all() == []
    await sheets.apply_import(seen.import_id, None, NOW, told=lambda *done: told.append(done))
    assert [one.name for one in await store.partners.all()] == ["Радио «Волна»"]
    assert ("staged", 1, 1) in told
    await store.close()


@pytest.mark.long
async def test_an_import_that_is_killed_has_not_been(tmp_path: Path) -> None:
    rows = "".join(f"Школа № {n};Тверь\n" for n in range(3_000))
    (tmp_path / "partners.csv").write_text("Организация;Адрес\n" + rows, encoding="utf-8")
    await asyncio.to_thread(roundtable, tmp_path, "migrate")
    words = ("import", "partners", "partners.csv")
    process = await asyncio.create_subprocess_exec(
        SCRIPT, *words, cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    while "Готово к внесению" not in (await process.stdout.readline()).decode():
        pass
    process.kill()
    await process.wait()
    store = Store(f"sqlite+aiosqlite:///{tmp_path / 'roundtable.db'}", POLICY)
    async with store.db.read() as conn:
        live, staged = [
            (await conn.execute(select(func.count()).select_from(table))).scalar_one()
            for table in (partners, staged_partners)
        ]
    await store.close()
    assert (live, staged > 0) == (0, True)
    again = await asyncio.to_thread(roundtable, tmp_path, *words)
    assert (again.returncode, "Новых организаций: 3" in again.stdout) == (0, True)
