"""Papers on the command line, for a bot without pages: the act, somebody's data, an event's guests."""

import json
from pathlib import Path

import pytest

from bot.papers import write_act, write_guests, write_paper, write_person
from bot.settings import Settings
from domain.event import EventFields
from domain.people import Purpose
from domain.refusal import Gone, Refusal
from domain.seats import Answer
from storage.members import ConsentGiven
from storage.store import Store
from tests.docx import words_of
from tests.engines import at_newest
from tests.storage.conftest import NOW, POLICY, START


@pytest.fixture
async def settings(tmp_path: Path) -> Settings:
    """A database with Olga, who comes to an event, and somebody forgotten."""
    url = f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}"
    await at_newest(url)
    store = Store(url, POLICY, admins=[7])
    given = [ConsentGiven(Purpose.EVENTS, "1", "Да", NOW)]
    olga = await store.members.consent(7, "Ольга Котова", "ru", given, NOW)
    gone = await store.members.consent(8, "Пётр Приметов", "ru", given, NOW)
    event = await store.events.publish(EventFields("«Вечер»", START, "6+"), olga, NOW)
    await store.rsvps.answer(event.id, olga.id, Answer.GOING, NOW)
    await store.members.erase(gone.id, NOW)
    await store.close()
    return Settings(storage={"url": url}, privacy={"operator": "МБС г. Твери"})


async def test_everything_of_somebody_for_programs_and_for_reading(settings: Settings, tmp_path: Path) -> None:
    await write_person(settings, 1, tmp_path / "olga.json")
    assert json.loads(_read(tmp_path / "olga.json"))["account"][0]["name"] == "Ольга Котова"
    await write_person(settings, 1, tmp_path / "olga.txt")
    assert "Имя: Ольга Котова" in _read(tmp_path / "olga.txt")
    assert _mode(tmp_path / "olga.txt") == 0o600


async def test_the_guests_of_an_event(settings: Settings, tmp_path: Path) -> None:
    await write_guests(settings, 1, tmp_path / "guests.csv")
    assert "Придут;Ольга Котова;;0;" in _read(tmp_path / "guests.csv")
    with pytest.raises(Gone):
        await write_guests(settings, 99, tmp_path / "none.csv")


async def test_a_paper_of_an_event(settings: Settings, tmp_path: Path) -> None:
    await write_paper(settings, "sign-in", 1, tmp_path / "sheet.docx")
    assert "1\tОльга Котова" in words_of((tmp_path / "sheet.docx").read_bytes())
    assert _mode(tmp_path / "sheet.docx") == 0o600
    with pytest.raises(Refusal, match="papers-kind"):
        await write_paper(settings, "poster", 1, tmp_path / "none.docx")
    with pytest.raises(Gone):
        await write_paper(settings, "sign-in", 99, tmp_path / "none.docx")


async def test_an_act_of_destruction(settings: Settings, tmp_path: Path) -> None:
    store = Store(settings.storage.url, POLICY)
    [gone] = await store.erasures.all()
    await store.close()
    await write_act(settings, gone.number, tmp_path / "act.txt")
    text = _read(tmp_path / "act.txt")
    assert f"АКТ № {gone.number}" in text
    assert "МБС г. Твери" in text
    assert "Приметов" not in text


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8-sig")


def _mode(file: Path) -> int:
    return file.stat().st_mode & 0o777
