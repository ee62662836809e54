"""Branches of the library and their halls: to see, to correct, to add."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from aiogram import Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, TelegramObject

from domain.opening_hours import Unreadable, read_hours, read_sanitary, spans_of
from domain.people import Person
from domain.refusal import Gone, Refusal
from domain.rights import Act, require
from handlers.ask import TYPED, Ask, ask, asked, conversation, done, line
from handlers.callbacks import BranchEdit, BranchList, BranchOpen, HallDrop, StaffOpen
from handlers.say import Html, Say, join
from handlers.screen import Button, Screen, send, show
from handlers.words import pager
from storage.library import Branch, BranchFields
from storage.store import Store

SIZE = 6
FIELDS = ("name", "short_name", "address", "aliases", "hall", "hours", "sanitary")
MOST = {
    "name": 200,
    "short_name": 80,
    "address": 300,
    "aliases": 300,
    "hall": 120,
    "hours": 300,
    "sanitary": 60,
}
"""What can be typed for a branch and its longest length; `hall` adds one."""
QUESTIONS = {
    "name": "branch-ask-name",
    "short_name": "branch-ask-short-name",
    "address": "branch-ask-address",
    "aliases": "branch-ask-aliases",
    "hall": "branch-ask-hall",
    "hours": "branch-ask-hours",
    "sanitary": "branch-ask-sanitary",
}
BUTTONS = {
    "name": "branch-button-name",
    "short_name": "branch-button-short-name",
    "address": "branch-button-address",
    "aliases": "branch-button-aliases",
    "hall": "branch-button-hall",
    "hours": "branch-button-hours",
    "sanitary": "branch-button-sanitary",
}
READERS: dict[str, Callable[[str], object]] = {"hours": read_hours, "sanitary": read_sanitary}
NONE = ("нет", "no", "-", "–", "—")
NOTHING: dict[str, object] = {"hours": {}, "sanitary": None}
MONDAY = date(2018, 1, 1)


class MayEditBranches(Filter):
    """`NotAllowed` for who may not: a text that answers a question goes through no door."""

    async def __call__(self, _event: TelegramObject, *, person: Person | None) -> bool:
        require(person, Act.EDIT_BRANCHES)
        return True


async def branches(query: CallbackQuery, callback_data: BranchList, *, store: Store, say: Say) -> None:
    page, all_ = callback_data.page, await store.branches.all()
    shown = all_[page * SIZE : (page + 1) * SIZE]
    rows = tuple((Button(one.short_name, BranchOpen(branch_id=one.id)),) for one in shown)
    add = Button(say.plain("branch-button-add"), BranchEdit(branch_id=0, field=0))
    back = Button(say.plain("staff-button-back"), StaffOpen())
    last = (add, *pager(page, len(all_), SIZE, BranchList()), back)
    await show(query, Screen(say("branch-list", number=len(all_)), (*rows, last)))


async def open_branch(query: CallbackQuery, callback_data: BranchOpen, *, store: Store, say: Say) -> None:
    await show(query, branch_screen(await store.branches.get(callback_data.branch_id), say))


def branch_screen(branch: Branch, say: Say) -> Screen:
    """All of a branch, with a button for each thing to change; a hall's button drops it."""
    values = {"name": branch.name, "short": branch.short_name, "address": branch.address}
    halls = say("branch-halls", halls=", ".join(hall.name for hall in branch.halls)) if branch.halls else None
    aliases = say("branch-aliases", aliases=", ".join(branch.aliases)) if branch.aliases else None
    edits = [
        Button(say.plain(BUTTONS[name]), BranchEdit(branch_id=branch.id, field=n)) for n, name in enumerate(FIELDS)
    ]
    drops = [_drop_button(branch, hall.id, hall.name, say) for hall in branch.halls[:8]]
    pairs = tuple(tuple(drops[n : n + 2]) for n in range(0, len(drops), 2))
    back = (Button(say.plain("branch-button-back"), BranchList()),)
    return Screen(
        join(say("branch-screen", **values), halls, _open_at(branch, say), _sanitary(branch, say), aliases),
        (tuple(edits[:2]), tuple(edits[2:5]), tuple(edits[5:]), *pairs, back),
    )


def _open_at(branch: Branch, say: Say) -> Html | None:
    """«пн–пт 10:00–19:00, сб 09:00–17:00»."""
    spans = [f"{_days(first, last, say)} {opens}–{closes}" for first, last, opens, closes in spans_of(branch.hours)]
    return say("branch-hours", hours=", ".join(spans)) if spans else None


def _days(first: int, last: int, say: Say) -> str:
    names = [say.weekday(MONDAY + timedelta(days=day)) for day in (first, last)]
    return names[0] if first == last else "–".join(names)


def _sanitary(branch: Branch, say: Say) -> Html | None:
    if branch.sanitary is None:
        return None
    weekday = say.weekday(MONDAY + timedelta(days=branch.sanitary["weekday"]))
    return say("branch-sanitary", weekday=weekday, nth=branch.sanitary["nth"])


async def edit(query: CallbackQuery, callback_data: BranchEdit, *, state: FSMContext, store: Store, say: Say) -> None:
    """Asks for one line."""
    number, branch_id = callback_data.field, callback_data.branch_id
    if not 0 <= number < len(FIELDS):
        raise Gone
    if branch_id:
        await store.branches.get(branch_id)
    leave = _leave(branch_id, say)
    await ask(state, Ask.branch, leave, branch=branch_id, field=FIELDS[number])
    await show(query, Screen(say(QUESTIONS[FIELDS[number]]), ((leave,),)))


def _leave(branch_id: int, say: Say) -> Button:
    """To the branch, or from a new one to the list; nothing is changed."""
    press = BranchOpen(branch_id=branch_id) if branch_id else BranchList()
    return Button(say.plain("branch-button-leave"), press)


async def keep(message: Message, *, state: FSMContext, store: Store, person: Person, say: Say, now: datetime) -> None:
    """Keeps what was typed; a new branch is asked its address next."""
    about = await asked(state)
    field, branch_id = str(about["field"]), int(about["branch"])
    value = line(message, MOST[field])
    if branch_id == 0:
        await _new(message, value, about, state=state, store=store, person=person, say=say, now=now)
        return
    await done(state)
    await _change(branch_id, field, value, store=store, person=person, now=now)
    await send(message, branch_screen(await store.branches.get(branch_id), say))


async def drop_hall(
    query: CallbackQuery, callback_data: HallDrop, *, store: Store, person: Person, say: Say, now: datetime
) -> None:
    branch = await store.branches.get(callback_data.branch_id)
    hall = next((one for one in branch.halls if one.id == callback_data.hall_id), None)
    if hall is None:
        raise Gone
    if callback_data.sure != 1:
        yes = Button(say.plain("branch-button-drop-yes"), callback_data.model_copy(update={"sure": 1}))
        await show(query, Screen(say("branch-drop-ask", hall=hall.name), ((yes,), (_leave(branch.id, say),))))
        return
    await store.branches.drop_hall(hall.id, person.id, now)
    await show(query, branch_screen(await store.branches.get(branch.id), say))


async def _new(
    message: Message,
    value: str,
    about: dict[str, object],
    *,
    state: FSMContext,
    store: Store,
    person: Person,
    say: Say,
    now: datetime,
) -> None:
    """A new branch: its name, then its address."""
    name = about.get("name")
    if name is None:
        await _spare_name(value, store)
        leave = _leave(0, say)
        await ask(state, Ask.branch, leave, branch=0, field="address", name=value)
        await send(message, Screen(say("branch-ask-address"), ((leave,),)))
        return
    await done(state)
    fields = BranchFields(str(name), str(name)[: MOST["short_name"]], value)
    branch_id = await store.branches.put(fields, person.id, now)
    await send(message, branch_screen(await store.branches.get(branch_id), say))


async def _change(branch_id: int, field: str, value: str, *, store: Store, person: Person, now: datetime) -> None:
    if field == "hall":
        await store.branches.add_hall(branch_id, value, person.id, now)
        return
    if field == "name":
        await _spare_name(value, store, except_id=branch_id)
    await store.branches.change(branch_id, {field: _value(field, value)}, person.id, now)


def _value(field: str, typed: str) -> object:
    """What was typed, in the shape that is kept; a `Refusal` says what would be understood."""
    if field == "aliases":
        return [part.strip() for part in typed.split(",") if part.strip()]
    if field not in READERS:
        return typed
    if typed.casefold() in NONE:
        return NOTHING[field]
    try:
        return READERS[field](typed)
    except Unreadable as error:
        raise Refusal(str(error.args[0])) from None


async def _spare_name(name: str, store: Store, except_id: int = 0) -> None:
    if any(one.name == name and one.id != except_id for one in await store.branches.all()):
        raise Refusal("name-taken")


def _drop_button(branch: Branch, hall_id: int, name: str, say: Say) -> Button:
    press = HallDrop(branch_id=branch.id, hall_id=hall_id, sure=0)
    return Button(say.plain("branch-button-drop", hall=name), press)


def router() -> Router:
    router = conversation("branches")
    router.callback_query.register(branches, BranchList.filter())
    router.callback_query.register(open_branch, BranchOpen.filter())
    router.callback_query.register(edit, BranchEdit.filter())
    router.callback_query.register(drop_hall, HallDrop.filter())
    router.message.register(keep, Ask.branch, TYPED, MayEditBranches())
    return router
