"""Letters to many (handlers/writing)."""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Id, Number, Page


class WriteEvent(CallbackData, prefix="wre"):
    """Starts a letter to an event's people: its guests (0), or its partners that have not answered (1)."""

    event_id: Id
    whom: Number


class WritePartners(CallbackData, prefix="wrp"):
    """Starts a letter to the partners that the list shows (`PartnerList`)."""

    sector: Number = -1
    branch_id: Id = 0
    grade: Number = -1
    silent: Number = 0
    only: Number = 0


class WriteReady(CallbackData, prefix="wrd"):
    """The ready text for an event's partners that have not answered."""

    event_id: Id


class WriteText(CallbackData, prefix="wrt"):
    """Wants to write another text."""

    letter_id: Id


class WriteTrial(CallbackData, prefix="wry"):
    """The letter to oneself."""

    letter_id: Id


class WriteSend(CallbackData, prefix="wrs"):
    """Confirms the letter as it was shown: `revision`."""

    letter_id: Id
    revision: Id


class WriteDrop(CallbackData, prefix="wrx"):
    letter_id: Id


class WriteStop(CallbackData, prefix="wrq"):
    """Takes back what has not left yet."""

    letter_id: Id


class WhomOpen(CallbackData, prefix="ww"):
    """Who is left out: a page of partners."""

    letter_id: Id
    page: Page = 0


class WhomPartner(CallbackData, prefix="wwp"):
    """A partner taken out (1) or in again (0)."""

    letter_id: Id
    partner_id: Id
    out: Number
    page: Page = 0


class WhomSectors(CallbackData, prefix="wws"):
    letter_id: Id


class WhomSector(CallbackData, prefix="wwst"):
    """A sector (its number) taken out (1) or in again (0)."""

    letter_id: Id
    sector: Number
    out: Number


class WhomState(CallbackData, prefix="wwg"):
    """Guests who said this (its number) wanted (1) or not (0)."""

    letter_id: Id
    state: Number
    wanted: Number


class WhomRest(CallbackData, prefix="wwr"):
    """Leaves in peace (1) who was written to lately, or not (0)."""

    letter_id: Id
    on: Number


class LetterList(CallbackData, prefix="wl"):
    """A page of letters that were sent."""

    page: Page = 0


class LetterOpen(CallbackData, prefix="wlo"):
    """How a letter stands."""

    letter_id: Id


class LetterText(CallbackData, prefix="wlt"):
    """What was written."""

    letter_id: Id


class LetterCalls(CallbackData, prefix="wlc"):
    """Whom to telephone."""

    letter_id: Id
    page: Page = 0


class LetterEvent(CallbackData, prefix="wlv"):
    """The card of the event that a letter speaks of, below the letter."""

    event_id: Id
