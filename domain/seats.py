"""Who gets a seat and who waits: the strict queue of an event.

A party goes in whole or waits. The queue is first come, first served: the party at its head holds those behind it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.refusal import Refusal

MAX_GUESTS = 9


class Answer(StrEnum):
    """What a person says to an invitation."""

    GOING = "going"
    MAYBE = "maybe"
    DECLINED = "declined"


class RsvpState(StrEnum):
    """Where the answer has put the person."""

    GOING = "going"
    QUEUED = "queued"
    MAYBE = "maybe"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Seats:
    """Seats of an event. `capacity` None = no limit; `taken` counts guests too; `queued` counts parties that wait."""

    capacity: int | None = None
    taken: int = 0
    queued: int = 0
    last_ticket: int = 0

    @property
    def free(self) -> int | None:
        """Free seats; None = no limit. Never negative: a librarian may seat above the limit."""
        return None if self.capacity is None else max(0, self.capacity - self.taken)

    def fit(self, seats: int) -> bool:
        return self.free is None or seats <= self.free

    def takes(self, seats: int) -> bool:
        """Whether a party of so many gets its seats at once: they fit, and nobody waits before it."""
        return not self.queued and self.fit(seats)


@dataclass(frozen=True, slots=True)
class Rsvp:
    """A person's standing answer. `ticket` is the place in the order of arrival while queued."""

    member_id: int
    state: RsvpState
    guests: int = 0
    ticket: int | None = None
    reason: str | None = None
    note: str | None = None
    partner_id: int | None = None
    answered_at: datetime | None = None

    @property
    def party(self) -> int:
        """Seats that the party needs."""
        return 1 + self.guests

    @property
    def seated(self) -> int:
        """Seats that the party has."""
        return self.party if self.state is RsvpState.GOING else 0


@dataclass(frozen=True, slots=True)
class Window:
    """When answers are taken: all of them before `deadline`, only a refusal until `starts_at`, none after."""

    deadline: datetime
    starts_at: datetime
    cancelled: bool = False

    def check(self, answer: Answer, now: datetime) -> None:
        if self.cancelled:
            raise Refusal("event-cancelled")
        if now >= self.starts_at:
            raise Refusal("event-begun")
        if now >= self.deadline and answer is not Answer.DECLINED:
            raise Refusal("deadline-past")


def answer(seats: Seats, before: Rsvp | None, member_id: int, wish: Answer, guests: int | None = None) -> Rsvp:
    """The person's new standing. `guests` None keeps the number said before.

    Whoever has a seat and asks for more guests gets them only if nobody waits and they fit; the seat stays either way.
    """
    now = before or Rsvp(member_id, RsvpState.DECLINED)
    number = now.guests if guests is None else guests
    if wish is not Answer.GOING:
        return replace(now, state=RsvpState(wish), guests=0, ticket=None, note=None)
    _check_party(seats, number)
    if now.state is RsvpState.GOING:
        return _resize(seats, now, number)
    if now.state is RsvpState.QUEUED:
        return replace(now, guests=number)
    return _join(seats, replace(now, guests=number, reason=None))


def seat_by_hand(before: Rsvp | None, member_id: int, why: str, guests: int = 0) -> Rsvp:
    """A seat out of turn or above the limit, by a librarian's word."""
    base = before or Rsvp(member_id, RsvpState.DECLINED, guests=guests)
    return replace(base, state=RsvpState.GOING, ticket=None, reason=None, note=why)


def count(seats: Seats, before: Rsvp | None, after: Rsvp) -> Seats:
    """The seats once the answer has changed."""
    return replace(
        seats,
        taken=seats.taken + after.seated - (before.seated if before else 0),
        queued=seats.queued + _waits(after) - _waits(before),
        last_ticket=max(seats.last_ticket, after.ticket or 0),
    )


def promoted(seats: Seats, head: Sequence[Rsvp]) -> tuple[Rsvp, ...]:
    """Who moves up from the head of the queue, in order, until a party does not fit."""
    risen: list[Rsvp] = []
    for party in head:
        if not seats.fit(party.party):
            break
        seat = replace(party, state=RsvpState.GOING, ticket=None)
        seats = count(seats, party, seat)
        risen.append(seat)
    return tuple(risen)


def _join(seats: Seats, person: Rsvp) -> Rsvp:
    if seats.takes(person.party):
        return replace(person, state=RsvpState.GOING, ticket=None)
    return replace(person, state=RsvpState.QUEUED, ticket=seats.last_ticket + 1)


def _resize(seats: Seats, now: Rsvp, guests: int) -> Rsvp:
    more = guests - now.guests
    if more > 0 and (seats.queued or not seats.fit(more)):
        raise Refusal("no-seats-for-guests", free=0 if seats.queued else seats.free or 0)
    return replace(now, guests=guests)


def _check_party(seats: Seats, guests: int) -> None:
    if not 0 <= guests <= MAX_GUESTS:
        raise Refusal("guests-range", most=MAX_GUESTS)
    if seats.capacity is not None and 1 + guests > seats.capacity:
        raise Refusal("party-too-big", capacity=seats.capacity)


def _waits(rsvp: Rsvp | None) -> int:
    return int(rsvp is not None and rsvp.state is RsvpState.QUEUED)
