"""When people are reminded of an event: a week, a working day and two hours before, outside quiet hours."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from domain.calendar import WorkCalendar
from domain.policy import Policy

KINDS = ("week", "day", "hours")
"""From the farthest to the nearest."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A reminder moment of one event. `state`: planned, fired or missed."""

    kind: str
    due_at: datetime
    state: str


def plan(starts_at: datetime, policy: Policy, now: datetime) -> tuple[Moment, ...]:
    """The event's reminder moments in UTC, the earliest first.

    A moment that is not ahead of `now` is missed: a new rule never reaches back. Of two kinds that fall on one moment
    the nearer to the event stays.
    """
    start, rules = starts_at.astimezone(policy.zone), policy.reminders
    wished = {
        "week": _wall_clock(start, start.date() - timedelta(days=rules.days_before)) if rules.days_before else None,
        "day": _workdays_before(start, rules.workdays_before, policy.calendar) if rules.workdays_before else None,
        "hours": start - timedelta(hours=rules.hours_before) if rules.hours_before else None,
    }
    due = {kind: _permitted(moment, start, kind, policy) for kind, moment in wished.items() if moment is not None}
    only = {moment: kind for kind, moment in due.items()}  # the nearer kind comes later, and stays
    moments = (Moment(kind, moment.astimezone(UTC), "planned") for moment, kind in only.items())
    return tuple(sorted((_judge(moment, now) for moment in moments), key=lambda moment: moment.due_at))


def replan(
    old: Iterable[Moment], starts_at: datetime, policy: Policy, now: datetime
) -> tuple[Moment, ...]:
    """The moments after a change: unsent ones follow the date, one that stands where it was keeps its state."""
    standing = {(moment.kind, moment.due_at): moment for moment in old if moment.state != "planned"}
    new = plan(starts_at, policy, now)
    return tuple(
        standing.get((moment.kind, moment.due_at), moment) if moment.due_at <= now else moment for moment in new
    )


def still_useful(later_dues: Iterable[datetime], starts_at: datetime, now: datetime) -> bool:
    """Whether an overdue reminder is still sent: the event has not begun, and no nearer one is due as well."""
    return now < starts_at and not any(due <= now for due in later_dues)


def _judge(moment: Moment, now: datetime) -> Moment:
    return moment if moment.due_at > now else Moment(moment.kind, moment.due_at, "missed")


def _wall_clock(start: datetime, day: date) -> datetime:
    return datetime.combine(day, start.timetz().replace(tzinfo=None), start.tzinfo)


def _workdays_before(start: datetime, number: int, calendar: WorkCalendar) -> datetime:
    day = start.date()
    for _ in range(number):
        day = calendar.previous_working(day)
    return _wall_clock(start, day)


def _permitted(moment: datetime, start: datetime, kind: str, policy: Policy) -> datetime:
    """Forward to the next permitted time; where that is too late, back to the last permitted one."""
    event_day = start.date()
    quiet, calendar = policy.quiet, policy.calendar
    later = quiet.next_permitted(moment, event_day, calendar)
    if later == moment:
        return moment
    too_early = kind == "hours" and moment.time() < quiet.workday[0] and calendar.is_working(moment.date())
    if too_early or later >= start:
        return quiet.last_before(moment, event_day, calendar)
    return later
