"""Changing an event, and what people are told of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.event import (
    Event,
    EventFields,
    cancel,
    change_fields,
    check,
    is_urgent,
    move,
    told_of,
)
from domain.life import Status
from domain.refusal import Refusal
from domain.seats import Seats

NOW = datetime(2018, 3, 26, 7, tzinfo=UTC)
START = datetime(2018, 4, 27, 11, tzinfo=UTC)
DAY = timedelta(days=1)
FIELDS = EventFields("«Наш принцип – взаимодействие»", START, "12+", branch_id=1, capacity=30)
EVENT = Event(1, Status.PUBLISHED, 1, FIELDS, Seats(30))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"capacity": 0}, "capacity-range"),
        ({"capacity": 100_000}, "capacity-range"),
        ({"deadline": START + DAY}, "deadline-after-start"),
        ({"ends_at": START}, "no-minutes"),
        ({"ends_at": START - DAY}, "end-before-start"),
    ],
)
def test_fields_that_cannot_stand_together_are_refused(changes: dict[str, object], code: str) -> None:
    with pytest.raises(Refusal, match=code):
        check(replace(FIELDS, **changes))  # type: ignore[arg-type]  # the wrong values are the point


def test_a_move_keeps_the_length_and_the_distance_of_the_deadline() -> None:
    event = change_fields(EVENT, replace(FIELDS, ends_at=START + DAY / 12, deadline=START - DAY))
    moved = move(event, START + DAY).fields
    assert moved.ends_at == START + DAY + DAY / 12
    assert moved.deadline == START


def test_those_concerned_of_a_move_learn_the_old_date() -> None:
    told = told_of(EVENT, move(EVENT, START + DAY), NOW)
    assert told is not None
    assert told.kind == "moved"
    assert told.old["starts_at"] == START.isoformat()


def test_another_hall_is_told_and_another_title_is_not() -> None:
    relocated = told_of(EVENT, change_fields(EVENT, replace(FIELDS, hall_id=2)), NOW)
    assert relocated is not None
    assert relocated.kind == "relocated"
    assert told_of(EVENT, change_fields(EVENT, replace(FIELDS, title="«Другое»")), NOW) is None


def test_a_move_into_the_past_tells_nobody() -> None:
    assert told_of(EVENT, move(EVENT, NOW - DAY), NOW) is None


def test_nobody_is_told_of_an_event_that_is_over() -> None:
    assert told_of(EVENT, cancel(EVENT, "карантин"), START + DAY) is None


def test_cancelling_is_told_and_cannot_be_done_twice() -> None:
    cancelled = cancel(EVENT, "карантин")
    told = told_of(EVENT, cancelled, NOW)
    assert told is not None
    assert told.kind == "cancelled"
    with pytest.raises(Refusal, match="event-cancelled"):
        cancel(cancelled, "ещё раз")
    with pytest.raises(Refusal, match="event-cancelled"):
        move(cancelled, START + DAY)


def test_news_of_an_event_within_a_day_may_break_into_quiet_hours() -> None:
    assert not is_urgent(EVENT, move(EVENT, START + DAY), NOW)
    assert is_urgent(EVENT, move(EVENT, START + DAY), START - DAY / 2)
    assert is_urgent(EVENT, move(EVENT, NOW + DAY / 2), NOW)


def test_the_deadline_is_the_start_unless_one_is_set() -> None:
    assert EVENT.deadline == START
    assert change_fields(EVENT, replace(FIELDS, deadline=START - DAY)).deadline == START - DAY
