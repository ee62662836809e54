"""The work calendar of the country: which days people are at work."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

SATURDAY = 5
FIXED = frozenset(
    {(1, day) for day in range(1, 9)} | {(2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)}
)
"""Public holidays by law (Labour Code, art. 112), for years of which nothing else is known."""


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """`off`: days off besides plain weekends. `working`: weekend days that are worked. `years`: those that are known."""

    off: frozenset[date]
    working: frozenset[date]
    years: frozenset[int] = frozenset()

    def is_holiday(self, day: date) -> bool:
        """Whether the day is off by the calendar, not just as a weekend."""
        return day in self.off or (day.year not in self.years and (day.month, day.day) in FIXED)

    def is_working(self, day: date) -> bool:
        return day in self.working or (day.weekday() < SATURDAY and not self.is_holiday(day))

    def previous_working(self, day: date) -> date:
        """The last working day before."""
        day -= timedelta(days=1)
        while not self.is_working(day):
            day -= timedelta(days=1)
        return day


def parse_calendar(data: Mapping[str, Any]) -> WorkCalendar:
    """Reads `{"2018": {"off": [dates or [from, to]], "working": [dates]}}`; `ValueError` names what is wrong."""
    off: set[date] = set()
    working: set[date] = set()
    for year, days in data.items():
        if not year.isdigit() or not isinstance(days, Mapping) or set(days) - {"off", "working"}:
            raise ValueError(f"{year}: expected a year with `off` and `working`")
        off |= _days(year, days.get("off", []))
        working |= _days(year, days.get("working", []))
    return WorkCalendar(frozenset(off - working), frozenset(working), frozenset(map(int, data)))


def _days(year: str, spans: Any) -> set[date]:
    found: set[date] = set()
    for span in spans:
        first, last = span if isinstance(span, list) and len(span) == 2 else (span, span)
        if not (isinstance(first, date) and isinstance(last, date) and first <= last):
            raise ValueError(f"{year}: {span} is neither a date nor a pair of dates in order")
        found |= {first + timedelta(days=number) for number in range((last - first).days + 1)}
    return found
