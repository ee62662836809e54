"""When people are reminded of an event: a week, a working day and two hours before, outside quiet hours."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from domain.policy import Policy

KINDS = ("week", "day", "hours")
"""From the farthest to the nearest."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A reminder moment (UTC) of one event. `state`: planned, fired or missed."""

    kind: str
    due_at: datetime
    state: str


def plan(starts_at: datetime, policy: Policy, now: datetime) -> tuple[Moment, ...]:
    """The event's reminder moments in UTC, the earliest first.

    A moment that is not ahead of `now` is missed: a new rule never reaches back (LESSONS R 7). One outside quiet hours
    moves forward to the next permitted time, but never past the event: then it goes at the last call before; so does
    an `hours` one that falls before the day's window. A kind that would not come before a nearer one is left out.
    """
    start, rules = starts_at.astimezone(policy.zone), policy.reminders
    leads = zip(KINDS, (rules.days_before, rules.workdays_before, rules.hours_before), strict=True)
    dues = [(kind, _due(kind, lead, start, policy)) for kind, lead in leads if lead > 0]
    return tuple(Moment(kind, due, "planned" if due > now else "missed") for kind, due in _in_order(dues))


def replan(old: Iterable[Moment], starts_at: datetime, policy: Policy, now: datetime) -> tuple[Moment, ...]:
    """The moments after a change of the event, the calendar or the rules; see `plan`.

    Unsent ones follow the date; a fired one whose moment is elsewhere is planned anew if that is ahead. One whose
    moment is the same stays as it was: fired, or still planned though it came due this very second.
    """
    standing = {(moment.kind, moment.due_at): moment for moment in old if moment.state != "missed"}
    return tuple(standing.get((moment.kind, moment.due_at), moment) for moment in plan(starts_at, policy, now))


def still_useful(later_dues: Iterable[datetime], starts_at: datetime, now: datetime) -> bool:
    """Whether an overdue reminder still goes: the event has not begun, and no nearer one (`later_dues`) is due too."""
    return now < starts_at and not any(due <= now for due in later_dues)


def _due(kind: str, lead: int, start: datetime, policy: Policy) -> datetime:
    """The moment in UTC, within quiet hours and before the event."""
    quiet, calendar, event_day = policy.quiet, policy.calendar, start.date()
    local = _nominal(kind, lead, start, policy)
    last_call = quiet.last_before(local, event_day, calendar).astimezone(UTC)
    if kind == "hours" and quiet.is_before_window(local, event_day, calendar):
        return last_call
    due = quiet.next_permitted(local, event_day, calendar).astimezone(UTC)
    return due if due < start.astimezone(UTC) else last_call


def _nominal(kind: str, lead: int, start: datetime, policy: Policy) -> datetime:
    """The moment by the rule alone: days keep the wall clock (LESSONS S 31), hours are absolute."""
    if kind == "hours":
        return (start.astimezone(UTC) - timedelta(hours=lead)).astimezone(policy.zone)
    day = start.date() - timedelta(days=lead) if kind == "week" else _workdays_back(start.date(), lead, policy)
    return datetime.combine(day, start.time(), policy.zone)


def _workdays_back(day: date, lead: int, policy: Policy) -> date:
    for _ in range(lead):
        day = policy.calendar.previous_working(day)
    return day


def _in_order(dues: Sequence[tuple[str, datetime]]) -> list[tuple[str, datetime]]:
    return [one for number, one in enumerate(dues) if all(one[1] < nearer[1] for nearer in dues[number + 1 :])]
