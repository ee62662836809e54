"""`/privacy`: what is kept of a person, to see, to take along, to correct, to withdraw and to erase."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from domain.partner import Partner
from domain.people import Person, Purpose
from handlers.ask import PRIVATE, TYPED, Ask, ask, conversation, done, line
from handlers.callbacks import (
    MenuOpen,
    PrivacyErase,
    PrivacyFile,
    PrivacyName,
    PrivacyNaming,
    PrivacyOpen,
    PrivacyText,
)
from handlers.consent import CURRENT, consent_text, version
from handlers.context import Library
from handlers.home import stranger_screen
from handlers.say import Html, Say, join
from handlers.screen import Button, Screen, answer, send, show
from handlers.words import to_list
from storage.members import ConsentGiven, Newcomer
from storage.store import Store

NAME = 200
PURPOSES = {
    Purpose.EVENTS: "privacy-purpose-events",
    Purpose.NAMING: "privacy-purpose-naming",
    Purpose.SURVEY: "privacy-purpose-survey",
}
EVER = timedelta(days=365 * 100)


async def privacy_screen(person: Person, store: Store, say: Say, now: datetime) -> Screen:
    """All that is kept, in words, and what can be done about it."""
    said = await store.rsvps.mine(person.id, now - EVER)
    facts = say("privacy-kept", name=person.name, account=str(person.account_id), answers=len(said))
    partners = await _partners(person, store)
    acts_for = say("privacy-partners", names=", ".join(one.short_name for one in partners)) if partners else None
    consents = [_consent(one, say) for one in await store.members.consents_of(person.id)]
    text = join(say("privacy-title"), join(facts, acts_for), join(say("privacy-consents"), *consents), by="\n\n")
    return Screen(text, _rows(person, say))


async def privacy(message: Message, *, store: Store, person: Person | None, say: Say, now: datetime) -> None:
    await send(message, await privacy_screen(person, store, say, now) if person else stranger_screen(say))


async def open_privacy(query: CallbackQuery, *, store: Store, person: Person | None, say: Say, now: datetime) -> None:
    await show(query, await privacy_screen(person, store, say, now) if person else stranger_screen(say))


async def text(query: CallbackQuery, *, library: Library, say: Say) -> None:
    """The texts in force."""
    texts = (consent_text(purpose, library.operator, say) for purpose in CURRENT)
    await show(query, Screen(join(*texts, by="\n\n"), ((_back(say),),)))


async def file(query: CallbackQuery, *, store: Store, person: Person | None, say: Say, now: datetime) -> None:
    """All of it as a file, for people and programs alike."""
    if person is None:
        await show(query, stranger_screen(say))
        return
    body = json.dumps(await _everything(person, store, now), ensure_ascii=False, indent=2, default=str)
    await answer(query)
    if query.message is not None:
        await query.message.answer_document(BufferedInputFile(body.encode(), "my-data.json"))


async def naming(
    query: CallbackQuery,
    callback_data: PrivacyNaming,
    *,
    store: Store,
    person: Person | None,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    """Being named to others, allowed or not; it touches nothing else."""
    if person is None:
        await show(query, stranger_screen(say))
        return
    if callback_data.allowed == 1:
        shown, button = version(Purpose.NAMING, library.operator, say), say.plain("privacy-button-name-me")
        given = ConsentGiven(Purpose.NAMING, shown, button, now)
        who = Newcomer(person.account_id, person.name, person.language)
        await store.members.consent(who.account_id, who.name, who.language, [given], now)
    else:
        await store.members.withdraw(person.id, Purpose.NAMING, now)
    changed = await store.members.find(person.id) or person
    await show(query, await privacy_screen(changed, store, say, now), say.plain("privacy-toast-done"))


async def ask_name(query: CallbackQuery, *, state: FSMContext, person: Person | None, say: Say) -> None:
    if person is None:
        await show(query, stranger_screen(say))
        return
    await ask(state, Ask.name)
    await show(query, Screen(say("privacy-ask-name", name=person.name), ((_back(say),),)))


async def keep_name(
    message: Message, *, state: FSMContext, store: Store, person: Person | None, say: Say, now: datetime
) -> None:
    name = line(message, NAME)
    await done(state)
    if person is None:
        await send(message, stranger_screen(say))
        return
    await store.members.set_name(person.id, name)
    await send(message, await privacy_screen(replace(person, name=name), store, say, now))


async def erase(
    query: CallbackQuery,
    callback_data: PrivacyErase,
    *,
    store: Store,
    person: Person | None,
    say: Say,
    now: datetime,
) -> None:
    """Being forgotten: asked once, done at once. Seats are freed, and the queue moves up."""
    if person is None:
        await show(query, Screen(say("privacy-erased"), (to_list(say),)))
    elif callback_data.sure != 1:
        yes = Button(say.plain("privacy-button-erase-yes"), PrivacyErase(sure=1))
        await show(query, Screen(say("privacy-erase-ask"), ((yes,), (_back(say),))))
    else:
        await store.members.erase(person.id, now)
        await show(query, Screen(say("privacy-erased"), (to_list(say),)))


def _rows(person: Person, say: Say) -> tuple[tuple[Button, ...], ...]:
    named = Purpose.NAMING in person.consents
    naming_key = "privacy-button-unname-me" if named else "privacy-button-name-me"
    return (
        (
            Button(say.plain("privacy-button-text"), PrivacyText()),
            Button(say.plain("privacy-button-file"), PrivacyFile()),
        ),
        (Button(say.plain("privacy-button-name"), PrivacyName()),),
        (Button(say.plain(naming_key), PrivacyNaming(allowed=int(not named))),),
        (Button(say.plain("privacy-button-erase"), PrivacyErase(sure=0)),),
        (Button(say.plain("events-button-menu"), MenuOpen()),),
    )


def _consent(consent: ConsentGiven, say: Say) -> Html:
    what = say.plain(PURPOSES[consent.purpose])
    values = {"what": what, "given": say.moment(consent.given_at), "version": consent.text_version}
    if consent.withdrawn_at is None:
        return say("privacy-consent", **values)
    return say("privacy-consent-withdrawn", **values, withdrawn=say.moment(consent.withdrawn_at))


async def _partners(person: Person, store: Store) -> list[Partner]:
    return [await store.partners.get(partner_id) for partner_id in person.partner_ids]


async def _everything(person: Person, store: Store, now: datetime) -> dict[str, Any]:
    answers = await store.rsvps.mine(person.id, now - EVER)
    consents = await store.members.consents_of(person.id)
    return {
        "account": person.account_id,
        "name": person.name,
        "language": person.language,
        "roles": [{"role": grant.role, "branch": grant.branch_id} for grant in person.grants],
        "partners": [partner.name for partner in await _partners(person, store)],
        "muted_reminders": sorted(person.muted),
        "consents": [
            {
                "purpose": one.purpose,
                "text": one.text_version,
                "button": one.button,
                "given": one.given_at,
                "withdrawn": one.withdrawn_at,
            }
            for one in consents
        ],
        "answers": [
            {
                "event": event.fields.title,
                "starts": event.fields.starts_at,
                "answer": rsvp.state,
                "guests": rsvp.guests,
                "reason": rsvp.reason,
                "note": rsvp.note,
                "answered": rsvp.answered_at,
            }
            for event, rsvp in answers
        ],
    }


def _back(say: Say) -> Button:
    return Button(say.plain("privacy-button-back"), PrivacyOpen())


def router() -> Router:
    router = conversation("privacy")
    router.message.register(privacy, Command("privacy"), PRIVATE)
    router.message.register(keep_name, Ask.name, TYPED)
    router.callback_query.register(open_privacy, PrivacyOpen.filter())
    router.callback_query.register(text, PrivacyText.filter())
    router.callback_query.register(file, PrivacyFile.filter())
    router.callback_query.register(naming, PrivacyNaming.filter())
    router.callback_query.register(ask_name, PrivacyName.filter())
    router.callback_query.register(erase, PrivacyErase.filter())
    return router
