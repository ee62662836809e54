"""Answering."""

from aiogram.filters.callback_data import CallbackData

from domain.seats import Answer
from handlers.callbacks.fields import Id, Number, Page

ANSWERS = (Answer.GOING, Answer.MAYBE, Answer.DECLINED)
"""An answer travels as its number here."""


class RsvpAnswer(CallbackData, prefix="ra"):
    """An answer to an invitation; `answer` is its number in `ANSWERS`."""

    event_id: Id
    answer: Number


class RsvpGuests(CallbackData, prefix="rg"):
    """How many guests come along."""

    event_id: Id
    guests: Number


class RsvpWhy(CallbackData, prefix="rw"):
    """Wants to say why not."""

    event_id: Id


class RsvpColleague(CallbackData, prefix="rc"):
    """Wants a link for a colleague to come instead."""

    event_id: Id


class RsvpInstead(CallbackData, prefix="ri"):
    """Comes instead of a colleague, by the token of the link."""

    event_id: Id
    token: str


class MyList(CallbackData, prefix="my"):
    """A page of the person's own answers."""

    page: Page = 0
