"""What was taken on at an event: entered by the staff, reported done in one tap by the organisation."""

from datetime import date

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.event import Event
from domain.minutes import TASK, Action, in_order
from domain.participants import holds_name
from domain.refusal import Gone, NotAllowed, Refusal
from domain.when import NotUnderstood, read_date
from handlers.ask import TYPED, Ask, ask, asked, conversation, done, line
from handlers.callbacks import (
    ActionDone,
    ActionDrop,
    ActionFor,
    ActionList,
    ActionNew,
    ActionReport,
    ActionTermless,
    MinutesOpen,
)
from handlers.forms.desk import Context
from handlers.forms.grid import Cell, grid
from handlers.managed import Managed, manageable
from handlers.minutes.words import action_line
from handlers.programme.asking import AsContext
from handlers.say import Say, join
from handlers.screen import Button, Screen, send, show
from handlers.telling import Maker, Telling
from handlers.view import heading
from handlers.words import pager, to_menu
from storage.actions import DONE, DROPPED, DUE, GIVEN

SIZE = 5


async def pick(query: CallbackQuery, callback_data: ActionNew, *, event: Event, ctx: Context) -> None:
    """Which organisation takes it on: one of the event's partners, or the library."""
    names = {one.id: one.short_name for one in await ctx.store.partners.all()}
    ids = {"event_id": event.id, "item_id": callback_data.item_id}
    own = [(one.partner_id, names.get(one.partner_id, "")) for one in event.fields.partners]
    every = [*own, (0, ctx.say.plain("minutes-library"))]
    whole = grid([Cell(name, ActionFor(**ids, partner_id=key)) for key, name in every], callback_data.page, ctx.say)
    turn = pager(callback_data.page, whole.pages, 1, ActionNew(**ids))
    text = join(ctx.say("minutes-ask-who"), whole.text, by="\n\n")
    await show(query, Screen(text, (*whole.rows, turn, (_to_list(event.id, ctx.say),))))


async def ask_text(
    query: CallbackQuery, callback_data: ActionFor, *, event: Event, ctx: Context, state: FSMContext
) -> None:
    partner_id = callback_data.partner_id
    if partner_id and event.part_of(partner_id) is None:
        raise Gone("partner-gone")
    await ask(
        state,
        Ask.action_text,
        _to_list(event.id, ctx.say),
        event=event.id,
        item=callback_data.item_id,
        partner=partner_id,
    )
    await show(query, Screen(ctx.say("minutes-ask-what", most=TASK), ((_to_list(event.id, ctx.say),),)))


async def typed_text(message: Message, *, state: FSMContext, ctx: Context) -> None:
    text, about = line(message, TASK), await asked(state)
    if holds_name(text) and not ctx.library.personal_data_in_chat:
        raise Refusal("names-in-chat")
    event = await manageable(ctx.store, ctx.person, int(about["event"]))
    rest = {name: about[name] for name in ("event", "item", "partner")}
    none = Button(ctx.say.plain("minutes-button-termless"), ActionTermless(event_id=event.id))
    ways = (none, _to_list(event.id, ctx.say))
    await ask(state, Ask.action_due, *ways, **rest, text=text)
    await send(message, Screen(ctx.say("minutes-ask-due"), (ways,)))


async def typed_due(message: Message, *, state: FSMContext, ctx: Context) -> None:
    """A day that is still to come, or that there is none."""
    words = line(message, 100)
    none = ctx.say.plain("minutes-typed-termless").split(", ")
    event = await put(state, None if words.strip(" .!").casefold() in none else _day(words, ctx), ctx)
    await send(message, await list_screen(event, 0, ctx))


def _day(words: str, ctx: Context) -> date:
    found = read_date(words, ctx.now_local, ctx.library.languages)
    if isinstance(found, NotUnderstood) or found.date_start is None:
        raise Refusal("minutes-due")
    if found.date_start < ctx.now_local.date():
        raise Refusal("minutes-due-past")
    return found.date_start


async def put(state: FSMContext, due: date | None, ctx: Context) -> Event:
    """Keeps what was asked for so far; the question is closed. The event it was taken on at."""
    about = await asked(state)
    event = await manageable(ctx.store, ctx.person, int(about["event"]))
    partner, item = int(about["partner"]) or None, int(about["item"])
    action = Action(0, event.id, str(about["text"]), partner, due_on=due, item_id=item)
    await ctx.store.actions.add(action, ctx.person, ctx.now)
    await done(state)
    return event


async def open_list(query: CallbackQuery, callback_data: ActionList, *, event: Event, ctx: Context) -> None:
    await show(query, await list_screen(event, callback_data.page, ctx))


async def list_screen(event: Event, page: int, ctx: Context) -> Screen:
    """Open ones first, each with its two buttons."""
    say, every = ctx.say, in_order(await ctx.store.actions.of(event.id))
    first = page * SIZE
    part = list(enumerate(every, 1))[first : first + SIZE]
    lines = [action_line(number, one, ctx) for number, one in part]
    ready, away = say.plain("minutes-button-done"), say.plain("minutes-button-drop")
    rows = tuple(
        (
            *((Button(f"{ready} {n}", ActionDone(event_id=event.id, action_id=one.id)),) if not one.is_done else ()),
            Button(f"{away} {n}", ActionDrop(event_id=event.id, action_id=one.id)),
        )
        for n, one in part
    )
    text = join(join(say("minutes-actions"), heading(event, say)), join(*lines) or say("minutes-no-actions"), by="\n\n")
    turn = pager(page, len(every), SIZE, ActionList(event_id=event.id))
    add = Button(say.plain("minutes-button-action"), ActionNew(event_id=event.id, item_id=0))
    back = Button(say.plain("minutes-button-open"), MinutesOpen(event_id=event.id))
    return Screen(text, (*rows, turn, (add, back)))


async def note_done(query: CallbackQuery, callback_data: ActionDone, *, event: Event, ctx: Context) -> None:
    await _own(callback_data.action_id, event, ctx)
    await ctx.store.actions.finish(callback_data.action_id, ctx.person, ctx.now)
    await show(query, await list_screen(event, 0, ctx))


async def drop(query: CallbackQuery, callback_data: ActionDrop, *, event: Event, ctx: Context) -> None:
    await _own(callback_data.action_id, event, ctx)
    await ctx.store.actions.drop(callback_data.action_id, ctx.person, ctx.now)
    await show(query, await list_screen(event, 0, ctx), ctx.say.plain("minutes-toast-dropped"))


async def report_done(query: CallbackQuery, callback_data: ActionReport, *, ctx: Context) -> None:
    """By the organisation's own people."""
    action = await ctx.store.actions.get(callback_data.action_id)
    if action.partner_id not in ctx.person.partner_ids:
        raise NotAllowed
    finished = await ctx.store.actions.finish(action.id, ctx.person, ctx.now)
    text = join(ctx.say("minutes-thanks"), action_line(0, finished, ctx), by="\n\n")
    await show(query, Screen(text, (to_menu(ctx.say),)))


async def _own(action_id: int, event: Event, ctx: Context) -> None:
    if (await ctx.store.actions.get(action_id)).event_id != event.id:
        raise Gone("minutes-action-gone")


async def given(telling: Telling) -> Screen | None:
    """To those who act for the organisation: it was noted for them, or is due soon; nothing once it is done."""
    action, say = await telling.store.actions.get(telling.row.subject), telling.say
    if action.is_done:
        return None
    event = await telling.store.events.get(action.event_id)
    is_theirs = action.partner_id in telling.person.partner_ids
    press = ActionReport(action_id=action.id) if is_theirs else ActionDone(event_id=event.id, action_id=action.id)
    ctx = Context(telling.store, telling.person, say, telling.library, telling.now)
    is_reminder = telling.row.kind == DUE
    title = say("minutes-due-soon" if is_reminder else "minutes-given")
    text = join(join(title, heading(event, say)), action_line(0, action, ctx), by="\n\n")
    return Screen(text, ((Button(say.plain("minutes-button-report"), press),),))


async def dropped(telling: Telling) -> Screen | None:
    """To those who had been told of it: it need not be done any more. None where its words had to be blanked since."""
    said, say = telling.row.args, telling.say
    if said.get("event") is None:
        return None
    event = await telling.store.events.get(said["event"])
    ctx = Context(telling.store, telling.person, say, telling.library, telling.now)
    old = Action(0, event.id, said["text"], organisation=said["organisation"])
    return Screen(join(join(say("minutes-dropped"), heading(event, say)), action_line(0, old, ctx), by="\n\n"))


async def finished(telling: Telling) -> Screen | None:
    """To whoever answers for the event."""
    action, say = await telling.store.actions.get(telling.row.subject), telling.say
    event = await telling.store.events.get(action.event_id)
    ctx = Context(telling.store, telling.person, say, telling.library, telling.now)
    text = join(join(say("minutes-reported"), heading(event, say)), action_line(0, action, ctx), by="\n\n")
    every = Button(say.plain("minutes-button-actions"), ActionList(event_id=event.id))
    return Screen(text, ((every,),)) if action.is_done else None


def _to_list(event_id: int, say: Say) -> Button:
    return Button(say.plain("minutes-button-to-actions"), ActionList(event_id=event_id))


MAKERS: dict[str, Maker] = {GIVEN: given, DUE: given, DONE: finished, DROPPED: dropped}
SILENT = frozenset({DONE})


def router() -> Router:
    router = conversation("actions")
    mine = AsContext()
    router.callback_query.register(pick, ActionNew.filter(), Managed(), mine)
    router.callback_query.register(ask_text, ActionFor.filter(), Managed(), mine)
    router.callback_query.register(open_list, ActionList.filter(), Managed(), mine)
    router.callback_query.register(note_done, ActionDone.filter(), Managed(), mine)
    router.callback_query.register(drop, ActionDrop.filter(), Managed(), mine)
    router.callback_query.register(report_done, ActionReport.filter(), mine)
    router.message.register(typed_text, Ask.action_text, TYPED, mine)
    router.message.register(typed_due, Ask.action_due, TYPED, mine)
    return router
