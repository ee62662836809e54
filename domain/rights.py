"""Who may do what: one table, asked by every command and every button."""

from enum import StrEnum

from domain.people import Person, Role
from domain.refusal import NotAllowed


class Act(StrEnum):
    """What rights are needed for."""

    REGISTER_EVENT = "register-event"
    MANAGE_EVENT = "manage-event"
    MANAGE_STAFF = "manage-staff"
    EDIT_BRANCHES = "edit-branches"


ALLOWED: dict[Act, frozenset[Role]] = {
    Act.REGISTER_EVENT: frozenset(Role),
    Act.MANAGE_EVENT: frozenset(Role),
    Act.MANAGE_STAFF: frozenset({Role.ADMIN, Role.DIRECTOR}),
    Act.EDIT_BRANCHES: frozenset({Role.ADMIN, Role.DIRECTOR, Role.METHODIST}),
}


def may(person: Person | None, act: Act, branch_id: int | None = None) -> bool:
    """Whether the person may do the act, in that branch where one is meant.

    A librarian of one branch may act only there; a grant without a branch reaches everywhere.
    """
    if person is None:
        return False
    return any(
        grant.role in ALLOWED[act] and (grant.branch_id is None or branch_id in (None, grant.branch_id))
        for grant in person.grants
    )


def require(person: Person | None, act: Act, branch_id: int | None = None) -> Person:
    """The person, who may do the act; otherwise `NotAllowed`."""
    if person is None or not may(person, act, branch_id):
        raise NotAllowed
    return person
