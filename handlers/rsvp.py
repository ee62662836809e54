"""«Приду», «Возможно», «Не смогу», guests; why not, and a colleague instead."""

from datetime import datetime

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.people import Person
from domain.refusal import Refusal
from domain.seats import Answer, RsvpState, Window
from handlers import goals
from handlers.ask import TYPED, Ask, ask, asked, conversation, done, line
from handlers.callbacks import ANSWERS, EventOpen, RsvpAnswer, RsvpColleague, RsvpGuests, RsvpInstead, RsvpWhy
from handlers.card import Viewer, event_card
from handlers.consent import consent_screen
from handlers.context import Library
from handlers.opening import is_shared, own_card, send_card
from handlers.say import Say
from handlers.screen import Button, Screen, answer, below, show
from handlers.strangers import is_stranger
from handlers.told import told
from handlers.view import after, heading
from storage.rsvps import Answered
from storage.store import Store
from storage.welcome import Goal

REASON = 300


async def press(
    query: CallbackQuery,
    callback_data: RsvpAnswer,
    *,
    store: Store,
    person: Person | None,
    say: Say,
    library: Library,
    now: datetime,
) -> None:
    """An answer: kept, told, and the card drawn anew. Who is unknown is shown the consent first."""
    if not 0 <= callback_data.answer < len(ANSWERS):
        raise Refusal("gone")
    wish = ANSWERS[callback_data.answer]
    if person is None or is_stranger(person):
        await _to_consent(query, Goal(callback_data.event_id, wish), store=store, say=say, library=library, now=now)
        return
    answered = await store.rsvps.answer(callback_data.event_id, person.id, wish, now, shown=own_card(query))
    await _answered(query, answered, store=store, viewer=Viewer(person, library, now), say=say)


async def guests(
    query: CallbackQuery,
    callback_data: RsvpGuests,
    *,
    store: Store,
    person: Person | None,
    say: Say,
    library: Library,
    now: datetime,
) -> None:
    """Guests along with who comes; an old button never signs anybody up again."""
    mine = await store.rsvps.of(callback_data.event_id, person.id) if person else None
    if person is None or mine is None or mine.state not in (RsvpState.GOING, RsvpState.QUEUED):
        raise Refusal("not-coming")
    number = callback_data.guests
    answered = await store.rsvps.answer(callback_data.event_id, person.id, Answer.GOING, now, guests=number)
    await _answered(query, answered, store=store, viewer=Viewer(person, library, now), say=say)


async def instead(
    query: CallbackQuery,
    callback_data: RsvpInstead,
    *,
    store: Store,
    person: Person | None,
    say: Say,
    library: Library,
    now: datetime,
) -> None:
    """Comes instead of a colleague."""
    if person is None or is_stranger(person):
        goal = Goal(callback_data.event_id, instead=callback_data.token)
        await _to_consent(query, goal, store=store, say=say, library=library, now=now)
        return
    answered = await store.rsvps.come_instead(callback_data.token, person.id, now)
    await _answered(query, answered, store=store, viewer=Viewer(person, library, now), say=say)


async def why(query: CallbackQuery, callback_data: RsvpWhy, *, state: FSMContext, say: Say) -> None:
    skip = Button(say.plain("rsvp-button-skip"), EventOpen(event_id=callback_data.event_id))
    await ask(state, Ask.why_not, skip, event=callback_data.event_id)
    await show(query, Screen(say("rsvp-ask-why"), ((skip,),)))


async def keep_why(
    message: Message,
    *,
    state: FSMContext,
    store: Store,
    person: Person | None,
    say: Say,
    library: Library,
    now: datetime,
) -> None:
    """The reason of a refusal; it changes no answer."""
    reason, event_id = line(message, REASON), int((await asked(state))["event"])
    await done(state)
    if person is not None:
        await store.rsvps.explain(event_id, person.id, reason)
    viewer = Viewer(person, library, now)
    await send_card(message, event_id, store=store, viewer=viewer, say=say, note=say("rsvp-why-kept"))


async def colleague(
    query: CallbackQuery,
    callback_data: RsvpColleague,
    *,
    store: Store,
    person: Person | None,
    say: Say,
    library: Library,
    now: datetime,
) -> None:
    """A message to pass on, with honest words: the seat is not kept."""
    event = await store.events.get(callback_data.event_id)
    if person is None:
        raise Refusal("not-coming")
    event.require_open()
    Window(event.deadline, event.begins_at).check(Answer.GOING, now)
    token = await store.rsvps.substitute(event.id, person.id, now)
    values = {
        "event": heading(event, say),
        "when": say.moment(event.fields.starts_at),
        "link": library.link(f"z{token}"),
    }
    await answer(query, say.plain("rsvp-toast-colleague"))
    await below(query, Screen(say("rsvp-colleague", **values)))


async def _answered(query: CallbackQuery, done: Answered, *, store: Store, viewer: Viewer, say: Say) -> None:
    """In a shared chat the result is for the presser's eyes only, and the card there follows by itself."""
    toast = told(done, say)
    if is_shared(query):
        await answer(query, toast, alert=done.after.state is RsvpState.QUEUED)
        return
    await show(query, event_card(await after(store, done, viewer.person), viewer, say), toast)


async def _to_consent(
    query: CallbackQuery, goal: Goal, *, store: Store, say: Say, library: Library, now: datetime
) -> None:
    """In a shared chat the press opens the private one; nothing is kept on the way."""
    if is_shared(query):
        await answer(query, url=library.link(goals.pack(goal)))
        return
    if goal.event_id is not None:
        await store.events.get(goal.event_id)
    await show(query, await consent_screen(goal, store, say, library, now))


def router() -> Router:
    router = conversation("rsvp")
    router.callback_query.register(press, RsvpAnswer.filter())
    router.callback_query.register(guests, RsvpGuests.filter())
    router.callback_query.register(instead, RsvpInstead.filter())
    router.callback_query.register(why, RsvpWhy.filter())
    router.callback_query.register(colleague, RsvpColleague.filter())
    router.message.register(keep_why, Ask.why_not, TYPED)
    return router
