"""Months as rows of days, for a calendar of buttons."""

from calendar import Calendar
from datetime import date

Week = tuple[date | None, date | None, date | None, date | None, date | None, date | None, date | None]


def month_grid(year: int, month: int) -> tuple[Week, ...]:
    """The weeks of a month, Monday first; None where another month's day would stand. `ValueError` for no month."""
    if not 1 <= month <= 12:
        raise ValueError("no-such-month", month)
    return tuple(_week(year, month, days) for days in Calendar().monthdayscalendar(year, month))


def _week(year: int, month: int, days: list[int]) -> Week:
    mon, tue, wed, thu, fri, sat, sun = (date(year, month, day) if day else None for day in days)
    return mon, tue, wed, thu, fri, sat, sun
