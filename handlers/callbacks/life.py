"""The life of an event: its review, what it came to, what people say (handlers/reviewing, handlers/afterwards)."""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Id, Number, Page


class EventReturn(CallbackData, prefix="evr"):
    """Wants to return an event to its author with a remark."""

    event_id: Id


class WorkList(CallbackData, prefix="evw"):
    """Events that are not announced yet, and those whose report is missing."""

    page: Page = 0


class PastList(CallbackData, prefix="evpl"):
    """Events that are over or were cancelled."""

    page: Page = 0


class ReportOpen(CallbackData, prefix="rpo"):
    """What the event came to."""

    event_id: Id


class ReportFill(CallbackData, prefix="rpf"):
    """Says what the event came to, or corrects it."""

    event_id: Id


class FeedbackGive(CallbackData, prefix="fbk"):
    """One to five stars."""

    event_id: Id
    stars: Number


class FeedbackList(CallbackData, prefix="fbl"):
    """What people say of the event."""

    event_id: Id
    page: Page = 0
