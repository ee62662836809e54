"""Seats and the queue: tables of cases, and what must hold whatever happens."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.refusal import Refusal
from domain.seats import (
    MAX_GUESTS,
    Answer,
    Rsvp,
    RsvpState,
    Seats,
    Window,
    answer,
    count,
    promoted,
    seat_by_hand,
)

START = datetime(2018, 4, 27, 11, tzinfo=UTC)
GOING, QUEUED = RsvpState.GOING, RsvpState.QUEUED


class Hall:
    """An event in memory: the rules and nothing else."""

    def __init__(self, capacity: int | None) -> None:
        self.seats = Seats(capacity)
        self.people: dict[int, Rsvp] = {}

    def says(self, member: int, wish: Answer, guests: int | None = None) -> Rsvp:
        self.puts(answer(self.seats, self.people.get(member), member, wish, guests))
        return self.people[member]

    def puts(self, after: Rsvp) -> None:
        self.seats = count(self.seats, self.people.get(after.member_id), after)
        self.people[after.member_id] = after
        self.moves_up()

    def moves_up(self) -> None:
        for risen in promoted(self.seats, self.queue):
            self.seats = count(self.seats, self.people[risen.member_id], risen)
            self.people[risen.member_id] = risen

    def raises(self, capacity: int | None) -> None:
        self.seats = replace(self.seats, capacity=capacity)
        self.moves_up()

    @property
    def queue(self) -> list[Rsvp]:
        waiting = [one for one in self.people.values() if one.state is QUEUED]
        return sorted(waiting, key=lambda one: one.ticket or 0)

    @property
    def states(self) -> dict[int, str]:
        return {member: str(one.state) for member, one in self.people.items()}


def full(capacity: int) -> Hall:
    hall = Hall(capacity)
    for member in range(1, capacity + 1):
        hall.says(member, Answer.GOING)
    return hall


def test_the_first_come_are_seated_and_the_rest_wait_in_order() -> None:
    hall = full(2)
    assert hall.says(3, Answer.GOING).ticket == 1
    assert hall.says(4, Answer.GOING).ticket == 2
    assert hall.states == {1: "going", 2: "going", 3: "queued", 4: "queued"}


def test_a_seat_that_comes_free_goes_to_the_head_of_the_queue() -> None:
    hall = full(2)
    hall.says(3, Answer.GOING)
    hall.says(4, Answer.GOING)
    hall.says(1, Answer.DECLINED)
    assert hall.states == {1: "declined", 2: "going", 3: "going", 4: "queued"}


def test_a_party_goes_in_whole_and_at_the_head_holds_those_behind() -> None:
    hall = full(3)
    hall.says(4, Answer.GOING, guests=1)
    hall.says(5, Answer.GOING)
    hall.says(1, Answer.DECLINED)
    assert hall.states[4] == hall.states[5] == "queued"
    hall.says(2, Answer.DECLINED)
    assert hall.states[4] == "going"
    assert hall.states[5] == "queued"


def test_a_party_that_becomes_smaller_at_the_head_moves_up() -> None:
    hall = full(3)
    hall.says(4, Answer.GOING, guests=1)
    hall.says(1, Answer.DECLINED)
    assert hall.says(4, Answer.GOING, guests=0).state is GOING


def test_raising_the_limit_seats_the_queue_in_order() -> None:
    hall = full(1)
    for member in (2, 3, 4):
        hall.says(member, Answer.GOING)
    hall.raises(3)
    assert hall.states == {1: "going", 2: "going", 3: "going", 4: "queued"}
    hall.raises(None)
    assert hall.states[4] == "going"


def test_maybe_takes_no_seat_and_does_not_queue() -> None:
    hall = full(1)
    assert hall.says(2, Answer.MAYBE).state is RsvpState.MAYBE
    assert hall.seats.queued == 0


def test_more_guests_are_refused_while_others_wait_and_the_seat_stays() -> None:
    hall = Hall(3)
    hall.says(1, Answer.GOING)
    hall.says(2, Answer.GOING, guests=1)
    hall.says(3, Answer.GOING)
    with pytest.raises(Refusal, match="no-seats-for-guests"):
        hall.says(1, Answer.GOING, guests=1)
    assert hall.states[1] == "going"


def test_an_answer_said_twice_keeps_the_ticket() -> None:
    hall = full(1)
    first = hall.says(2, Answer.GOING)
    hall.says(3, Answer.GOING)
    assert hall.says(2, Answer.GOING) == first


def test_who_leaves_the_queue_and_comes_back_stands_at_its_end() -> None:
    hall = full(1)
    hall.says(2, Answer.GOING)
    hall.says(3, Answer.GOING)
    hall.says(2, Answer.DECLINED)
    hall.says(2, Answer.GOING)
    assert [one.member_id for one in hall.queue] == [3, 2]


def test_a_librarian_may_seat_above_the_limit() -> None:
    hall = full(1)
    hall.says(2, Answer.GOING)
    hall.puts(seat_by_hand(hall.people[2], 2, "докладчик"))
    assert hall.people[2].note == "докладчик"
    assert hall.seats.free == 0
    assert hall.seats.taken == 2


@pytest.mark.parametrize("guests", [-1, MAX_GUESTS + 1])
def test_an_impossible_number_of_guests_is_refused(guests: int) -> None:
    with pytest.raises(Refusal, match="guests-range"):
        Hall(None).says(1, Answer.GOING, guests)


def test_a_party_larger_than_the_hall_is_refused_rather_than_queued_for_ever() -> None:
    with pytest.raises(Refusal, match="party-too-big"):
        Hall(2).says(1, Answer.GOING, guests=2)


@pytest.mark.parametrize(
    ("wish", "hours_before", "refusal"),
    [
        (Answer.GOING, 30, None),
        (Answer.GOING, 24, "deadline-past"),
        (Answer.MAYBE, 1, "deadline-past"),
        (Answer.DECLINED, 1, None),
        (Answer.DECLINED, 0, "event-begun"),
    ],
)
def test_after_the_deadline_only_a_refusal_is_taken(wish: Answer, hours_before: int, refusal: str | None) -> None:
    window = Window(START - timedelta(hours=24), START)
    now = START - timedelta(hours=hours_before)
    if refusal is None:
        window.check(wish, now)
        return
    with pytest.raises(Refusal, match=refusal):
        window.check(wish, now)


steps = st.lists(
    st.tuples(st.integers(1, 8), st.sampled_from([*Answer, "raise"]), st.integers(0, 3)),
    max_size=60,
)


@given(st.integers(1, 6), steps)
def test_whatever_happens_the_hall_is_never_overfull_and_nobody_waits_in_vain(
    capacity: int, said: list[tuple[int, Answer | str, int]]
) -> None:
    hall = Hall(capacity)
    for member, wish, number in said:
        tickets = [one.member_id for one in hall.queue]
        try:
            if isinstance(wish, Answer):
                hall.says(member, wish, number)
            else:
                hall.raises((hall.seats.capacity or 0) + number)
        except Refusal:
            continue
        _check(hall, tickets)


def _check(hall: Hall, queue_before: list[int]) -> None:
    seated = sum(one.party for one in hall.people.values() if one.state is GOING)
    assert seated == hall.seats.taken <= (hall.seats.capacity or 0)
    assert len(hall.queue) == hall.seats.queued
    if hall.queue:
        assert not hall.seats.fit(hall.queue[0].party)
    stayed = [one.member_id for one in hall.queue if one.member_id in queue_before]
    assert stayed == [member for member in queue_before if member in stayed]
