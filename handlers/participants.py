"""The list of participants of an event: whom partners send, as the papers print it, and groups without names.

Where names may not be shown in chat, positions and organisations stand in their place; the names are on a page.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.event import Event
from domain.participants import GROUP, Group, Participant, holds_name, lines, once, read_group, total
from domain.people import Person
from domain.refusal import Refusal
from handlers.ask import TYPED, Ask, ask, asked, conversation, done, line
from handlers.callbacks import GuestPage, PeopleDrop, PeopleGroup, PeopleList, PeopleMark, PeopleNote
from handlers.card import shortened
from handlers.context import Library
from handlers.forms.desk import Context
from handlers.forms.grid import SHORT, Cell, grid
from handlers.length import paged
from handlers.managed import Managed, back, manageable
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen, send, show
from handlers.view import heading
from handlers.words import pager
from storage.store import Store

PAGE = 3000
"""Letters of a page; lines are never shortened: the list is copied from here."""
OFFICES = 600
MOST_GROUPS = 6


async def list_screen(event: Event, page: int, ctx: Context) -> Screen:
    """Who comes for the partners, in the order of the partners, groups last."""
    say, store = ctx.say, ctx.store
    people = [one for one in await store.participants.known(event.id) if one.comes]
    groups = await store.participants.groups(event.id)
    named = ctx.library.personal_data_in_chat
    all_lines = list(map(say.text, lines(people, groups))) if named else _nameless(people, groups, say)
    numbered = (say("participants-line", number=str(n), text=one) for n, one in enumerate(all_lines, 1))
    pages = paged(numbered, PAGE) or [Html("")]
    row = () if named else (Button(say.plain("seating-button-names"), GuestPage(event_id=event.id)),)
    text = join(
        join(say("participants-title", number=total(people, groups)), heading(event, say)),
        pages[min(page, len(pages) - 1)] or say("participants-none"),
        None if named else say("participants-hidden"),
        by="\n\n",
    )
    turn = pager(page, len(pages), 1, PeopleList(event_id=event.id))
    return Screen(text, (turn, row, *_acts(event, groups, say), (back(event, say),)))


async def open_list(
    query: CallbackQuery,
    callback_data: PeopleList,
    *,
    event: Event,
    store: Store,
    person: Person,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    ctx = Context(store, person, say, library, now)
    await show(query, await list_screen(event, callback_data.page, ctx))


async def mark(
    query: CallbackQuery, callback_data: PeopleMark, *, event: Event, store: Store, library: Library, say: Say
) -> None:
    await show(query, await _marks(event, callback_data.page, store, library, say))


async def note(
    query: CallbackQuery,
    callback_data: PeopleNote,
    *,
    event: Event,
    store: Store,
    person: Person,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    """Notes that somebody comes, or no longer; who said so themselves is taken off by their own answer alone."""
    rep_id, comes = callback_data.rep_id, callback_data.on == 1
    said = any(one.said for one in await store.participants.known(event.id) if one.rep_id == rep_id)
    if said and not comes:
        raise Refusal("participants-said")
    await store.participants.note(event.id, rep_id, person, now, comes=comes)
    await show(query, await _marks(event, callback_data.page, store, library, say))


async def group(query: CallbackQuery, *, event: Event, state: FSMContext, library: Library, say: Say) -> None:
    hint = None if library.personal_data_in_chat else say("participants-no-names")
    back = Button(say.plain("participants-button-back"), PeopleList(event_id=event.id))
    await ask(state, Ask.group_name, back, event=event.id)
    await show(query, Screen(join(say("participants-ask-group"), hint), ((back,),)))


async def typed_group(
    message: Message,
    *,
    state: FSMContext,
    store: Store,
    person: Person | None,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    """The group in the words that were typed; a count among them is taken for what it is."""
    found = read_group(line(message, GROUP))
    if holds_name(found.name) and not library.personal_data_in_chat:
        raise Refusal("participants-names")
    event = await manageable(store, person, int((await asked(state))["event"]))
    await done(state)
    if person is not None:
        await store.participants.add_group(event.id, found, person, now)
        ctx = Context(store, person, say, library, now)
        await send(message, await list_screen(event, 0, ctx))


async def drop(
    query: CallbackQuery,
    callback_data: PeopleDrop,
    *,
    event: Event,
    store: Store,
    person: Person,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    """Which group to take off; then it is off."""
    ctx = Context(store, person, say, library, now)
    if callback_data.group_id:
        await store.participants.drop_group(event.id, callback_data.group_id, person, now)
        await show(query, await list_screen(event, 0, ctx), say.plain("participants-toast-dropped"))
        return
    groups = await store.participants.groups(event.id)
    rows = tuple(
        (Button(shortened(one.name, SHORT), PeopleDrop(event_id=event.id, group_id=one.id)),)
        for one in groups[-MOST_GROUPS:]
    )
    last = (Button(say.plain("participants-button-back"), PeopleList(event_id=event.id)),)
    await show(query, Screen(say("participants-which"), (*rows, last)))


async def _marks(event: Event, page: int, store: Store, library: Library, say: Say) -> Screen:
    """Everybody who acts for a partner of the event, with an account or without; who comes is ticked."""
    people = await store.participants.known(event.id)
    ids = {"event_id": event.id, "page": page}
    cells = [
        Cell(_called(one, library, say), PeopleNote(**ids, rep_id=one.rep_id, on=int(not one.comes)), one.comes)
        for one in people
    ]
    whole = grid(cells, page, say)
    turn = pager(page, whole.pages, 1, PeopleMark(event_id=event.id))
    last = (Button(say.plain("participants-button-back"), PeopleList(event_id=event.id)),)
    head = say("participants-mark" if people else "participants-nobody")
    return Screen(join(head, whole.text, by="\n\n"), (*whole.rows, turn, last))


def _called(one: Participant, library: Library, say: Say) -> str:
    if library.personal_data_in_chat:
        return lines([one], [])[0]
    office = one.office if one.position else say.plain("role-rep-number", number=str(one.rep_id))
    return f"{office} · {one.partner}"


def _nameless(people: Iterable[Participant], groups: Sequence[Group], say: Say) -> list[Html]:
    """Organisations with how many come and in which positions."""
    by_partner: dict[str, list[Participant]] = {}
    for one in once(people):
        by_partner.setdefault(one.partner, []).append(one)
    rows = [_offices(partner, those, say) for partner, those in by_partner.items()]
    return [*rows, *(say.text(one.name) for one in groups)]


def _offices(partner: str, those: Sequence[Participant], say: Say) -> Html:
    offices = shortened("; ".join(one.office for one in those if one.position), OFFICES)
    if not offices:
        return say("participants-number", partner=partner, number=len(those))
    return say("participants-offices", partner=partner, number=len(those), offices=offices)


def _acts(event: Event, groups: Sequence[Group], say: Say) -> tuple[Row, ...]:
    people = Button(say.plain("participants-button-mark"), PeopleMark(event_id=event.id))
    add = Button(say.plain("participants-button-group"), PeopleGroup(event_id=event.id))
    drop = Button(say.plain("participants-button-drop"), PeopleDrop(event_id=event.id, group_id=0))
    return ((people, add), (drop,) if groups else ())


def router() -> Router:
    router = conversation("participants")
    router.callback_query.register(open_list, PeopleList.filter(), Managed())
    router.callback_query.register(mark, PeopleMark.filter(), Managed())
    router.callback_query.register(note, PeopleNote.filter(), Managed())
    router.callback_query.register(group, PeopleGroup.filter(), Managed())
    router.callback_query.register(drop, PeopleDrop.filter(), Managed())
    router.message.register(typed_group, Ask.group_name, TYPED)
    return router
