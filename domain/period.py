"""A month, a quarter or a year, for which libraries plan and report."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from enum import IntEnum
from zoneinfo import ZoneInfo

FIRST, LAST = 2000 * 12, 2100 * 12


class Span(IntEnum):
    """In months."""

    MONTH = 1
    QUARTER = 3
    YEAR = 12


@dataclass(frozen=True, slots=True)
class Period:
    """`number`: its first month, counted from the year 0; always the first of such a span."""

    span: Span
    number: int

    @classmethod
    def around(cls, day: date, span: Span) -> "Period":
        return cls.of(day.year * 12 + day.month - 1, span)

    @classmethod
    def of(cls, number: int, span: Span) -> "Period":
        """The one that this month is in; one that no calendar has becomes the nearest."""
        within = min(max(number, FIRST), LAST)
        return cls(span, within - within % span)

    @property
    def first(self) -> date:
        return date(self.number // 12, self.number % 12 + 1, 1)

    @property
    def quarter(self) -> int:
        return self.number % 12 // 3 + 1

    def moved(self, by: int) -> "Period":
        """So many of its kind further on."""
        return self.of(self.number + by * self.span, self.span)

    def resized(self, span: Span) -> "Period":
        """The one of another kind that begins, or goes on, where this one begins."""
        return self.of(self.number, span)

    def bounds(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """From its first moment to the first after it, in UTC."""
        after = replace(self, number=self.number + self.span)
        start, end = (datetime.combine(one.first, time(), zone).astimezone(UTC) for one in (self, after))
        return start, end
