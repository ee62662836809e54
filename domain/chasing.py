"""When an organisation is asked for its answers to a survey: when its people chose («Отложить»), and by the library."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.policy import Policy
from domain.reminders import Moment
from domain.survey import Survey

ROUNDS = ("half", "last", "calls")
"""At half-time, a day before closing, and the list of those who are to be telephoned."""
MORNING = time(10)
DAY = timedelta(days=1)
THEN_CALL = timedelta(hours=4)
"""How long the last round is given before the telephone."""


def later(survey: Survey, zone: ZoneInfo, now: datetime) -> tuple[datetime | None, ...]:
    """Until when answering may be put off: tomorrow, for three days, to the last day, each at ten; None: too late."""
    today, last = now.astimezone(zone).date(), survey.fields.closes_at.astimezone(zone).date()
    days = (today + DAY, today + 3 * DAY, last)
    wanted = [datetime.combine(day, MORNING, zone).astimezone(UTC) for day in days]
    good = [moment if now < moment < survey.fields.closes_at else None for moment in wanted]
    return tuple(one if one not in good[:place] else None for place, one in enumerate(good))


def rounds(survey: Survey, policy: Policy) -> dict[str, datetime]:
    """When those who have not sent anything are asked again, outside quiet hours and before the end."""
    begins = max(survey.fields.opens_at, survey.published_at or survey.fields.opens_at)
    closes = survey.fields.closes_at
    last = _latest(closes - DAY, policy)
    half = _next(begins + (closes - begins) / 2, policy)
    calls = _next(last + THEN_CALL, policy)
    wanted = {"half": half, "last": last, "calls": calls if calls < closes else last}
    if last <= begins:
        return {}
    return {kind: due for kind, due in wanted.items() if begins < due < closes and (kind != "half" or due < last)}


def replanned(old: tuple[Moment, ...], survey: Survey, policy: Policy, now: datetime) -> tuple[Moment, ...]:
    """The rounds after the survey has changed: the half is had once, what lies ahead again comes again."""
    had = {one.kind for one in old if one.state != "planned"}
    new = rounds(survey, policy) if not survey.is_over(now) else {}
    ahead = {kind: due for kind, due in new.items() if due > now and (kind != "half" or kind not in had)}
    kept = [one for one in old if one.state != "planned" and one.kind not in ahead]
    return (*kept, *(Moment(kind, due, "planned") for kind, due in ahead.items()))


def _next(moment: datetime, policy: Policy) -> datetime:
    local = moment.astimezone(policy.zone)
    return policy.quiet.next_permitted(local, None, policy.calendar).astimezone(UTC)


def _latest(moment: datetime, policy: Policy) -> datetime:
    """The moment itself where messages may arrive then, else the last call before it."""
    local = moment.astimezone(policy.zone)
    if policy.quiet.permitted(local, None, policy.calendar):
        return moment
    return policy.quiet.last_before(local, None, policy.calendar).astimezone(UTC)
