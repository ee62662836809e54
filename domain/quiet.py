"""Quiet hours: when a message that can wait may arrive (DOMAIN.md §8.3). All moments here are wall-clock ones."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.calendar import SATURDAY, WorkCalendar

Span = tuple[time, time]
LOOK_BACK = 60
BEFORE_END = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class QuietHours:
    """What is not quiet: `workday` on working days; `saturday` for an event of that day or the next.

    Windows include their start and not their end. Never on Sundays and holidays.
    """

    workday: Span = (time(9), time(19))
    saturday: Span = (time(10), time(17))

    def window(self, day: date, event_day: date, calendar: WorkCalendar) -> Span | None:
        """When messages about an event of `event_day` may arrive on `day`; None = not at all."""
        if calendar.is_working(day):
            return self.workday
        soon = timedelta(0) <= event_day - day <= timedelta(days=1)
        is_plain_saturday = day.weekday() == SATURDAY and not calendar.is_holiday(day)
        return self.saturday if is_plain_saturday and soon else None

    def permitted(self, local: datetime, event_day: date, calendar: WorkCalendar) -> bool:
        window = self.window(local.date(), event_day, calendar)
        return window is not None and window[0] <= local.time() < window[1]

    def next_permitted(self, local: datetime, event_day: date, calendar: WorkCalendar) -> datetime:
        """The moment itself if it is permitted, else the start of the next window."""
        day = local.date()
        while True:
            window = self.window(day, event_day, calendar)
            if window is not None and (day > local.date() or local.time() < window[1]):
                opens = datetime.combine(day, window[0], local.tzinfo)
                return max(local, opens)
            day += timedelta(days=1)

    def last_before(self, local: datetime, event_day: date, calendar: WorkCalendar) -> datetime:
        """An hour before the end of the last window that is over or running by then: 18:00 on working days."""
        for back in range(LOOK_BACK):
            day = local.date() - timedelta(days=back)
            window = self.window(day, event_day, calendar)
            if window is not None and datetime.combine(day, window[1], local.tzinfo) - BEFORE_END < local:
                return datetime.combine(day, window[1], local.tzinfo) - BEFORE_END
        return local
