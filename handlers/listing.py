"""`/events`: what is coming, a button each. `/my`: what the person said, refusals too, and what waits for an answer."""

from datetime import datetime, timedelta

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.event import Event
from domain.people import Person
from domain.seats import Rsvp, RsvpState
from handlers.ask import PRIVATE, conversation
from handlers.callbacks import EventList, EventOpen, MenuOpen, MyList, PartList, ProposalList
from handlers.card import Viewer, answer_row
from handlers.context import Library
from handlers.home import stranger_screen
from handlers.in_work import work_row
from handlers.opening import open_card
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen, send, show
from handlers.strangers import is_stranger
from handlers.view import begins, brief, view_of
from handlers.words import pager
from storage.store import Store

SIZE = 6
MINE = 5
ON_BUTTON = 26
"""Letters of a title beside a day and an hour."""
STATES = {
    RsvpState.GOING: "my-going",
    RsvpState.MAYBE: "my-maybe",
    RsvpState.DECLINED: "my-declined",
}


async def events_screen(store: Store, person: Person | None, page: int, say: Say, now: datetime) -> Screen:
    """A page of coming events; for staff also the way to what is in hand."""
    total = await store.events.count_upcoming(now)
    found = await store.events.upcoming(now, SIZE, page * SIZE)
    text = say("events-list", total=total) if total else say("events-none")
    rows = tuple((event_button(event, say),) for event in found)
    work = await work_row(store, person, say, now)
    return Screen(text, (*rows, work, (*pager(page, total, SIZE, EventList()), _menu(say))))


async def my_screen(store: Store, person: Person, page: int, say: Say, now: datetime) -> Screen:
    """What waits for the person's answer first, then what they said."""
    waiting: list[tuple[Event, Rsvp | None]] = [(one, None) for one in await store.events.of_partners(person.id, now)]
    answered = await store.rsvps.mine(person.id, now - timedelta(hours=2))
    both = waiting + list(answered)
    shown = both[page * MINE : (page + 1) * MINE]
    lines = [await _line(event, rsvp, store, say) for event, rsvp in shown]
    own = await _of_partner(store, person, say, now)
    if not both:
        events = (Button(say.plain("home-button-events"), EventList()),)
        return Screen(say("my-none-but" if own else "my-none"), (own, events, (_menu(say),)))
    text = join(say("my-list"), *lines, by="\n\n")
    rows = tuple((event_button(event, say),) for event, _ in shown)
    last = (*pager(page, len(both), MINE, MyList()), _menu(say))
    return Screen(text, (await _at_once(waiting, store, say, now), *rows, own, last))


async def _of_partner(store: Store, person: Person, say: Say, now: datetime) -> Row:
    """For who acts for a partner: parts that wait for its answer, and what it has proposed."""
    if not person.partner_ids:
        return ()
    parts = len(await store.joint.waiting(person.id, now))
    proposed = await store.proposals.of(person.partner_ids, 1)
    agree = (Button(say.plain("my-button-parts", number=parts), PartList()),) if parts else ()
    return (*agree, *((Button(say.plain("my-button-proposals"), ProposalList()),) if proposed else ()))


async def _at_once(waiting: list[tuple[Event, Rsvp | None]], store: Store, say: Say, now: datetime) -> Row:
    """The one invitation that waits is answered here; where several wait it would not be plain which one is meant."""
    if len(waiting) != 1:
        return ()
    return answer_row(await view_of(store, waiting[0][0]), now, say)


def event_button(event: Event, say: Say) -> Button:
    """«27 апреля, 14:00 «Наш принцип – взаимодействие»», which opens the card."""
    text = say.plain("events-button", when=begins(event, say), title=brief(event, say, ON_BUTTON))
    return Button(text, EventOpen(event_id=event.id))


async def _line(event: Event, rsvp: Rsvp | None, store: Store, say: Say) -> Html:
    state = say("my-cancelled") if event.is_cancelled else await _said(event, rsvp, store, say)
    return say("my-line", title=brief(event, say), state=state, when=begins(event, say, weekday=True))


async def _said(event: Event, rsvp: Rsvp | None, store: Store, say: Say) -> Html:
    """What the person said; of who waits, which in the queue they are."""
    if rsvp is None:
        return say("my-unanswered")
    if rsvp.ticket is not None:
        return say("my-queued", guests=rsvp.guests, place=await store.rsvps.place(event.id, rsvp.ticket))
    return say(STATES[rsvp.state], guests=rsvp.guests)


def _menu(say: Say) -> Button:
    return Button(say.plain("events-button-menu"), MenuOpen())


async def events(message: Message, *, store: Store, person: Person | None, say: Say, now: datetime) -> None:
    await send(message, await events_screen(store, person, 0, say, now))


async def turn_events(
    query: CallbackQuery, callback_data: EventList, *, store: Store, person: Person | None, say: Say, now: datetime
) -> None:
    await show(query, await events_screen(store, person, callback_data.page, say, now))


async def mine(message: Message, *, store: Store, person: Person | None, say: Say, now: datetime) -> None:
    known = person is not None and not is_stranger(person)
    await send(message, await my_screen(store, person, 0, say, now) if person and known else stranger_screen(say))


async def turn_mine(
    query: CallbackQuery, callback_data: MyList, *, store: Store, person: Person | None, say: Say, now: datetime
) -> None:
    await show(query, await my_screen(store, person, callback_data.page, say, now) if person else stranger_screen(say))


async def open_event(
    query: CallbackQuery,
    callback_data: EventOpen,
    *,
    store: Store,
    person: Person | None,
    say: Say,
    library: Library,
    now: datetime,
) -> None:
    viewer = Viewer(person, library, now)
    await open_card(query, callback_data.event_id, store=store, viewer=viewer, say=say)


def router() -> Router:
    router = conversation("listing")
    router.message.register(events, Command("events"), PRIVATE)
    router.message.register(mine, Command("my"), PRIVATE)
    router.callback_query.register(turn_events, EventList.filter())
    router.callback_query.register(turn_mine, MyList.filter())
    router.callback_query.register(open_event, EventOpen.filter())
    return router
