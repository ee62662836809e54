"""The library's habits of time, as one value: zone, calendar, quiet hours, reminders, terms."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from domain.calendar import WorkCalendar
from domain.life import Review
from domain.quiet import QuietHours
from domain.retention import Retention

USUAL = Retention()


@dataclass(frozen=True, slots=True)
class EventRules:
    """Who reviews an event before it is announced, when a draft left alone is spoken of, and how long before its start
    seats that nobody has claimed are offered to the queue; 0 = never.
    """

    review: Review = Review.NONE
    draft_reminder_days: int = 7
    door_minutes: int = 15


USUAL_RULES = EventRules()


@dataclass(frozen=True, slots=True)
class ReminderRules:
    """How long before an event each reminder comes; 0 = not at all."""

    days_before: int = 7
    workdays_before: int = 1
    hours_before: int = 2


@dataclass(frozen=True, slots=True)
class Policy:
    """What decides when people are written to, and how long things are kept."""

    zone: ZoneInfo
    calendar: WorkCalendar
    quiet: QuietHours
    reminders: ReminderRules
    retention: Retention = USUAL
    events: EventRules = USUAL_RULES

    def send_at(self, now: datetime, starts_at: datetime, *, pressing: bool) -> datetime:
        """When a message about an event may go: at once if it is pressing, else at the next permitted time.

        Never past the event: what cannot wait for a permitted time before it goes at once.
        """
        if pressing:
            return now
        day = starts_at.astimezone(self.zone).date()
        allowed = self.quiet.next_permitted(now.astimezone(self.zone), day, self.calendar).astimezone(UTC)
        return allowed if allowed < starts_at else now
