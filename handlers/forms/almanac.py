"""Days and hours as buttons."""

from collections.abc import Sequence
from datetime import date

from domain.weekview import month_grid
from handlers.callbacks import FormDay, FormHour, FormMonth
from handlers.say import Say
from handlers.screen import Button, Row

HOURS = ("10:00", "11:00", "12:00", "12:30", "13:00", "14:00", "15:00", "16:00", "17:00", "17:30", "18:00", "19:00")
"""When events in Tver begin (DOMAIN.md §8.3)."""
PER_ROW = 4
NO_DAY = "·"
FIRST, LAST = 1970 * 12, 2100 * 12


def month_number(day: date) -> int:
    """What a button carries of a month."""
    return day.year * 12 + day.month - 1


def month_rows(month: int, draft: int, question: int, say: Say) -> tuple[Row, ...]:
    """A month with ‹ › above, Monday first, seven days a row: at most seven rows."""
    at = {"draft": draft, "question": question}
    year, index = divmod(min(max(month, FIRST), LAST), 12)
    head = tuple(
        Button(text, FormMonth(**at, month=month + step))
        for text, step in (("‹", -1), (say.month(date(year, index + 1, 1)), 0), ("›", 1))
    )
    weeks = (tuple(_day(day, at) for day in week) for week in month_grid(year, index + 1))
    return (head, *weeks)


def hour_rows(hours: Sequence[str], draft: int, question: int) -> tuple[Row, ...]:
    buttons = [Button(hour, FormHour(draft=draft, question=question, minutes=_minutes(hour))) for hour in hours]
    return tuple(tuple(buttons[at : at + PER_ROW]) for at in range(0, len(buttons), PER_ROW))


def _day(day: date | None, at: dict[str, int]) -> Button:
    if day is None:
        return Button(NO_DAY, FormDay(**at, day=0))
    return Button(str(day.day), FormDay(**at, day=int(f"{day:%Y%m%d}")))


def _minutes(hour: str) -> int:
    return int(hour[:2]) * 60 + int(hour[3:])
