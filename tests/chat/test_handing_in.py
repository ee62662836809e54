"""«Отчёты» in chat: a period by touch, the journal as a workbook, the plan as a paper and as text."""

from asyncio import Event
from collections.abc import Sequence
from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook
from structlog.testing import capture_logs

from domain.at_work import Told
from domain.event_report import EventReport
from domain.journal import Entry
from domain.journal_sheets import Wording
from domain.people import Grant, Role
from handlers import waiting
from handlers.handing_in.files import JournalFiles
from tests.chat.conftest import START, Town
from tests.chat.talk import says, settled, shows, taps, text_of
from tests.docx import words_of

HOUR = timedelta(hours=1)


async def test_a_month_is_handed_in(town: Town) -> None:
    anna, event = town.anna, await town.event(title="Как <мы> дружим")
    await town.box.clock.set(START + 3 * HOUR)
    await town.store.life.beat(town.now())
    await town.store.reports.put(event.id, EventReport(27, 3, 20, 1), await town.member(anna), town.now())
    await says(town, anna, "/start")
    await taps(town, anna, "Отчёты")
    shows(anna, "апрель 2018", "Прошло мероприятий: 1", "В плане: 1")
    screen = anna.screen()
    await anna.taps("Журнал .xlsx", screen)
    await settled(town)
    book = load_workbook(BytesIO(_file(town)), data_only=True)
    assert [cell.value for cell in book["Свод"][2]][:2] == ["Герцена", 1]
    assert [cell.value for cell in book["Журнал"][2]][1:6] == [
        "27.04.2018", "14.00", "Герцена", "Круглый стол", "Как <мы> дружим",
    ]  # fmt: skip
    await anna.taps("План .docx", screen)
    await settled(town)
    plan = words_of(_file(town))
    assert all(words in plan for words in ("УТВЕРЖДАЮ", "апрель 2018", "27 апреля, 14.00", "Михайловский зал"))
    assert "Анна" not in plan, "names are left open where they may not be in chat"
    await anna.taps("План текстом", screen)
    await anna.sees("27\u00a0апреля, 14.00\u00a0– Круглый стол «Как <мы> дружим» (12+)")
    await anna.taps("‹", screen)
    await anna.sees("март 2018")
    await anna.taps("Квартал", screen)
    await anna.sees("1-й квартал 2018 года")


async def test_whoever_waits_longer_than_a_second_sees_how_far_it_is(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A journal that takes its time, until it has been seen that it does."""
    seen = Event()

    async def slowly(entries: Sequence[Entry], _year: int, _words: Wording, told: Told) -> bytes:
        told("written", len(entries), 2)
        await seen.wait()
        return b"xlsx"

    monkeypatch.setattr(waiting, "AT_ONCE", 0.02)
    monkeypatch.setattr(waiting, "EVERY", 0.02)
    town.app.dispatcher["journals"] = JournalFiles(slowly)
    event, anna = await town.event(), town.anna
    await town.box.clock.set(event.fields.starts_at + 3 * HOUR)
    await town.store.life.beat(town.now())
    await says(town, anna, "/start")
    await taps(town, anna, "Отчёты")
    await anna.taps("Журнал .xlsx")
    await anna.sees("Готовлю: 1 из 2")
    seen.set()
    await settled(town)
    assert _file(town) == b"xlsx"
    assert not [one for one in map(text_of, anna.chat.messages.values()) if "Готовлю" in one], "it goes when it is done"


async def test_whoever_waited_for_what_breaks_is_told_and_left_with_no_word_to_wait(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = Event()

    async def broken(*_: object) -> bytes:
        await begun.wait()
        raise ZeroDivisionError

    monkeypatch.setattr(waiting, "AT_ONCE", 0.02)
    monkeypatch.setattr("bot.workers.PAUSES", (0.01, 0.01))
    town.app.dispatcher["journals"] = JournalFiles(broken)
    anna = town.anna
    await says(town, anna, "/start")
    await taps(town, anna, "Отчёты")
    await anna.taps("Журнал .xlsx")
    await anna.sees("Секунду…")
    with capture_logs():
        begun.set()
        await anna.sees("сообщите библиотеке номер")
        await settled(town)
    assert "Секунду…" not in anna.texts()


async def test_a_librarian_hands_in_their_own_branch(town: Town) -> None:
    vera, branch = await town.known("Вера"), (await town.store.branches.all())[0]
    await town.store.members.grant((await town.member(vera)).id, Grant(Role.LIBRARIAN, branch.id), None, town.now())
    await town.event()
    await town.event(branch_id=None, hall_id=None, address="набережная")
    await town.box.clock.set(START)
    await says(town, vera, "/start")
    await taps(town, vera, "Отчёты")
    shows(vera, "В плане: 1")


def _file(town: Town) -> bytes:
    document = town.anna.screen()["document"]
    data: bytes = town.box.world.files[document["file_id"]][1]
    return data
