"""At the door (handlers/door)."""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Id, Number, Page


class DoorOpen(CallbackData, prefix="dr"):
    """Who is expected and who has come."""

    event_id: Id
    page: Page = 0


class DoorMark(CallbackData, prefix="drm"):
    """Notes that a party came (`how` 0 for a member, 2 for one of the register), or did not (1, 3)."""

    event_id: Id
    who_id: Id
    how: Number
    page: Page = 0


class DoorUnsigned(CallbackData, prefix="dru"):
    """Notes somebody who came with a code and has no seat any more."""

    event_id: Id
    member_id: Id


class DoorWalkIns(CallbackData, prefix="drw"):
    """So many came one by one without a sign-up."""

    event_id: Id
    people: Number


class DoorGroup(CallbackData, prefix="drg"):
    """Wants to note a group."""

    event_id: Id


class DoorDrop(CallbackData, prefix="drd"):
    """Takes a group off the list; 0 = asks which."""

    event_id: Id
    checkin_id: Id


class DoorCode(CallbackData, prefix="drc"):
    """Wants the own code."""

    event_id: Id


class DoorTake(CallbackData, prefix="drt"):
    """Takes a seat that nobody has claimed."""

    event_id: Id
