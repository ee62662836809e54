"""The work calendar, as it is shipped and as it is read."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.holidays import load_calendar
from domain.calendar import WorkCalendar, parse_calendar

SHIPPED = load_calendar()


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2018, 4, 27), True),
        (date(2018, 4, 28), True),  # a Saturday that was worked
        (date(2018, 4, 21), False),
        (date(2018, 4, 30), False),
        (date(2018, 5, 3), True),
        (date(2018, 6, 9), True),
        (date(2026, 1, 9), False),
        (date(2026, 1, 12), True),
        (date(2026, 11, 4), False),
        (date(2027, 11, 13), True),
        (date(2027, 11, 5), False),
        (date(2031, 5, 9), False),  # nothing is known of that year but the law
        (date(2031, 5, 8), True),
    ],
)
def test_the_shipped_calendar_knows_which_days_are_worked(day: date, working: bool) -> None:
    assert SHIPPED.is_working(day) is working


def test_the_working_day_before_a_monday_is_friday_and_before_the_holidays_the_saturday_that_is_worked() -> None:
    assert SHIPPED.previous_working(date(2018, 5, 14)) == date(2018, 5, 11)
    assert SHIPPED.previous_working(date(2018, 5, 3)) == date(2018, 4, 28)


def test_the_working_day_after_the_may_holidays_is_known_too() -> None:
    assert SHIPPED.next_working(date(2018, 4, 28)) == date(2018, 5, 3)
    assert SHIPPED.next_working(date(2018, 4, 27)) == date(2018, 4, 28)


def test_the_last_day_of_2025_is_off_by_the_calendar_of_2026() -> None:
    assert not SHIPPED.is_working(date(2025, 12, 31))
    assert SHIPPED.is_working(date(2025, 12, 30))


def test_a_plain_weekend_is_no_holiday() -> None:
    assert not SHIPPED.is_holiday(date(2018, 4, 21))
    assert SHIPPED.is_holiday(date(2018, 5, 9))


@pytest.mark.parametrize(
    "data",
    [
        {"soon": {}},
        {"2018": {"free": []}},
        {"2018": {"off": ["1 May"]}},
        {"2018": {"off": [[date(2018, 5, 2), date(2018, 5, 1)]]}},
        {"2018": {"off": [[date(2018, 5, 2), date(2019, 5, 1)]]}},
        {"2018": {"off": date(2018, 5, 1)}},
        {"2018": {"off": [datetime(2018, 5, 1, tzinfo=UTC)]}},
        {"2018": {"off": [date(2018, 4, 28)], "working": [date(2018, 4, 28)]}},
        {"2018": [date(2018, 4, 28)]},
        {"18": {}},
    ],
)
def test_a_calendar_that_makes_no_sense_is_refused_with_its_year(data: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(data))):
        parse_calendar(data)


def test_an_empty_calendar_falls_back_to_the_law() -> None:
    assert parse_calendar({}) == WorkCalendar(frozenset(), frozenset())
    assert not parse_calendar({}).is_working(date(2030, 1, 3))


def test_a_day_that_is_both_off_and_worked_is_worked() -> None:
    calendar = WorkCalendar(frozenset({date(2018, 4, 28)}), frozenset({date(2018, 4, 28)}))
    assert calendar.is_working(date(2018, 4, 28))
    assert not calendar.is_holiday(date(2018, 4, 28))


days = st.dates(date(2017, 1, 1), date(2029, 12, 31))


@given(days, st.frozensets(days), st.frozensets(days))
def test_the_nearest_working_days_are_worked_and_nothing_between_is(
    day: date, off: frozenset[date], working: frozenset[date]
) -> None:
    calendar = WorkCalendar(off, working)
    before, after = calendar.previous_working(day), calendar.next_working(day)
    between = [before + timedelta(days=number) for number in range(1, (after - before).days)]
    assert before < day < after
    assert [one for one in (before, *between, after) if calendar.is_working(one) and one != day] == [before, after]
    assert not (calendar.is_working(day) and calendar.is_holiday(day))
