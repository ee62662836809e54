"""`/partners`: the register by pages, narrowed by buttons; any text that is typed while it is open searches."""

import asyncio
from collections.abc import Sequence

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.partner import Partner
from domain.partner_filter import Facts, counts
from domain.partner_search import search
from domain.rights import Act, may
from handlers.ask import PRIVATE, TYPED, Ask, ask, conversation, line
from handlers.callbacks import (
    AgreementsEnding,
    MenuOpen,
    PartnerList,
    PartnerNew,
    PartnerOpen,
    PartnerPick,
    SheetsOpen,
    WritePartners,
)
from handlers.card import shortened
from handlers.forms.desk import Context
from handlers.forms.grid import LINE, MOST_DIGITS, SHORT, Cell, grid
from handlers.partners.card import card_screen, to_all
from handlers.partners.entry import SeesPartners
from handlers.partners.narrowing import (
    ANY,
    FIELDS,
    QUESTIONS,
    What,
    choices,
    chosen_words,
    filter_of,
    narrowed,
    only_row,
    what_rows,
)
from handlers.rep_requests import waiting_row
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen, send, show
from handlers.words import pager
from storage.store import Store

SIZE = 14
WITH_WORDS = 4
"""Up to so many are buttons with their names; more are numbered."""
MOST_ROWS = 8
LONGEST = 200


async def partners(message: Message, *, ctx: Context, state: FSMContext) -> None:
    await ask(state, Ask.partners, to_all(ctx.say))
    await send(message, await list_screen(ctx, PartnerList()))


async def turn(query: CallbackQuery, callback_data: PartnerList, *, ctx: Context, state: FSMContext) -> None:
    await ask(state, Ask.partners, to_all(ctx.say))
    await show(query, await list_screen(ctx, callback_data))


async def pick(query: CallbackQuery, callback_data: PartnerPick, *, ctx: Context, state: FSMContext) -> None:
    await ask(state, Ask.partners, to_all(ctx.say))
    await show(query, await pick_screen(ctx, callback_data))


async def found(message: Message, *, ctx: Context) -> None:
    """One that is found is opened; several are listed, the best first."""
    text = line(message, LONGEST)
    hits = await find(ctx.store, text)
    if len(hits) == 1:
        await send(message, await card_screen(ctx, hits[0]))
        return
    await send(message, await found_screen(ctx, text, hits))


async def find(store: Store, text: str) -> list[int]:
    """The partners that the text finds, the best first, those in the archive last."""
    every = {one.id: one for one in await store.partners.names()}
    hits = await asyncio.to_thread(search, text, {key: one.names for key, one in every.items()})
    return sorted((hit.id for hit in hits), key=lambda one: every[one].archived)


async def found_screen(ctx: Context, text: str, hits: Sequence[int]) -> Screen:
    """The best of what was found; nothing: how to go on."""
    say, back = ctx.say, (to_all(ctx.say),)
    if not hits:
        return Screen(say("partner-not-found", text=text), (_add(ctx), back))
    shown = await ctx.store.partners.those(hits[:SIZE])
    head, more = say("partner-found", text=text, number=len(hits)), len(hits) - SIZE
    lines, rows = _numbered([(one, _name(one, say)) for one in shown], 0, say)
    rest = say("partner-found-more", number=more) if more > 0 else None
    return Screen(join(head, lines, rest, by="\n\n"), (*rows, back))


async def list_screen(ctx: Context, press: PartnerList) -> Screen:
    """A page of the register."""
    say, every = ctx.say, await ctx.store.acquaintance.facts()
    chosen = filter_of(press)
    kept = [one for one in every if chosen.takes(one, ctx.now)]
    page = min(press.page, max(0, (len(kept) - 1) // SIZE))
    shown = {one.id: one for one in kept[page * SIZE : (page + 1) * SIZE]}
    cards = await ctx.store.partners.those(list(shown))
    names = [(one, _with_contact(one, shown[one.id], say, dated=bool(chosen.silent))) for one in cards]
    branches = await ctx.store.branches.all()
    head = join(_head(kept, every, say), chosen_words(press, branches, say))
    hint = say("partner-list-hint") if every else None
    numbers = counts(every, chosen, ctx.now)
    narrowing = (*what_rows(press, numbers, branches, say), only_row(press, numbers, say))
    turn_ = pager(page, len(kept), SIZE, press)
    last = (*turn_, *_add(ctx), Button(say.plain("partner-button-menu"), MenuOpen()))
    acts = (*_reset(press, say), *_write(ctx, press, kept), *await _ending(ctx), *await waiting_row(ctx))
    below = [row for row in (*narrowing, acts, last) if row]
    lines, rows = _numbered(names, page * SIZE, say, most=MOST_ROWS - len(below))
    return Screen(join(head, lines, hint, by="\n\n"), (*rows, *below))


async def pick_screen(ctx: Context, press: PartnerPick) -> Screen:
    """The options to narrow by, each with how many it would show."""
    say, what = ctx.say, What(press.what) if press.what in set(What) else What.SECTOR
    numbers = counts(await ctx.store.acquaintance.facts(), filter_of(press), ctx.now)
    offered = choices(what, numbers, await ctx.store.branches.all(), say)
    cells = [
        Cell(say.plain("partner-option", name=name, number=number), narrowed(press, **values), _is(press, values))
        for name, values, number in offered
    ]
    body = grid(cells, press.page, say)
    any_ = Button(say.plain("partner-button-any"), narrowed(press, **ANY[what]))
    back = Button(say.plain("partner-button-back"), narrowed(press))
    text = say(QUESTIONS[what]) if offered else say("partner-nothing-to-choose")
    turn_ = pager(press.page, body.pages, 1, press)
    return Screen(join(text, body.text, by="\n\n"), (*body.rows, turn_, (any_, back) if offered else (back,)))


def _is(press: PartnerPick, values: dict[str, int]) -> bool:
    return all(getattr(press, name) == value for name, value in values.items())


def _head(kept: Sequence[Facts], every: Sequence[Facts], say: Say) -> Html:
    if not every:
        return say("partner-none-yet")
    if not kept:
        return say("partner-none-such")
    return say("partner-list", number=len(kept))


def _numbered(
    names: Sequence[tuple[Partner, str]], before: int, say: Say, *, most: int = MOST_ROWS
) -> tuple[Html | None, tuple[Row, ...]]:
    """Lines with numbers and their buttons: with words where there are few and so many rows left, else digits."""
    lines = [
        say("form-line", number=str(number), text=shortened(words, LINE))
        for number, (_, words) in enumerate(names, before + 1)
    ]
    if len(names) <= min(WITH_WORDS, most):
        return join(*lines) or None, tuple((_open(one, shortened(one.short_name, SHORT)),) for one, _ in names)
    digits = [_open(one, str(number)) for number, (one, _) in enumerate(names, before + 1)]
    row = -(-len(digits) // -(-len(digits) // MOST_DIGITS))  # as many in each row
    return join(*lines), tuple(tuple(digits[at : at + row]) for at in range(0, len(digits), row))


def _open(one: Partner, text: str) -> Button:
    return Button(text, PartnerOpen(partner_id=one.id))


def _name(one: Partner, say: Say) -> str:
    return say.plain("partner-name-archived", name=one.name) if one.archived_at else one.name


def _with_contact(one: Partner, fact: Facts, say: Say, *, dated: bool) -> str:
    """Where silence is asked for, since when it lasts."""
    if not dated:
        return one.name
    return say.plain("partner-name-silent", name=shortened(one.name, 110), day=say.day(fact.contact, weekday=False))


def _reset(press: PartnerList, say: Say) -> Row:
    return () if filter_of(press).is_empty else (Button(say.plain("partner-button-reset"), PartnerList()),)


async def _ending(ctx: Context) -> Row:
    """«Договоры: 2», where some run out soon."""
    number = len(await ctx.store.agreements.ending(ctx.now_local.date()))
    return (Button(ctx.say.plain("partner-button-ending", number=number), AgreementsEnding()),) if number else ()


def _write(ctx: Context, press: PartnerList, kept: Sequence[Facts]) -> Row:
    """To all that the list shows."""
    if not kept or filter_of(press).archived or not may(ctx.person, Act.WRITE_TO_PARTNERS):
        return ()
    fields = {name: getattr(press, name) for name in FIELDS}
    return (Button(ctx.say.plain("partner-button-write"), WritePartners(**fields)),)


def _add(ctx: Context) -> Row:
    may_add, may_import = may(ctx.person, Act.EDIT_PARTNERS), may(ctx.person, Act.IMPORT_PARTNERS)
    add = (Button(ctx.say.plain("partner-button-add"), PartnerNew()),) if may_add else ()
    return (*add, *((Button(ctx.say.plain("sheet-button-open"), SheetsOpen()),) if may_import else ()))


def router() -> Router:
    router = conversation("partners")
    sees = SeesPartners()
    router.message.register(partners, Command("partners"), PRIVATE, sees)
    router.message.register(found, StateFilter(Ask.partners, Ask.sheet), PRIVATE, TYPED, sees)
    router.callback_query.register(turn, PartnerList.filter(), sees)
    router.callback_query.register(pick, PartnerPick.filter(), sees)
    return router
