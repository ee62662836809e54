"""Forms (handlers/forms).

`draft` is the draft's id, `question` the question's place in the form. `revision` is the draft's as it was shown:
a press that settles something counts only for what the person had before their eyes.
"""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Id, Number, Page


class FormOption(CallbackData, prefix="fo"):
    """Chooses an option, by its number."""

    draft: Id
    question: Number
    option: Id


class FormTick(CallbackData, prefix="ft"):
    """Ticks (1) or unticks (0) an option."""

    draft: Id
    question: Number
    option: Id
    on: Number


class FormPage(CallbackData, prefix="fp"):
    """Another page of the options."""

    draft: Id
    question: Number
    page: Page


class FormMonth(CallbackData, prefix="fm"):
    """Another month of the calendar: year × 12 + month − 1."""

    draft: Id
    question: Number
    month: Number


class FormDay(CallbackData, prefix="fd"):
    """A day as YYYYMMDD; 0 = an empty place."""

    draft: Id
    question: Number
    day: Id


class FormHour(CallbackData, prefix="fh"):
    """An hour of the day that was chosen, in minutes."""

    draft: Id
    question: Number
    minutes: Number


class FormAct(CallbackData, prefix="fa"):
    """What else can be done at a question, by its number in `handlers.forms.acts.Act`."""

    draft: Id
    question: Number
    act: Number
    revision: Id


class FormTurn(CallbackData, prefix="fq"):
    """Shows a question again."""

    draft: Id
    question: Number


class FormAnswers(CallbackData, prefix="fl"):
    """What can be changed."""

    draft: Id
    page: Page = 0


class FormPreview(CallbackData, prefix="fv"):
    """A page of the preview."""

    draft: Id
    page: Page = 0


class FormSubmit(CallbackData, prefix="fs"):
    draft: Id
    revision: Id


class FormLeave(CallbackData, prefix="fx"):
    """Wants to leave: asks (0), keeps the draft for later (1), deletes it (2)."""

    draft: Id
    how: Number


class FormResume(CallbackData, prefix="fr"):
    """Goes on with a draft."""

    draft: Id
