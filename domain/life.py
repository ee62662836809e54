"""The life cycle of an event as one table: what may follow on what, and by whose hand.

That an event was moved is no state: it is a note, drawn from the history of its dates.
"""

from enum import StrEnum

from domain.people import Person
from domain.refusal import NotAllowed
from domain.rights import Act, may


class Status(StrEnum):
    """Where an event stands.

    `DRAFT`: returned to its author with a remark; what nobody has handed in yet is a form in the making, no event.
    `REVIEW`: it waits for a director or methodist. `AGREEING`: its partners are asked, and nobody else knows of it.
    `HELD` comes by itself after the end; `REPORTED` once it is said what it came to.
    """

    DRAFT = "draft"
    REVIEW = "review"
    AGREEING = "agreeing"
    PUBLISHED = "published"
    HELD = "held"
    REPORTED = "reported"
    CANCELLED = "cancelled"


class Doer(StrEnum):
    """By whose hand a step is made."""

    MANAGER = "manager"  # whoever may manage the event
    ANNOUNCER = "announcer"  # whoever reviews; without a review whoever may manage the event
    REVIEWER = "reviewer"  # a director or methodist, whatever the setting
    CLOCK = "clock"


class Review(StrEnum):
    """Whose review an event needs before it is announced."""

    NONE = "none"
    DIRECTOR = "director"
    METHODIST = "methodist"


STEPS: dict[tuple[Status, Status], Doer] = {
    (Status.DRAFT, Status.REVIEW): Doer.MANAGER,
    (Status.DRAFT, Status.AGREEING): Doer.MANAGER,
    (Status.DRAFT, Status.PUBLISHED): Doer.ANNOUNCER,
    (Status.DRAFT, Status.CANCELLED): Doer.MANAGER,
    (Status.AGREEING, Status.REVIEW): Doer.MANAGER,
    (Status.AGREEING, Status.PUBLISHED): Doer.ANNOUNCER,
    (Status.AGREEING, Status.CANCELLED): Doer.MANAGER,
    (Status.REVIEW, Status.DRAFT): Doer.REVIEWER,
    (Status.REVIEW, Status.PUBLISHED): Doer.ANNOUNCER,
    (Status.REVIEW, Status.CANCELLED): Doer.MANAGER,
    (Status.PUBLISHED, Status.HELD): Doer.CLOCK,
    (Status.PUBLISHED, Status.CANCELLED): Doer.MANAGER,
    (Status.HELD, Status.PUBLISHED): Doer.MANAGER,  # moved ahead although its time was over
    (Status.HELD, Status.REPORTED): Doer.MANAGER,
    (Status.HELD, Status.CANCELLED): Doer.MANAGER,  # it did not take place
    (Status.REPORTED, Status.CANCELLED): Doer.REVIEWER,  # its figures have been counted
}
"""Every step there is."""

STANDS = {
    Status.DRAFT: "event-draft",
    Status.REVIEW: "event-review",
    Status.AGREEING: "event-agreeing",
    Status.PUBLISHED: "event-published",
    Status.HELD: "event-held",
    Status.REPORTED: "event-reported",
    Status.CANCELLED: "event-cancelled",
}
"""What is said where an event's status forbids something."""

HIDDEN = frozenset({Status.DRAFT, Status.REVIEW, Status.AGREEING})
"""Before it is announced: seen by staff, and while it is being agreed by its partners."""
OVER = frozenset({Status.HELD, Status.REPORTED})
ANNOUNCED = OVER | {Status.PUBLISHED}
"""Announced, and not called off: coming or held."""

ACTS = {
    Review.NONE: Act.MANAGE_EVENT,
    Review.DIRECTOR: Act.REVIEW_AS_DIRECTOR,
    Review.METHODIST: Act.REVIEW_EVENT,
}
"""What whoever announces an event must be allowed, by the setting."""


def follows(old: Status, new: Status) -> bool:
    """Whether there is such a step."""
    return (old, new) in STEPS


def may_step(person: Person | None, step: tuple[Status, Status], branch_id: int | None, review: Review) -> bool:
    """Whether the person may make this step of an event of that branch."""
    match STEPS.get(step):
        case Doer.MANAGER:
            return may(person, Act.MANAGE_EVENT, branch_id)
        case Doer.ANNOUNCER:
            return may(person, ACTS[review], branch_id)
        case Doer.REVIEWER:
            return may(person, Act.REVIEW_EVENT, branch_id) and may(person, _strictest(review), branch_id)
    return False


def require_step(person: Person, step: tuple[Status, Status], branch_id: int | None, review: Review) -> None:
    """`NotAllowed` for who may not make the step."""
    if not may_step(person, step, branch_id, review):
        raise NotAllowed


def announced_as(person: Person, branch_id: int | None, review: Review) -> Status:
    """What an event becomes that this person hands in: it is announced, or waits for whoever reviews."""
    return Status.PUBLISHED if may(person, ACTS[review], branch_id) else Status.REVIEW


def _strictest(review: Review) -> Act:
    return Act.REVIEW_EVENT if review is Review.NONE else ACTS[review]
