"""Surveys (handlers/surveys)."""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Id, Number, Page


class SurveyList(CallbackData, prefix="sy"):
    """Surveys that are open to one's partners, and what they have answered before."""


class SurveyOpen(CallbackData, prefix="syo"):
    """Where the organisation stands with a survey."""

    survey_id: Id
    partner_id: Id


class SurveyBegin(CallbackData, prefix="syb"):
    """The form: as it stands (0), what was sent and what it leaves open (1), all anew (2), what was sent (3)."""

    survey_id: Id
    partner_id: Id
    how: Number = 0


class SurveyAnswers(CallbackData, prefix="sya"):
    """What was sent, to be read."""

    survey_id: Id
    partner_id: Id
    page: Page = 0


class SurveyLater(CallbackData, prefix="syl"):
    """Puts it off: asks until when (−1), or to tomorrow (0), for three days (1), to the last day (2)."""

    survey_id: Id
    partner_id: Id
    when: Number
