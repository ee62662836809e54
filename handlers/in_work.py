"""What the staff has in hand: events that are not announced yet, and those whose report is missing."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.event import Event
from domain.life import Status
from domain.people import Person
from domain.rights import Act, branches_of
from handlers.ask import conversation
from handlers.callbacks import EventList, ManageOpen, WorkList
from handlers.say import Say
from handlers.screen import Button, Row, Screen, show
from handlers.view import begins, brief
from handlers.words import pager
from storage.store import Store

SIZE = 6
STATES = {
    Status.DRAFT: "work-draft",
    Status.REVIEW: "work-review",
    Status.AGREEING: "work-agreeing",
    Status.HELD: "work-held",
}


async def work_screen(store: Store, person: Person, page: int, say: Say, now: datetime) -> Screen:
    """A page of them, each with where it stands."""
    branches = branches_of(person, Act.MANAGE_EVENT)
    found = await store.events.in_work(branches, now, SIZE, page * SIZE)
    total = await store.events.count_in_work(branches, now)
    rows = tuple((_button(event, say),) for event in found)
    to_list = Button(say.plain("card-button-list"), EventList())
    return Screen(say("work-list", number=total), (*rows, (*pager(page, total, SIZE, WorkList()), to_list)))


async def work_row(store: Store, person: Person | None, say: Say, now: datetime) -> Row:
    """The way there, where there is anything."""
    branches = branches_of(person, Act.MANAGE_EVENT)
    number = await store.events.count_in_work(branches, now) if branches is None or branches else 0
    return (Button(say.plain("work-button", number=number), WorkList()),) if number else ()


def _button(event: Event, say: Say) -> Button:
    state = say.plain(STATES[event.status])
    text = say.plain("work-line", state=state, day=begins(event, say), title=brief(event, say))
    return Button(text, ManageOpen(event_id=event.id))


async def turn(
    query: CallbackQuery, callback_data: WorkList, *, store: Store, person: Person, say: Say, now: datetime
) -> None:
    await show(query, await work_screen(store, person, callback_data.page, say, now))


def router() -> Router:
    router = conversation("in-work")
    router.callback_query.register(turn, WorkList.filter())
    return router
