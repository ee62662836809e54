"""The journal of events that libraries hand in every month: what was held, and what it came to."""

from dataclasses import dataclass
from datetime import datetime

from domain.event_report import EventReport
from domain.life import Status

TO14, YOUNG = "to14", "15_30"


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as the journal and the plan print it. `branch` is empty for one that is nobody's own; `partners` are
    those that have not declined."""

    event_id: int
    branch: str
    starts_at: datetime
    ends_at: datetime
    all_day: bool
    title: str
    form: str
    age_mark: str
    mode: str
    status: Status
    hall: str = ""
    address: str = ""
    target_age: str = ""
    audience: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    responsible: str = ""
    report: EventReport | None = None

    @property
    def age(self) -> str:
        """Whom it was for, as was said before; else who more than half of the visitors were; else nothing."""
        if self.target_age or self.report is None:
            return self.target_age
        halves = {TO14: self.report.visits_to14, YOUNG: self.report.visits_15_30}
        return next((age for age, number in halves.items() if number * 2 > self.report.visits_total), "")
