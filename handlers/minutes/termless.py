"""A press that answers the question for the day until which something is to be done: there is none."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.event import Event
from domain.refusal import Gone
from handlers.ask import Ask, asked, conversation
from handlers.callbacks import ActionTermless
from handlers.forms.desk import Context
from handlers.managed import Managed
from handlers.minutes.tasks import list_screen, put
from handlers.programme.asking import AsContext
from handlers.screen import show


async def without_term(query: CallbackQuery, *, event: Event, state: FSMContext, ctx: Context) -> None:
    if await state.get_state() != Ask.action_due.state or (await asked(state))["event"] != event.id:
        raise Gone("minutes-lost")
    await put(state, None, ctx)
    await show(query, await list_screen(event, 0, ctx))


def router() -> Router:
    router = conversation("terms", within=Ask.action_due)
    router.callback_query.register(without_term, ActionTermless.filter(), Managed(), AsContext())
    return router
