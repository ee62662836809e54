"""Texts of an event for networks where the bot is not, and its sheet for PRO.Культура.РФ: to be copied by hand."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.announcement import LINK, Network, check_link
from domain.event import Event
from domain.refusal import Gone
from handlers.announcing.facts import announcement, sheet
from handlers.ask import TYPED, Ask, ask, asked, conversation, done, line
from handlers.callbacks import AnnounceListed, AnnounceOpen, AnnounceSheet, AnnounceText, ManageGroups
from handlers.context import Library
from handlers.forms.desk import Context
from handlers.managed import Managed, manageable
from handlers.programme.asking import AsContext
from handlers.say import Say, block, bold, join
from handlers.screen import Button, Row, Screen, send, show
from handlers.view import announced, bare_heading
from storage.store import Store

NETWORKS = tuple(Network)
NAMES = {
    Network.VK: "announce-button-vk",
    Network.OK: "announce-button-ok",
    Network.MAX: "announce-button-max",
}


async def choose(query: CallbackQuery, *, event: Event, say: Say) -> None:
    """Which network, or the sheet."""
    event.require_open()
    text = join(bare_heading(event, say), say("announce-choose"), by="\n\n")
    await show(query, Screen(text, (*_networks(event, say), _back(event, say))))


async def text(
    query: CallbackQuery,
    callback_data: AnnounceText,
    *,
    event: Event,
    store: Store,
    say: Say,
    library: Library,
) -> None:
    """The text in one block, which a touch copies, in the library's first language."""
    event.require_open()
    if not 0 <= callback_data.network < len(NETWORKS):
        raise Gone
    network, view = NETWORKS[callback_data.network], await announced(store, event.id)
    written = announcement(view, network, library, say.into(library.languages[0]))
    values = {"network": say.plain(NAMES[network]), "length": len(written)}
    note = say("announce-poster") if event.fields.poster else None
    words = join(say("announce-text", **values), block(written), note, by="\n\n")
    await show(query, Screen(words, (*_networks(event, say), _back(event, say))))


async def fields(query: CallbackQuery, *, event: Event, store: Store, say: Say, library: Library) -> None:
    await show(query, await _sheet_screen(event, store, say, library))


async def _sheet_screen(event: Event, store: Store, say: Say, library: Library) -> Screen:
    """Each field under its name, in the order in which they are filled in; where it is listed, once that is known."""
    event.require_open()
    known = sheet(await announced(store, event.id), library, say.into(library.languages[0]))
    lines = (join(bold(say.plain(key)), say("announce-value", text=value)) for key, value in known)
    listed = await store.listings.of(event.id)
    there = say("announce-listed", link=listed) if listed else None
    words = join(say("announce-sheet"), join(*lines), say("announce-sheet-rest"), there, by="\n\n")
    key = "announce-button-listed-again" if listed else "announce-button-listed"
    link = (Button(say.plain(key), AnnounceListed(event_id=event.id)),)
    return Screen(words, (*_networks(event, say), link, _back(event, say)))


async def ask_listing(query: CallbackQuery, *, event: Event, state: FSMContext, say: Say) -> None:
    back = Button(say.plain("announce-button-to-sheet"), AnnounceSheet(event_id=event.id))
    await ask(state, Ask.listing, back, event=event.id)
    await show(query, Screen(say("announce-ask-listing"), ((back,),)))


async def typed_listing(message: Message, *, state: FSMContext, ctx: Context) -> None:
    """Its page there, kept with the event."""
    event = await manageable(ctx.store, ctx.person, int((await asked(state))["event"]))
    await ctx.store.listings.put(event.id, check_link(line(message, LINK)), ctx.person, ctx.now)
    await done(state)
    await send(message, await _sheet_screen(event, ctx.store, ctx.say, ctx.library))


def _networks(event: Event, say: Say) -> tuple[Row, ...]:
    buttons = [
        Button(say.plain(NAMES[network]), AnnounceText(event_id=event.id, network=number))
        for number, network in enumerate(NETWORKS)
    ]
    return tuple(buttons), (Button(say.plain("announce-button-sheet"), AnnounceSheet(event_id=event.id)),)


def _back(event: Event, say: Say) -> Row:
    return (Button(say.plain("announce-button-back"), ManageGroups(event_id=event.id)),)


def router() -> Router:
    router = conversation("announcing")
    router.callback_query.register(choose, AnnounceOpen.filter(), Managed())
    router.callback_query.register(text, AnnounceText.filter(), Managed())
    router.callback_query.register(fields, AnnounceSheet.filter(), Managed())
    router.callback_query.register(ask_listing, AnnounceListed.filter(), Managed())
    router.message.register(typed_listing, Ask.listing, TYPED, AsContext())
    return router
