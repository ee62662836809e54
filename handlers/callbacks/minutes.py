"""Minutes of an event, and what was taken on there (handlers/minutes)."""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Id, Number, Page


class MinutesOpen(CallbackData, prefix="mn"):
    event_id: Id
    page: Page = 0


class MinutesItem(CallbackData, prefix="mni"):
    event_id: Id
    item_id: Id


class MinutesPiece(CallbackData, prefix="mnp"):
    """Wants to write a piece, by its place in `domain.minutes.PIECES`; item 0: of the event as a whole."""

    event_id: Id
    item_id: Id
    piece: Number


class MinutesSave(CallbackData, prefix="mns"):
    """Keeps what was written although revision `base` has come meanwhile."""

    event_id: Id
    item_id: Id
    piece: Number
    base: Number


class MinutesPast(CallbackData, prefix="mnr"):
    """Revisions, one a page."""

    event_id: Id
    item_id: Id
    piece: Number
    page: Page = 0


class ActionNew(CallbackData, prefix="ac"):
    """Somebody takes something on: which organisation?"""

    event_id: Id
    item_id: Id
    page: Page = 0


class ActionFor(CallbackData, prefix="acf"):
    """That one; 0: the library itself."""

    event_id: Id
    item_id: Id
    partner_id: Id


class ActionTermless(CallbackData, prefix="acn"):
    """What is being noted has no term."""

    event_id: Id


class ActionList(CallbackData, prefix="acl"):
    event_id: Id
    page: Page = 0


class ActionDone(CallbackData, prefix="acd"):
    """The staff notes that it is done."""

    event_id: Id
    action_id: Id


class ActionDrop(CallbackData, prefix="acx"):
    event_id: Id
    action_id: Id


class ActionReport(CallbackData, prefix="acr"):
    """The organisation says that it is done."""

    action_id: Id
