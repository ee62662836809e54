"""The staff arranges the programme: items with minutes and speakers, who leads and who writes."""

from dataclasses import replace

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.agenda import AgendaItem, Programme, add_item, drop_item, put_item, shift
from domain.event import Event
from domain.refusal import Refusal
from handlers.ask import TYPED, Ask, ask, asked, conversation, done, line
from handlers.callbacks import (
    ItemDrop,
    ItemMinutes,
    ItemOpen,
    ItemShift,
    ItemText,
    ProgrammeOpen,
    QuestionsOpen,
    SpeakerPick,
    TalkList,
    TalksWanted,
)
from handlers.forms.desk import Context
from handlers.forms.grid import Cell
from handlers.length import units
from handlers.managed import Managed, back, manageable
from handlers.minutes.words import left_words
from handlers.programme.asking import AsContext
from handlers.programme.words import length_words, programme_lines, speaker_words
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen, send, show
from handlers.view import heading
from handlers.words import pager

ITEM = 500
MOST_ITEMS = 40
MINUTES = (5, 10, 15, 20, 30, 45, 60)
LETTERS = (500, 150, 60)
MOST = 3400
SIZE = 14
CHAIR, SECRETARY = 1, 2


async def programme_screen(event: Event, page: int, ctx: Context) -> Screen:
    """The items with a digit each, and what can be done."""
    say, programme = ctx.say, await ctx.store.agenda.of(event.id)
    first = page * SIZE
    lines = _lines(event, programme, first, ctx)
    cells = [ItemOpen(event_id=event.id, item_id=item.id) for item in programme.items]
    digits = [Button(str(n), press) for n, press in enumerate(cells, 1)][first : first + SIZE]
    rows = tuple(tuple(digits[at : at + 7]) for at in range(0, len(digits), 7))
    text = join(
        join(say("programme-title"), heading(event, say)),
        await left_words(event, ctx),
        lines or say("programme-none"),
        length_words(event, programme, say),
        by="\n\n",
    )
    turn = pager(page, len(programme.items), SIZE, ProgrammeOpen(event_id=event.id))
    return Screen(text, (*rows, turn, *await _acts(event, ctx), (back(event, say),)))


def _lines(event: Event, programme: Programme, first: int, ctx: Context) -> Html:
    """All items, as much of each as fits; or those of this page alone, with the last one who leads."""
    texts = [programme_lines(event, programme, ctx.library, ctx.say, letters) for letters in LETTERS]
    end = first + SIZE if first + SIZE < len(programme.items) else None
    bodies = [join(*one) for one in (*texts, *(one[first:end] for one in texts))]
    return next((one for one in bodies if units(one) <= MOST), bodies[-1])


async def _acts(event: Event, ctx: Context) -> tuple[Row, ...]:
    say, offered = ctx.say, await ctx.store.sign_ups.talks(event.id)
    add = Button(say.plain("programme-button-add"), ItemText(event_id=event.id, item_id=0))
    at = {"event_id": event.id, "item_id": 0}
    chair = Button(say.plain("programme-button-chair"), SpeakerPick(**at, role=CHAIR))
    secretary = Button(say.plain("programme-button-secretary"), SpeakerPick(**at, role=SECRETARY))
    wanted = event.fields.wants_talks
    key = "programme-button-talks-on" if wanted else "programme-button-talks-off"
    talks = Button(say.plain(key), TalksWanted(event_id=event.id, on=int(not wanted)))
    listed = Button(say.plain("programme-button-talks", number=len(offered)), TalkList(event_id=event.id))
    questions = Button(say.plain("programme-button-questions"), QuestionsOpen(event_id=event.id))
    return ((add, chair, secretary), (talks, *((listed,) if offered else ())), (questions,))


async def open_programme(query: CallbackQuery, callback_data: ProgrammeOpen, *, event: Event, ctx: Context) -> None:
    await show(query, await programme_screen(event, callback_data.page, ctx))


async def open_item(query: CallbackQuery, callback_data: ItemOpen, *, event: Event, ctx: Context) -> None:
    programme = await ctx.store.agenda.of(event.id)
    await show(query, item_screen(event, programme.item(callback_data.item_id), ctx))


def item_screen(event: Event, item: AgendaItem, ctx: Context) -> Screen:
    """One item: its minutes at a touch, who speaks, its place."""
    say, ids = ctx.say, {"event_id": event.id, "item_id": item.id}
    cells = [Cell(str(one), ItemMinutes(**ids, minutes=one), one == item.minutes) for one in MINUTES]
    minutes = tuple(Button(f"✓ {cell.text}" if cell.marked else cell.text, cell.data) for cell in cells)
    who = speaker_words(item.speaker, ctx.library, say)
    text = join(
        say("programme-item-title", text=item.text),
        say("programme-item-minutes", minutes=item.minutes or 0),
        say("programme-item-speaker", name=who or "–"),
        by="\n\n",
    )
    speaker = Button(say.plain("programme-button-speaker"), SpeakerPick(**ids, role=0))
    reword = Button(say.plain("programme-button-reword"), ItemText(**ids))
    up, down = (Button(sign, ItemShift(**ids, down=number)) for number, sign in enumerate("↑↓"))
    drop = Button(say.plain("programme-button-drop"), ItemDrop(**ids))
    return Screen(text, (minutes, (speaker, reword), (up, down, drop), (to_programme(event, say),)))


async def set_minutes(query: CallbackQuery, callback_data: ItemMinutes, *, event: Event, ctx: Context) -> None:
    def rule(programme: Programme) -> Programme:
        item = programme.item(callback_data.item_id)
        return put_item(programme, AgendaItem(item.id, item.text, callback_data.minutes or None, item.speaker))

    changed = await ctx.store.agenda.change(event.id, rule, ctx.person, ctx.now)
    await show(query, item_screen(event, changed.item(callback_data.item_id), ctx))


async def move(query: CallbackQuery, callback_data: ItemShift, *, event: Event, ctx: Context) -> None:
    by = 1 if callback_data.down else -1
    await ctx.store.agenda.change(event.id, lambda old: shift(old, callback_data.item_id, by), ctx.person, ctx.now)
    await show(query, await programme_screen(event, 0, ctx))


async def drop(query: CallbackQuery, callback_data: ItemDrop, *, event: Event, ctx: Context) -> None:
    await ctx.store.agenda.change(event.id, lambda old: drop_item(old, callback_data.item_id), ctx.person, ctx.now)
    await show(query, await programme_screen(event, 0, ctx), ctx.say.plain("programme-toast-dropped"))


async def ask_text(
    query: CallbackQuery, callback_data: ItemText, *, event: Event, ctx: Context, state: FSMContext
) -> None:
    await ask(state, Ask.item_text, to_programme(event, ctx.say), event=event.id, item=callback_data.item_id)
    key = "programme-ask-text" if callback_data.item_id else "programme-ask-new"
    await show(query, Screen(ctx.say(key), ((to_programme(event, ctx.say),),)))


async def typed_text(message: Message, *, state: FSMContext, ctx: Context) -> None:
    """A new item, or new words of one; a number of minutes may stand at its end."""
    text, about = line(message, ITEM), await asked(state)
    event = await manageable(ctx.store, ctx.person, int(about["event"]))
    await done(state)

    def rule(programme: Programme) -> Programme:
        if about["item"]:
            item = programme.item(int(about["item"]))
            return put_item(programme, AgendaItem(item.id, text, item.minutes, item.speaker))
        if len(programme.items) >= MOST_ITEMS:
            raise Refusal("agenda-many", most=MOST_ITEMS)
        return add_item(programme, AgendaItem(0, text))

    changed = await ctx.store.agenda.change(event.id, rule, ctx.person, ctx.now)
    item = changed.item(int(about["item"])) if about["item"] else changed.items[-1]
    await send(message, item_screen(event, item, ctx))


async def want_talks(query: CallbackQuery, callback_data: TalksWanted, *, event: Event, ctx: Context) -> None:
    def rule(old: Event) -> Event:
        return replace(old, fields=replace(old.fields, wants_talks=bool(callback_data.on)))

    changed = await ctx.store.events.change(event.id, rule, ctx.person, ctx.now)
    await show(query, await programme_screen(changed, 0, ctx))


def to_programme(event: Event, say: Say) -> Button:
    return Button(say.plain("programme-button-back"), ProgrammeOpen(event_id=event.id))


def router() -> Router:
    router = conversation("programme")
    mine = AsContext()
    router.callback_query.register(open_programme, ProgrammeOpen.filter(), Managed(), mine)
    router.callback_query.register(open_item, ItemOpen.filter(), Managed(), mine)
    router.callback_query.register(set_minutes, ItemMinutes.filter(), Managed(), mine)
    router.callback_query.register(move, ItemShift.filter(), Managed(), mine)
    router.callback_query.register(drop, ItemDrop.filter(), Managed(), mine)
    router.callback_query.register(ask_text, ItemText.filter(), Managed(), mine)
    router.callback_query.register(want_talks, TalksWanted.filter(), Managed(), mine)
    router.message.register(typed_text, Ask.item_text, TYPED, mine)
    return router
