"""Whom a letter is for: partners by what they are, guests of an event by what they said, less those left out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from domain.partner import Grade
from domain.seats import RsvpState

REST_DAYS = 7
"""Who was written to within so many days may be left in peace."""


class Whom(StrEnum):
    """The list that a segment begins with."""

    PARTNERS = "partners"  # representatives of partners
    GUESTS = "guests"  # who answered an event
    UNANSWERED = "unanswered"  # representatives of an event's partners that have not answered it


@dataclass(frozen=True, slots=True)
class Segment:
    """Filters narrow the list (an empty one lets everybody through); what is left out is taken from it.

    `event_id` and `states` belong to an event's people. `only` are partners that were found one by one, by a search.
    """

    whom: Whom
    event_id: int | None = None
    states: tuple[RsvpState, ...] = ()
    sectors: tuple[str, ...] = ()
    branch_id: int | None = None
    grade: Grade | None = None
    only: tuple[int, ...] = ()
    without_partners: tuple[int, ...] = ()
    without_sectors: tuple[str, ...] = ()
    rest_days: int = 0

    def leave_partner(self, partner_id: int, *, out: bool) -> "Segment":
        """Takes one partner out, or in again."""
        rest = {one for one in self.without_partners if one != partner_id}
        return replace(self, without_partners=tuple(sorted(rest | {partner_id} if out else rest)))

    def leave_sector(self, sector: str, *, out: bool) -> "Segment":
        """Takes a whole sector out, or in again."""
        rest = {one for one in self.without_sectors if one != sector}
        return replace(self, without_sectors=tuple(sorted(rest | {sector} if out else rest)))

    def with_state(self, state: RsvpState, *, wanted: bool) -> "Segment":
        """Guests who said this belong to it, or don't."""
        return replace(self, states=tuple(one for one in RsvpState if (wanted if one is state else one in self.states)))

    def rest(self, days: int) -> "Segment":
        """Leaves in peace who was written to within so many days; 0 = nobody."""
        return replace(self, rest_days=days)

    def full(self) -> "Segment":
        """The same list with nobody left out."""
        return replace(self, without_partners=(), without_sectors=(), rest_days=0)


def partners_by(*, sector: str | None = None, branch_id: int | None = None, grade: Grade | None = None) -> Segment:
    """Partners by the filters of the register; without any of them, all partners."""
    return Segment(Whom.PARTNERS, sectors=(sector,) if sector else (), branch_id=branch_id, grade=grade)


def guests_of(event_id: int) -> Segment:
    """Those who come, wait or may come."""
    return Segment(Whom.GUESTS, event_id, (RsvpState.GOING, RsvpState.QUEUED, RsvpState.MAYBE))


def unanswered_of(event_id: int) -> Segment:
    """The event's partners that have not answered."""
    return Segment(Whom.UNANSWERED, event_id)


def to_json(segment: Segment) -> dict[str, Any]:
    """Plain JSON; what is empty is left out."""
    values = {name: getattr(segment, name) for name in Segment.__slots__}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items() if value}


def from_json(body: Mapping[str, Any]) -> Segment:
    """The segment of `to_json`."""
    lists = {name: tuple(value) for name, value in body.items() if isinstance(value, list)}
    kinds = {
        "whom": Whom(body["whom"]),
        "states": tuple(RsvpState(state) for state in body.get("states", ())),
        "grade": Grade(body["grade"]) if "grade" in body else None,
    }
    return Segment(**{**body, **lists, **kinds})
