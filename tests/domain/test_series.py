"""Dates of a series: read, bounded, each with its end and its deadline."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from domain.event import Event, EventFields, PartnerPart
from domain.life import Status
from domain.partner import Part
from domain.refusal import Refusal
from domain.seats import Seats
from domain.series import MOST, at, new_dates, read_dates, spread, weekly

NOW = datetime.fromisoformat("2018-03-26T10:00")
APRIL = datetime.fromisoformat("2018-04-27T14:00")
TWO = time(14)
START = datetime(2018, 4, 27, 11, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def may(*days: int, hour: int = 14) -> list[datetime]:
    return [datetime.fromisoformat(f"2018-05-{day:02}T{hour}:00") for day in days]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("4, 11 и 18 мая", may(4, 11, 18)),
        ("18 мая\n11 мая", may(11, 18)),
        ("4 мая в 15.00; 11.05", may(4, hour=15) + may(11)),
    ],
)
def test_dates_are_read_in_one_line(text: str, dates: list[datetime]) -> None:
    assert read_dates(text, NOW, TWO) == dates


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (", ".join(["4 мая"] * 400), "series-many"),
        ("", "series-many"),
        ("31, 30 февраля", "series-date"),
        ("99, 4 мая", "series-date"),
        ("когда-нибудь", "series-date"),
        ("в 15.00", "series-date"),
    ],
)
def test_what_is_no_series_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_dates(text, NOW, TWO)
    assert refused.value.code == code


def test_weeks_keep_the_hour_of_the_wall_clock_and_are_bounded() -> None:
    assert weekly(APRIL, 2) == may(4, 11)
    with pytest.raises(Refusal, match="series-many"):
        weekly(APRIL, 400)


def test_only_what_is_not_there_yet_and_not_past_and_not_too_much() -> None:
    assert new_dates([START], [START + 2 * DAY, START, START + DAY], START - DAY) == [START + DAY, START + 2 * DAY]
    for standing, wanted, code in (
        ([START], [START], "series-nothing"),
        ([START], [START - 2 * DAY], "series-past"),
        ([START + n * DAY for n in range(MOST)], [START + 99 * DAY], "series-many"),
    ):
        with pytest.raises(Refusal) as refused:
            new_dates(standing, wanted, START - DAY)
        assert refused.value.code == code


def test_end_and_deadline_keep_their_distance() -> None:
    fields = EventFields("Вечер", START, "12+", ends_at=START + DAY / 24, deadline=START - DAY)
    moved = at(fields, START + 7 * DAY)
    assert (moved.ends_at, moved.deadline) == (START + 7 * DAY + DAY / 24, START + 6 * DAY)
    assert at(EventFields("Вечер", START, "12+"), START + DAY).ends_at is None


def test_another_date_takes_what_changed_and_keeps_what_it_has_of_its_own() -> None:
    host, guest = PartnerPart(1, Part.CO_ORGANISER), PartnerPart(2)
    old = EventFields("Клуб", START, "6+", ends_at=START + HOUR, deadline=START - DAY, partners=(PartnerPart(1),))
    longer = replace(old, title="Клуб чтения", starts_at=START + HOUR, ends_at=START + 3 * HOUR, partners=(guest, host))
    own = replace(at(old, START + 7 * DAY), capacity=9, deadline=START + 5 * DAY, partners=(host,))
    new = spread(Event(2, Status.PUBLISHED, 1, own, Seats(9)), old, longer).fields
    assert (new.title, new.capacity, new.partners) == ("Клуб чтения", 9, (guest, host))
    assert (new.starts_at, new.ends_at) == (START + 7 * DAY + HOUR, START + 7 * DAY + 3 * HOUR)
    assert new.deadline == START + 6 * DAY, "as far from its start as it changed in the other: a day and an hour"
