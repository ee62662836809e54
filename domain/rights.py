"""Who may do what: one table, asked by every command and every button."""

from enum import StrEnum

from domain.people import STAFF, Grant, Person, Role
from domain.refusal import NotAllowed


class Act(StrEnum):
    """What rights are needed for."""

    REGISTER_EVENT = "register-event"
    MANAGE_EVENT = "manage-event"
    REVIEW_EVENT = "review-event"
    REVIEW_AS_DIRECTOR = "review-as-director"
    MANAGE_STAFF = "manage-staff"
    EDIT_BRANCHES = "edit-branches"
    SEE_PARTNERS = "see-partners"
    EDIT_PARTNERS = "edit-partners"
    IMPORT_PARTNERS = "import-partners"
    INVITE_REPS = "invite-reps"
    WRITE_TO_PARTNERS = "write-to-partners"
    MANAGE_SURVEYS = "manage-surveys"
    SEE_AUDIT = "see-audit"
    SEE_HEALTH = "see-health"
    PROPOSE_EVENT = "propose-event"
    ACT_FOR_PARTNER = "act-for-partner"


ALLOWED: dict[Act, frozenset[Role]] = {
    Act.REGISTER_EVENT: frozenset(STAFF),
    Act.MANAGE_EVENT: frozenset(STAFF),
    Act.REVIEW_EVENT: frozenset({Role.ADMIN, Role.DIRECTOR, Role.METHODIST}),
    Act.REVIEW_AS_DIRECTOR: frozenset({Role.ADMIN, Role.DIRECTOR}),
    Act.MANAGE_STAFF: frozenset({Role.ADMIN, Role.DIRECTOR}),
    Act.EDIT_BRANCHES: frozenset({Role.ADMIN, Role.DIRECTOR, Role.METHODIST}),
    Act.SEE_PARTNERS: frozenset(STAFF),
    Act.EDIT_PARTNERS: frozenset(STAFF),
    Act.IMPORT_PARTNERS: frozenset({Role.ADMIN, Role.DIRECTOR, Role.METHODIST}),
    Act.INVITE_REPS: frozenset(STAFF),
    Act.WRITE_TO_PARTNERS: frozenset({Role.ADMIN, Role.DIRECTOR, Role.METHODIST}),
    Act.MANAGE_SURVEYS: frozenset({Role.ADMIN, Role.DIRECTOR, Role.METHODIST}),
    Act.SEE_AUDIT: frozenset({Role.ADMIN, Role.DIRECTOR}),
    Act.SEE_HEALTH: frozenset(STAFF),
    Act.PROPOSE_EVENT: frozenset({Role.PARTNER_REP}),
    Act.ACT_FOR_PARTNER: frozenset({Role.PARTNER_REP}),
}


def grants_of(person: Person) -> tuple[Grant, ...]:
    """The roles that were granted, and those that the person has by what they are."""
    rep = (Grant(Role.PARTNER_REP),) if person.partner_ids else ()
    return (*person.grants, *rep, Grant(Role.PARTICIPANT))


def may(person: Person | None, act: Act, branch_id: int | None = None) -> bool:
    """Whether the person may do the act, in that branch where one is meant.

    A librarian of one branch may act only there; a grant without a branch reaches everywhere.
    """
    if person is None:
        return False
    return any(
        grant.role in ALLOWED[act] and (grant.branch_id is None or branch_id in (None, grant.branch_id))
        for grant in grants_of(person)
    )


def branches_of(person: Person | None, act: Act) -> frozenset[int] | None:
    """The branches in which the person may do the act; None = in all."""
    if person is None:
        return frozenset()
    found = {grant.branch_id for grant in grants_of(person) if grant.role in ALLOWED[act]}
    return None if None in found else frozenset(one for one in found if one is not None)


def require(person: Person | None, act: Act, branch_id: int | None = None) -> Person:
    """The person, who may do the act; otherwise `NotAllowed`."""
    if person is None or not may(person, act, branch_id):
        raise NotAllowed
    return person
