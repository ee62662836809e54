"""The bot's own back-ups: one a night, so many kept, and nothing else touched."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.backups import Backups
from bot.chores import Chores
from bot.settings import Settings
from storage.store import Store
from tests.engines import at_newest
from tests.storage.conftest import DAY, NOW, POLICY


def settings_of(folder: Path, **backup: Any) -> Settings:
    url = f"sqlite+aiosqlite:///{folder / 'bot.db'}"
    return Settings.model_validate({"storage": {"url": url}, "backup": {"folder": str(folder / "copies")} | backup})


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in (folder / "copies").glob("*"))


async def _nights(backups: Backups, first: datetime, number: int) -> None:
    for night in range(number):
        await backups.make(first + night * DAY)


async def test_each_night_a_copy_is_made_and_so_many_are_kept(tmp_path: Path) -> None:
    settings = settings_of(tmp_path, keep=2)
    await at_newest(settings.storage.url)
    backups = Backups(settings)
    assert await backups.last() is None
    await _nights(backups, NOW, 3)
    assert names(tmp_path) == ["nightly-2018-03-27.db", "nightly-2018-03-28.db"]
    assert await backups.last() == NOW + 2 * DAY
    (tmp_path / "copies" / "by-hand.db").write_text("not ours")
    await _nights(backups, NOW + 3 * DAY, 2)
    assert names(tmp_path) == ["by-hand.db", "nightly-2018-03-29.db", "nightly-2018-03-30.db"]
    await backups.make(NOW + 4 * DAY)  # the same night again, as after a restart
    await backups.drop(NOW + 35 * DAY)
    assert names(tmp_path) == ["by-hand.db"]


async def test_the_night_makes_it_and_what_fails_comes_again(tmp_path: Path) -> None:
    settings = settings_of(tmp_path)
    await at_newest(settings.storage.url)
    store = Store(settings.storage.url, POLICY)
    chores = Chores(store, POLICY.zone, Backups(settings))
    await chores.plan(NOW)
    night = datetime.fromisoformat("2018-03-27T03:30+03:00")
    await chores.beat(night - timedelta(seconds=1))
    (tmp_path / "copies").write_text("a file where the folder should be")
    await chores.beat(night)
    (tmp_path / "copies").unlink()
    await chores.beat(night + timedelta(minutes=5))
    assert not (tmp_path / "copies").exists()
    await chores.beat(night + timedelta(minutes=11))
    await store.close()
    assert "nightly-2018-03-27.db" in names(tmp_path)


async def test_where_it_is_switched_off_or_a_server_nothing_is_made(tmp_path: Path) -> None:
    off = settings_of(tmp_path, nightly=False)
    server = Settings.model_validate(off.model_dump() | {"storage": {"url": "postgresql+asyncpg://bot@nowhere/x"}})
    for settings in (off, server):
        backups = Backups(settings)
        assert not backups.are_made
        await backups.make(NOW)
        assert await backups.last() is None
