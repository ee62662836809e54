"""Consent."""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Id, Number


class ConsentTick(CallbackData, prefix="ctk"):
    """The consent screen with these ticks. Nothing but the button itself keeps them. `goal`: see handlers/goals.py."""

    adult: Number
    naming: Number
    goal: str = ""


class ConsentGive(CallbackData, prefix="cgv"):
    """Consents, with these ticks."""

    adult: Number
    naming: Number
    goal: str = ""


class ConsentLeave(CallbackData, prefix="cnl"):
    """Does not consent, and goes back to the event that they came for."""

    event_id: Id


class ConsentRefuse(CallbackData, prefix="cno"):
    """Does not consent."""
