"""The digest of the week ahead: when it goes, and which days it speaks of."""

from datetime import UTC, datetime, time, timedelta

from domain.policy import Policy

WISH = "week-ahead"
"""How a person's wish for it is kept."""
WEEK = timedelta(days=7)


def digest_at(now: datetime, policy: Policy) -> datetime | None:
    """When this week's digest goes: in the first permitted hour from Monday on.

    None once that day is over, and in a week in which nobody may be written to.
    """
    local = now.astimezone(policy.zone)
    moment = policy.quiet.next_permitted(_monday(local), None, policy.calendar)
    is_ahead = local.date() <= moment.date() < (_monday(local) + WEEK).date()
    return moment.astimezone(UTC) if is_ahead else None


def day_ends(moment: datetime, policy: Policy) -> datetime:
    """The midnight after a moment."""
    day = moment.astimezone(policy.zone).date() + timedelta(days=1)
    return datetime.combine(day, time.min, policy.zone).astimezone(UTC)


def week_ends(now: datetime, policy: Policy) -> datetime:
    """The midnight in which the week of a moment ends."""
    return (_monday(now.astimezone(policy.zone)) + WEEK).astimezone(UTC)


def week_name(moment: datetime, policy: Policy) -> str:
    """«2018-W17», the same at every moment of the week."""
    year, week, _ = moment.astimezone(policy.zone).isocalendar()
    return f"{year}-W{week:02}"


def _monday(local: datetime) -> datetime:
    return datetime.combine(local.date() - timedelta(days=local.weekday()), time.min, local.tzinfo)
