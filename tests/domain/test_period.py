"""Months, quarters and years."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.period import Period, Span

MOSCOW = ZoneInfo("Europe/Moscow")
APRIL = Period.around(date(2018, 4, 27), Span.MONTH)


def test_a_period_is_the_one_that_the_day_is_in() -> None:
    assert APRIL.first == date(2018, 4, 1)
    assert Period.around(date(2018, 6, 30), Span.QUARTER).first == date(2018, 4, 1)
    assert Period.around(date(2018, 12, 31), Span.YEAR).first == date(2018, 1, 1)
    assert APRIL.quarter == 2


def test_its_bounds_are_those_of_the_library() -> None:
    start, end = APRIL.bounds(MOSCOW)
    assert start == datetime(2018, 3, 31, 21, tzinfo=UTC)
    assert end == datetime(2018, 4, 30, 21, tzinfo=UTC)
    december = Period.around(date(2018, 12, 1), Span.MONTH)
    assert december.bounds(MOSCOW)[1] == datetime(2018, 12, 31, 21, tzinfo=UTC)


def test_one_turns_and_widens_without_losing_the_place() -> None:
    assert APRIL.moved(-4).first == date(2017, 12, 1)
    assert APRIL.resized(Span.QUARTER).moved(1).first == date(2018, 7, 1)
    assert APRIL.resized(Span.YEAR).resized(Span.MONTH).first == date(2018, 1, 1)


@pytest.mark.parametrize(("number", "year"), [(0, 2000), (10**9, 2100)])
def test_what_no_calendar_has_becomes_the_nearest(number: int, year: int) -> None:
    assert Period.of(number, Span.MONTH).first.year == year
