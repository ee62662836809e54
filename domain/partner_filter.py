"""Which partners a list shows: filters that are combined, and how many each further one would leave."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.partner import Grade

MONTH = timedelta(days=30)
SILENCES = (3, 6, 12)
"""Months of silence that can be asked for."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What filters ask of a partner. `contact` is the last event, answer or message, else when it was entered."""

    id: int
    short_name: str
    sector: str
    grade: Grade | None
    branch_ids: tuple[int, ...]
    archived: bool
    reachable: bool
    contact: datetime


@dataclass(frozen=True, slots=True)
class PartnerFilter:
    """What is chosen; nothing chosen lets everything pass that is not in the archive.

    `silent`: for that many months there was no event, answer or message. `unreachable`: nobody who can be written to.
    """

    sector: str | None = None
    branch_id: int | None = None
    grade: Grade | None = None
    silent: int = 0
    unreachable: bool = False
    archived: bool = False

    def takes(self, one: Facts, now: datetime) -> bool:
        """Whether the partner is shown."""
        return (
            one.archived == self.archived
            and self.sector in (None, one.sector)
            and (self.branch_id is None or self.branch_id in one.branch_ids)
            and self.grade in (None, one.grade)
            and (not self.silent or one.contact <= now - self.silent * MONTH)
            and not (self.unreachable and one.reachable)
        )

    @property
    def is_empty(self) -> bool:
        return self == PartnerFilter()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many partners each choice would show beside what is chosen already, in place of its own kind."""

    sectors: Counter[str]
    branches: Counter[int]
    grades: Counter[Grade]
    silent: Counter[int]
    unreachable: int
    archived: int


def counts(every: Iterable[Facts], chosen: PartnerFilter, now: datetime) -> Counts:
    """The numbers that stand on the buttons."""
    known = list(every)

    def among(wanted: PartnerFilter) -> list[Facts]:
        return [one for one in known if wanted.takes(one, now)]

    return Counts(
        sectors=Counter(one.sector for one in among(replace(chosen, sector=None))),
        branches=Counter(branch for one in among(replace(chosen, branch_id=None)) for branch in one.branch_ids),
        grades=Counter(one.grade for one in among(replace(chosen, grade=None)) if one.grade),
        silent=Counter({months: len(among(replace(chosen, silent=months))) for months in SILENCES}),
        unreachable=len(among(replace(chosen, unreachable=True))),
        archived=len(among(replace(chosen, archived=True))),
    )
