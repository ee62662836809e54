"""Beginning a survey, looking after it, closing it or giving it more time."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.refusal import Refusal
from domain.survey import Source, close
from handlers.ask import Ask, ask, conversation
from handlers.callbacks import SurveyClose, SurveyEnter, SurveyExtend, SurveyNew, SurveySee, SurveySilent, SurveysOpen
from handlers.forms.desk import Context
from handlers.partners.beginning import new
from handlers.screen import show
from handlers.surveys.authoring_entry import Authors
from handlers.surveys.authoring_form import begun_with, campaign_kind, extension_kind
from handlers.surveys.authoring_screens import to_surveys
from handlers.surveys.authoring_standing import closing_screen, silent_screen, survey_screen, surveys_screen
from handlers.surveys.entering import entry_kind


async def listed(query: CallbackQuery, callback_data: SurveysOpen, *, ctx: Context, state: FSMContext) -> None:
    await ask(state, Ask.workbook, to_surveys(ctx.say))
    await show(query, await surveys_screen(ctx, callback_data.page))


async def begin(query: CallbackQuery, callback_data: SurveyNew, *, ctx: Context, state: FSMContext) -> None:
    kept = await ctx.store.questionnaires.get(callback_data.questionnaire_id)
    afresh = None if callback_data.fresh else SurveyNew(questionnaire_id=kept.id, fresh=1)
    given = begun_with(kept.questionnaire, ctx.now_local)
    await show(query, await new(ctx, state, campaign_kind, kept.id, afresh=afresh, answers=given))


async def see(query: CallbackQuery, callback_data: SurveySee, *, ctx: Context) -> None:
    await show(query, await survey_screen(ctx, callback_data.survey_id))


async def silent(query: CallbackQuery, callback_data: SurveySilent, *, ctx: Context) -> None:
    await show(query, await silent_screen(ctx, callback_data.survey_id, callback_data.page))


async def extend(query: CallbackQuery, callback_data: SurveyExtend, *, ctx: Context, state: FSMContext) -> None:
    survey = await ctx.store.surveys.get(callback_data.survey_id)
    if survey.is_over(ctx.now):
        raise Refusal("survey-over")
    await show(query, await new(ctx, state, extension_kind, survey.id, afresh=None))


async def enter(query: CallbackQuery, callback_data: SurveyEnter, *, ctx: Context, state: FSMContext) -> None:
    """Types answers in; what waits half done is offered first."""
    survey = await ctx.store.surveys.get(callback_data.survey_id)
    if not survey.takes(Source.PAPER, ctx.now):
        raise survey.refusal(Source.PAPER, ctx.now)
    afresh = None if callback_data.fresh else SurveyEnter(survey_id=survey.id, fresh=1)
    await show(query, await new(ctx, state, entry_kind, survey.id, afresh=afresh))


async def shut(query: CallbackQuery, callback_data: SurveyClose, *, ctx: Context) -> None:
    """Closes once it is sure; a second press finds it closed."""
    survey_id = callback_data.survey_id
    if callback_data.sure != 1:
        await show(query, await closing_screen(ctx, survey_id))
        return
    await ctx.store.surveys.change(survey_id, lambda old: close(old, ctx.now), ctx.person.id, ctx.now)
    await show(query, await survey_screen(ctx, survey_id))


def router() -> Router:
    router = conversation("surveys")
    author = Authors()
    router.callback_query.register(listed, SurveysOpen.filter(), author)
    router.callback_query.register(begin, SurveyNew.filter(), author)
    router.callback_query.register(see, SurveySee.filter(), author)
    router.callback_query.register(silent, SurveySilent.filter(), author)
    router.callback_query.register(extend, SurveyExtend.filter(), author)
    router.callback_query.register(enter, SurveyEnter.filter(), author)
    router.callback_query.register(shut, SurveyClose.filter(), author)
    return router
