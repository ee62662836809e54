"""Surveys: their authors' side (handlers/surveys/authoring…, results…)."""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Id, Number, Page


class SurveysOpen(CallbackData, prefix="sv"):
    """A page of all surveys, for staff."""

    page: Page = 0


class QuestionnaireList(CallbackData, prefix="qn"):
    """A page of the questionnaires that a survey can be begun with."""

    page: Page = 0


class QuestionnaireOpen(CallbackData, prefix="qno"):
    questionnaire_id: Id


class QuestionnaireShipped(CallbackData, prefix="qns"):
    """Takes the questionnaire that comes with the bot."""


class QuestionnaireAll(CallbackData, prefix="qna"):
    """A page of all its questions, with their conditions."""

    questionnaire_id: Id
    page: Page = 0


class QuestionnaireTry(CallbackData, prefix="qnt"):
    """A walk through it that leaves no trace."""

    questionnaire_id: Id


class QuestionnaireFile(CallbackData, prefix="qnf"):
    """The questionnaire as an XLSForm workbook, to be changed in Excel."""

    questionnaire_id: Id


class QuestionnairePaper(CallbackData, prefix="qnp"):
    """The questionnaire as a form to be printed; of a survey, if one is named (else 0)."""

    questionnaire_id: Id
    survey_id: Id = 0


class SurveyNew(CallbackData, prefix="svn"):
    """Starts a survey with the questionnaire; `fresh` 1 though one waits half done."""

    questionnaire_id: Id
    fresh: Number = 0


class SurveySee(CallbackData, prefix="svo"):
    """To staff: where a survey stands."""

    survey_id: Id


class SurveyClose(CallbackData, prefix="svc"):
    """Closes it before its time. Asks first (`sure` 0)."""

    survey_id: Id
    sure: Number


class SurveyExtend(CallbackData, prefix="svx"):
    """Asks for another closing moment."""

    survey_id: Id


class SurveySilent(CallbackData, prefix="svm"):
    """A page of who has not answered."""

    survey_id: Id
    page: Page = 0


class SurveyQuestions(CallbackData, prefix="svb"):
    """A page of all that it asks."""

    survey_id: Id
    page: Page = 0


class SurveyEnter(CallbackData, prefix="sve"):
    """Types answers in for an organisation, from paper or by telephone; `fresh` 1 though one waits half done."""

    survey_id: Id
    fresh: Number = 0


class ResultsOpen(CallbackData, prefix="svr"):
    """A page of what the survey has brought."""

    survey_id: Id
    page: Page = 0


class ResultsGroups(CallbackData, prefix="svg"):
    """A page of it by sectors."""

    survey_id: Id
    page: Page = 0


class ResultsCompare(CallbackData, prefix="svw"):
    """A page of it beside the wave before."""

    survey_id: Id
    page: Page = 0


class ResultsPicture(CallbackData, prefix="svp"):
    """A picture of it."""

    survey_id: Id
    page: Page = 0


class ResultsAlbum(CallbackData, prefix="sva"):
    """All pictures of it at once."""

    survey_id: Id


class ResultsPaper(CallbackData, prefix="svd"):
    """It as a file, by the file's place in `PAPERS`."""

    survey_id: Id
    kind: Number


PAPERS = ("xlsx", "csv", "docx")
"""What results are given away as."""


class ReviewNext(CallbackData, prefix="svq"):
    """The next open answer that nobody has looked at."""

    survey_id: Id


class ReviewSet(CallbackData, prefix="svk"):
    """Shows the answer (1), hides it (0), or takes the decision back (−1): of this response, as it was sent then, to
    the question by its place."""

    response_id: Id
    survey_id: Id
    revision: Page
    question: Number
    on: Number


class ReviewEdit(CallbackData, prefix="svj"):
    """Asks for the words that are to be shown instead."""

    response_id: Id
    survey_id: Id
    revision: Page
    question: Number
