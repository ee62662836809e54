"""Several dates under one announcement: staff adds them, guests sign up for one or for all."""

from collections.abc import Sequence
from datetime import datetime

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.doubts import doubts_of, stored_hours, stored_sanitary
from domain.event import Event
from domain.life import HIDDEN
from domain.refusal import Gone
from domain.seats import Answer, RsvpState
from domain.series import at, new_dates, read_dates, to_utc, weekly
from handlers.ask import TYPED, Ask, Typed, ask, asked, conversation, done, readable
from handlers.callbacks import EventOpen, ManageOpen, SeriesAdd, SeriesAll, SeriesDates, SeriesOpen, SeriesWeeks
from handlers.card import shortened
from handlers.consent import consent_screen
from handlers.forms.desk import Context
from handlers.managed import Managed, back, manageable
from handlers.programme.asking import AsContext
from handlers.say import Html, Say, join
from handlers.screen import Button, Screen, send, show
from handlers.strangers import is_stranger
from handlers.view import begins, heading
from handlers.words import pager
from storage.welcome import Goal

SIZE = 5
WEEKS = (3, 7, 11)
LETTERS = 3000
"""Of a preview: all that a series may have, unless much speaks against most of them."""
DOUBTS = {"holiday": "series-doubt-holiday", "sanitary_day": "series-doubt-sanitary", "closed": "series-doubt-closed"}
STATES = {
    RsvpState.GOING: "series-going",
    RsvpState.QUEUED: "series-queued",
    RsvpState.MAYBE: "series-maybe",
}


async def series_screen(event: Event, page: int, ctx: Context) -> Screen:
    """The dates with a way to each, and more of them at a touch."""
    say, dates = ctx.say, await ctx.store.series.of(event)
    shown = dates[page * SIZE : (page + 1) * SIZE]
    rows = tuple((Button(_line(one, say), ManageOpen(event_id=one.id)),) for one in shown)
    turn = pager(page, len(dates), SIZE, SeriesOpen(event_id=event.id))
    more = tuple(
        Button(say.plain("series-button-weeks", number=number), SeriesWeeks(event_id=event.id, weeks=number))
        for number in WEEKS
    )
    can_grow = event.is_open and not event.fields.all_day
    text = join(
        join(say("series-title", number=len(dates)), heading(event, say)),
        say("series-hint") if can_grow else None,
        by="\n\n",
    )
    return Screen(text, (*rows, more if can_grow else (), (*turn, back(event, say))))


async def open_series(
    query: CallbackQuery, callback_data: SeriesOpen, *, event: Event, ctx: Context, state: FSMContext
) -> None:
    await ask(state, Ask.series_dates, back(event, ctx.say), event=event.id)
    await show(query, await series_screen(event, callback_data.page, ctx))


async def weeks(query: CallbackQuery, callback_data: SeriesWeeks, *, event: Event, ctx: Context) -> None:
    number = callback_data.weeks
    await show(query, await _preview(event, weekly(_wall(event, ctx), number), number, ctx))


async def typed(message: Message, *, state: FSMContext, ctx: Context) -> None:
    """Dates in the librarian's own words wait for the press that confirms them."""
    event = await manageable(ctx.store, ctx.person, int((await asked(state))["event"]))
    walls = read_dates(readable(message.text or ""), ctx.now_local, _wall(event, ctx).time())
    screen = await _preview(event, walls, 0, ctx)
    await ask(state, Typed.series_dates, event=event.id, dates=[wall.isoformat() for wall in walls])
    await send(message, screen)


async def add(query: CallbackQuery, callback_data: SeriesAdd, *, event: Event, ctx: Context, state: FSMContext) -> None:
    number = callback_data.weeks
    walls = weekly(_wall(event, ctx), number) if number else await _typed(event, state)
    starts = to_utc(walls, ctx.library.policy.zone)
    await ctx.store.series.add(event.id, starts, ctx.person, ctx.now)
    grown = await ctx.store.events.get(event.id)
    await ask(state, Ask.series_dates, back(event, ctx.say), event=event.id)
    await show(query, await series_screen(grown, 0, ctx), ctx.say.plain("series-toast-added"))


async def dates(query: CallbackQuery, callback_data: SeriesDates, *, ctx: Context) -> None:
    event = await ctx.store.events.get(callback_data.event_id)
    if event.status in HIDDEN:
        raise Gone("event-gone")
    await show(query, await dates_screen(event, callback_data.page, ctx))


async def dates_screen(event: Event, page: int, ctx: Context) -> Screen:
    """What is still to come, with free seats and what the person has said; one press for all."""
    say = ctx.say
    coming = [one for one in await ctx.store.series.of(event) if one.is_open and not one.has_begun(ctx.now)]
    shown = coming[page * SIZE : (page + 1) * SIZE]
    mine = {one.id: await ctx.store.rsvps.of(one.id, ctx.person.id) for one in shown}
    rows = []
    for one in shown:
        answer = mine[one.id]
        state = say.plain(STATES[answer.state]) if answer and answer.state in STATES else ""
        text = say.plain("series-date", when=begins(one, say), state=state, seats=_seats(one, say))
        rows.append((Button(text, EventOpen(event_id=one.id)),))
    every = Button(say.plain("series-button-all", number=len(coming)), SeriesAll(event_id=event.id))
    turn = pager(page, len(coming), SIZE, SeriesDates(event_id=event.id))
    card = Button(say.plain("more-button-back"), EventOpen(event_id=event.id))
    text = join(say("series-dates", number=len(coming)), heading(event, say))
    return Screen(text, (*rows, (every,) if len(coming) > 1 else (), (*turn, card)))


async def sign_up(query: CallbackQuery, callback_data: SeriesAll, *, ctx: Context) -> None:
    if is_stranger(ctx.person):
        goal = Goal(callback_data.event_id, Answer.GOING)
        await show(query, await consent_screen(goal, ctx.store, ctx.say, ctx.library, ctx.now))
        return
    done = await ctx.store.series.sign_up(callback_data.event_id, ctx.person.id, ctx.now)
    event = await ctx.store.events.get(callback_data.event_id)
    toast = ctx.say.plain("series-toast-all", seated=done.seated, queued=done.queued)
    await show(query, await dates_screen(event, 0, ctx), toast)


async def _preview(event: Event, walls: Sequence[datetime], number: int, ctx: Context) -> Screen:
    """The dates that would be added, each with what speaks against it; nothing is forbidden."""
    say, standing = ctx.say, [one.fields.starts_at for one in await ctx.store.series.of(event)]
    fresh = new_dates(standing, to_utc(walls, ctx.library.policy.zone), ctx.now)
    lines = [await _proposed(event, start, ctx) for start in fresh]
    while sum(map(len, lines)) > LETTERS:
        lines.pop()
    more = say("series-more", number=len(fresh) - len(lines)) if len(fresh) > len(lines) else None
    text = join(join(say("series-preview", number=len(fresh)), heading(event, say)), join(*lines, more), by="\n\n")
    yes = Button(say.plain("series-button-add", number=len(fresh)), SeriesAdd(event_id=event.id, weeks=number))
    return Screen(text, ((yes,), (Button(say.plain("series-button-back"), SeriesOpen(event_id=event.id)),)))


async def _proposed(event: Event, start: datetime, ctx: Context) -> Html:
    """«пт, 4 мая 2018 г., 14:00 – праздник, зал занят»."""
    say, store = ctx.say, ctx.store
    fields = at(event.fields, start)
    branch = await store.branches.get(fields.branch_id) if fields.branch_id else None
    codes = doubts_of(
        say.local(start).replace(tzinfo=None),
        ctx.now_local,
        ctx.library.policy.calendar,
        stored_sanitary(branch.sanitary) if branch else None,
        stored_hours(branch.hours) if branch else None,
    )
    against = [say.plain(DOUBTS[code]) for code in codes if code in DOUBTS]
    end = fields.ends_at or start + (event.ends_at - event.fields.starts_at)
    if fields.hall_id and await store.events.in_hall(fields.hall_id, start, end):
        against.append(say.plain("series-doubt-hall"))
    day = say.local(start).date()
    words = f"{say.weekday(day)}, {say.day(day, weekday=False)}, {say.hour(start)}"
    return say("series-line-doubt", when=words, doubts=", ".join(against)) if against else say.text(words)


async def _typed(event: Event, state: FSMContext) -> list[datetime]:
    """What was typed for this very event."""
    data = await asked(state)
    if await state.get_state() != Typed.series_dates.state or data.get("event") != event.id:
        raise Gone
    await done(state)
    return [datetime.fromisoformat(one) for one in data["dates"]]


def _wall(event: Event, ctx: Context) -> datetime:
    return ctx.say.local(event.fields.starts_at).replace(tzinfo=None)


def _line(event: Event, say: Say) -> str:
    state = say.plain("series-cancelled") if event.is_cancelled else _seats(event, say)
    return shortened(say.plain("series-date", when=begins(event, say), state="", seats=state), 60)


def _seats(event: Event, say: Say) -> str:
    seats = event.seats
    if seats.free is None:
        return say.plain("series-people", people=seats.taken)
    return say.plain("series-seats", free=seats.free)


def router() -> Router:
    router = conversation("series")
    mine = AsContext()
    router.callback_query.register(open_series, SeriesOpen.filter(), Managed(), mine)
    router.callback_query.register(weeks, SeriesWeeks.filter(), Managed(), mine)
    router.callback_query.register(add, SeriesAdd.filter(), Managed(), mine)
    router.callback_query.register(dates, SeriesDates.filter(), mine)
    router.callback_query.register(sign_up, SeriesAll.filter(), mine)
    router.message.register(typed, Ask.series_dates, TYPED, mine)
    return router
