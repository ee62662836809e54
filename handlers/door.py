"""At the door: the list on the phone with a touch for each party, codes, walk-ins, groups as numbers."""

from asyncio import to_thread
from datetime import timedelta

from aiogram import F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.door import Expected, Party, Tally, is_open
from domain.event import Event
from domain.participants import GROUP, holds_name, read_group
from domain.refusal import Gone, Refusal
from domain.rights import Act, may
from handlers.ask import PRIVATE, TYPED, Ask, ask, asked, conversation, done, line
from handlers.callbacks import (
    DoorCode,
    DoorDrop,
    DoorGroup,
    DoorMark,
    DoorOpen,
    DoorTake,
    DoorUnsigned,
    DoorWalkIns,
    GuestPage,
)
from handlers.card import Viewer, event_card, shortened
from handlers.forms.desk import Context
from handlers.forms.grid import SHORT
from handlers.managed import Managed, back, manageable
from handlers.programme.asking import AsContext
from handlers.qr import qr_png
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen, answer, below, send, show
from handlers.telling import Maker, Telling
from handlers.view import after, brief, heading, when
from handlers.words import pager

CODE = r"^v[A-Za-z0-9_-]{16}$"
SIZE = 5


async def door_screen(event: Event, page: int, ctx: Context) -> Screen:
    """A row for each party, what has come in all, and people without a sign-up."""
    say, store = ctx.say, ctx.store
    expected, others = await store.door.expected(event.id), await store.door.others(event.id)
    shown = list(enumerate(expected, 1))[page * SIZE : (page + 1) * SIZE]
    rows = tuple((_mark(event, number, one, page, ctx),) for number, one in shown)
    groups = [_group(one.name, one.people, say) for one in others if one.name]
    text = join(
        join(say("door-title"), heading(event, say), when(event, say)),
        _numbers(await store.door.tally(event), say),
        join(*groups) or None,
        None if expected else say("door-nobody"),
        by="\n\n",
    )
    turn = pager(page, len(expected), SIZE, DoorOpen(event_id=event.id))
    names = () if ctx.library.personal_data_in_chat else (_names(event, say),)
    return Screen(text, (*rows, (*turn, *names), _without(event, others, say), (back(event, say),)))


async def open_door(query: CallbackQuery, callback_data: DoorOpen, *, event: Event, ctx: Context) -> None:
    await show(query, await door_screen(event, callback_data.page, ctx))


async def mark(query: CallbackQuery, callback_data: DoorMark, *, event: Event, ctx: Context) -> None:
    """One touch: the party has come; another: that was a mistake."""
    how = callback_data.how
    who = (None, callback_data.who_id) if how >= 2 else (callback_data.who_id, None)
    people = await ctx.store.door.check_in(event.id, who, ctx.person, ctx.now, came=how % 2 == 0)
    toast = ctx.say.plain("door-toast-back" if how % 2 else "door-toast-came", people=people)
    await show(query, await door_screen(event, callback_data.page, ctx), toast)


async def walk_ins(query: CallbackQuery, callback_data: DoorWalkIns, *, event: Event, ctx: Context) -> None:
    await ctx.store.door.walk_ins(event.id, max(0, callback_data.people), ctx.person, ctx.now)
    await show(query, await door_screen(event, 0, ctx))


async def group(query: CallbackQuery, *, event: Event, ctx: Context, state: FSMContext) -> None:
    await ask(state, Ask.door_group, _to_door(event, ctx.say), event=event.id)
    await show(query, Screen(ctx.say("door-ask-group"), ((_to_door(event, ctx.say),),)))


async def typed_group(message: Message, *, state: FSMContext, ctx: Context) -> None:
    """«6 «Б», 24 человека»: the group with its number; never names of the young."""
    found = read_group(line(message, GROUP))
    if holds_name(found.name):
        raise Refusal("door-no-names")
    if found.people is None:
        raise Refusal("door-group-number")
    event = await manageable(ctx.store, ctx.person, int((await asked(state))["event"]))
    await ctx.store.door.group(event.id, found.name, found.people, ctx.person, ctx.now)
    await done(state)
    await send(message, await door_screen(event, 0, ctx))


async def drop(query: CallbackQuery, callback_data: DoorDrop, *, event: Event, ctx: Context) -> None:
    """Which group to take off; then it is off."""
    if callback_data.checkin_id:
        await ctx.store.door.drop(event.id, callback_data.checkin_id)
        await show(query, await door_screen(event, 0, ctx))
        return
    groups = [one for one in await ctx.store.door.others(event.id) if one.name]
    rows = tuple(
        (Button(shortened(one.name or "", SHORT), DoorDrop(event_id=event.id, checkin_id=one.id)),)
        for one in groups[-6:]
    )
    await show(query, Screen(ctx.say("participants-which"), (*rows, (_to_door(event, ctx.say),))))


async def code(query: CallbackQuery, callback_data: DoorCode, *, ctx: Context) -> None:
    """The person's own code; it says nothing of who they are."""
    event = await ctx.store.events.get(callback_data.event_id)
    token = await ctx.store.door.code(event.id, ctx.person.id, ctx.now)
    picture = await to_thread(qr_png, ctx.library.link(f"v{token}"))
    await answer(query)
    text = join(ctx.say("door-code"), join(heading(event, ctx.say), when(event, ctx.say)), by="\n\n")
    await below(query, Screen(text, photo=picture))


async def scanned(message: Message, command: CommandObject, *, ctx: Context) -> None:
    """A code was read: by staff at the door the party is noted; its owner is told what it is for."""
    event_id, member_id = await ctx.store.door.behind((command.args or "")[1:])
    event, say = await ctx.store.events.get(event_id), ctx.say
    if not may(ctx.person, Act.MANAGE_EVENT, event.fields.branch_id):
        await send(message, Screen(say("door-show-code" if ctx.person.id == member_id else "door-not-yours")))
        return
    if not is_open(event, ctx.now):
        await send(message, Screen(say("door-other-event", event=brief(event, say), when=when(event, say))))
        return
    await send(message, await _noted(event, member_id, ctx))


async def _noted(event: Event, member_id: int, ctx: Context) -> Screen:
    say = ctx.say
    try:
        people = await ctx.store.door.check_in(event.id, (member_id, None), ctx.person, ctx.now, came=True)
    except Refusal as refusal:
        if refusal.code != "door-not-signed":
            raise
        anyway = Button(say.plain("door-button-unsigned"), DoorUnsigned(event_id=event.id, member_id=member_id))
        text = join(say("refusal-door-not-signed"), heading(event, say), by="\n\n")
        return Screen(text, ((anyway,), (_to_door(event, say),)))
    tally = await ctx.store.door.tally(event)
    text = join(say("door-scanned", people=people), heading(event, say), _numbers(tally, say), by="\n\n")
    return Screen(text, ((_to_door(event, say),),))


async def unsigned(query: CallbackQuery, callback_data: DoorUnsigned, *, event: Event, ctx: Context) -> None:
    who = (callback_data.member_id, None)
    if await ctx.store.members.find(callback_data.member_id) is None:
        raise Gone
    await ctx.store.door.check_in(event.id, who, ctx.person, ctx.now, came=True, unsigned=True)
    await show(query, await door_screen(event, 0, ctx))


async def offered(telling: Telling) -> Screen | None:
    """To who waits: seats that nobody has claimed; whoever says so first has one."""
    event, say = await telling.store.events.get(telling.row.subject), telling.say
    mine = await telling.store.rsvps.of(event.id, telling.person.id)
    if mine is None or mine.ticket is None or not event.is_open or event.has_begun(telling.now):
        return None
    text = join(say("door-offer", hour=say.hour(event.fields.starts_at)), heading(event, say), by="\n\n")
    return Screen(text, ((Button(say.plain("door-button-take"), DoorTake(event_id=event.id)),),))


async def soon(telling: Telling) -> Screen | None:
    """To the staff: people wait, and nobody has been noted yet."""
    event, say = await telling.store.events.get(telling.row.subject), telling.say
    minutes = telling.library.policy.events.door_minutes
    if not event.is_open or not event.counts.queued or await telling.store.door.people(event.id):
        return None
    offered = say.hour(event.fields.starts_at - timedelta(minutes=minutes))
    text = join(say("door-soon", hour=offered, number=event.counts.queued), heading(event, say), by="\n\n")
    return Screen(text, ((_to_door(event, say), back(event, say)),))


async def take(query: CallbackQuery, callback_data: DoorTake, *, ctx: Context) -> None:
    taken = await ctx.store.door.take_seat(callback_data.event_id, ctx.person.id, ctx.now)
    viewer = Viewer(ctx.person, ctx.library, ctx.now)
    card = event_card(await after(ctx.store, taken, ctx.person), viewer, ctx.say)
    await show(query, card, ctx.say.plain("door-toast-taken"))


def _group(name: str, people: int, say: Say) -> Html:
    """Its words, which as a rule say the number."""
    return say.text(name) if str(people) in name else say("door-group", name=name, people=people)


def _mark(event: Event, number: int, one: Expected, page: int, ctx: Context) -> Button:
    """«✓ 3. Лапин Игорь · Колледж +1»; without names the number is that of the list on the page."""
    named = one.name if ctx.library.personal_data_in_chat else None
    words = " · ".join(filter(None, (named, one.office if named is None else None, one.partner)))
    who = shortened(words, 2 * SHORT) or ctx.say.plain("door-nameless")
    key = "door-line-came" if one.came else "door-line"
    text = ctx.say.plain(key, number=number, who=who, guests=one.people - 1)
    how = (2 if one.rep_id is not None else 0) + int(one.came > 0)
    press = DoorMark(event_id=event.id, who_id=one.rep_id or one.member_id or 0, how=how, page=page)
    return Button(text, press)


def _numbers(tally: Tally, say: Say) -> Html:
    numbers = {"claimed": tally.claimed, "expected": tally.expected, "others": tally.others}
    return say("door-numbers", people=tally.people, **numbers)


def _without(event: Event, others: list[Party], say: Say) -> Row:
    """One more without a sign-up, one fewer, a group."""
    alone = next((one.people for one in others if one.name is None), 0)
    more = Button(say.plain("door-button-walk-in"), DoorWalkIns(event_id=event.id, people=alone + 1))
    fewer = (Button("−1", DoorWalkIns(event_id=event.id, people=alone - 1)),) if alone else ()
    add = Button(say.plain("door-button-group"), DoorGroup(event_id=event.id))
    gone = Button(say.plain("door-button-drop"), DoorDrop(event_id=event.id, checkin_id=0))
    return (more, *fewer, add, *((gone,) if any(one.name for one in others) else ()))


def _names(event: Event, say: Say) -> Button:
    return Button(say.plain("seating-button-names"), GuestPage(event_id=event.id))


def _to_door(event: Event, say: Say) -> Button:
    return Button(say.plain("door-button-back"), DoorOpen(event_id=event.id))


MAKERS: dict[str, Maker] = {"door-offer": offered, "door-soon": soon}
SILENT: frozenset[str] = frozenset()


def router() -> Router:
    router = conversation("door")
    mine = AsContext()
    router.message.register(scanned, CommandStart(deep_link=True, magic=F.args.regexp(CODE)), PRIVATE, mine)
    router.callback_query.register(open_door, DoorOpen.filter(), Managed(), mine)
    router.callback_query.register(mark, DoorMark.filter(), Managed(), mine)
    router.callback_query.register(walk_ins, DoorWalkIns.filter(), Managed(), mine)
    router.callback_query.register(group, DoorGroup.filter(), Managed(), mine)
    router.callback_query.register(drop, DoorDrop.filter(), Managed(), mine)
    router.callback_query.register(unsigned, DoorUnsigned.filter(), Managed(), mine)
    router.callback_query.register(code, DoorCode.filter(), mine)
    router.callback_query.register(take, DoorTake.filter(), mine)
    router.message.register(typed_group, Ask.door_group, TYPED, mine)
    return router
