"""A questionnaire as a file: the workbook that it would be read from again, and the form to be printed."""

import re

from aiogram import Router
from aiogram.types import BufferedInputFile, CallbackQuery

from handlers.ask import conversation
from handlers.callbacks import QuestionnaireFile, QuestionnairePaper
from handlers.forms.desk import Context
from handlers.screen import answer
from handlers.surveys.asking import branch_options
from handlers.surveys.authoring_entry import Authors
from handlers.surveys.files import SurveyFiles
from handlers.surveys.paper import paper_of
from storage.questionnaires import Kept


async def workbook(query: CallbackQuery, callback_data: QuestionnaireFile, *, ctx: Context, files: SurveyFiles) -> None:
    """The questionnaire as it would be sent in again."""
    kept = await ctx.store.questionnaires.get(callback_data.questionnaire_id)
    await _hand_over(query, await files.write(kept.questionnaire), f"{_name(kept)}.xlsx")


async def paper(query: CallbackQuery, callback_data: QuestionnairePaper, *, ctx: Context, files: SurveyFiles) -> None:
    """The form on paper; of a survey with who asks, why and until when."""
    kept = await ctx.store.questionnaires.get(callback_data.questionnaire_id)
    survey = await ctx.store.surveys.get(callback_data.survey_id) if callback_data.survey_id else None
    made = paper_of(ctx, kept.questionnaire, await branch_options(ctx, kept), survey)
    await _hand_over(query, await files.print(made), f"{_name(kept)}.docx")


async def _hand_over(query: CallbackQuery, data: bytes, name: str) -> None:
    await answer(query)
    if query.message is not None:
        await query.message.answer_document(BufferedInputFile(data, name))


def _name(kept: Kept) -> str:
    """By its title, as far as a file may be called so."""
    return re.sub(r"[^\w-]+", " ", kept.questionnaire.title).strip(" -")[:40].strip(" -") or str(kept.id)


def router() -> Router:
    router = conversation("questionnaire-files")
    author = Authors()
    router.callback_query.register(workbook, QuestionnaireFile.filter(), author)
    router.callback_query.register(paper, QuestionnairePaper.filter(), author)
    return router
