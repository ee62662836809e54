"""What speaks against a time for an event. The librarian is asked; nothing here forbids."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.calendar import WorkCalendar
from domain.opening_hours import DAYS

OpeningHours = Mapping[int, tuple[time, time] | None]
"""Weekday (Monday = 0) → when the branch opens and closes; None or no entry is closed, an empty mapping is unknown."""


@dataclass(frozen=True, slots=True)
class SanitaryDay:
    """The n-th such weekday (Monday = 0) of every month, on which a branch is closed; `nth` -1 is the last one."""

    weekday: int
    nth: int

    def falls_on(self, day: date) -> bool:
        if day.weekday() != self.weekday:
            return False
        if self.nth == -1:
            return (day + timedelta(days=7)).month != day.month
        return (day.day - 1) // 7 + 1 == self.nth


def doubts_of(
    start_local: datetime,
    now_local: datetime,
    calendar: WorkCalendar,
    sanitary: SanitaryDay | None = None,
    hours: OpeningHours | None = None,
) -> tuple[str, ...]:
    """Codes of what to ask about: past, holiday, sanitary_day, closed. The last two are about the branch."""
    day = start_local.date()
    doubts = {
        "past": start_local <= now_local,
        "holiday": calendar.is_holiday(day),
        "sanitary_day": sanitary is not None and sanitary.falls_on(day),
        "closed": bool(hours) and not _is_open(hours or {}, start_local),
    }
    return tuple(code for code, holds in doubts.items() if holds)


def stored_hours(stored: Mapping[str, Sequence[str]]) -> OpeningHours:
    """Opening hours from the shape of the table of branches: {"mon": ["10:00", "19:00"], …}."""
    return {DAYS.index(day): (_clock(opens), _clock(closes)) for day, (opens, closes) in stored.items()}


def stored_sanitary(stored: Mapping[str, int] | None) -> SanitaryDay | None:
    """The sanitary day from the shape of the table of branches: {"weekday": 2, "nth": -1}."""
    return SanitaryDay(stored["weekday"], stored["nth"]) if stored else None


def _is_open(hours: OpeningHours, moment: datetime) -> bool:
    window = hours.get(moment.weekday())
    return window is not None and window[0] <= moment.time() < window[1]


def _clock(typed: str) -> time:
    return time.max if typed == "24:00" else time.fromisoformat(typed)
