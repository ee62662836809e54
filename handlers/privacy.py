"""`/privacy`: what is kept of a person, to see, to correct, to take along; what they agreed to, word for word."""

from dataclasses import replace
from datetime import datetime, timedelta

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from domain.partner import Partner
from domain.people import Person, Purpose
from domain.refusal import Gone
from handlers.ask import PRIVATE, TYPED, Ask, ask, conversation, done, line
from handlers.callbacks import (
    ConsentTick,
    MenuOpen,
    MyPartners,
    PrivacyErase,
    PrivacyFile,
    PrivacyName,
    PrivacyOpen,
    PrivacySigned,
    PrivacyText,
    PrivacyWithdraw,
)
from handlers.consent_texts import PURPOSES, as_html, shown_text
from handlers.context import Library
from handlers.elsewhere import page_screen
from handlers.forms.desk import Context
from handlers.goals import pack
from handlers.home import stranger_screen
from handlers.my_answers import in_words
from handlers.my_data import JSON_NAME, as_json, as_text, called, edition
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen, answer, send, show
from handlers.words import to_list
from storage.members import ConsentGiven
from storage.page_links import Page
from storage.store import Store
from storage.welcome import Goal

NAME = 200
ORDER = tuple(PURPOSES)
"""A purpose travels in buttons as its number here."""
EVER = timedelta(days=365 * 100)
MOST_SIGNED = 6
"""Texts to choose from: the newest consents."""


async def privacy_screen(person: Person, store: Store, library: Library, say: Say, now: datetime) -> Screen:
    """What is kept, in words, and what can be done about it."""
    consents = [_consent(one, say) for one in await store.members.consents_of(person.id)]
    facts = await _facts(person, store, library, say, now)
    text = join(say("privacy-title"), facts, join(say("privacy-consents"), *consents[-MOST_SIGNED:]), by="\n\n")
    return Screen(text, _rows(person, library, say))


async def privacy(
    message: Message, *, store: Store, person: Person | None, library: Library, say: Say, now: datetime
) -> None:
    known = await privacy_screen(person, store, library, say, now) if person else stranger_screen(say)
    await send(message, known)


async def open_privacy(
    query: CallbackQuery, *, store: Store, person: Person | None, library: Library, say: Say, now: datetime
) -> None:
    known = await privacy_screen(person, store, library, say, now) if person else stranger_screen(say)
    await show(query, known)


async def texts(query: CallbackQuery, *, store: Store, person: Person | None, library: Library, say: Say) -> None:
    """What the person has agreed to, to be read again; for who is not known, what would be asked."""
    if person is None:
        await show(query, Screen(as_html(shown_text(Purpose.EVENTS, library, say), say), (to_list(say),)))
        return
    signed = await store.members.consents_of(person.id)
    rows = [(_signed_button(number, one, say),) for number, one in enumerate(signed)]
    await show(query, Screen(say("privacy-signed"), (*rows[-MOST_SIGNED:], (back(say),))))


async def signed(
    query: CallbackQuery, callback_data: PrivacySigned, *, store: Store, person: Person | None, say: Say
) -> None:
    """The very text of one consent."""
    given = await store.members.consents_of(person.id) if person else []
    if not 0 <= callback_data.number < len(given):
        raise Gone
    one = given[callback_data.number]
    text = as_html(one.text, say) if one.text else say("privacy-text-unknown")
    again = Button(say.plain("privacy-button-texts"), PrivacyText())
    await show(query, Screen(join(text, _consent(one, say), by="\n\n"), ((again,), (back(say),))))


async def file(
    query: CallbackQuery, *, store: Store, person: Person | None, library: Library, say: Say, now: datetime
) -> None:
    """All of it: as files for programs and for reading, or on a page where chat is no place for it."""
    if person is None:
        await show(query, stranger_screen(say))
    elif not library.personal_data_in_chat:
        await show(query, await own_page(person, store, library, say, now))
    else:
        await answer(query)
        data = await store.personal.of(person.id)
        if query.message is not None:
            words = await in_words(data, Context(store, person, say, library, now))
            for ending, body in (("json", as_json(data)), ("txt", as_text(words, say, now))):
                await query.message.answer_document(BufferedInputFile(body, called(ending, say)))


async def ask_name(
    query: CallbackQuery,
    *,
    state: FSMContext,
    store: Store,
    person: Person | None,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    if person is None:
        await show(query, stranger_screen(say))
    elif not library.personal_data_in_chat:
        await show(query, await own_page(person, store, library, say, now))
    else:
        await ask(state, Ask.name, back(say))
        await show(query, Screen(say("privacy-ask-name", name=person.name), ((back(say),),)))


async def keep_name(
    message: Message,
    *,
    state: FSMContext,
    store: Store,
    person: Person | None,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    name = line(message, NAME)
    await done(state)
    if person is None:
        await send(message, stranger_screen(say))
    elif not library.personal_data_in_chat:  # switched off since it was asked
        await send(message, await own_page(person, store, library, say, now))
    else:
        await store.members.set_name(person.id, name)
        await send(message, await privacy_screen(replace(person, name=name), store, library, say, now))


async def own_page(person: Person, store: Store, library: Library, say: Say, now: datetime) -> Screen:
    """The way to the page with the person's own data."""
    command = say("elsewhere-command", command=f"roundtable export person {person.id} {JSON_NAME}")
    return await page_screen(
        Page.PRIVACY,
        None,
        (back(say),),
        store=store,
        person=person,
        library=library,
        say=say,
        now=now,
        command=command,
    )


async def _facts(person: Person, store: Store, library: Library, say: Say, now: datetime) -> Html:
    """Names and numbers of accounts only where chat may show them."""
    answers = len(await store.rsvps.mine(person.id, now - EVER))
    partners = await _partners(person, store)
    acts_for = say("privacy-partners", names=", ".join(one.short_name for one in partners)) if partners else None
    if not library.personal_data_in_chat:
        return join(say("privacy-kept-elsewhere", answers=answers), acts_for)
    return join(say("privacy-kept", name=person.name, account=str(person.account_id), answers=answers), acts_for)


def _rows(person: Person, library: Library, say: Say) -> tuple[Row, ...]:
    consents = tuple((_consent_button(purpose, person, say),) for purpose in ORDER)
    return (
        _own(library, say),
        (Button(say.plain("privacy-button-texts"), PrivacyText()),),
        *consents,
        (Button(say.plain("privacy-button-erase"), PrivacyErase(sure=0)),),
        (*_partner(person, say), Button(say.plain("events-button-menu"), MenuOpen())),
    )


def _partner(person: Person, say: Say) -> Row:
    """Where one says that one no longer represents it."""
    return (Button(say.plain("home-button-partner"), MyPartners()),) if person.partner_ids else ()


def _own(library: Library, say: Say) -> Row:
    if not library.personal_data_in_chat:
        return (Button(say.plain("privacy-button-page"), PrivacyFile()),)
    name = Button(say.plain("privacy-button-name"), PrivacyName())
    return (Button(say.plain("privacy-button-file"), PrivacyFile()), name)


def _consent_button(purpose: Purpose, person: Person, say: Say) -> Button:
    """Gives the consent, after its text, or takes it back, after a question."""
    what = say.plain(PURPOSES[purpose])
    if purpose in person.consents:
        press = PrivacyWithdraw(purpose=ORDER.index(purpose), sure=0)
        return Button(say.plain("privacy-button-withdraw", what=what), press)
    return Button(say.plain("privacy-button-consent", what=what), ConsentTick(adult=1, naming=0, goal=_goal(purpose)))


def _goal(purpose: Purpose) -> str:
    return pack(Goal(purpose=purpose))


def _consent(consent: ConsentGiven, say: Say) -> Html:
    what = say.plain(PURPOSES[consent.purpose])
    values = {"what": what, "given": say.moment(consent.given_at), "version": edition(consent.text_version)}
    if consent.withdrawn_at is None:
        return say("privacy-consent", **values)
    return say("privacy-consent-withdrawn", **values, withdrawn=say.moment(consent.withdrawn_at))


def _signed_button(number: int, consent: ConsentGiven, say: Say) -> Button:
    day = say.local(consent.given_at)
    label = say.plain("privacy-button-signed", what=say.plain(PURPOSES[consent.purpose]), day=f"{day:%d.%m.%Y}")
    return Button(label, PrivacySigned(number=number))


async def _partners(person: Person, store: Store) -> list[Partner]:
    return [await store.partners.get(partner_id) for partner_id in person.partner_ids]


def back(say: Say) -> Button:
    return Button(say.plain("privacy-button-back"), PrivacyOpen())


def router() -> Router:
    router = conversation("privacy")
    router.message.register(privacy, Command("privacy"), PRIVATE)
    router.message.register(keep_name, Ask.name, TYPED)
    router.callback_query.register(open_privacy, PrivacyOpen.filter())
    router.callback_query.register(texts, PrivacyText.filter())
    router.callback_query.register(signed, PrivacySigned.filter())
    router.callback_query.register(file, PrivacyFile.filter())
    router.callback_query.register(ask_name, PrivacyName.filter())
    return router
