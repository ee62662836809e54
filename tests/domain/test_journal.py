"""The journal: what form 6-НК asks for, by branch, and every event."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.journal_book import form_of
from bot.texts import Texts
from domain.event_report import EventReport
from domain.form_6nk import parse_form, totals
from domain.journal import Entry
from domain.journal_sheets import journal_sheets
from domain.life import Status
from handlers.handing_in.words import wording

MOSCOW = ZoneInfo("Europe/Moscow")
WORDS = wording(Texts(MOSCOW)("ru"))
START = datetime(2018, 4, 27, 11, tzinfo=UTC)


def entry(number: int = 1, branch: str = "Герцена", mode: str = "onsite", **fields: object) -> Entry:
    values = {"starts_at": START, "ends_at": START + timedelta(hours=2), "all_day": False, "title": "Вечер"}
    values |= {"form": "lecture", "age_mark": "6+", "status": Status.REPORTED} | fields
    return Entry(number, branch, mode=mode, **values)  # type: ignore[arg-type]


REPORTED = [
    entry(1, report=EventReport(30, 20, 4, 2)),
    entry(2, report=EventReport(20, 0, 11), mode="offsite"),
    entry(3, "Полевого", "online", report=EventReport(0, online_views=400), target_age="31plus"),
    entry(4, "Полевого", status=Status.HELD),
]


def test_rows_of_the_form_count_events_and_visits_apart() -> None:
    found = {line.name: number for line, number in zip(form_of(2026), totals(form_of(2026), REPORTED), strict=True)}
    assert found["Мероприятий всего"] == 4
    assert (found["для детей до 14 лет включительно"], found["для молодёжи 15–30 лет"]) == (1, 1)
    assert (found["вне стационара и удалённо"], found["удалённо, через интернет"]) == (2, 1)
    assert (found["Посещений мероприятий"], found["посещений вне стационара"]) == (50, 20)
    assert found["Просмотры онлайн (отдельно)"] == 400


def test_whom_an_event_was_for_is_said_or_seen_by_who_came() -> None:
    assert [one.age for one in REPORTED] == ["to14", "15_30", "31plus", ""]
    assert entry(report=EventReport(20, 10, 10)).age == "", "half is not most"


def test_totals_stand_by_branch_with_what_is_missing_and_all_together() -> None:
    told: list[tuple[str, int, int]] = []
    summary, journal = journal_sheets(REPORTED, form_of(2018), WORDS, lambda *far: told.append(far))
    assert [line[0] for line in summary.lines[:4]] == ["Библиотека", "Герцена", "Полевого", "Всего"]
    assert summary.lines[0][2] == "для детей до 14 лет включительно (строка 14)"
    assert (summary.lines[2][-1], summary.lines[3][1]) == (1, 4)
    assert journal.lines[1][1:6] == ["27.04.2018", "14.00", "Герцена", "Лекция", "Вечер"]
    assert journal.lines[4][-1] == "Итоги не внесены"
    assert told[-1] == ("written", 4, 4)
    assert len(journal.lines[0]) == len(journal.lines[1]) == len(journal.widths)


def test_an_exhibition_has_its_days_and_no_hour() -> None:
    days = entry(starts_at=START - timedelta(hours=14), ends_at=START + timedelta(hours=34), all_day=True, form="Своя")
    _, journal = journal_sheets([days], form_of(2026), WORDS, lambda *_: None)
    assert journal.lines[1][1:5] == ["27.04.2018–28.04.2018", "", "Герцена", "Своя"]


def test_a_figure_that_nobody_counts_is_refused() -> None:
    with pytest.raises(ValueError, match="people"):
        parse_form({"lines": [{"name": "Люди", "count": "people"}]})
