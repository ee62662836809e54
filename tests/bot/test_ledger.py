"""Whoever has been forgotten stays forgotten: a ledger beside the back-ups, which a restore and every start obey."""

import os
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.ledger import NAME, erase_again, read, read_removed, write_down
from bot.restoring import restore_alone
from bot.settings import Settings
from domain.destruction import Destruction, Ground
from domain.partner import RepFields
from domain.people import Purpose
from domain.person_name import PersonName
from storage.backup import back_up, drop_old, put_back
from storage.members import ConsentGiven
from storage.store import Store
from tests.engines import at_newest
from tests.storage.conftest import DAY, NOW, POLICY

GONE = Destruction(3, 7, NOW, Ground.ASKED, {}, ())


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    url = f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}"
    await at_newest(url)
    opened = Store(url, POLICY)
    yield opened
    await opened.close()


async def _come_in(store: Store, account: int) -> int:
    given = [ConsentGiven(Purpose.EVENTS, "1", "Да", NOW)]
    return (await store.members.consent(account, "Пётр Приметов", "ru", given, NOW)).id


def _bytes(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir() if file.name.startswith("bot.db"))


def test_each_erasure_is_written_down_once(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    assert read(folder) == {}
    for _ in range(2):
        write_down(folder, [GONE])
    assert read(folder) == {7: NOW}
    assert (folder / NAME).read_text(encoding="utf-8").splitlines() == ["id,time", f"7,{NOW.isoformat()}"]


async def test_a_restore_forgets_again(store: Store, tmp_path: Path) -> None:
    url, folder, copy = f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}", tmp_path / "backups", tmp_path / "copy.db"
    gone, stays = await _come_in(store, 7), await _come_in(store, 8)
    await back_up(url, copy)
    await store.members.erase(gone, NOW + DAY)
    write_down(folder, await store.erasures.all())
    await store.close()
    settings = Settings(storage={"url": url}, backup={"folder": str(folder)})
    assert await restore_alone(settings, copy, overwrite=True) == 1
    again = Store(url, POLICY)
    assert await again.members.find(gone) is None
    assert await again.members.find(stays) is not None
    assert [one.ground for one in await again.erasures.all()] == [Ground.RESTORED]
    await again.close()
    assert _bytes(tmp_path).count("Пётр Приметов".encode()) == 1


async def test_after_a_restore_every_menu_is_offered_anew(store: Store, tmp_path: Path) -> None:
    url, copy = f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}", tmp_path / "copy.db"
    await store.menus.keep({await _come_in(store, 7): "as it was then"})
    assert len(await store.menus.taken()) == 1
    await back_up(url, copy)
    await store.close()
    await restore_alone(Settings(storage={"url": url}), copy, overwrite=True)
    again = Store(url, POLICY)
    assert await again.menus.taken() == {}
    await again.close()


async def test_somebody_who_came_since_under_the_number_is_somebody_else(store: Store, tmp_path: Path) -> None:
    newcomer = await _come_in(store, 7)
    write_down(tmp_path, [Destruction(1, newcomer, NOW - DAY, Ground.ASKED, {}, ())])
    assert await erase_again(store, tmp_path, NOW) == 0
    assert await store.members.find(newcomer) is not None


def test_back_ups_expire_and_nothing_else_does(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("old.db", "new.db", "live.db", "old.csv")]
    for file in files:
        file.write_text("x")
        moment = (NOW - timedelta(days=1 if file.name == "new.db" else 40)).timestamp()
        os.utime(file, (moment, moment))
    drop_old(tmp_path, NOW - timedelta(days=30), tmp_path / "live.db")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["live.db", "new.db", "old.csv"]
    drop_old(tmp_path / "nowhere", NOW, None)


async def test_a_restore_forgets_representatives_without_an_account_again(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    partner = await store.partners.add("Колледж", "Колледж", "education", None, NOW)
    gone, stays = [
        await store.partners.put_rep(partner, RepFields(PersonName(name)), None, NOW) for name in ("Приметов", "Котова")
    ]
    await back_up(f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}", tmp_path / "copy.db")
    await store.partners.remove_rep(gone, None, NOW + DAY)
    await store.partners.forget_removed(NOW + 2 * DAY)
    write_down(folder, [], await store.partners.gone_for_good())
    assert (read(folder), read_removed(folder)) == ({}, {gone: NOW + DAY})
    await store.close()
    await put_back(f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}", tmp_path / "copy.db", overwrite=True)
    again = Store(f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}", POLICY)
    assert await erase_again(again, folder, NOW + 3 * DAY) == 1
    assert [one.id for one in await again.partners.reps(partner)] == [stays]
    assert await erase_again(again, folder, NOW + 3 * DAY) == 0
    await again.clean()
    await again.close()
    assert "Приметов" not in _bytes(tmp_path).decode("utf-8", "replace")
