"""Dates of a series: read, bounded, each with its end and its deadline."""

from datetime import UTC, datetime, time, timedelta

import pytest

from domain.event import EventFields
from domain.refusal import Refusal
from domain.series import MOST, at, new_dates, read_dates, weekly

NOW = datetime.fromisoformat("2018-03-26T10:00")
APRIL = datetime.fromisoformat("2018-04-27T14:00")
TWO = time(14)
START = datetime(2018, 4, 27, 11, tzinfo=UTC)
DAY = timedelta(days=1)


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
