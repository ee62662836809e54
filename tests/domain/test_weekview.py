"""Months as rows of days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.weekview import month_grid


def test_april_of_2018_starts_on_a_sunday_and_ends_on_a_monday() -> None:
    grid = month_grid(2018, 4)
    assert grid[0] == (None,) * 6 + (date(2018, 4, 1),)
    assert grid[-1] == (date(2018, 4, 30),) + (None,) * 6
    assert len(grid) == 6


@pytest.mark.parametrize("month", [0, 13])
def test_a_month_that_is_none_is_refused(month: int) -> None:
    with pytest.raises(ValueError, match="no-such-month"):
        month_grid(2018, month)


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_every_day_of_the_month_stands_once_under_its_weekday(year: int, month: int) -> None:
    grid = month_grid(year, month)
    days = [day for week in grid for day in week if day is not None]
    assert days == [date(year, month, 1) + timedelta(days=number) for number in range(len(days))]
    assert (days[-1] + timedelta(days=1)).day == 1
    assert all(day is None or day.weekday() == column for week in grid for column, day in enumerate(week))
