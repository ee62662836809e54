"""«Подробнее»: long texts, agenda, partners and who has agreed to be named; and the event as a calendar file."""

from asyncio import to_thread
from datetime import datetime
from html import unescape

from aiogram import Router
from aiogram.types import BufferedInputFile, CallbackQuery

from domain.agenda import Programme
from domain.event import Event
from domain.people import Person
from handlers.ask import conversation
from handlers.calendar_file import CalendarEvent, calendar_file
from handlers.callbacks import EventCalendar, EventMore, EventOpen, FeedOpen
from handlers.card import shortened
from handlers.context import Library
from handlers.programme.words import programme_lines
from handlers.say import Html, Say, join
from handlers.screen import Button, Screen, answer, show
from handlers.view import EventView, full_name, heading, look, when, where
from storage.store import Store

NAMES = 30
MOST = 3900
LETTERS = (2000, 900, 400, 150)
"""Letters of each long text, as many as fit into one message."""


async def more(
    query: CallbackQuery,
    callback_data: EventMore,
    *,
    store: Store,
    person: Person | None,
    library: Library,
    say: Say,
) -> None:
    view = await look(store, callback_data.event_id, person)
    names = await _names(view.event, store, say) if library.personal_data_in_chat else None
    text = Html("")
    for letters in LETTERS:
        text = join(await more_text(view, store, library, say, letters), names, by="\n\n")
        if len(text) <= MOST:
            break
    await show(query, Screen(text, ((Button(say.plain("more-button-back"), EventOpen(event_id=view.event.id)),),)))


async def more_text(view: EventView, store: Store, library: Library, say: Say, letters: int) -> Html:
    """All there is to read, each text within so many letters."""
    event = view.event
    fields, programme = event.fields, await store.agenda.of(event.id)
    parts = (
        heading(event, say),
        join(when(event, say), where(view.place, say)),
        say("card-goal", goal=shortened(fields.goal, letters)) if fields.goal else None,
        say("card-summary", summary=shortened(fields.summary, letters)) if fields.summary else None,
        _agenda(event, programme, library, say, letters),
        await _partners(event, store, say),
    )
    return join(*parts, by="\n\n")


def _agenda(event: Event, programme: Programme, library: Library, say: Say, letters: int) -> Html | None:
    lines = programme_lines(event, programme, library, say, letters)
    return join(say("more-agenda"), lines) if lines else None


async def _partners(event: Event, store: Store, say: Say) -> Html | None:
    found = await store.partners.those([part.partner_id for part in event.fields.partners])
    names = sorted(partner.short_name for partner in found)
    return say("more-partners", names=", ".join(names)) if names else None


async def _names(event: Event, store: Store, say: Say) -> Html | None:
    names = await store.rsvps.named(event.id, NAMES)
    return say("more-names", names=", ".join(names)) if names else None


async def calendar(
    query: CallbackQuery,
    callback_data: EventCalendar,
    *,
    store: Store,
    person: Person | None,
    say: Say,
    library: Library,
    now: datetime,
) -> None:
    """The file; and for who is known, the way to a calendar that fetches such events by itself."""
    view = await look(store, callback_data.event_id, None)
    body = await to_thread(calendar_file, calendar_event(view, say, library, now))
    await answer(query)
    if query.message is not None:
        more = Screen(say("feed-more"), ((Button(say.plain("feed-button-open"), FeedOpen()),),))
        caption, buttons = (more.text, more.keyboard) if library.pages_url and person else (None, None)
        file = BufferedInputFile(body, f"event-{view.event.id}.ics")
        await query.message.answer_document(file, caption=caption, reply_markup=buttons)


def calendar_event(view: EventView, say: Say, library: Library, stamp: datetime) -> CalendarEvent:
    """The event for a calendar: the same one for ever, however often it changes. `stamp`: of when this is true."""
    event = view.event
    link = library.link(f"e{event.id}")
    return CalendarEvent(
        uid=f"event-{event.id}@{library.bot_username}",
        sequence=event.revision,
        title=full_name(event, say),
        starts_at=event.fields.starts_at,
        stamp=stamp,
        zone=say.zone,
        ends_at=event.fields.ends_at,
        description="\n".join(part for part in (event.fields.goal, link) if part),
        location=unescape(where(view.place, say) or "").replace("\n", ", "),
        url=link,
        cancelled=event.is_cancelled,
        all_day=event.fields.all_day,
    )


def router() -> Router:
    router = conversation("more")
    router.callback_query.register(more, EventMore.filter())
    router.callback_query.register(calendar, EventCalendar.filter())
    return router
