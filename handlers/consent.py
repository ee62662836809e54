"""The consent screen: once, before anything about a person is kept (DOMAIN.md §6.2).

Until «Согласен» nothing is stored: the ticks live in the buttons alone. The texts are in the catalogue, a message a
version; a new version is a new message, and the old one stays for those who agreed to it.
"""

from dataclasses import astuple
from datetime import datetime
from hashlib import sha256

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, User

from domain.people import Person, Purpose
from domain.refusal import Refusal
from domain.seats import Answer
from handlers import goals
from handlers.arrival import arrival
from handlers.ask import conversation
from handlers.callbacks import ConsentGive, ConsentRefuse, ConsentTick
from handlers.card import Viewer
from handlers.context import Library, Operator
from handlers.menu import offer_menu
from handlers.opening import remember
from handlers.say import Html, Say, join
from handlers.screen import Button, Screen, show
from handlers.words import to_list
from storage.members import ConsentGiven, Newcomer
from storage.store import Store
from storage.welcome import Goal

CURRENT = {Purpose.EVENTS: "consent-events-1", Purpose.NAMING: "consent-naming-1"}
"""The message with the text in force for each purpose; its key without «consent-» names the version."""


def is_stranger(person: Person | None) -> bool:
    """Whether nothing may be kept of this person yet."""
    return person is None or Purpose.EVENTS not in person.consents


def consent_text(purpose: Purpose, operator: Operator, say: Say) -> Html:
    """The text in force, as it is shown."""
    name, address, contact = astuple(operator)
    return say(CURRENT[purpose], operator=name, address=address, contact=contact)


def version(purpose: Purpose, operator: Operator, say: Say) -> str:
    """Which text: its number, language and the beginning of the hash of what was shown."""
    shown = sha256(consent_text(purpose, operator, say).encode()).hexdigest()[:16]
    return f"{CURRENT[purpose].removeprefix('consent-')}-{say.language}-{shown}"


def consent_screen(goal: Goal, say: Say, library: Library, *, adult: int = 0, naming: int = 0) -> Screen:
    """The one screen: the text, two ticks, yes and no."""
    ticks = {"adult": adult, "naming": naming, "goal": goals.pack(goal)}
    texts = (consent_text(purpose, library.operator, say) for purpose in CURRENT)
    rows = (
        (_tick("consent-button-adult", adult, ConsentTick(**ticks | {"adult": 1 - adult}), say),),
        (_tick("consent-button-naming", naming, ConsentTick(**ticks | {"naming": 1 - naming}), say),),
        (Button(say.plain(_yes(goal)), ConsentGive(**ticks)),),
        (Button(say.plain("consent-button-refuse"), ConsentRefuse()),),
    )
    return Screen(join(say("consent-title"), *texts, by="\n\n"), rows)


async def tick(query: CallbackQuery, callback_data: ConsentTick, say: Say, library: Library) -> None:
    goal = goals.parse(callback_data.goal) or Goal()
    marks = {"adult": min(1, abs(callback_data.adult)), "naming": min(1, abs(callback_data.naming))}
    await show(query, consent_screen(goal, say, library, **marks))


async def give(
    query: CallbackQuery,
    callback_data: ConsentGive,
    *,
    bot: Bot,
    store: Store,
    say: Say,
    library: Library,
    now: datetime,
) -> None:
    if callback_data.adult != 1:
        raise Refusal("consent-adult")
    goal = goals.parse(callback_data.goal) or Goal()
    given = [_given(Purpose.EVENTS, _yes(goal), library, say, now)]
    if callback_data.naming == 1:
        given.append(_given(Purpose.NAMING, "consent-button-naming", library, say, now))
    arrived = await store.welcome.come_in(newcomer(query.from_user, say), given, goal, now)
    come = await arrival(arrived, goal, store=store, say=say, library=library, now=now)
    shown = await show(query, come.screen, come.toast)
    if come.event_id is not None:
        await remember(store, come.event_id, shown, Viewer(arrived.person, library, now))
    await offer_menu(bot, arrived.person, say)


async def refuse(query: CallbackQuery, say: Say) -> None:
    await show(query, Screen(say("consent-refused"), (to_list(say),)))


def newcomer(user: User, say: Say) -> Newcomer:
    return Newcomer(user.id, user.full_name[:200], say.language)


def _given(purpose: Purpose, button: str, library: Library, say: Say, now: datetime) -> ConsentGiven:
    return ConsentGiven(purpose, version(purpose, library.operator, say), say.plain(button)[:80], now)


def _yes(goal: Goal) -> str:
    """The word on the button: it says what follows."""
    if goal.instead is not None or goal.answer is Answer.GOING:
        return "consent-button-going"
    return "consent-button-give"


def _tick(key: str, on: int, press: ConsentTick, say: Say) -> Button:
    mark = "consent-button-ticked" if on else "consent-button-unticked"
    return Button(say.plain(mark, label=say.plain(key)), press)


def router() -> Router:
    router = conversation("consent")
    router.callback_query.register(tick, ConsentTick.filter())
    router.callback_query.register(give, ConsentGive.filter())
    router.callback_query.register(refuse, ConsentRefuse.filter())
    return router
