"""The library's habits of time, as the settings say."""

from dataclasses import fields
from datetime import time
from zoneinfo import ZoneInfo

from bot.holidays import load_calendar
from bot.settings import Settings
from domain.life import Review
from domain.policy import EventRules, Policy, ReminderRules
from domain.quiet import QuietHours
from domain.retention import Retention


def policy_of(settings: Settings) -> Policy:
    """`BadSettings` when the work calendar cannot be read."""
    quiet, rules, events = settings.quiet_hours, settings.reminders, settings.events
    return Policy(
        ZoneInfo(settings.library.timezone),
        load_calendar(quiet.calendar),
        QuietHours(
            workday=(_hour(quiet.workday_from), _hour(quiet.workday_to)),
            saturday=(_hour(quiet.saturday_from), _hour(quiet.saturday_to)),
        ),
        ReminderRules(
            days_before=rules.days_before, workdays_before=rules.workdays_before, hours_before=rules.hours_before
        ),
        Retention(**{term.name: getattr(settings.privacy, term.name) for term in fields(Retention)}),
        EventRules(Review(events.review), events.draft_reminder_days, events.door_minutes),
    )


def _hour(hour: int) -> time:
    return time.max if hour == 24 else time(hour)
