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


class PeriodOpen(CallbackData, prefix="hi"):
    """What can be handed in of a period of so many months; `at`: its first month, 0 = the one that is now."""

    span: Number
    at: Number


class PeriodFile(CallbackData, prefix="hif"):
    """The journal (0), the plan (1), the plan as text (2)."""

    span: Number
    at: Number
    kind: Number
