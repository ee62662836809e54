"""Doors, and the kinds of them that there are. Whether an act is allowed to a role says `domain.rights`."""

from dataclasses import dataclass

from domain.people import Person
from domain.rights import Act, may


@dataclass(frozen=True, slots=True)
class Door:
    """Opens to whoever may do one of the `acts` somewhere; without acts, to all who are `known`, or to everyone.

    `of_branch`: behind it the handler asks again for the branch concerned (`handlers.managed`). `shared`: may be
    pressed where others see the message too; all else concerns one person and their own chat.
    """

    known: bool = True
    acts: tuple[Act, ...] = ()
    of_branch: bool = False
    shared: bool = False


def may_do(*acts: Act) -> Door:
    return Door(acts=acts)


EVERYONE = Door(known=False)
KNOWN = Door()
EVENT = Door(acts=(Act.MANAGE_EVENT,), of_branch=True)
BEGINS = may_do(Act.REGISTER_EVENT, Act.PROPOSE_EVENT)
ANSWERS_PART = may_do(Act.ACT_FOR_PARTNER)
REGISTERS = may_do(Act.REGISTER_EVENT)
OFFICE = may_do(Act.MANAGE_STAFF, Act.EDIT_BRANCHES, Act.SEE_AUDIT)
STAFF = may_do(Act.MANAGE_STAFF)
BRANCHES = may_do(Act.EDIT_BRANCHES)
PARTNERS = may_do(Act.WRITE_TO_PARTNERS)
LETTERS = may_do(Act.WRITE_TO_PARTNERS, Act.MANAGE_EVENT)
INVITES = may_do(Act.INVITE_REPS)
ACTS = may_do(Act.ACT_FOR_PARTNER)
LINKS = may_do(Act.INVITE_REPS, Act.MANAGE_STAFF, Act.ACT_FOR_PARTNER)
REGISTER = may_do(Act.SEE_PARTNERS)
SHEETS = may_do(Act.IMPORT_PARTNERS)
REGISTER_TO_EDIT = may_do(Act.EDIT_PARTNERS)
HEALTH = may_do(Act.SEE_HEALTH)
SURVEYS = may_do(Act.MANAGE_SURVEYS)
HANDS_IN = may_do(Act.MANAGE_EVENT)


def opens(door: Door, person: Person | None) -> bool:
    """Whether the person may go through."""
    if not door.known:
        return True
    return person is not None and (not door.acts or any(may(person, act) for act in door.acts))
