"""Who comes, who waits, who said no; seats out of turn, and more seats."""

import re
from dataclasses import replace
from datetime import datetime

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.door import AT_DOOR
from domain.event import Event, change_fields
from domain.people import Person
from domain.refusal import Gone, Refusal
from domain.seats import RsvpState
from handlers.ask import TYPED, Ask, ask, asked, conversation, done, line
from handlers.callbacks import (
    CapacityOpen,
    CapacitySet,
    GuestList,
    GuestPage,
    QueueList,
    RefusalList,
    SeatPick,
    SeatWhy,
)
from handlers.card import Viewer, seats_line
from handlers.context import Library
from handlers.elsewhere import page_screen
from handlers.manage import manage_screen
from handlers.managed import Managed, back, manageable
from handlers.programme.questions import answers_line
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen, send, show
from handlers.view import heading
from handlers.words import pager
from storage.page_links import Page
from storage.rsvps import Guest
from storage.store import Store

SIZE = 12
QUEUE_SIZE = 5
STEPS = (5, 10)
WHYS = ("seating-why-speaker", "seating-why-partner", "seating-why-agreed")
REASON = 300


async def guests(
    query: CallbackQuery, callback_data: GuestList, *, event: Event, store: Store, library: Library, say: Say
) -> None:
    """Who comes: counts, and the names of those who agreed to be named."""
    page = callback_data.page
    shown = await store.rsvps.guests(event.id, [RsvpState.GOING], SIZE, page * SIZE)
    lines = await _lines(shown, page * SIZE, store, library, say)
    lines = await _with_answers(lines, shown, event, store=store, library=library, say=say)
    head = say("seating-guests", parties=event.counts.going, people=event.seats.taken)
    more = pager(page, event.counts.going, SIZE, GuestList(event_id=event.id))
    text = join(head, seats_line(event, say), join(*lines), by="\n\n")
    await show(query, Screen(text, (more, _lists(event, say), (*_names(event, library, say), back(event, say)))))


async def queue(
    query: CallbackQuery, callback_data: QueueList, *, event: Event, store: Store, library: Library, say: Say
) -> None:
    await show(query, await queue_screen(event, callback_data.page, store, library, say))


async def queue_screen(event: Event, page: int, store: Store, library: Library, say: Say) -> Screen:
    """Who waits, in order, each with a button to seat them out of turn."""
    first = page * QUEUE_SIZE
    shown = await store.rsvps.guests(event.id, [RsvpState.QUEUED], QUEUE_SIZE, first)
    lines = await _lines(shown, first, store, library, say)
    rows = tuple((_seat_button(event, guest, first + n, say),) for n, guest in enumerate(shown, 1))
    more = pager(page, event.counts.queued, QUEUE_SIZE, QueueList(event_id=event.id))
    text = join(say("seating-queue", number=event.counts.queued), seats_line(event, say), join(*lines), by="\n\n")
    return Screen(text, (*rows, (*more, *_names(event, library, say), back(event, say))))


async def refusals(
    query: CallbackQuery, callback_data: RefusalList, *, event: Event, store: Store, library: Library, say: Say
) -> None:
    page = callback_data.page
    shown = await store.rsvps.guests(event.id, [RsvpState.DECLINED], SIZE, page * SIZE)
    lines = await _lines(shown, page * SIZE, store, library, say)
    more = pager(page, event.counts.declined, SIZE, RefusalList(event_id=event.id))
    text = join(say("seating-refusals", number=event.counts.declined), join(*lines), by="\n\n")
    await show(query, Screen(text, ((*more, *_names(event, library, say), back(event, say)),)))


async def names(
    query: CallbackQuery, *, event: Event, store: Store, person: Person, library: Library, say: Say, now: datetime
) -> None:
    """Names, reasons and the list as a file: on a page."""
    command = say("elsewhere-command", command=f"roundtable export guests {event.id} guests-{event.id}.csv")
    screen = page_screen(
        Page.GUESTS,
        event.id,
        (back(event, say),),
        store=store,
        person=person,
        library=library,
        say=say,
        now=now,
        command=command,
    )
    await show(query, await screen)


async def pick(
    query: CallbackQuery, callback_data: SeatPick, *, event: Event, state: FSMContext, store: Store, say: Say
) -> None:
    """Why out of turn: one of the usual reasons, or a word of one's own."""
    await _waiting(event, callback_data.member_id, store)
    await ask(state, Ask.seat_why, back(event, say), event=event.id, member=callback_data.member_id)
    ids = {"event_id": event.id, "member_id": callback_data.member_id}
    rows = tuple((Button(say.plain(key), SeatWhy(**ids, why=number)),) for number, key in enumerate(WHYS))
    await show(query, Screen(say("seating-ask-why"), (*rows, (back(event, say),))))


async def seat(
    query: CallbackQuery,
    callback_data: SeatWhy,
    *,
    event: Event,
    store: Store,
    person: Person,
    say: Say,
    library: Library,
    now: datetime,
) -> None:
    if not 0 <= callback_data.why < len(WHYS):
        raise Gone
    await _waiting(event, callback_data.member_id, store)
    why = say.into(library.languages[0]).plain(WHYS[callback_data.why])
    seated = await store.rsvps.seat(event.id, callback_data.member_id, why, person, now)
    await show(query, await queue_screen(seated.event, 0, store, library, say), say.plain("seating-toast-seated"))


async def seat_typed(
    message: Message,
    *,
    state: FSMContext,
    store: Store,
    person: Person | None,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    why, about = line(message, REASON), await asked(state)
    event = await manageable(store, person, int(about["event"]))
    await _waiting(event, int(about["member"]), store)
    await done(state)
    if person is not None:
        seated = await store.rsvps.seat(event.id, int(about["member"]), why, person, now)
        await send(message, await queue_screen(seated.event, 0, store, library, say))


async def capacity(query: CallbackQuery, *, event: Event, state: FSMContext, say: Say) -> None:
    """How many seats from now on: a step, no limit, or a number typed."""
    await ask(state, Ask.capacity, back(event, say), event=event.id)
    known = event.fields.capacity
    steps = (
        tuple(_set(event, known + step, say.plain("seating-button-step", step=step)) for step in STEPS) if known else ()
    )
    free = (_set(event, 0, say.plain("seating-button-no-limit")),) if known else ()
    text = join(
        say("seating-capacity"), heading(event, say), join(seats_line(event, say), _taken(event, say)), by="\n\n"
    )
    await show(query, Screen(text, ((*steps, *free), (back(event, say),))))


async def set_capacity(
    query: CallbackQuery,
    callback_data: CapacitySet,
    *,
    event: Event,
    store: Store,
    person: Person,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    changed = await _change_capacity(event.id, callback_data.capacity or None, store, person, now)
    screen = await manage_screen(changed, store, Viewer(person, library, now), say)
    await show(query, screen, say.plain("seating-toast-capacity"))


async def type_capacity(
    message: Message,
    *,
    state: FSMContext,
    store: Store,
    person: Person | None,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    found = re.fullmatch(r"\D{0,20}?(\d{1,6})\D{0,20}", message.text or "")
    if found is None:
        raise Refusal("number-wanted")
    event = await manageable(store, person, int((await asked(state))["event"]))
    await done(state)
    if person is not None:
        changed = await _change_capacity(event.id, int(found[1]), store, person, now)
        await send(message, await manage_screen(changed, store, Viewer(person, library, now), say))


async def _change_capacity(event_id: int, number: int | None, store: Store, person: Person, now: datetime) -> Event:
    """Another number of seats; the queue moves up at once."""

    def rule(event: Event) -> Event:
        return change_fields(event, replace(event.fields, capacity=number))

    return await store.events.change(event_id, rule, person, now)


async def _waiting(event: Event, member_id: int, store: Store) -> None:
    rsvp = await store.rsvps.of(event.id, member_id)
    if rsvp is None or rsvp.state is not RsvpState.QUEUED:
        raise Refusal("not-waiting")


async def _lines(shown: list[Guest], offset: int, store: Store, library: Library, say: Say) -> list[Html]:
    """A line each; a name only of who agreed to be named. People's own words, which may name anybody, like names."""
    partners = {partner.id: partner.short_name for partner in await store.partners.all()}
    if not library.personal_data_in_chat:
        shown = [replace(guest, rsvp=replace(guest.rsvp, reason=None, note=None)) for guest in shown]
        return [_line(guest, number, {}, partners, say) for number, guest in enumerate(shown, offset + 1)]
    names = await store.members.named([guest.rsvp.member_id for guest in shown])
    return [_line(guest, number, names, partners, say) for number, guest in enumerate(shown, offset + 1)]


async def _with_answers(
    lines: list[Html], shown: list[Guest], event: Event, *, store: Store, library: Library, say: Say
) -> list[Html]:
    """What each has said to the questions of the sign-up, below their line."""
    if not event.fields.questions:
        return lines
    said, named = await store.sign_ups.answers(event.id), library.personal_data_in_chat
    words = [answers_line(said.get(guest.rsvp.member_id), event, say, named=named) for guest in shown]
    return [join(one, say.text(more) if more else None) for one, more in zip(lines, words, strict=True)]


def _line(guest: Guest, number: int, names: dict[int, str], partners: dict[int, str], say: Say) -> Html:
    rsvp = guest.rsvp
    name = names.get(rsvp.member_id) or say.plain("seating-nameless")
    base = say("seating-line", number=number, name=name, guests=rsvp.guests)
    partner = partners.get(rsvp.partner_id or 0)
    why = say.plain("seating-why-door") if rsvp.note == AT_DOOR else rsvp.reason or rsvp.note
    return join(
        base,
        say("seating-line-partner", partner=partner) if partner else None,
        say("seating-line-reason", reason=why) if why else None,
        by=", ",
    )


def _names(event: Event, library: Library, say: Say) -> Row:
    """The way to names, where this is no place for them."""
    if library.personal_data_in_chat:
        return ()
    return (Button(say.plain("seating-button-names"), GuestPage(event_id=event.id)),)


def _lists(event: Event, say: Say) -> Row:
    queued = Button(say.plain("seating-button-queue", number=event.counts.queued), QueueList(event_id=event.id))
    refused = Button(say.plain("seating-button-refusals", number=event.counts.declined), RefusalList(event_id=event.id))
    return (*((queued,) if event.counts.queued else ()), *((refused,) if event.counts.declined else ()))


def _seat_button(event: Event, guest: Guest, place: int, say: Say) -> Button:
    press = SeatPick(event_id=event.id, member_id=guest.rsvp.member_id)
    return Button(say.plain("seating-button-seat", place=place, party=guest.rsvp.party), press)


def _set(event: Event, number: int, label: str) -> Button:
    return Button(label, CapacitySet(event_id=event.id, capacity=number))


def _taken(event: Event, say: Say) -> Html:
    return say("seating-taken", people=event.seats.taken)


def router() -> Router:
    router = conversation("seating")
    router.callback_query.register(guests, GuestList.filter(), Managed())
    router.callback_query.register(names, GuestPage.filter(), Managed())
    router.callback_query.register(queue, QueueList.filter(), Managed())
    router.callback_query.register(refusals, RefusalList.filter(), Managed())
    router.callback_query.register(pick, SeatPick.filter(), Managed())
    router.callback_query.register(seat, SeatWhy.filter(), Managed())
    router.callback_query.register(capacity, CapacityOpen.filter(), Managed())
    router.callback_query.register(set_capacity, CapacitySet.filter(), Managed())
    router.message.register(seat_typed, Ask.seat_why, TYPED)
    router.message.register(type_capacity, Ask.capacity, TYPED)
    return router
