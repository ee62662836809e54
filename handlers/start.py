"""`/start` with or without a link, `/help`, `/cancel` outside a form, and the first screen."""

from datetime import datetime

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.people import Person, Purpose
from domain.refusal import Refusal
from handlers import goals
from handlers.arrival import arrival
from handlers.ask import PRIVATE, conversation
from handlers.callbacks import MenuOpen, RsvpInstead
from handlers.card import Viewer
from handlers.consent import consent_screen, newcomer
from handlers.context import Library
from handlers.forms.desk import Context
from handlers.home import commands_for, help_screen, home_screen
from handlers.listing import events
from handlers.menu import offer_menu
from handlers.opening import remember, send_card, with_note
from handlers.rep_form import begin
from handlers.say import Say
from handlers.screen import Button, Screen, send, show
from handlers.strangers import is_stranger, may_represent
from handlers.surveys.beginning import first_screen
from handlers.surveys.screens import nobody_screen
from handlers.view import heading
from storage.store import Store
from storage.welcome import Goal


async def start(message: Message, *, say: Say, person: Person | None, library: Library) -> None:
    await send(message, home_screen(person, library, say))


async def start_link(
    message: Message,
    command: CommandObject,
    *,
    state: FSMContext,
    store: Store,
    person: Person | None,
    say: Say,
    library: Library,
    now: datetime,
) -> None:
    """A link was opened: what it promises, or a clear word why it does not, with a way on."""
    goal, viewer = goals.parse(command.args or ""), Viewer(person, library, now)
    if goal is not None and goal.represents and person is not None and may_represent(person):
        await send(message, await begin(Context(store, person, say, library, now), state))
        return
    try:
        await _follow(message, goal, store=store, viewer=viewer, say=say)
    except Refusal as refusal:
        why = say(f"refusal-{refusal.code}", **refusal.values)
        await send(message, home_screen(person, library, say, say("start-note", text=why)))


async def _follow(message: Message, goal: Goal | None, *, store: Store, viewer: Viewer, say: Say) -> None:
    if goal is None:
        await send(message, home_screen(viewer.person, viewer.library, say, say("start-link-unknown")))
    elif goal.purpose is Purpose.SURVEY:
        await send(message, await _survey(goal, store, viewer, say))
    elif goal.answer is None and goal.invitation is None and goal.instead is None and not goal.represents:
        await send_card(message, goal.event_id or 0, store=store, viewer=viewer, say=say)
    elif is_stranger(viewer.person) and not (goal.invitation and may_represent(viewer.person)):
        known = await _known(goal, store, viewer.now)
        await send(message, await consent_screen(known, store, say, viewer.library, viewer.now))
    elif goal.instead is not None:
        await send(message, await _instead(goal.instead, store, viewer, say))
    else:
        await _arrive(message, goal, store=store, viewer=viewer, say=say)


async def _survey(goal: Goal, store: Store, viewer: Viewer, say: Say) -> Screen:
    """A link to a survey; who represents nobody is told how to come in."""
    if viewer.person is None:
        return nobody_screen(say)
    return await first_screen(Context(store, viewer.person, say, viewer.library, viewer.now), goal.survey_id)


async def help_(message: Message, *, say: Say, person: Person | None) -> None:
    await send(message, help_screen(person, say))


async def cancel(message: Message, *, state: FSMContext, say: Say, person: Person | None, library: Library) -> None:
    """Outside a form: nothing is left open."""
    if await state.get_state() is not None:
        await state.clear()
    await send(message, home_screen(person, library, say, say("start-cancelled")))


async def menu(query: CallbackQuery, *, say: Say, person: Person | None, library: Library) -> None:
    await show(query, home_screen(person, library, say))


async def _known(goal: Goal, store: Store, now: datetime) -> Goal:
    """The goal, if it can be reached at all: nobody consents for a dead link. A colleague's link learns its event."""
    if goal.invitation is not None:
        await store.invitations.open(goal.invitation, now)
    elif goal.instead is not None:
        event_id, _ = await store.rsvps.instead(goal.instead, None)
        return Goal(event_id, instead=goal.instead)
    elif goal.event_id is not None:
        await store.events.get(goal.event_id)
    return goal


async def _arrive(message: Message, goal: Goal, *, store: Store, viewer: Viewer, say: Say) -> None:
    """Somebody known opened a link: done at once, what came of it stands above the card."""
    user = message.from_user
    if user is None:
        return
    arrived = await store.welcome.come_in(newcomer(user, say), (), goal, viewer.now)
    come = await arrival(arrived, goal, store=store, say=say, library=viewer.library, now=viewer.now)
    shown = await send(message, with_note(come.screen, say("start-note", text=come.toast)))
    if come.event_id is not None:
        await remember(store, come.event_id, shown, viewer)
    if arrived.invitation is not None and message.bot is not None:
        await offer_menu(message.bot, arrived.person, say)


async def _instead(token: str, store: Store, viewer: Viewer, say: Say) -> Screen:
    """A colleague's link: what it is about, and one button."""
    event_id, _ = await store.rsvps.instead(token, viewer.person.id if viewer.person else None)
    event = await store.events.get(event_id)
    come = Button(say.plain("start-button-instead"), RsvpInstead(event_id=event_id, token=token))
    return Screen(say("start-instead", event=heading(event, say), when=say.moment(event.fields.starts_at)), ((come,),))


def router() -> Router:
    router = conversation("start")
    router.message.register(events, CommandStart(deep_link=True, magic=F.args == goals.LIST), PRIVATE)
    router.message.register(start_link, CommandStart(deep_link=True), PRIVATE)
    router.message.register(start, CommandStart(), PRIVATE)
    router.message.register(help_, Command("help"), PRIVATE)
    router.message.register(cancel, Command("cancel"), PRIVATE)
    router.callback_query.register(menu, MenuOpen.filter())
    return router


__all__ = ["commands_for", "router"]
