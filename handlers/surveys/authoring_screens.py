"""What an author sees of questionnaires: the list, one that was taken, all its questions, what speaks against one."""

from aiogram.filters.callback_data import CallbackData

from domain.questionnaire import pictures
from domain.questionnaire.condition_words import condition_words
from domain.questionnaire.faults import BadQuestionnaire, Fault
from domain.questionnaire.model import Item, Questionnaire, in_language
from domain.questionnaire.outline import outline
from handlers.callbacks import (
    QuestionnaireAll,
    QuestionnaireFile,
    QuestionnaireList,
    QuestionnaireOpen,
    QuestionnairePaper,
    QuestionnaireShipped,
    QuestionnaireTry,
    SurveyNew,
    SurveyQuestions,
    SurveySee,
    SurveysOpen,
)
from handlers.card import shortened
from handlers.forms.desk import Context
from handlers.forms.grid import Cell, grid
from handlers.length import paged
from handlers.say import Html, Say, join
from handlers.screen import Button, Screen
from handlers.words import pager
from storage.questionnaires import Kept

MOST = 3300
"""Letters of faults, or of questions, on a screen."""
TITLE = 80
WORDS, CHOICES, WHEN = 300, 400, 200
"""Letters of a question, of its options together, of its conditions."""


async def list_screen(ctx: Context, page: int) -> Screen:
    """The questionnaires that there are, the newest first, and how another comes in."""
    say, kept = ctx.say, await ctx.store.questionnaires.newest()
    body = grid([Cell(_title(one, say), QuestionnaireOpen(questionnaire_id=one.id)) for one in kept], page, say)
    turn = pager(page, body.pages, 1, QuestionnaireList())
    shipped = Button(say.plain("author-button-shipped"), QuestionnaireShipped())
    back = to_surveys(say)
    head = say("author-questionnaires" if kept else "author-no-questionnaires")
    text = join(head, body.text, say("author-send-workbook"), by="\n\n")
    return Screen(text, (*body.rows, turn, (shipped,), (back,)))


def taken_screen(kept: Kept, say: Say, head: str = "author-taken") -> Screen:
    """«Анкета принята» or another head, and what can be done with it."""
    number = len(outline(kept.questionnaire))
    missing = pictures.missing(kept.questionnaire, kept.pictures)
    wanted = say("author-pictures", number=len(missing), names=", ".join(missing)) if missing else None
    text = join(say(head, title=kept.questionnaire.title, number=number), wanted, by="\n\n")
    own = Button(say.plain("author-button-try"), QuestionnaireTry(questionnaire_id=kept.id))
    every = Button(say.plain("author-button-all"), QuestionnaireAll(questionnaire_id=kept.id))
    back = to_questionnaires(say)
    begin = Button(say.plain("author-button-begin"), SurveyNew(questionnaire_id=kept.id))
    book = Button(say.plain("author-button-workbook"), QuestionnaireFile(questionnaire_id=kept.id))
    paper = Button(say.plain("author-button-paper"), QuestionnairePaper(questionnaire_id=kept.id))
    return Screen(text, ((own, every), (begin,), (book, paper), (back,)))


def all_screen(kept: Kept, page: int, say: Say) -> Screen:
    """A page of all questions."""
    back = to_questionnaire(kept, say)
    return _all(kept, page, QuestionnaireAll(questionnaire_id=kept.id), back, say)


def all_of_survey_screen(kept: Kept, survey_id: int, page: int, say: Say) -> Screen:
    """The same on the way from a survey and back to it."""
    back = Button(say.plain("author-button-survey"), SurveySee(survey_id=survey_id))
    return _all(kept, page, SurveyQuestions(survey_id=survey_id), back, say)


def _all(kept: Kept, page: int, target: CallbackData, back: Button, say: Say) -> Screen:
    pages = paged(_questions(kept.questionnaire, say), MOST)
    turn = pager(page, len(pages), 1, target)
    return Screen(pages[min(page, len(pages) - 1)], (turn, (back,)))


def faults_screen(bad: BadQuestionnaire, say: Say) -> tuple[Screen, bool]:
    """All that speaks against the workbook, and whether the screen has it all."""
    pages = paged([_fault(one, say) for one in bad.faults], MOST)
    is_whole = len(pages) == 1
    head = say("author-faults", number=len(bad.faults))
    rest = None if is_whole else say("author-faults-more")
    back = to_questionnaires(say)
    return Screen(join(head, pages[0], rest, by="\n\n"), ((back,),)), is_whole


def faults_file(bad: BadQuestionnaire, say: Say) -> bytes:
    """Every fault on a line, as Notepad reads it."""
    lines = (say.plain(f"questionnaire-fault-{one.code}", row=one.row, **one.values) for one in bad.faults)
    return "\r\n".join(lines).encode("utf-8-sig")


def to_surveys(say: Say) -> Button:
    return Button(say.plain("author-button-surveys"), SurveysOpen())


def to_questionnaires(say: Say) -> Button:
    return Button(say.plain("author-button-questionnaires"), QuestionnaireList())


def to_questionnaire(kept: Kept, say: Say) -> Button:
    return Button(say.plain("author-button-back"), QuestionnaireOpen(questionnaire_id=kept.id))


def _fault(fault: Fault, say: Say) -> Html:
    return say(f"questionnaire-fault-{fault.code}", row=fault.row, **fault.values)


def _title(kept: Kept, say: Say) -> str:
    """With the version that its author gave it, by which two of one name are told apart."""
    title, version = shortened(kept.questionnaire.title, TITLE), kept.questionnaire.version
    return say.plain("author-version", title=title, version=version) if version else title


def _questions(questionnaire: Questionnaire, say: Say) -> list[Html]:
    asked = outline(questionnaire)
    numbers = {item.name: number for number, (item, _) in enumerate(asked, 1)}

    def when(conditions: tuple[str, ...]) -> Html | None:
        words = condition_words(conditions, questionnaire, numbers, say.plain, say.language)
        return say("questionnaire-when", when=shortened(words, WHEN)) if words else None

    return [
        join(
            say("questionnaire-line", number=number, words=_words(item, say), kind=item.kind, row=item.row),
            _options(item, questionnaire, say),
            when(conditions),
        )
        for number, (item, conditions) in enumerate(asked, 1)
    ]


def _words(item: Item, say: Say) -> str:
    return shortened(" ".join(in_language(item.label, say.language).split()) or item.name, WORDS)


def _options(item: Item, questionnaire: Questionnaire, say: Say) -> Html | None:
    choices = questionnaire.choices.get(item.choices, ())
    names = "; ".join(in_language(one.label, say.language) for one in choices)
    return say("author-options", options=shortened(names, CHOICES)) if names else None
