"""The review of an event: whoever reviews sees what guests would see, and announces it or returns it with a remark."""

from datetime import datetime

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.event import Event, return_with
from domain.life import Status
from domain.people import Person
from domain.refusal import Refusal
from handlers.ask import TYPED, Ask, ask, asked, conversation, done, line
from handlers.callbacks import EventChange, EventOpen, EventPublish, EventReturn, ManageOpen
from handlers.card import Viewer, event_card
from handlers.context import Library
from handlers.manage import manage_screen
from handlers.manage_rows import announcing_key, manage_rows
from handlers.managed import Managed, back, manageable
from handlers.say import Say, join
from handlers.screen import Button, Screen, send, show
from handlers.telling import Maker, Telling
from handlers.view import heading, view_of, when
from storage.store import Store

REMARK = 300


async def asked_to_review(telling: Telling) -> Screen | None:
    """The card as guests will see it, with what can be done; nothing once somebody has decided."""
    event, say = await telling.store.events.get(telling.row.subject), telling.say
    if event.status is not Status.REVIEW:
        return None
    viewer = Viewer(telling.person, telling.library, telling.now)
    card = event_card(await view_of(telling.store, event), viewer, say)
    decide = manage_rows(event, viewer, say)[0]
    rows = (decide, (Button(say.plain("card-button-manage"), ManageOpen(event_id=event.id)),))
    return Screen(join(say("review-asked"), card.text, by="\n\n"), rows)


async def returned(telling: Telling) -> Screen | None:
    """To the author, as long as it is not handed in again."""
    event, say = await telling.store.events.get(telling.row.subject), telling.say
    if event.status is not Status.DRAFT:
        return None
    key = announcing_key(event, Viewer(telling.person, telling.library, telling.now))
    fix = Button(say.plain("review-button-fix"), EventChange(event_id=event.id))
    again = Button(say.plain(key), EventPublish(event_id=event.id, sure=0))
    text = join(say("review-returned"), heading(event, say), say("review-remark", remark=event.remark or ""), by="\n\n")
    return Screen(text, ((fix, again),))


async def approved(telling: Telling) -> Screen | None:
    event, say = await telling.store.events.get(telling.row.subject), telling.say
    if not event.is_open:
        return None
    text = join(say("review-approved"), join(heading(event, say), when(event, say)), by="\n\n")
    card = Button(say.plain("notice-button-card"), EventOpen(event_id=event.id))
    return Screen(text, ((card, Button(say.plain("card-button-manage"), ManageOpen(event_id=event.id))),))


async def ask_remark(query: CallbackQuery, *, event: Event, state: FSMContext, say: Say) -> None:
    if event.status is not Status.REVIEW:
        raise Refusal("not-in-review")
    await ask(state, Ask.event_remark, back(event, say), event=event.id)
    text = join(say("review-ask-remark"), heading(event, say), by="\n\n")
    await show(query, Screen(text, ((back(event, say),),)))


async def typed_remark(
    message: Message,
    *,
    state: FSMContext,
    store: Store,
    person: Person | None,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    remark = line(message, REMARK)
    event = await manageable(store, person, int((await asked(state))["event"]))
    await done(state)
    if person is not None:
        gone = await store.events.change(event.id, lambda old: return_with(old, remark), person, now)
        await send(message, await manage_screen(gone, store, Viewer(person, library, now), say))


MAKERS: dict[str, Maker] = {"review": asked_to_review, "returned": returned, "approved": approved}
SILENT: frozenset[str] = frozenset()


def router() -> Router:
    router = conversation("reviewing")
    router.callback_query.register(ask_remark, EventReturn.filter(), Managed())
    router.message.register(typed_remark, Ask.event_remark, TYPED)
    return router
