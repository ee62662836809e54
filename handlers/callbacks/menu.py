"""The menu, the list of events, the card."""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Id, Page


class MenuOpen(CallbackData, prefix="menu"):
    """The first screen again."""


class EventList(CallbackData, prefix="evl"):
    """A page of the coming events."""

    page: Page = 0


class EventOpen(CallbackData, prefix="ev"):
    """The event's card in place of this message."""

    event_id: Id


class EventMore(CallbackData, prefix="evm"):
    """The long texts of the card."""

    event_id: Id


class EventMorePage(CallbackData, prefix="evmp"):
    """A page of them, where they are too long for one."""

    event_id: Id
    page: Page


class EventCalendar(CallbackData, prefix="evc"):
    """The event as a calendar file."""

    event_id: Id
