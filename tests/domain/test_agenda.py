"""The programme: its minutes against the event's length, and items that keep who speaks."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.agenda import (
    AgendaItem,
    Leader,
    Programme,
    Speaker,
    add_item,
    drop_item,
    lead,
    overrun,
    put_item,
    shift,
    starts,
    with_texts,
)
from domain.event import Event, EventFields
from domain.life import Status
from domain.refusal import Gone, Refusal
from domain.seats import Seats

START = datetime(2018, 4, 27, 11, tzinfo=UTC)
ONE = AgendaItem(1, "Слово директора", 10, Speaker(typed="Баранова Е.П., директор"))
TWO = AgendaItem(2, "Опыт колледжа", 30, Speaker(rep_id=4))
THREE = AgendaItem(3, "Вопросы")
PROGRAMME = Programme((ONE, TWO, THREE))


def an_event(minutes: int | None, *, all_day: bool = False) -> Event:
    end = START + timedelta(minutes=minutes) if minutes else None
    return Event(5, Status.PUBLISHED, 1, EventFields("Вечер", START, "12+", ends_at=end, all_day=all_day), Seats())


@pytest.mark.parametrize(("length", "over"), [(40, 0), (30, 10), (None, 0)])
def test_minutes_are_held_against_the_length_of_the_event(length: int | None, over: int) -> None:
    assert PROGRAMME.minutes == 40
    assert overrun(PROGRAMME, an_event(length)) == over


def test_days_without_an_hour_have_no_length() -> None:
    assert overrun(PROGRAMME, an_event(30, all_day=True)) == 0


def test_items_begin_one_after_the_other_as_far_as_their_minutes_are_known() -> None:
    assert starts(PROGRAMME) == (0, 10, 40)
    assert starts(Programme((ONE, THREE, TWO))) == (0, 10, None)


@pytest.mark.parametrize(
    ("texts", "ids"),
    [
        (["Опыт колледжа", "Слово директора", "Вопросы"], [2, 1, 3]),
        (["Слово директора", "Опыт", "Вопросы"], [1, 2, 3]),
        (["Слово директора", "Вопросы"], [1, 3]),
        (["Слово директора", "Опыт колледжа", "Кофе", "Вопросы"], [1, 2, 0, 3]),
        (["Начало", "Слово директора", "Опыт колледжа", "Вопросы", "Кофе"], [0, 1, 2, 3, 0]),
        ([], []),
    ],
)
def test_an_item_keeps_who_speaks_wherever_it_stands(texts: list[str], ids: list[int]) -> None:
    items = with_texts(PROGRAMME.items, texts)
    assert [item.text for item in items] == texts
    assert [item.id for item in items] == ids


def test_items_are_changed_moved_and_dropped_one_by_one() -> None:
    assert [item.id for item in shift(PROGRAMME, 3, -1).items] == [1, 3, 2]
    assert shift(PROGRAMME, 1, -1).items == PROGRAMME.items
    assert [item.id for item in drop_item(PROGRAMME, 2).items] == [1, 3]
    assert add_item(PROGRAMME, AgendaItem(0, "Кофе")).items[-1].text == "Кофе"
    assert put_item(PROGRAMME, AgendaItem(3, "Вопросы", 15)).minutes == 55
    with pytest.raises(Refusal, match="agenda-minutes"):
        put_item(PROGRAMME, AgendaItem(3, "Вопросы", 0))
    with pytest.raises(Gone):
        drop_item(PROGRAMME, 9)


def test_somebody_leads_and_somebody_writes() -> None:
    chair = Speaker(typed="Баранова Е.П.")
    led = lead(lead(PROGRAMME, Leader.CHAIR, chair), Leader.SECRETARY, Speaker(rep_id=4))
    assert (led.leader(Leader.CHAIR), led.leader(Leader.SECRETARY)) == (chair, Speaker(rep_id=4))
    assert lead(led, Leader.CHAIR, None).chair is None
