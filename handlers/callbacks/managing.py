"""Managing an event."""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import ChatId, Id, Number, Page


class ManageOpen(CallbackData, prefix="mg"):
    event_id: Id


class ManageLink(CallbackData, prefix="mgl"):
    event_id: Id


class ManageInvite(CallbackData, prefix="mgi"):
    event_id: Id
    page: Page = 0


class InvitePartner(CallbackData, prefix="mgip"):
    """A personal link for somebody who acts for the partner."""

    event_id: Id
    partner_id: Id


class ManageGroups(CallbackData, prefix="mgg"):
    event_id: Id
    page: Page = 0


class GroupPost(CallbackData, prefix="mggp"):
    """Shows what will stand in a group or channel."""

    event_id: Id
    chat_id: ChatId


class GroupSend(CallbackData, prefix="mggs"):
    """Posts it there; `standing`: how many cards of the event stood there when this was offered."""

    event_id: Id
    chat_id: ChatId
    standing: Number


class ChannelAsk(CallbackData, prefix="mgch"):
    """Wants to connect a channel or group by its name."""

    event_id: Id


class AnnounceOpen(CallbackData, prefix="an"):
    """Texts of the event for other networks."""

    event_id: Id


class AnnounceText(CallbackData, prefix="ant"):
    """The text for a network, by its place in `domain.announcement.Network`."""

    event_id: Id
    network: Number


class AnnounceSheet(CallbackData, prefix="ans"):
    """The fields of PRO.Культура.РФ."""

    event_id: Id


class AnnounceListed(CallbackData, prefix="anl"):
    """Asks for the event's page on PRO.Культура.РФ."""

    event_id: Id


class GuestList(CallbackData, prefix="mgu"):
    event_id: Id
    page: Page = 0


class GuestPage(CallbackData, prefix="mgn"):
    """Names of who answered, on a page."""

    event_id: Id


class PeopleList(CallbackData, prefix="gl"):
    """The list of participants: whom partners send."""

    event_id: Id
    page: Page = 0


class PeopleMark(CallbackData, prefix="glm"):
    """Everybody who acts for a partner of the event, to be ticked."""

    event_id: Id
    page: Page = 0


class PeopleNote(CallbackData, prefix="gln"):
    """Notes that the representative comes (1), or no longer (0)."""

    event_id: Id
    rep_id: Id
    on: Number
    page: Page = 0


class PeopleGroup(CallbackData, prefix="glg"):
    """Wants to add a group without names."""

    event_id: Id


class PeopleDrop(CallbackData, prefix="gld"):
    """Takes a group off the list; 0 = asks which."""

    event_id: Id
    group_id: Id


class QueueList(CallbackData, prefix="mgq"):
    event_id: Id
    page: Page = 0


class RefusalList(CallbackData, prefix="mgr"):
    """Who said no, and why."""

    event_id: Id
    page: Page = 0


class SeatPick(CallbackData, prefix="mgs"):
    """Wants to seat this member out of turn."""

    event_id: Id
    member_id: Id


class SeatWhy(CallbackData, prefix="mgsw"):
    """Seats the member for one of the usual reasons, by its number."""

    event_id: Id
    member_id: Id
    why: Number


class CapacityOpen(CallbackData, prefix="mgk"):
    event_id: Id


class CapacitySet(CallbackData, prefix="mgks"):
    """The capacity from now on; 0 = no limit."""

    event_id: Id
    capacity: Number


class DeliveryOpen(CallbackData, prefix="mgd"):
    """Who could not be told."""

    event_id: Id


class CancelAsk(CallbackData, prefix="mgx"):
    event_id: Id


class CancelPreview(CallbackData, prefix="mgxp"):
    """What cancelling for one of the usual reasons (its number) would do."""

    event_id: Id
    why: Number


class CancelDo(CallbackData, prefix="mgxd"):
    """Cancels; `why` −1 = the reason typed before."""

    event_id: Id
    why: Number
