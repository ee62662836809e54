"""Quiet hours: when a message that can wait may arrive."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.calendar import ONE_DAY, SATURDAY, WorkCalendar

Window = tuple[time, time]
LAST_CALL = timedelta(hours=1)
"""How long before a window's end the last message of the day goes."""
ANY_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class QuietHours:
    """The windows of wall-clock time in which messages may arrive; the start belongs to them, the end does not.

    Worked days have theirs. Saturdays off have another, only for an event of the same or the next day (None: not even
    then). Sundays and holidays have none (DOMAIN.md §8.3). A person's own hours are another value of this class.
    `ValueError` if a window ends before it starts.
    """

    workday: Window = (time(9), time(19))
    saturday: Window | None = (time(10), time(17))

    def __post_init__(self) -> None:
        for window in filter(None, (self.workday, self.saturday)):
            if window[0] >= window[1]:
                raise ValueError("window-ends-before-it-starts", window)

    def window(self, day: date, event_day: date | None, calendar: WorkCalendar) -> Window | None:
        """The day's window for a message about an event of `event_day` (None: about no event)."""
        if calendar.is_working(day):
            return self.workday
        soon = event_day is not None and event_day - day in (timedelta(0), ONE_DAY)
        return self.saturday if soon and day.weekday() == SATURDAY and not calendar.is_holiday(day) else None

    def permitted(self, local: datetime, event_day: date | None, calendar: WorkCalendar) -> bool:
        """Whether a message may arrive at this local time."""
        window = self.window(local.date(), event_day, calendar)
        return window is not None and window[0] <= local.time() < window[1]

    def next_permitted(self, local: datetime, event_day: date | None, calendar: WorkCalendar) -> datetime:
        """This local time if a message may arrive then, else the start of the next window, in the same zone."""
        if self.permitted(local, event_day, calendar):
            return local
        return next(
            opens
            for day in _days(local.date(), ONE_DAY)
            if (window := self.window(day, event_day, calendar)) and (opens := _at(day, window[0], local)) > local
        )

    def last_before(self, local: datetime, event_day: date | None, calendar: WorkCalendar) -> datetime:
        """The latest last call (an hour before a window's end: 18:00 on worked days) that is not after `local`."""
        return next(
            call
            for day in _days(local.date(), -ONE_DAY)
            if (window := self.window(day, event_day, calendar))
            and (call := _at(day, _last_call(window), local)) <= local
        )

    def is_before_window(self, local: datetime, event_day: date | None, calendar: WorkCalendar) -> bool:
        """Whether it is earlier than the day's window opens, or the day has none."""
        window = self.window(local.date(), event_day, calendar)
        return window is None or local.time() < window[0]


def _days(day: date, step: timedelta) -> Iterator[date]:
    while True:
        yield day
        day += step


def _at(day: date, clock: time, local: datetime) -> datetime:
    return datetime.combine(day, clock, local.tzinfo)


def _last_call(window: Window) -> time:
    opens, closes = (datetime.combine(ANY_DAY, clock) for clock in window)
    return max(opens, closes - LAST_CALL).time()
