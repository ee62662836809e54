"""Who somebody is to the library: account, roles, partners, consents."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """Roles that are granted, and two that people have by what they are: nobody grants those."""

    ADMIN = "admin"
    DIRECTOR = "director"
    METHODIST = "methodist"
    LIBRARIAN = "librarian"
    PARTNER_REP = "partner_rep"  # acts for a partner
    PARTICIPANT = "participant"  # has consented


STAFF = (Role.ADMIN, Role.DIRECTOR, Role.METHODIST, Role.LIBRARIAN)


class Purpose(StrEnum):
    """What a person consents to, each apart from the others (DOMAIN.md §6.2)."""

    SURVEY = "survey"
    EVENTS = "events"  # invitations, sign-up, reminders
    NAMING = "naming"  # being named to others


@dataclass(frozen=True, slots=True)
class Grant:
    """A role, for one branch or (`branch_id` None) for the whole system."""

    role: Role
    branch_id: int | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A member who has consented, with all that rights are decided by."""

    id: int
    account_id: int
    name: str
    language: str
    grants: tuple[Grant, ...] = ()
    partner_ids: tuple[int, ...] = ()
    consents: frozenset[Purpose] = frozenset()
    muted: frozenset[str] = frozenset()
    wanted: frozenset[str] = frozenset()
    reachable: bool = True
    seen_at: datetime | None = None

    @property
    def is_staff(self) -> bool:
        return bool(self.grants)
