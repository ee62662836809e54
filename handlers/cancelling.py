"""Cancelling an event: a reason, what it will do, and only then."""

from datetime import datetime

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.event import Event, cancel
from domain.people import Person
from domain.refusal import Gone, Refusal
from handlers.ask import TYPED, Ask, Typed, ask, asked, conversation, done, line
from handlers.callbacks import CancelAsk, CancelDo, CancelPreview, ManageOpen
from handlers.card import Viewer
from handlers.context import Library
from handlers.manage import manage_screen
from handlers.managed import Managed, back, manageable
from handlers.say import Say, join
from handlers.screen import Button, Screen, send, show
from handlers.view import heading, when
from storage.store import Store

REASONS = ("cancel-reason-speaker", "cancel-reason-hall", "cancel-reason-few", "cancel-reason-later")
TYPED_REASON = -1
REASON = 300


async def ask_why(query: CallbackQuery, *, event: Event, state: FSMContext, say: Say) -> None:
    if event.is_cancelled:
        raise Refusal("event-cancelled")
    await ask(state, Ask.cancel_reason, back(event, say), event=event.id)
    usual = tuple(
        (Button(say.plain(key), CancelPreview(event_id=event.id, why=number)),) for number, key in enumerate(REASONS)
    )
    await show(query, Screen(join(say("cancel-ask"), heading(event, say), by="\n\n"), (*usual, (back(event, say),))))


async def preview(
    query: CallbackQuery,
    callback_data: CancelPreview,
    *,
    event: Event,
    store: Store,
    person: Person,
    say: Say,
    library: Library,
) -> None:
    reason = _usual(callback_data.why, say, library)
    await show(query, await _preview(event, callback_data.why, reason, store=store, person=person, say=say))


async def typed(message: Message, *, state: FSMContext, store: Store, person: Person | None, say: Say) -> None:
    """The reason in the librarian's own words waits for the press that confirms it."""
    reason = line(message, REASON)
    event = await manageable(store, person, int((await asked(state))["event"]))
    await ask(state, Typed.cancel_reason, event=event.id, reason=reason)
    if person is not None:
        await send(message, await _preview(event, TYPED_REASON, reason, store=store, person=person, say=say))


async def do(
    query: CallbackQuery,
    callback_data: CancelDo,
    *,
    event: Event,
    state: FSMContext,
    store: Store,
    person: Person,
    say: Say,
    library: Library,
    now: datetime,
) -> None:
    why = callback_data.why
    reason = await _typed(event, state) if why == TYPED_REASON else _usual(why, say, library)
    cancelled = await store.events.change(event.id, lambda one: cancel(one, reason), person, now)
    await show(
        query, await manage_screen(cancelled, store, Viewer(person, library, now), say), say.plain("cancel-done")
    )


async def _typed(event: Event, state: FSMContext) -> str:
    """What was typed for this very event; a confirmation without it is out of date (LESSONS M 71)."""
    data = await asked(state)
    if await state.get_state() != Typed.cancel_reason.state or data.get("event") != event.id:
        raise Gone
    await done(state)
    return str(data["reason"])


def _usual(number: int, say: Say, library: Library) -> str:
    """One of the usual reasons, in the library's own language: everybody reads it."""
    if not 0 <= number < len(REASONS):
        raise Gone
    return say.into(library.languages[0]).plain(REASONS[number])


async def _preview(event: Event, why: int, reason: str, *, store: Store, person: Person, say: Say) -> Screen:
    told = await store.events.audience(event.id, person.id)
    facts = join(heading(event, say), when(event, say), say("cancel-preview-reason", reason=reason))
    text = join(say("cancel-preview"), facts, say("cancel-preview-told", number=told), by="\n\n")
    yes = Button(say.plain("cancel-button-yes"), CancelDo(event_id=event.id, why=why))
    return Screen(text, ((yes,), (Button(say.plain("cancel-button-no"), ManageOpen(event_id=event.id)),)))


def router() -> Router:
    router = conversation("cancelling")
    router.callback_query.register(ask_why, CancelAsk.filter(), Managed())
    router.callback_query.register(preview, CancelPreview.filter(), Managed())
    router.callback_query.register(do, CancelDo.filter(), Managed())
    router.message.register(typed, Ask.cancel_reason, TYPED)
    return router
