"""Several dates under one announcement (handlers/series)."""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Id, Number, Page


class SeriesOpen(CallbackData, prefix="sr"):
    """The dates, for staff."""

    event_id: Id
    page: Page = 0


class SeriesWeeks(CallbackData, prefix="srw"):
    """So many weeks more, to be looked at first."""

    event_id: Id
    weeks: Number


class SeriesAdd(CallbackData, prefix="sra"):
    """Adds them; 0 = the dates that were typed."""

    event_id: Id
    weeks: Number


class SeriesDates(CallbackData, prefix="srd"):
    """The dates, for guests."""

    event_id: Id
    page: Page = 0


class SeriesAll(CallbackData, prefix="srj"):
    """Signs up for all of them."""

    event_id: Id


class SeriesSave(CallbackData, prefix="srs"):
    """Saves what a draft changes for every date of the series that is still to come."""

    draft: Id
    revision: Id
