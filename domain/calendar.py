"""The work calendar of the country: which days people are at work."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

ONE_DAY = timedelta(days=1)
SATURDAY = 5
LONGEST_RUN = 31
FIXED = frozenset({(1, day) for day in range(1, 9)} | {(2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)})
"""Public holidays by law (Labour Code, art. 112), for years of which nothing else is known."""


class BadCalendar(ValueError):  # noqa: N818 - says what is the matter
    """What a calendar cannot be read for. `code`: year, list, span or both; `what` stands there, or is a day."""

    def __init__(self, code: str, year: str, what: object = "") -> None:
        super().__init__(code, year, what)
        self.code, self.year, self.what = code, year, str(what)


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """`off`: days off besides plain weekends. `working`: weekend days that are worked. `years`: those that are known.

    A day that is in both is worked.
    """

    off: frozenset[date]
    working: frozenset[date]
    years: frozenset[int] = frozenset()

    def is_working(self, day: date) -> bool:
        """Whether the day is worked; a working Saturday is."""
        return day in self.working or (day.weekday() < SATURDAY and not self.is_holiday(day))

    def is_holiday(self, day: date) -> bool:
        """Whether the calendar itself makes it a day off. A Saturday or Sunday that it doesn't name is none."""
        return day not in self.working and (day in self.off or self._is_fixed(day))

    def previous_working(self, day: date) -> date:
        """The last working day before this one."""
        return self._nearest(day, -ONE_DAY)

    def next_working(self, day: date) -> date:
        """The first working day after this one."""
        return self._nearest(day, ONE_DAY)

    def _is_fixed(self, day: date) -> bool:
        return day.year not in self.years and (day.month, day.day) in FIXED

    def _nearest(self, day: date, step: timedelta) -> date:
        day += step
        while not self.is_working(day):
            day += step
        return day


def parse_calendar(data: Mapping[str, object]) -> WorkCalendar:
    """Reads `{"2018": {"off": [dates or [first, last]], "working": [dates]}}`; `BadCalendar` names what is wrong."""
    off: set[date] = set()
    working: set[date] = set()
    for year, days in data.items():
        if not isinstance(days, Mapping) or not (year.isdecimal() and len(year) == 4) or set(days) - {"off", "working"}:
            raise BadCalendar("year", year)
        off.update(_days(year, days.get("off", [])))
        working.update(_days(year, days.get("working", [])))
    for day in sorted(off & working):
        raise BadCalendar("both", str(day.year), day)
    return WorkCalendar(frozenset(off), frozenset(working), frozenset(map(int, data)))


def _days(year: str, spans: object) -> Iterator[date]:
    if not isinstance(spans, list):
        raise BadCalendar("list", year, spans)
    for span in spans:
        first, last = _ends(year, span)
        yield from (first + number * ONE_DAY for number in range((last - first).days + 1))


def _ends(year: str, span: object) -> tuple[date, date]:
    ends = span if isinstance(span, list) and len(span) == 2 else [span, span]
    first, last = (end if isinstance(end, date) and not isinstance(end, datetime) else None for end in ends)
    if first is None or last is None or not 0 <= (last - first).days < LONGEST_RUN:
        raise BadCalendar("span", year, span)
    return first, last
