"""At the door: who is expected, who has come, and which seats nobody has claimed shortly before the start."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.event import Event
from domain.life import Status
from domain.refusal import Refusal

OPENS = timedelta(hours=3)
TIDIED = timedelta(days=7)
"""How long afterwards the list may still be put right."""
WARNED = timedelta(minutes=15)
"""So long before seats are offered to the queue its staff is told, where nobody has been noted at the door."""
MOST_PEOPLE = 1000
AT_DOOR = "door"
"""The note of a seat that was given at the door."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A party that has signed up, or somebody of the register whom staff noted down; `came`: how many came in."""

    member_id: int | None
    rep_id: int | None
    name: str
    partner: str | None
    office: str | None = None
    people: int = 1
    came: int = 0


@dataclass(frozen=True, slots=True)
class Party:
    """People who came without a sign-up: a group in words (None: those who came one by one)."""

    id: int
    name: str | None
    people: int


@dataclass(frozen=True, slots=True)
class Tally:
    """Who came: `expected` and `claimed` are seats, `others` came without a sign-up."""

    expected: int
    claimed: int
    others: int

    @property
    def people(self) -> int:
        return self.claimed + self.others

    @property
    def no_shows(self) -> int:
        """Seats of people who signed up and did not come; none where nobody was noted at all."""
        return max(0, self.expected - self.claimed) if self.people else 0


def is_open(event: Event, now: datetime) -> bool:
    """Whether somebody can be noted: from three hours before the start until a week after the end."""
    held = event.status in {Status.PUBLISHED, Status.HELD, Status.REPORTED}
    return held and event.fields.starts_at - OPENS <= now <= event.ends_at + TIDIED


def require_door(event: Event, now: datetime) -> None:
    if event.is_cancelled:
        raise Refusal("event-cancelled")
    if not is_open(event, now):
        raise Refusal("door-closed", start=event.fields.starts_at)


def check_people(people: int) -> int:
    if not 1 <= people <= MOST_PEOPLE:
        raise Refusal("door-people", most=MOST_PEOPLE)
    return people


def released(event: Event, claimed: int, now: datetime, minutes: int) -> int:
    """Seats that are offered to the queue: those that nobody has claimed, from so many minutes before the start."""
    capacity, start = event.fields.capacity, event.fields.starts_at
    if not minutes or capacity is None or not event.is_open:
        return 0
    return max(0, capacity - claimed) if start - timedelta(minutes=minutes) <= now < start else 0


def is_warned(event: Event, claimed: int, now: datetime, minutes: int) -> bool:
    """Whether its staff is to be told that seats will be offered: as long as nobody was noted, shortly before that."""
    if not minutes or claimed or not event.is_open or not event.counts.queued:
        return False
    offered = event.fields.starts_at - timedelta(minutes=minutes)
    return offered - WARNED <= now < offered
