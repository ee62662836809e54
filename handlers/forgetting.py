"""Taking consents back, each by itself, and being forgotten. Said before: what it will bring. Done at once."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.destruction import Destruction
from domain.people import Person, Purpose
from domain.refusal import Gone
from domain.seats import RsvpState
from handlers.ask import conversation
from handlers.callbacks import PrivacyErase, PrivacyWithdraw
from handlers.consent_texts import PURPOSES
from handlers.context import Library
from handlers.home import stranger_screen
from handlers.privacy import ORDER, back, privacy_screen
from handlers.say import Html, Say, join
from handlers.screen import Button, Screen, show
from handlers.words import to_list
from storage.store import Store

SEATED = (RsvpState.GOING, RsvpState.QUEUED)


async def withdraw(
    query: CallbackQuery,
    callback_data: PrivacyWithdraw,
    *,
    store: Store,
    person: Person | None,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    """One consent: asks, saying what goes with it; then takes it back."""
    if person is None:
        await show(query, stranger_screen(say))
        return
    purpose = _purpose(callback_data.purpose)
    if callback_data.sure != 1 and purpose in person.consents:
        await show(query, await _ask(purpose, person, store, say, now))
        return
    gone = await store.members.withdraw(person.id, purpose, now)
    if gone is not None:
        await show(query, erased_screen(gone, say))
        return
    left = await store.members.find(person.id) or person
    await show(query, await privacy_screen(left, store, library, say, now), say.plain("privacy-toast-withdrawn"))


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
        await show(query, erased_screen(None, say))
    elif callback_data.sure != 1:
        yes = Button(say.plain("privacy-button-erase-yes"), PrivacyErase(sure=1))
        await show(query, Screen(say("privacy-erase-ask"), ((yes,), (back(say),))))
    else:
        await show(query, erased_screen(await store.members.erase(person.id, now), say))


def erased_screen(gone: Destruction | None, say: Say) -> Screen:
    """The last word; the number is all by which the library's account of it can be told."""
    number = say("privacy-erased-number", number=str(gone.number)) if gone else None
    return Screen(join(say("privacy-erased"), number, by="\n\n"), (to_list(say),))


async def what_goes(purpose: Purpose, person: Person, store: Store, say: Say, now: datetime) -> Html:
    """What taking this consent back brings with it."""
    if person.consents == {purpose}:
        return say("privacy-withdraw-last")
    if purpose is not Purpose.EVENTS:
        return say("privacy-withdraw-one")
    coming = [rsvp for _, rsvp in await store.rsvps.mine(person.id, now) if rsvp.state in SEATED]
    return say("privacy-withdraw-events", number=len(coming))


async def _ask(purpose: Purpose, person: Person, store: Store, say: Say, now: datetime) -> Screen:
    title = say("privacy-withdraw-ask", what=say.plain(PURPOSES[purpose]))
    yes = Button(say.plain("privacy-button-withdraw-yes"), PrivacyWithdraw(purpose=ORDER.index(purpose), sure=1))
    return Screen(join(title, await what_goes(purpose, person, store, say, now)), ((yes,), (back(say),)))


def _purpose(number: int) -> Purpose:
    if not 0 <= number < len(ORDER):
        raise Gone
    return ORDER[number]


def router() -> Router:
    router = conversation("forgetting")
    router.callback_query.register(withdraw, PrivacyWithdraw.filter())
    router.callback_query.register(erase, PrivacyErase.filter())
    return router
