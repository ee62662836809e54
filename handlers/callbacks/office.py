"""Staff and branches."""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Id, Number, Page


class HealthOpen(CallbackData, prefix="hlt"):
    """How the bot is doing, anew."""


class StaffOpen(CallbackData, prefix="st"):
    page: Page = 0


class StaffPerson(CallbackData, prefix="stp"):
    member_id: Id


class StaffTake(CallbackData, prefix="stt"):
    """Takes a role away: its number, and its branch (0 = the whole system). Asks first (`sure` 0)."""

    member_id: Id
    role: Number
    branch_id: Id
    sure: Number


class StaffGrant(CallbackData, prefix="stg"):
    """Giving a role: which one (−1 = asks which); then for which branch."""

    role: Number
    page: Page = 0


class StaffLink(CallbackData, prefix="stl"):
    """A one-use link into a role; `branch_id` 0 = the whole system."""

    role: Number
    branch_id: Id


class StaffPage(CallbackData, prefix="stn"):
    """Names, on a page of the bot's own."""


class AuditList(CallbackData, prefix="aud"):
    """Who changed what; `about` is the number of a group of subjects (handlers/trail.py), −1 = everything."""

    about: Number = -1
    page: Page = 0


class BranchList(CallbackData, prefix="br"):
    page: Page = 0


class BranchOpen(CallbackData, prefix="bro"):
    branch_id: Id


class BranchEdit(CallbackData, prefix="bre"):
    """Wants to change a field of the branch, by its number; `branch_id` 0 = a new branch."""

    branch_id: Id
    field: Number


class HallDrop(CallbackData, prefix="brh"):
    """Drops a hall. Asks first (`sure` 0)."""

    branch_id: Id
    hall_id: Id
    sure: Number
