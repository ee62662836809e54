"""Papers of an event (handlers/papers)."""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Id, Number


class PapersOpen(CallbackData, prefix="pp"):
    event_id: Id


class PaperMake(CallbackData, prefix="ppm"):
    """The paper by its number in `handlers.papers.choosing`; as PDF (1) or DOCX (0)."""

    event_id: Id
    kind: Number
    pdf: Number
