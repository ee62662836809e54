"""The programme of an event, talks that are offered, and what is asked with the sign-up (handlers/programme)."""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Id, Number, Page


class ProgrammeOpen(CallbackData, prefix="pg"):
    event_id: Id
    page: Page = 0


class ItemOpen(CallbackData, prefix="pgi"):
    event_id: Id
    item_id: Id


class ItemText(CallbackData, prefix="pgt"):
    """Wants to word an item anew; 0 = a new one."""

    event_id: Id
    item_id: Id


class ItemMinutes(CallbackData, prefix="pgm"):
    """So many minutes; 0 = it is not said."""

    event_id: Id
    item_id: Id
    minutes: Number


class ItemShift(CallbackData, prefix="pgs"):
    """One place up (0) or down (1)."""

    event_id: Id
    item_id: Id
    down: Number


class ItemDrop(CallbackData, prefix="pgd"):
    event_id: Id
    item_id: Id


class SpeakerPick(CallbackData, prefix="pgw"):
    """Who speaks to the item (role 0), leads (1) or writes the minutes (2)."""

    event_id: Id
    item_id: Id
    role: Number
    page: Page = 0


class SpeakerSet(CallbackData, prefix="pgx"):
    """Somebody of the register (`how` even) or with an account (odd); 0 = nobody. Half of `how` is the role."""

    event_id: Id
    item_id: Id
    who_id: Id
    how: Number


class TalksWanted(CallbackData, prefix="pgo"):
    """Whoever signs up may offer to speak (1), or no longer (0)."""

    event_id: Id
    on: Number


class TalkList(CallbackData, prefix="tkl"):
    """Talks that were offered."""

    event_id: Id


class TalkOffer(CallbackData, prefix="tko"):
    """Offers to speak."""

    event_id: Id


class TalkDecide(CallbackData, prefix="tkd"):
    """Takes the talk into the programme (1), or not (0)."""

    event_id: Id
    member_id: Id
    yes: Number


class QuestionsOpen(CallbackData, prefix="qs"):
    """What is asked with the sign-up."""

    event_id: Id


class QuestionAdd(CallbackData, prefix="qsa"):
    event_id: Id


class QuestionDrop(CallbackData, prefix="qsd"):
    event_id: Id
    number: Number


class SignUpAsk(CallbackData, prefix="qsg"):
    """Answers what is asked with the sign-up."""

    event_id: Id
