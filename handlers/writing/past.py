"""Letters that were sent: how they stand, what they said, and whom to telephone instead."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Person
from domain.rights import Act, may
from handlers.ask import conversation
from handlers.callbacks import LetterCalls, LetterEvent, LetterList, LetterOpen, LetterText, MenuOpen, WritePartners
from handlers.card import Viewer, card_screen
from handlers.context import Library
from handlers.elsewhere import page_row
from handlers.opening import remember
from handlers.partners.words import phone
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen, answer, below, show
from handlers.words import pager
from handlers.writing.letter import letter_screen
from handlers.writing.own import Readable
from handlers.writing.panel import panel_screen
from storage.broadcast_rows import Broadcast
from storage.page_links import Page
from storage.store import Store
from storage.telephone import Callee

SIZE = 6
BEGINNING = 24
"""Letters of a text on a button."""


async def letters(query: CallbackQuery, callback_data: LetterList, *, store: Store, person: Person, say: Say) -> None:
    await show(query, await letters_screen(callback_data.page, store, person, say))


async def letters_screen(page: int, store: Store, person: Person, say: Say) -> Screen:
    """What was sent, the newest first: all of it for the office, their own for the others."""
    whose = None if may(person, Act.WRITE_TO_PARTNERS) else person.id
    total = await store.broadcasts.count_past(whose)
    found = await store.broadcasts.past(whose, SIZE, page * SIZE)
    rows = tuple((_open(letter, say),) for letter in found)
    lines = [_line(letter, say) for letter in found]
    text = join(say("letter-list", total=total), join(*lines), by="\n\n")
    last = (*pager(page, total, SIZE, LetterList()), Button(say.plain("events-button-menu"), MenuOpen()))
    return Screen(text, (*rows, () if whose else (_write(say),), last))


async def open_letter(query: CallbackQuery, *, letter: Broadcast, store: Store, say: Say, now: datetime) -> None:
    await show(query, await panel_screen(letter, store, say, now))


async def text(query: CallbackQuery, *, letter: Broadcast, store: Store, library: Library, say: Say) -> None:
    """The letter as it went, below."""
    await answer(query)
    await below(query, await letter_screen(letter.text, letter.segment, store, library, say))


async def calls(
    query: CallbackQuery,
    callback_data: LetterCalls,
    *,
    letter: Broadcast,
    store: Store,
    person: Person,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    """Organisations whom nobody can be written to for. People's names and telephones only where chat may show them."""
    calls, page = await store.broadcasts.calls(letter, now), callback_data.page
    found = await store.broadcasts.callees(calls[page * SIZE : (page + 1) * SIZE])
    lines = [_callee(one, say, named=library.personal_data_in_chat) for one in found]
    row: Row = ()
    if not library.personal_data_in_chat:
        row = await page_row(Page.CALLS, letter.id, store=store, person=person, library=library, say=say, now=now)
    more = pager(page, len(calls), SIZE, LetterCalls(letter_id=letter.id))
    back = Button(say.plain("letter-button-back"), LetterOpen(letter_id=letter.id))
    head = say("letter-calls", number=len(calls))
    await show(query, Screen(join(head, *lines, by="\n\n"), (row, (*more, back))))


async def event_card(
    query: CallbackQuery,
    callback_data: LetterEvent,
    *,
    store: Store,
    person: Person | None,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    """The card below: the letter stays."""
    viewer = Viewer(person, library, now)
    screen = await card_screen(store, callback_data.event_id, viewer, say)
    await answer(query)
    await remember(store, callback_data.event_id, await below(query, screen), viewer)


def _write(say: Say) -> Button:
    return Button(say.plain("letter-button-write"), WritePartners())


def _line(letter: Broadcast, say: Say) -> Html:
    tally = letter.tally
    values = {"sent": tally.get("sent", 0), "people": letter.reach.reached + letter.reach.blocked}
    day = say.day(letter.confirmed_at or letter.created_at, year=False, weekday=False)
    return say("letter-line", day=day, text=_beginning(letter.text), **values)


def _open(letter: Broadcast, say: Say) -> Button:
    day = say.day(letter.confirmed_at or letter.created_at, year=False, weekday=False)
    return Button(
        say.plain("letter-button-open", day=day, text=_beginning(letter.text)), LetterOpen(letter_id=letter.id)
    )


def _beginning(text: str) -> str:
    first = " ".join(text.split())
    return first if len(first) <= BEGINNING else first[: BEGINNING - 1].rstrip() + "…"


def _callee(one: Callee, say: Say, *, named: bool) -> Html:
    head = say("letter-callee", partner=one.short_name)
    if one.phone:
        head = say("letter-callee-phone", partner=one.short_name, phone=phone(one.phone, say))
    people = one.people if named else ()
    return join(head, *[say("letter-callee-person", name=name, phone=phone(own, say)) for name, own in people])


def router() -> Router:
    router = conversation("letters")
    router.callback_query.register(letters, LetterList.filter())
    router.callback_query.register(open_letter, LetterOpen.filter(), Readable())
    router.callback_query.register(text, LetterText.filter(), Readable())
    router.callback_query.register(calls, LetterCalls.filter(), Readable())
    router.callback_query.register(event_card, LetterEvent.filter())
    return router
