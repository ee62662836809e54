"""«Представляю организацию»: somebody without a link asks; a stranger consents first."""

from datetime import datetime

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.people import Person
from handlers.ask import conversation
from handlers.callbacks import RepAsk
from handlers.consent import consent_screen
from handlers.context import Library
from handlers.forms.desk import Context
from handlers.rep_form import begin
from handlers.say import Say
from handlers.screen import show
from handlers.strangers import may_represent
from storage.store import Store
from storage.welcome import Goal


async def ask(
    query: CallbackQuery,
    *,
    state: FSMContext,
    store: Store,
    person: Person | None,
    say: Say,
    library: Library,
    now: datetime,
) -> None:
    if person is None or not may_represent(person):
        await show(query, await consent_screen(Goal(represents=True), store, say, library, now))
    else:
        await show(query, await begin(Context(store, person, say, library, now), state))


def router() -> Router:
    router = conversation("rep-asking")
    router.callback_query.register(ask, RepAsk.filter())
    return router
