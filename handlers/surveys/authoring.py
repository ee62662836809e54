"""Questionnaires: one is sent as a workbook, looked at, tried; then a survey is begun with it."""

from collections.abc import Mapping

from aiogram import Bot, F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.fsm.context import FSMContext
from aiogram.types import BufferedInputFile, CallbackQuery, Document, Message

from domain.questionnaire.faults import BadQuestionnaire, Fault
from domain.questionnaire.model import Questionnaire
from domain.questionnaire.upload import MOST_BYTES, Upload
from handlers.ask import PRIVATE, Ask, ask, conversation
from handlers.callbacks import (
    QuestionnaireAll,
    QuestionnaireList,
    QuestionnaireOpen,
    QuestionnaireShipped,
    QuestionnaireTry,
    SurveyQuestions,
)
from handlers.downloading import downloaded
from handlers.forms.desk import Context
from handlers.screen import send, show
from handlers.surveys.authoring_entry import Authors, ByAuthor
from handlers.surveys.authoring_screens import (
    all_of_survey_screen,
    all_screen,
    faults_file,
    faults_screen,
    list_screen,
    taken_screen,
    to_questionnaires,
)
from handlers.surveys.authoring_trial import begin_trial
from handlers.surveys.files import SurveyFiles
from handlers.surveys.picturing import awaiting, handed_over
from handlers.words import file_name
from storage.questionnaires import Kept

OTHERS = frozenset({"no-survey-sheet", "not-a-workbook", "old-excel", "locked", "too-large"})
"""Faults by which a file may be something else: a table of partners."""

OF_THE_REGISTER = (Ask.sheet.state, Ask.partners.state)
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".zip")


async def upload(
    message: Message, *, ctx: Context, bot: Bot, files: SurveyFiles, state: FSMContext, raw_state: str | None = None
) -> None:
    """A workbook, whenever it is sent: taken, or refused with everything that speaks against it.

    What is none is left to who takes tables of partners, unless surveys are open before the person; while the register
    is, nothing is looked at here.
    """
    document = message.document
    if document is None:
        return
    if raw_state in OF_THE_REGISTER or (raw_state != Ask.workbook.state and not _may_be_one(document)):
        raise SkipHandler
    try:
        sent = await _read(document, bot, files)
    except BadQuestionnaire as bad:
        if raw_state != Ask.workbook.state and all(fault.code in OTHERS for fault in bad.faults):
            raise SkipHandler from bad
        await _refuse(message, ctx, bad)
        return
    kept = await _kept(ctx, sent.questionnaire, await handed_over(message, sent.pictures, ctx.say))
    await send(message, await awaiting(ctx, state, kept))


def _may_be_one(document: Document) -> bool:
    """By its name: opening it takes a process, and seconds."""
    return (document.file_name or "").casefold().endswith(WORKBOOKS)


async def _read(document: Document, bot: Bot, files: SurveyFiles) -> Upload:
    too_large = BadQuestionnaire([Fault("too-large")])
    return await files.read(await downloaded(bot, document, MOST_BYTES, too_large))


async def _refuse(message: Message, ctx: Context, bad: BadQuestionnaire) -> None:
    """What does not fit on the screen comes as a text file, whole."""
    screen, is_whole = faults_screen(bad, ctx.say)
    await send(message, screen)
    if not is_whole:
        name = file_name(ctx.say.plain("author-faults-file"), "txt")
        await message.answer_document(BufferedInputFile(faults_file(bad, ctx.say), name))


async def _kept(ctx: Context, questionnaire: Questionnaire, pictures: Mapping[str, str]) -> Kept:
    added = await ctx.store.questionnaires.add(questionnaire, ctx.person.id, ctx.now, pictures)
    return await ctx.store.questionnaires.get(added)


async def shipped(query: CallbackQuery, *, ctx: Context, files: SurveyFiles) -> None:
    """«Наши партнеры» as it comes with the bot; the same text is not kept twice."""
    questionnaire = await files.shipped()
    known = [one for one in await ctx.store.questionnaires.newest() if one.questionnaire == questionnaire]
    await show(query, taken_screen(known[0] if known else await _kept(ctx, questionnaire, {}), ctx.say))


async def listed(query: CallbackQuery, callback_data: QuestionnaireList, *, ctx: Context, state: FSMContext) -> None:
    """While the list is open a workbook is for it, whatever form was going on before."""
    await ask(state, Ask.workbook, to_questionnaires(ctx.say))
    await show(query, await list_screen(ctx, callback_data.page))


async def opened(query: CallbackQuery, callback_data: QuestionnaireOpen, *, ctx: Context) -> None:
    kept = await ctx.store.questionnaires.get(callback_data.questionnaire_id)
    await show(query, taken_screen(kept, ctx.say, "author-open"))


async def whole(query: CallbackQuery, callback_data: QuestionnaireAll, *, ctx: Context) -> None:
    kept = await ctx.store.questionnaires.get(callback_data.questionnaire_id)
    await show(query, all_screen(kept, callback_data.page, ctx.say))


async def whole_survey(query: CallbackQuery, callback_data: SurveyQuestions, *, ctx: Context) -> None:
    survey = await ctx.store.surveys.get(callback_data.survey_id)
    kept = await ctx.store.questionnaires.get(survey.fields.questionnaire_id)
    await show(query, all_of_survey_screen(kept, survey.id, callback_data.page, ctx.say))


async def trial(query: CallbackQuery, callback_data: QuestionnaireTry, *, ctx: Context, state: FSMContext) -> None:
    kept = await ctx.store.questionnaires.get(callback_data.questionnaire_id)
    await show(query, await begin_trial(ctx, state, kept))


def router() -> Router:
    router = conversation("authoring")
    router.message.register(upload, PRIVATE, F.document, ByAuthor())
    author = Authors()
    router.callback_query.register(shipped, QuestionnaireShipped.filter(), author)
    router.callback_query.register(listed, QuestionnaireList.filter(), author)
    router.callback_query.register(opened, QuestionnaireOpen.filter(), author)
    router.callback_query.register(whole, QuestionnaireAll.filter(), author)
    router.callback_query.register(whole_survey, SurveyQuestions.filter(), author)
    router.callback_query.register(trial, QuestionnaireTry.filter(), author)
    return router
