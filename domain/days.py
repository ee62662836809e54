"""Days as they were typed, and which of the calendar are meant."""

from dataclasses import dataclass, field
from datetime import date

from domain.scan import Unread


@dataclass(frozen=True, slots=True)
class Day:
    """A date as it was typed, with the month's name if it had one; there may be none such."""

    day: int
    month: int
    year: int | None = None
    name: str = field(default="", compare=False)

    def __str__(self) -> str:
        if self.name:
            return f"{self.day} {self.name}" + (f" {self.year}" if self.year else "")
        return f"{self.day:02}.{self.month:02}" + (f".{self.year}" if self.year else "")


def ends(first: Day, last: Day, today: date) -> tuple[date, date]:
    """The two ends; a year that was not typed follows from the other's, over the New Year if the months say so."""
    over = int(first.month > last.month)
    if first.year is None:
        end = nearest(last, today)
        start = _on(first, end.year - over)
    else:
        start = _on(first, first.year)
        end = _on(last, last.year or start.year + over)
    if end < start:
        raise Unread("end-before-start", f"{start:%d.%m.%Y} - {end:%d.%m.%Y}")
    return start, end


def nearest(day: Day, today: date) -> date:
    """In the year that was typed, else the first year that has the day and where it is not past."""
    if day.year is not None:
        return _on(day, day.year)
    years = (year for year in range(today.year, today.year + 9) if _exists(day, year))
    dates = (date(year, day.month, day.day) for year in years)
    found = next((one for one in dates if one >= today), None)
    return found or _on(day, today.year)


def _exists(day: Day, year: int) -> bool:
    try:
        return bool(_on(day, year))
    except Unread:
        return False


def _on(day: Day, year: int) -> date:
    try:
        if 1900 <= year <= 2100:
            return date(year, day.month, day.day)
    except ValueError:
        pass
    raise Unread("no-such-date", str(day))
