"""What the staff goes back to: events that are not announced or whose report is missing, and those that are over."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.event import Event
from domain.life import Status
from domain.people import Person
from domain.rights import Act, branches_of
from handlers.ask import conversation
from handlers.callbacks import EventList, ManageOpen, PastList, WorkList
from handlers.say import Say
from handlers.screen import Button, Row, Screen, show
from handlers.view import begins, brief
from handlers.words import pager
from storage.store import Store

SIZE = 6
ON_BUTTON = 26
"""Letters of a title beside a day."""
STATES = {
    Status.DRAFT: "work-draft",
    Status.REVIEW: "work-review",
    Status.AGREEING: "work-agreeing",
    Status.HELD: "work-held",
    Status.CANCELLED: "work-cancelled",
}


async def work_screen(store: Store, person: Person, page: int, say: Say, now: datetime) -> Screen:
    """A page of what is in hand, each with where it stands."""
    branches = branches_of(person, Act.MANAGE_EVENT)
    found = await store.at_hand.in_work(branches, now, SIZE, page * SIZE)
    total = await store.at_hand.count_in_work(branches, now)
    rows = tuple((_button(event, say),) for event in found)
    return Screen(say("work-list", number=total), (*rows, (*pager(page, total, SIZE, WorkList()), _to_list(say))))


async def past_screen(store: Store, person: Person, page: int, say: Say, now: datetime) -> Screen:
    """A page of what is over, the last first."""
    branches = branches_of(person, Act.MANAGE_EVENT)
    found = await store.at_hand.past(branches, now, SIZE, page * SIZE)
    total = await store.at_hand.count_past(branches, now)
    rows = tuple((_past(event, say),) for event in found)
    return Screen(say("work-past", number=total), (*rows, (*pager(page, total, SIZE, PastList()), _to_list(say))))


async def work_row(store: Store, person: Person | None, say: Say, now: datetime) -> Row:
    """The ways there, where there is anything."""
    branches = branches_of(person, Act.MANAGE_EVENT)
    if branches is not None and not branches:
        return ()
    number = await store.at_hand.count_in_work(branches, now)
    work = (Button(say.plain("work-button", number=number), WorkList()),) if number else ()
    past = await store.at_hand.count_past(branches, now)
    return (*work, Button(say.plain("work-button-past"), PastList())) if past else work


def _button(event: Event, say: Say) -> Button:
    state = say.plain(STATES[event.status])
    text = say.plain("work-line", state=state, day=begins(event, say), title=brief(event, say))
    return Button(text, ManageOpen(event_id=event.id))


def _past(event: Event, say: Say) -> Button:
    """With its year; and with its state, where that is not what one expects."""
    day, title = say.day(event.fields.starts_at, weekday=False), brief(event, say, ON_BUTTON)
    state = STATES.get(event.status)
    text = say.plain("events-button", when=day, title=title)
    if state is not None:
        text = say.plain("work-line", state=say.plain(state), day=day, title=title)
    return Button(text, ManageOpen(event_id=event.id))


def _to_list(say: Say) -> Button:
    return Button(say.plain("card-button-list"), EventList())


async def turn(
    query: CallbackQuery, callback_data: WorkList, *, store: Store, person: Person, say: Say, now: datetime
) -> None:
    await show(query, await work_screen(store, person, callback_data.page, say, now))


async def turn_past(
    query: CallbackQuery, callback_data: PastList, *, store: Store, person: Person, say: Say, now: datetime
) -> None:
    await show(query, await past_screen(store, person, callback_data.page, say, now))


def router() -> Router:
    router = conversation("in-work")
    router.callback_query.register(turn, WorkList.filter())
    router.callback_query.register(turn_past, PastList.filter())
    return router
