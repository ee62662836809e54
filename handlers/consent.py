"""The consent screen, for whatever purpose: before anything about a person is kept (DOMAIN.md §6.2).

Until «Согласен» nothing is stored: the ticks live in the buttons alone. Each purpose is consented to apart, and what is
kept is the very text that was shown.
"""

from datetime import datetime
from typing import Any

from aiogram import Bot, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, User

from domain.event import Event
from domain.people import Person, Purpose
from domain.refusal import Refusal
from handlers import goals
from handlers.arrival import arrival
from handlers.ask import conversation, visible
from handlers.callbacks import ConsentGive, ConsentLeave, ConsentRefuse, ConsentTick, EventOpen
from handlers.card import Viewer
from handlers.consent_reason import came_for, reason, wants_seat, would_wait
from handlers.consent_texts import as_html, given, shown_text
from handlers.context import Library
from handlers.forms.desk import Context
from handlers.menu import offer_menu
from handlers.opening import remember, with_note
from handlers.privacy import privacy_screen
from handlers.rep_form import begin
from handlers.say import Say, join
from handlers.screen import Button, Row, Screen, show
from handlers.surveys.beginning import straight_in
from handlers.words import to_list
from storage.members import Newcomer
from storage.store import Store
from storage.welcome import Goal

SURVEYS = goals.pack(Goal(purpose=Purpose.SURVEY))


async def consent_screen(
    goal: Goal, store: Store, say: Say, library: Library, now: datetime, *, adult: int = 0, naming: int = 0
) -> Screen:
    """The one screen: what they came for, the text of what that needs, the adult's tick, yes and no.

    Being named is asked beside the sign-up, apart and as people like; surveys may be had alone.
    """
    event = await came_for(goal, store)
    ticks = {"adult": adult, "naming": naming, "goal": goals.pack(goal)}
    wanted = (goal.purpose, Purpose.NAMING) if goal.purpose is Purpose.EVENTS else (goal.purpose,)
    texts = (as_html(shown_text(purpose, library, say), say) for purpose in wanted)
    rows = (
        (_tick("consent-button-adult", adult, ConsentTick(**ticks | {"adult": 1 - adult}), say),),
        _naming(ticks, say) if len(wanted) > 1 else (),
        (Button(say.plain(_yes(goal, event)), ConsentGive(**ticks)),),
        (Button(say.plain("consent-button-refuse"), _no(goal)), *_only_surveys(goal, adult, say)),
    )
    return Screen(join(await reason(goal, event, store, say, now), say("consent-title"), *texts, by="\n\n"), rows)


async def tick(
    query: CallbackQuery, callback_data: ConsentTick, *, store: Store, say: Say, library: Library, now: datetime
) -> None:
    goal = goals.parse(callback_data.goal) or Goal()
    marks = {"adult": min(1, abs(callback_data.adult)), "naming": min(1, abs(callback_data.naming))}
    await show(query, await consent_screen(goal, store, say, library, now, **marks))


async def give(
    query: CallbackQuery,
    callback_data: ConsentGive,
    *,
    bot: Bot,
    state: FSMContext,
    store: Store,
    person: Person | None,
    say: Say,
    library: Library,
    now: datetime,
) -> None:
    if callback_data.adult != 1:
        raise Refusal("consent-adult")
    goal = goals.parse(callback_data.goal) or Goal()
    pressed = _pressed(query) or say.plain(_yes(goal, await came_for(goal, store)))
    agreed = [given(goal.purpose, pressed, library, say, now)]
    if callback_data.naming == 1 and goal.purpose is Purpose.EVENTS:
        agreed.append(given(Purpose.NAMING, say.plain("consent-button-naming"), library, say, now))
    arrived = await store.welcome.come_in(newcomer(query.from_user, say), agreed, goal, now)
    ctx = Context(store, arrived.person, say, library, now)
    if goal.survey_id is not None:
        await show(query, await straight_in(ctx, state, goal.survey_id), say.plain("consent-toast"))
        return
    if person is not None and goal.purpose is not Purpose.EVENTS:
        screen = await privacy_screen(arrived.person, store, library, say, now)
        await show(query, screen, say.plain("consent-toast"))
        return
    if goal.represents:
        await show(query, await begin(ctx, state), say.plain("consent-toast"))
        return
    come = await arrival(arrived, goal, store=store, say=say, library=library, now=now)
    screen = with_note(come.screen, say("start-note", text=come.toast)) if arrived.invitation else come.screen
    shown = await show(query, screen, come.toast)
    if come.event_id is not None:
        await remember(store, come.event_id, shown, Viewer(arrived.person, library, now))
    await offer_menu(bot, arrived.person, say)


async def refuse(
    query: CallbackQuery, callback_data: ConsentLeave | ConsentRefuse, person: Person | None, say: Say
) -> None:
    """Refusing one thing blocks no other; the event that somebody came for is one press away."""
    words = say("consent-refused" if person is None else "consent-as-before")
    event_id = callback_data.event_id if isinstance(callback_data, ConsentLeave) else None
    card = (Button(say.plain("more-button-back"), EventOpen(event_id=event_id)),) if event_id is not None else ()
    await show(query, Screen(words, (card, to_list(say))))


def _no(goal: Goal) -> ConsentLeave | ConsentRefuse:
    return ConsentRefuse() if goal.event_id is None else ConsentLeave(event_id=goal.event_id)


def newcomer(user: User, say: Say) -> Newcomer:
    name = visible(user.full_name) or user.username or say.plain("seating-nameless")
    return Newcomer(user.id, name[:200], say.language)


def _naming(ticks: dict[str, Any], say: Say) -> Row:
    naming = ticks["naming"]
    return (_tick("consent-button-naming", naming, ConsentTick(**ticks | {"naming": 1 - naming}), say),)


def _only_surveys(goal: Goal, adult: int, say: Say) -> Row:
    """For who wants no invitations: surveys alone."""
    if goal != Goal():
        return ()
    return (Button(say.plain("consent-button-surveys"), ConsentTick(adult=adult, naming=0, goal=SURVEYS)),)


def _yes(goal: Goal, event: Event | None) -> str:
    """The word on the button: it says what follows."""
    if not wants_seat(goal):
        return "consent-button-give"
    return "consent-button-queue" if would_wait(event) else "consent-button-going"


def _pressed(query: CallbackQuery) -> str | None:
    """What stood on the button, however full the event has become since."""
    markup = query.message.reply_markup if isinstance(query.message, Message) else None
    buttons = (button for row in (markup.inline_keyboard if markup else ()) for button in row)
    return next((button.text for button in buttons if button.callback_data == query.data), None)


def _tick(key: str, on: int, press: ConsentTick, say: Say) -> Button:
    mark = "consent-button-ticked" if on else "consent-button-unticked"
    return Button(say.plain(mark, label=say.plain(key)), press)


def router() -> Router:
    router = conversation("consent")
    router.callback_query.register(tick, ConsentTick.filter())
    router.callback_query.register(give, ConsentGive.filter())
    router.callback_query.register(refuse, ConsentLeave.filter())
    router.callback_query.register(refuse, ConsentRefuse.filter())
    return router
