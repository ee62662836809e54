"""`/settings`: the language, which reminders come, and whether the week ahead is told."""

from dataclasses import replace

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.people import Person
from domain.refusal import Gone
from domain.reminders import KINDS
from domain.week_ahead import WISH
from handlers.ask import PRIVATE, conversation
from handlers.callbacks import FeedOpen, LanguageSet, MenuOpen, PrivacyOpen, ReminderSet, SettingsOpen
from handlers.context import Library
from handlers.menu import renew_menu
from handlers.say import Say
from handlers.screen import Button, Screen, send, show
from storage.store import Store

LANGUAGES = {"ru": "settings-language-ru", "en": "settings-language-en"}
WISHES = (*KINDS, "broadcast", WISH)
"""What can be switched on and off; a button carries its place here, so a new one goes last."""
ASKED_FOR = (WISH,)
"""What comes only to who switches it on."""
NAMES = {
    "week": "settings-reminder-week",
    "day": "settings-reminder-day",
    "hours": "settings-reminder-hours",
    "broadcast": "settings-letters",
    WISH: "settings-week-ahead",
}


def settings_screen(person: Person, library: Library, say: Say) -> Screen:
    """Every wish with a button that turns it."""
    languages = tuple(_language(number, name, say) for number, name in enumerate(library.languages))
    wishes = tuple((_wish(number, kind, person, say),) for number, kind in enumerate(WISHES))
    last = (
        Button(say.plain("events-button-menu"), MenuOpen()),
        Button(say.plain("home-button-privacy"), PrivacyOpen()),
    )
    calendar = (Button(say.plain("feed-button-open"), FeedOpen()),)
    return Screen(say("settings-screen"), (languages, *wishes, calendar, last))


async def settings(message: Message, *, person: Person, library: Library, say: Say) -> None:
    await send(message, settings_screen(person, library, say))


async def open_settings(query: CallbackQuery, *, person: Person, library: Library, say: Say) -> None:
    await show(query, settings_screen(person, library, say))


async def set_language(
    query: CallbackQuery,
    callback_data: LanguageSet,
    *,
    bot: Bot,
    store: Store,
    person: Person,
    library: Library,
    say: Say,
) -> None:
    """The language of every word from now on, the messenger's menu included."""
    if not 0 <= callback_data.number < len(library.languages):
        raise Gone
    changed = replace(person, language=library.languages[callback_data.number])
    await store.members.set_language(person.id, changed.language)
    words = say.into(changed.language)
    await show(query, settings_screen(changed, library, words), words.plain("settings-toast-language"))
    await renew_menu(bot, changed, words)


async def set_reminder(
    query: CallbackQuery, callback_data: ReminderSet, *, store: Store, person: Person, library: Library, say: Say
) -> None:
    if not 0 <= callback_data.kind < len(WISHES):
        raise Gone
    kind = WISHES[callback_data.kind]
    changed = await _wish_kept(store, person, kind, wanted=callback_data.wanted == 1)
    await show(query, settings_screen(changed, library, say))


async def _wish_kept(store: Store, person: Person, kind: str, *, wanted: bool) -> Person:
    if kind in ASKED_FOR:
        kinds = person.wanted | {kind} if wanted else person.wanted - {kind}
        await store.members.set_wanted(person.id, kinds)
        return replace(person, wanted=kinds)
    muted = person.muted - {kind} if wanted else person.muted | {kind}
    await store.members.set_muted(person.id, muted)
    return replace(person, muted=muted)


def _language(number: int, name: str, say: Say) -> Button:
    label = say.plain(LANGUAGES[name])
    text = say.plain("card-button-chosen", label=label) if name == say.language else label
    return Button(text, LanguageSet(number=number))


def _wish(number: int, kind: str, person: Person, say: Say) -> Button:
    wanted = kind in person.wanted if kind in ASKED_FOR else kind not in person.muted
    key = "settings-button-on" if wanted else "settings-button-off"
    return Button(say.plain(key, what=say.plain(NAMES[kind])), ReminderSet(kind=number, wanted=int(not wanted)))


def router() -> Router:
    router = conversation("settings")
    router.message.register(settings, Command("settings"), PRIVATE)
    router.callback_query.register(open_settings, SettingsOpen.filter())
    router.callback_query.register(set_language, LanguageSet.filter())
    router.callback_query.register(set_reminder, ReminderSet.filter())
    return router
