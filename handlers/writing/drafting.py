"""Writing a letter: whom it is for is known, the text is typed, and it is sent once it was seen as it will arrive."""

from dataclasses import replace
from datetime import datetime

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.event import Event
from domain.partner_filter import PartnerFilter
from domain.people import Person
from domain.refusal import Gone, Refusal
from domain.segment import Segment, from_json, guests_of, partners_by, to_json, unanswered_of
from handlers.ask import TYPED, Ask, ask, asked, conversation, done, paragraphs
from handlers.callbacks import (
    WriteDrop,
    WriteEvent,
    WritePartners,
    WriteReady,
    WriteSend,
    WriteStop,
    WriteText,
    WriteTrial,
)
from handlers.context import Library
from handlers.managed import Managed
from handlers.partners.narrowing import filter_of
from handlers.say import Say
from handlers.screen import Screen, answer, below, send, show
from handlers.view import brief, when
from handlers.writing.letter import MOST, letter_screen, trial_screen
from handlers.writing.own import Own, may_write, own_letter
from handlers.writing.panel import ask_screen, back_button, panel_screen, to_letter
from handlers.writing.report import report_screen
from storage.broadcast_rows import Broadcast
from storage.store import Store

EVENT_SEGMENTS = (guests_of, unanswered_of)


async def begin(
    query: CallbackQuery, segment: Segment, *, state: FSMContext, store: Store, say: Say, now: datetime
) -> None:
    """Asks for the text of a letter to the segment."""
    screen = await ask_screen(segment, store, say, now)
    await ask(state, Ask.letter, await back_button(segment, store, say), segment=to_json(segment))
    await show(query, screen)


async def to_event(
    query: CallbackQuery,
    callback_data: WriteEvent,
    *,
    event: Event,
    state: FSMContext,
    store: Store,
    say: Say,
    now: datetime,
) -> None:
    if not 0 <= callback_data.whom < len(EVENT_SEGMENTS):
        raise Gone
    await begin(query, EVENT_SEGMENTS[callback_data.whom](event.id), state=state, store=store, say=say, now=now)


async def ready(
    query: CallbackQuery,
    *,
    event: Event,
    state: FSMContext,
    store: Store,
    person: Person,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    """The letter that says what is usually said, in the library's first language; it may be changed like any other."""
    own = say.into(library.languages[0])
    text = own.plain("letter-ready", event=brief(event, own), when=when(event, own))
    letter = await store.broadcasts.draft(person.id, text, unanswered_of(event.id), now)
    await done(state)
    await answer(query)
    await below(query, await letter_screen(letter.text, letter.segment, store, library, say))
    await below(query, await panel_screen(letter, store, say, now))


async def to_partners(
    query: CallbackQuery,
    callback_data: WritePartners,
    *,
    state: FSMContext,
    store: Store,
    say: Say,
    now: datetime,
) -> None:
    segment = await _shown(filter_of(callback_data), store, now)
    await begin(query, segment, state=state, store=store, say=say, now=now)


async def _shown(chosen: PartnerFilter, store: Store, now: datetime) -> Segment:
    """The segment of what the register shows; what cannot be asked of the database again is kept one by one."""
    segment = partners_by(sector=chosen.sector, branch_id=chosen.branch_id, grade=chosen.grade)
    if not (chosen.silent or chosen.unreachable or chosen.archived):
        return segment
    shown = tuple(one.id for one in await store.acquaintance.facts() if chosen.takes(one, now))
    if not shown or chosen.archived:
        raise Gone("partner-gone")
    return replace(segment, only=shown)


async def typed(
    message: Message,
    *,
    state: FSMContext,
    store: Store,
    person: Person,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    """The text: a new letter, or another text of one. Shown as it will arrive, and below what can be done."""
    text, about = paragraphs(message, MOST), await asked(state)
    if "letter" in about:
        letter = await own_letter(store, person, int(about["letter"]), now)
        await done(state)
        letter = await store.broadcasts.change(letter.id, lambda content: (text, content[1]), now)
    else:
        segment = from_json(about["segment"])
        await may_write(store, person, segment)
        await done(state)
        letter = await store.broadcasts.draft(person.id, text, segment, now)
    await send(message, await letter_screen(letter.text, letter.segment, store, library, say))
    await send(message, await panel_screen(letter, store, say, now))


async def rewrite(query: CallbackQuery, *, letter: Broadcast, state: FSMContext, say: Say) -> None:
    if letter.state != "draft":
        raise Refusal("letter-sent")
    back = to_letter(letter, say)
    await ask(state, Ask.letter, back, letter=letter.id)
    await answer(query)
    await below(query, Screen(say("letter-ask", most=MOST), ((back,),)))


async def trial(query: CallbackQuery, *, letter: Broadcast, store: Store, library: Library, say: Say) -> None:
    """To oneself, as it will arrive but for a mark."""
    await answer(query, say.plain("letter-toast-trial"))
    await below(query, await trial_screen(letter.text, letter.segment, store, library, say))


async def confirm(
    query: CallbackQuery, callback_data: WriteSend, *, letter: Broadcast, store: Store, say: Say, now: datetime
) -> None:
    """Sends, once. A press on what was there before a change shows what is there now."""
    try:
        sent = await store.broadcasts.confirm(letter.id, callback_data.revision, now)
    except Refusal as refusal:
        if refusal.code != "letter-changed":
            raise
        await show(query, await panel_screen(letter, store, say, now), say.plain("refusal-letter-changed"))
        return
    toast = "letter-toast-sent" if letter.state == "draft" else "refusal-letter-sent"
    await show(query, await report_screen(await store.broadcasts.get(sent.id), store, say), say.plain(toast))


async def drop(query: CallbackQuery, *, letter: Broadcast, store: Store, say: Say) -> None:
    if letter.state != "draft":
        raise Refusal("letter-sent")
    await store.broadcasts.drop(letter.id)
    row = (await back_button(letter.segment, store, say),)
    await show(query, Screen(say("letter-dropped"), (row,)))


async def stop(query: CallbackQuery, *, letter: Broadcast, store: Store, say: Say, now: datetime) -> None:
    """Takes back what has not left yet."""
    number = await store.broadcasts.stop(letter.id, now)
    screen = await panel_screen(await store.broadcasts.get(letter.id), store, say, now)
    await show(query, screen, say.plain("letter-toast-stopped", number=number))


def router() -> Router:
    router = conversation("drafting")
    router.callback_query.register(to_event, WriteEvent.filter(), Managed())
    router.callback_query.register(ready, WriteReady.filter(), Managed())
    router.callback_query.register(to_partners, WritePartners.filter())
    router.callback_query.register(rewrite, WriteText.filter(), Own())
    router.callback_query.register(trial, WriteTrial.filter(), Own())
    router.callback_query.register(confirm, WriteSend.filter(), Own())
    router.callback_query.register(drop, WriteDrop.filter(), Own())
    router.callback_query.register(stop, WriteStop.filter(), Own())
    router.message.register(typed, Ask.letter, TYPED)
    return router
