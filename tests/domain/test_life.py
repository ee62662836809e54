"""The whole table of the life cycle: which steps there are, and by whose hand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.event import Event, EventFields, cancel, hand_in, hold, reopen, report, return_with
from domain.life import STANDS, STEPS, Doer, Review, Status, announced_as, follows, may_step, require_step
from domain.people import Grant, Person, Role
from domain.refusal import NotAllowed, Refusal
from domain.seats import Seats

START = datetime(2018, 4, 27, 11, tzinfo=UTC)
END = START + timedelta(hours=2)
EVENT = Event(5, Status.PUBLISHED, 1, EventFields("Вечер", START, "12+"), Seats())
PATHS = {
    Status.DRAFT: "review agreeing published cancelled",
    Status.REVIEW: "draft published cancelled",
    Status.AGREEING: "review published cancelled",
    Status.PUBLISHED: "held cancelled",
    Status.HELD: "published reported cancelled",
    Status.REPORTED: "cancelled",
    Status.CANCELLED: "",
}


def someone(role: Role | None, branch_id: int | None = None) -> Person:
    return Person(1, 1, "Анна", "ru", (Grant(role, branch_id),) if role else ())


@pytest.mark.parametrize("old", Status)
@pytest.mark.parametrize("new", Status)
def test_the_steps_are_these_and_no_others(old: Status, new: Status) -> None:
    assert follows(old, new) == (new in PATHS[old].split())


def test_what_may_be_done_to_an_event_is_the_table() -> None:
    """Each function makes its step from where the table has it, and is refused with the standing state elsewhere."""
    acts: dict[Status, Callable[[Event], Event]] = {
        Status.DRAFT: lambda one: return_with(one, "Нет цели"),
        Status.REVIEW: lambda one: hand_in(one, Status.REVIEW),
        Status.AGREEING: lambda one: hand_in(one, Status.AGREEING),
        Status.PUBLISHED: lambda one: hand_in(one, Status.PUBLISHED),
        Status.CANCELLED: lambda one: cancel(one, "карантин"),
    }
    for new, act in acts.items():
        for old in Status:
            event = replace(EVENT, status=old)
            if follows(old, new):
                assert act(event).status is new
            else:
                with pytest.raises(Refusal) as refused:
                    act(event)
                assert refused.value.code == STANDS[old]


@pytest.mark.parametrize("role", [*Role, None])
@pytest.mark.parametrize("review", Review)
@pytest.mark.parametrize("step", STEPS)
def test_who_may_make_a_step(role: Role | None, review: Review, step: tuple[Status, Status]) -> None:
    staff = role in (Role.ADMIN, Role.DIRECTOR, Role.METHODIST, Role.LIBRARIAN)
    directs = role in (Role.ADMIN, Role.DIRECTOR)
    reviews = directs or (role is Role.METHODIST and review is not Review.DIRECTOR)
    allowed = {
        Doer.MANAGER: staff,
        Doer.ANNOUNCER: staff if review is Review.NONE else reviews,
        Doer.REVIEWER: reviews,
        Doer.CLOCK: False,
    }
    assert may_step(someone(role), step, None, review) == allowed[STEPS[step]]


def test_a_librarian_of_another_branch_makes_no_step() -> None:
    step = (Status.PUBLISHED, Status.CANCELLED)
    require_step(someone(Role.LIBRARIAN, 4), step, 4, Review.NONE)
    with pytest.raises(NotAllowed):
        require_step(someone(Role.LIBRARIAN, 4), step, 5, Review.NONE)
    assert not may_step(someone(Role.ADMIN), (Status.REPORTED, Status.DRAFT), None, Review.NONE)


def test_what_is_handed_in_waits_for_a_review_only_where_one_is_asked_of_this_person() -> None:
    librarian, methodist = someone(Role.LIBRARIAN), someone(Role.METHODIST)
    assert announced_as(librarian, None, Review.NONE) is Status.PUBLISHED
    assert announced_as(librarian, None, Review.METHODIST) is Status.REVIEW
    assert announced_as(methodist, None, Review.METHODIST) is Status.PUBLISHED
    assert announced_as(methodist, None, Review.DIRECTOR) is Status.REVIEW
    assert announced_as(someone(Role.DIRECTOR), None, Review.DIRECTOR) is Status.PUBLISHED


def test_a_remark_is_kept_until_the_event_is_handed_in_again() -> None:
    returned = return_with(replace(EVENT, status=Status.REVIEW), "Нет цели")
    assert (returned.status, returned.remark) == (Status.DRAFT, "Нет цели")
    assert hand_in(returned, Status.REVIEW).remark is None


def test_held_comes_by_itself_after_the_end_and_goes_when_the_event_is_moved_ahead() -> None:
    assert hold(EVENT, END - timedelta(minutes=1)) is EVENT
    held = hold(EVENT, END)
    assert (held.status, held.is_over) == (Status.HELD, True)
    assert hold(replace(EVENT, status=Status.CANCELLED), END).status is Status.CANCELLED
    assert reopen(held, END) is held
    assert reopen(held, START).status is Status.PUBLISHED


def test_an_event_is_reported_once_it_is_over_and_a_report_may_be_corrected() -> None:
    with pytest.raises(Refusal, match="event-published"):
        report(EVENT, END - timedelta(minutes=1))
    reported = report(EVENT, END)
    assert reported.status is Status.REPORTED
    assert report(reported, END) is reported
    with pytest.raises(Refusal, match="event-cancelled"):
        report(replace(EVENT, status=Status.CANCELLED), END)
