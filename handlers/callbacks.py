"""What buttons carry: ids and option numbers, at most 64 bytes. Changing fields means a new prefix.

Numbers that a press sets (guests, seats) are the wished-for result, not a step, so that a second press changes nothing.
"""

import re

from aiogram.filters.callback_data import CallbackData
from aiogram.types import Update

from domain.seats import Answer

ANSWERS = (Answer.GOING, Answer.MAYBE, Answer.DECLINED)
"""An answer travels as its number here."""


# --- the menu, the list of events, the card ---------------------------------------------------------------------


class MenuOpen(CallbackData, prefix="menu"):
    """The first screen again."""


class EventList(CallbackData, prefix="evl"):
    """A page of the coming events."""

    page: int = 0


class EventOpen(CallbackData, prefix="ev"):
    """The event's card in place of this message."""

    event_id: int


class EventMore(CallbackData, prefix="evm"):
    """The long texts of the card."""

    event_id: int


class EventCalendar(CallbackData, prefix="evc"):
    """The event as a calendar file."""

    event_id: int


# --- the event form (handlers/new_event) ------------------------------------------------------------------------


class EventNew(CallbackData, prefix="evn"):
    """Starts registering an event."""


class EventChange(CallbackData, prefix="evch"):
    """Starts changing a published event."""

    event_id: int


class EventMove(CallbackData, prefix="evmv"):
    """Starts moving a published event to another time."""

    event_id: int


# --- answering --------------------------------------------------------------------------------------------------


class RsvpAnswer(CallbackData, prefix="ra"):
    """An answer to an invitation; `answer` is its number in `ANSWERS`."""

    event_id: int
    answer: int


class RsvpGuests(CallbackData, prefix="rg"):
    """How many guests come along."""

    event_id: int
    guests: int


class RsvpWhy(CallbackData, prefix="rw"):
    """Wants to say why not."""

    event_id: int


class RsvpColleague(CallbackData, prefix="rc"):
    """Wants a link for a colleague to come instead."""

    event_id: int


class RsvpInstead(CallbackData, prefix="ri"):
    """Comes instead of a colleague, by the token of the link."""

    event_id: int
    token: str


class MyList(CallbackData, prefix="my"):
    """A page of the person's own answers."""

    page: int = 0


# --- consent ----------------------------------------------------------------------------------------------------


class ConsentTick(CallbackData, prefix="ctk"):
    """The consent screen with these ticks. Nothing but the button itself keeps them. `goal`: see handlers/goals.py."""

    adult: int
    naming: int
    goal: str = ""


class ConsentGive(CallbackData, prefix="cgv"):
    """Consents, with these ticks."""

    adult: int
    naming: int
    goal: str = ""


class ConsentRefuse(CallbackData, prefix="cno"):
    """Does not consent."""


# --- managing an event ------------------------------------------------------------------------------------------


class ManageOpen(CallbackData, prefix="mg"):
    event_id: int


class ManageLink(CallbackData, prefix="mgl"):
    event_id: int


class ManageInvite(CallbackData, prefix="mgi"):
    event_id: int
    page: int = 0


class InvitePartner(CallbackData, prefix="mgip"):
    """A personal link for somebody who acts for the partner."""

    event_id: int
    partner_id: int


class ManageGroups(CallbackData, prefix="mgg"):
    event_id: int
    page: int = 0


class GroupPost(CallbackData, prefix="mggp"):
    """Posts the card in a group or channel."""

    event_id: int
    chat_id: int


class GuestList(CallbackData, prefix="mgu"):
    event_id: int
    page: int = 0


class QueueList(CallbackData, prefix="mgq"):
    event_id: int
    page: int = 0


class RefusalList(CallbackData, prefix="mgr"):
    """Who said no, and why."""

    event_id: int
    page: int = 0


class SeatPick(CallbackData, prefix="mgs"):
    """Wants to seat this member out of turn."""

    event_id: int
    member_id: int


class SeatWhy(CallbackData, prefix="mgsw"):
    """Seats the member for one of the usual reasons, by its number."""

    event_id: int
    member_id: int
    why: int


class CapacityOpen(CallbackData, prefix="mgk"):
    event_id: int


class CapacitySet(CallbackData, prefix="mgks"):
    """The capacity from now on; 0 = no limit."""

    event_id: int
    capacity: int


class DeliveryOpen(CallbackData, prefix="mgd"):
    """Who could not be told."""

    event_id: int


class CancelAsk(CallbackData, prefix="mgx"):
    event_id: int


class CancelPreview(CallbackData, prefix="mgxp"):
    """What cancelling for one of the usual reasons (its number) would do."""

    event_id: int
    why: int


class CancelDo(CallbackData, prefix="mgxd"):
    """Cancels; `why` −1 = the reason typed before."""

    event_id: int
    why: int


# --- settings and personal data ---------------------------------------------------------------------------------


class SettingsOpen(CallbackData, prefix="set"):
    pass


class LanguageSet(CallbackData, prefix="setl"):
    """The language by its number in the library's list."""

    number: int


class ReminderSet(CallbackData, prefix="setr"):
    """A kind of reminder (its number) on (1) or off (0)."""

    kind: int
    wanted: int


class PrivacyOpen(CallbackData, prefix="pv"):
    pass


class PrivacyText(CallbackData, prefix="pvt"):
    pass


class PrivacyFile(CallbackData, prefix="pvf"):
    """All that is kept, as a file."""


class PrivacyNaming(CallbackData, prefix="pvn"):
    """Being named to others: allowed (1) or withdrawn (0)."""

    allowed: int


class PrivacyErase(CallbackData, prefix="pve"):
    """Being forgotten: asks (0), does it (1)."""

    sure: int


# --- staff and branches -----------------------------------------------------------------------------------------


class StaffOpen(CallbackData, prefix="st"):
    page: int = 0


class StaffPerson(CallbackData, prefix="stp"):
    member_id: int


class StaffTake(CallbackData, prefix="stt"):
    """Takes a role away: the grant by its number in the person's list. Asks first (`sure` 0)."""

    member_id: int
    role: int
    branch_id: int
    sure: int


class StaffGrant(CallbackData, prefix="stg"):
    """Giving a role: which one (−1 = asks)."""

    role: int


class StaffLink(CallbackData, prefix="stl"):
    """A one-use link into a role; `branch_id` 0 = the whole system."""

    role: int
    branch_id: int


class BranchList(CallbackData, prefix="br"):
    page: int = 0


class BranchOpen(CallbackData, prefix="bro"):
    branch_id: int


class BranchEdit(CallbackData, prefix="bre"):
    """Wants to change a field of the branch, by its number; `branch_id` 0 = a new branch."""

    branch_id: int
    field: int


class HallDrop(CallbackData, prefix="brh"):
    """Drops a hall. Asks first (`sure` 0)."""

    branch_id: int
    hall_id: int
    sure: int


# --- whose seats are wanted -------------------------------------------------------------------------------------

SEAT = re.compile(r"^(?:(?:ra|rg|ri):|cgv:\d:\d:[ec]|/start(?:@\w+)? e(?=\d+-going$))(\d+)")


def seat_event(update: Update) -> int | None:
    """The event whose seats this update wants, so that presses for one event keep their order of arrival."""
    query, message = update.callback_query, update.message
    found = SEAT.match((query.data if query else message.text if message else None) or "")
    return int(found[1]) if found else None
