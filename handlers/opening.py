"""Showing the card of an event, and remembering where it stands so that it stays up to date."""

from dataclasses import replace

from aiogram.types import CallbackQuery, Message

from handlers.callbacks import EventList, EventMore, ManageOpen, PartOpen, SeriesDates
from handlers.card import Viewer, card_screen, event_card
from handlers.say import Html, Say, join
from handlers.screen import Screen, send, show
from handlers.view import EventView
from storage.cards import Shown
from storage.store import Store

LEAVING = frozenset(kind.__prefix__ for kind in (EventList, EventMore, ManageOpen, PartOpen, SeriesDates))
"""Buttons of a card that show something else in its place."""


async def send_card(
    message: Message, event_id: int, *, store: Store, viewer: Viewer, say: Say, note: Html | None = None
) -> None:
    """The card below what was typed; `note` stands above it."""
    screen = with_note(await card_screen(store, event_id, viewer, say), note)
    await remember(store, event_id, await send(message, screen), viewer)


async def open_card(
    query: CallbackQuery, event_id: int, *, store: Store, viewer: Viewer, say: Say, toast: str | None = None
) -> None:
    """The card in place of the pressed message."""
    shown = await show(query, await card_screen(store, event_id, viewer, say), toast)
    await remember(store, event_id, shown, viewer)


async def redraw(query: CallbackQuery, view: EventView, viewer: Viewer, say: Say, toast: str) -> None:
    """The pressed card with what has changed."""
    await show(query, event_card(view, viewer, say), toast)


async def remember(store: Store, event_id: int, shown: Message | None, viewer: Viewer) -> None:
    """Keeps where the card stands; of a person who has not consented nothing is kept."""
    if shown is None or (viewer.person is None and not viewer.shared):
        return
    member_id = None if viewer.shared or viewer.person is None else viewer.person.id
    await store.cards.put(event_id, shown.chat.id, shown.message_id, member_id, has_poster=bool(shown.photo))


async def leave_card(query: CallbackQuery, store: Store) -> None:
    """Where a press has put another screen in the place of somebody's card, the card is kept up to date no more."""
    leaves = (query.data or "").partition(":")[0] in LEAVING
    if leaves and not is_shared(query) and query.message is not None:
        await store.cards.leave(query.message.chat.id, query.message.message_id)


def is_shared(query: CallbackQuery) -> bool:
    """Whether others see the message too: in a group, in a channel, or sent through somebody else's chat."""
    return query.message is None or query.message.chat.type != "private"


def own_card(query: CallbackQuery) -> Shown | None:
    """The presser's own message under the button, as it will show the card."""
    if is_shared(query) or not isinstance(query.message, Message):
        return None
    return Shown(query.message.chat.id, query.message.message_id, has_poster=bool(query.message.photo))


def with_note(screen: Screen, note: Html | None) -> Screen:
    return replace(screen, text=join(note, screen.text, by="\n\n"))
