"""«Подробнее»: long texts, agenda, partners and who has agreed to be named; and the event as a calendar file."""

from asyncio import to_thread
from datetime import datetime
from html import unescape

from aiogram import Router
from aiogram.types import BufferedInputFile, CallbackQuery

from domain.event import Event
from domain.people import Person
from handlers.ask import conversation
from handlers.calendar_file import CalendarEvent, calendar_file
from handlers.callbacks import EventCalendar, EventMore, EventMorePage, EventOpen, FeedOpen
from handlers.card import shortened
from handlers.context import Library
from handlers.length import paged
from handlers.programme.words import programme_lines
from handlers.say import Html, Say, join
from handlers.screen import Button, Screen, answer, show
from handlers.view import EventView, full_name, heading, look, when, where
from handlers.words import file_name, pager
from storage.store import Store

NAMES = 30
NAME = 60
"""Letters of a title by which a file is called."""
MOST = 3900


async def more(
    query: CallbackQuery,
    callback_data: EventMore | EventMorePage,
    *,
    store: Store,
    person: Person | None,
    library: Library,
    say: Say,
) -> None:
    """All there is to read, on several pages where it is much."""
    view = await look(store, callback_data.event_id, person)
    page = callback_data.page if isinstance(callback_data, EventMorePage) else 0
    pages = paged(await more_blocks(view, store, library, say), MOST)
    turn = pager(page, len(pages), 1, EventMorePage(event_id=view.event.id, page=page))
    back = (Button(say.plain("more-button-back"), EventOpen(event_id=view.event.id)),)
    await show(query, Screen(pages[min(page, len(pages) - 1)], (turn, back)))


async def more_blocks(view: EventView, store: Store, library: Library, say: Say) -> list[Html]:
    """The long texts, each with a blank line before it, and the items of the agenda one by one."""
    event = view.event
    fields, programme = event.fields, await store.agenda.of(event.id)
    items = programme_lines(event, programme, library, say)
    before = (
        heading(event, say),
        join(when(event, say), where(view.place, say)),
        say("card-goal", goal=fields.goal) if fields.goal else None,
        say("card-summary", summary=fields.summary) if fields.summary else None,
        say("more-agenda") if items else None,
    )
    names = await _names(event, store, say) if library.personal_data_in_chat else None
    return [*_apart(*before), *items, *_apart(await _partners(event, store, say), names)]


def _apart(*blocks: Html | None) -> list[Html]:
    return [Html(f"\n{block}") for block in blocks if block]


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
        file = BufferedInputFile(body, file_name(shortened(view.event.fields.title, NAME).rstrip("…"), "ics"))
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
    router.callback_query.register(more, EventMorePage.filter())
    router.callback_query.register(calendar, EventCalendar.filter())
    return router
