"""What stands in the papers of an event."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.agenda import AgendaItem, Programme, Speaker
from domain.event import Event, EventFields
from domain.event_papers import PaperKind, Values, values_of
from domain.event_report import EventReport
from domain.life import Status
from domain.paper_fields import PLAN, fields, inner_fields, lists, named, own_fields
from domain.paper_material import Addressee, Material, Names, Spoken, Task
from domain.participants import Group, Participant
from domain.person_name import PersonName
from domain.seats import Seats

START = datetime(2018, 4, 27, 11, tzinfo=UTC)
HOUR = timedelta(hours=1)
FIELDS = EventFields("Принцип", START, "12+", goal="обсудить", ends_at=START + 2 * HOUR)
PRIEST = Participant(1, 1, "Епархия", PersonName("Ветров", initials="А.Ю."), "Председатель Отдела", "Протоиерей")
CHAIR = Speaker(rep_id=1, known=PRIEST)
PROGRAMME = Programme(
    (AgendaItem(1, "Итоги;", 15, CHAIR), AgendaItem(2, "Опыт")), CHAIR, Speaker(typed="Котова О.И. – методист")
)
WHAT = Material(
    Event(1, Status.REPORTED, 1, FIELDS, Seats(None, 0, 0, 0)),
    Names("МБС", "«Принцип»", "Круглый стол", "ЦГБ", "Горница", "Тверь", author="Анна", organisations={1: "Епархия"}),
    ZoneInfo("Europe/Moscow"),
    "ru",
    date(2018, 5, 3),
    PROGRAMME,
    people=[PRIEST],
    groups=[Group(1, "12 школьников", 12)],
    guests=["Ольга Котова"],
    letters=[Addressee("Ваше Высокопреподобие!", "Епархия")],
    report=EventReport(28, outcome="Договорились", links=("https://a.ru",)),
    tasks=[Task("Епархия", "подготовить план", date(2018, 9, 1))],
)


def plain(value: object) -> str:
    return str(value).replace("\u00a0", " ")


def rows(what: Material, name: str, kind: PaperKind = PaperKind.MINUTES) -> list[Values]:
    found = values_of(what, kind)[name]
    assert isinstance(found, list)
    return found


def said(what: Material, name: str) -> str:
    return plain(values_of(what, PaperKind.MINUTES)[name])


def at(**changes: object) -> Material:
    """The event with other fields."""
    changed = replace(FIELDS, **changes)  # type: ignore[arg-type]
    return replace(WHAT, event=replace(WHAT.event, fields=changed))


def test_dates_and_hours_are_those_of_documents() -> None:
    assert said(WHAT, "when") == "27 апреля 2018 г., 14.00–16.00"
    assert values_of(WHAT, PaperKind.MINUTES)["day"] == "27\u00a0апреля 2018\u00a0г."
    assert said(at(ends_at=None), "when") == "27 апреля 2018 г., 14.00"
    days = at(starts_at=START - 14 * HOUR, ends_at=START + 34 * HOUR, all_day=True)
    assert said(days, "when") == "27 апреля 2018 г. – 28 апреля 2018 г."
    assert said(replace(WHAT, language="en"), "when") == "27 April 2018, 14:00–16:00"


def test_people_stand_as_they_were_entered_groups_last() -> None:
    [priest, group] = rows(WHAT, "people")
    assert plain(priest["line"]) == "Ветров А.Ю. – Председатель Отдела, Протоиерей"
    assert (group["line"], group["number"]) == ("12 школьников", "2")
    assert said(WHAT, "number") == "13"
    assert said(replace(WHAT, groups=[Group(1, "школьники")]), "number") == ""


def test_who_leads_signs_with_initials_first() -> None:
    assert said(WHAT, "chair_signs") == "А.Ю. Ветров"
    assert said(WHAT, "secretary_signs") == "О.И. Котова"
    assert said(WHAT, "author") == "Котова О.И. – методист"
    assert said(replace(WHAT, programme=Programme()), "author") == "Анна"
    office = replace(PROGRAMME, chair=Speaker(typed="методист библиотеки имени Липкина"))
    assert said(replace(WHAT, programme=office), "chair_signs") == "методист библиотеки имени Липкина"


def test_items_begin_one_after_the_other_as_far_as_that_is_known() -> None:
    first, second = rows(WHAT, "agenda")
    assert (first["text"], first["hour"], second["hour"]) == ("Итоги", "14.00", "14.15")
    plans = replace(PROGRAMME, items=(AgendaItem(1, "Итоги"), AgendaItem(2, "Опыт")))
    bare = replace(WHAT, programme=plans)
    assert [one["hour"] for one in rows(bare, "agenda")] == ["", ""]
    assert (bool(said(WHAT, "scheduled")), said(bare, "scheduled")) == (True, ""), "a list needs no empty columns"


def test_the_sign_in_sheet_has_lines_for_those_nobody_expects() -> None:
    lines = [plain(one["name"]) for one in rows(WHAT, "signers")]
    assert lines == ["Ветров А.Ю.", "Ольга Котова", *[""] * 10]


def test_thanks_go_to_those_who_came_and_tasks_say_until_when() -> None:
    assert rows(WHAT, "letters", PaperKind.THANKS) == []
    assert len(rows(WHAT, "letters", PaperKind.INVITATION)) == 1
    assert plain(rows(WHAT, "tasks")[0]["due"]) == "1 сентября 2018 г."
    assert rows(WHAT, "links")[0]["address"] == "https://a.ru"


@pytest.mark.parametrize(("goal", "printed"), [("обсудить", "обсудить."), ("зачем?", "зачем?"), (None, "")])
def test_a_sentence_ends(goal: str | None, printed: str) -> None:
    assert said(at(goal=goal), "goal") == printed


def test_what_was_written_at_the_meeting_ends_so_too() -> None:
    what = replace(WHAT, spoken={1: Spoken("об итогах", "Котова О.И.", "продолжить")}, noted="дружим давно")
    first = rows(what, "agenda")[0]
    written = [first["heard"], first["spoke"], first["resolved"], said(what, "noted")]
    assert list(map(plain, written)) == ["об итогах.", "Котова О.И.", "продолжить.", "дружим давно."]


def test_every_field_has_a_name_for_templates_and_every_name_a_field() -> None:
    values = values_of(replace(WHAT, names=replace(WHAT.names, credits=["Епархия"])), PaperKind.INVITATION)
    assert set(named(values)) == set(own_fields())
    inner = {name for value in named(values).values() if isinstance(value, list) for one in value for name in one}
    assert inner == inner_fields()
    assert len(set(fields()["fields"].values())) == len(fields()["fields"])


def test_lists_of_the_plan_itself_are_told_from_those_within_its_parts() -> None:
    assert lists(PLAN) == {"разделы"}
