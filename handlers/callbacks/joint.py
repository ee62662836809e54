"""A partner's part in an event (handlers/joint).

`marks`: what the partner brings, a bit for each of `domain.partner.BRINGS`. Nothing but the button keeps them
until the partner has accepted.
"""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Id, Number


class PartOpen(CallbackData, prefix="pt"):
    """To who acts for the partner: its part, to be agreed."""

    event_id: Id
    partner_id: Id


class PartTicks(CallbackData, prefix="ptt"):
    """The same screen with these things ticked."""

    event_id: Id
    partner_id: Id
    marks: Number


class PartAccept(CallbackData, prefix="pta"):
    event_id: Id
    partner_id: Id
    marks: Number


class PartDecline(CallbackData, prefix="ptd"):
    """Declines for one of the usual reasons, by its number; −1 = asks which."""

    event_id: Id
    partner_id: Id
    why: Number


class PartComment(CallbackData, prefix="ptc"):
    """Wants to add a word to the yes; `drop`: takes it back."""

    event_id: Id
    partner_id: Id
    drop: Number = 0


class PartTime(CallbackData, prefix="ptm"):
    """Wants to propose another time."""

    event_id: Id
    partner_id: Id


class PartList(CallbackData, prefix="ptl"):
    """Parts that wait for an answer of the person's partners."""


class PartSee(CallbackData, prefix="pts"):
    """To staff: the partner's part, and what it has said."""

    event_id: Id
    partner_id: Id


class PartSet(CallbackData, prefix="ptp"):
    """Another part of the partner, by its number."""

    event_id: Id
    partner_id: Id
    part: Number


class PartWant(CallbackData, prefix="ptw"):
    """The partner is asked to bring something (its number), or no longer."""

    event_id: Id
    partner_id: Id
    item: Number
    on: Number


class PartKeep(CallbackData, prefix="ptk"):
    """The event stays at its time, whatever the partner would rather have."""

    event_id: Id
    partner_id: Id
