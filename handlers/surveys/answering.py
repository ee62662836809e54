"""Presses of surveys: each asks anew whether this person acts for the organisation."""

from datetime import datetime

from aiogram import Router
from aiogram.filters import Command, Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, TelegramObject

from domain.people import Person, Purpose
from domain.rights import Act, may
from handlers.ask import PRIVATE, conversation
from handlers.callbacks import SurveyAnswers, SurveyBegin, SurveyLater, SurveyList, SurveyOpen
from handlers.consent import consent_screen
from handlers.context import Library
from handlers.forms.desk import Context
from handlers.say import Say
from handlers.screen import send, show
from handlers.surveys.authoring_standing import surveys_screen
from handlers.surveys.beginning import begin, first_screen, mine, read_screen, survey_screen
from handlers.surveys.later import later_screen, put_off
from handlers.surveys.screens import ASKS, list_screen, nobody_screen
from storage.store import Store
from storage.welcome import Goal


class Ours(Filter):
    """Hands on the `ctx` of the person who presses."""

    async def __call__(
        self, _press: TelegramObject, *, store: Store, person: Person, say: Say, library: Library, now: datetime
    ) -> dict[str, Context]:
        return {"ctx": Context(store, person, say, library, now)}


async def survey(
    message: Message, *, store: Store, person: Person | None, say: Say, library: Library, now: datetime
) -> None:
    """To who runs surveys and represents nobody, the surveys as they are run."""
    known = Context(store, person, say, library, now) if person else None
    if known and not known.person.partner_ids and may(known.person, Act.MANAGE_SURVEYS):
        await send(message, await surveys_screen(known, 0))
        return
    await send(message, await first_screen(known) if known else nobody_screen(say))


async def listed(query: CallbackQuery, *, ctx: Context) -> None:
    await show(query, await list_screen(ctx) if ctx.person.partner_ids else nobody_screen(ctx.say))


async def opened(query: CallbackQuery, callback_data: SurveyOpen, *, ctx: Context) -> None:
    found, partner = await mine(ctx, callback_data.survey_id, callback_data.partner_id)
    await show(query, await survey_screen(ctx, found, partner))


async def begun(query: CallbackQuery, callback_data: SurveyBegin, *, ctx: Context, state: FSMContext) -> None:
    """The form; before it, once, the consent."""
    found, partner = await mine(ctx, callback_data.survey_id, callback_data.partner_id)
    if Purpose.SURVEY not in ctx.person.consents:
        goal = Goal(survey_id=found.id, purpose=Purpose.SURVEY)
        await show(query, await consent_screen(goal, ctx.store, ctx.say, ctx.library, ctx.now))
        return
    await show(query, await begin(ctx, state, found, partner, callback_data.how))


async def answers(query: CallbackQuery, callback_data: SurveyAnswers, *, ctx: Context) -> None:
    found, partner = await mine(ctx, callback_data.survey_id, callback_data.partner_id)
    await show(query, await read_screen(ctx, found, partner, callback_data.page))


async def later(query: CallbackQuery, callback_data: SurveyLater, *, ctx: Context, state: FSMContext) -> None:
    """Asks until when; then the form is left, and what is answered stays."""
    found, partner = await mine(ctx, callback_data.survey_id, callback_data.partner_id)
    if callback_data.when == ASKS:
        await show(query, later_screen(ctx, found, partner.id))
        return
    screen = await put_off(ctx, found, partner.id, callback_data.when)
    await state.clear()
    await show(query, screen)


def router() -> Router:
    router = conversation("surveys")
    router.message.register(survey, Command("survey"), PRIVATE)
    router.callback_query.register(listed, SurveyList.filter(), Ours())
    router.callback_query.register(opened, SurveyOpen.filter(), Ours())
    router.callback_query.register(begun, SurveyBegin.filter(), Ours())
    router.callback_query.register(answers, SurveyAnswers.filter(), Ours())
    router.callback_query.register(later, SurveyLater.filter(), Ours())
    return router
