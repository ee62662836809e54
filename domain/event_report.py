"""What an event came to: the one-minute report of its librarian (DOMAIN.md §4.2), and when it is asked for."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from domain.policy import Policy
from domain.refusal import Refusal

MOST_VISITS = 10_000
MOST_VIEWS = 10_000_000
OUTCOME = 600
LINK, MOST_LINKS = 500, 10
ASKED_AT = time(10)
ASKED_AT_MOST = 2
REACHES_BACK = timedelta(days=7)
"""An event that ended longer ago is not asked about: a new rule does not reach back (LESSONS R 7)."""


@dataclass(frozen=True, slots=True)
class EventReport:
    """Visits, not people; views online are apart and never added to them. Who is not in a part is 31 or older."""

    visits_total: int
    visits_to14: int = 0
    visits_15_30: int = 0
    visits_disability: int = 0
    online_views: int | None = None
    outcome: str | None = None
    links: tuple[str, ...] = ()

    @property
    def visits_31plus(self) -> int:
        return self.visits_total - self.visits_to14 - self.visits_15_30


@dataclass(frozen=True, slots=True)
class Reported:
    """Where the report of an event stands: what it says (None: not yet), by whom, and how often it was asked for."""

    event_id: int
    report: EventReport | None = None
    reported_by: int | None = None
    reported_at: datetime | None = None
    asked: int = 0
    ask_at: datetime | None = None


def check(report: EventReport) -> EventReport:
    """The report, if its parts fit into the whole; otherwise a `Refusal`."""
    if not 0 <= report.visits_total <= MOST_VISITS:
        raise Refusal("report-visits", most=MOST_VISITS)
    if min(report.visits_to14, report.visits_15_30, report.visits_disability) < 0:
        raise Refusal("report-negative")
    if report.visits_to14 + report.visits_15_30 > report.visits_total:
        raise Refusal("report-ages", total=report.visits_total)
    if report.visits_disability > report.visits_total:
        raise Refusal("report-disability", total=report.visits_total)
    return report


def ask_at(after: datetime, policy: Policy) -> datetime:
    """The next working day at 10:00, after the day of this moment."""
    day = policy.calendar.next_working(after.astimezone(policy.zone).date())
    return datetime.combine(day, ASKED_AT, policy.zone).astimezone(UTC)


def first_ask(ended: datetime, now: datetime, policy: Policy) -> datetime | None:
    """When an event that is over is asked about for the first time; None when that is too long ago."""
    return ask_at(ended, policy) if now - ended <= REACHES_BACK else None


def next_ask(asked: int, now: datetime, policy: Policy) -> datetime | None:
    """When it is asked about again, having been asked so often; None: no more."""
    return ask_at(now, policy) if asked < ASKED_AT_MOST else None
