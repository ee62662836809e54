"""Keeps the live cards of events up to date: ten changes in a second are one edit of each."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter
from aiogram.methods import EditMessageCaption, EditMessageMedia, EditMessageText
from aiogram.types import InputMediaPhoto

from bot.clock import RemoteClock, SystemClock
from bot.outcome import Fate, fate_of
from bot.pacer import unaided
from handlers.screen import Screen
from storage.cards import GATHER, Card, Refresh
from storage.store import Store
from storage.unavailable import is_unavailable

log = structlog.get_logger()

Draw = Callable[[Card], Awaitable[Screen]]

SIDE_BY_SIDE = 10
AGAIN = 5.0
"""Seconds after which cards that could not be drawn are drawn again, unless the messenger names another time."""


class Refresher:
    """Redraws what is due. A card whose message is gone is forgotten; one that must wait holds up its event alone."""

    def __init__(
        self, bot: Bot, store: Store, clock: SystemClock | RemoteClock, draw: Draw, *, is_alone: bool = True
    ) -> None:
        self._bot = bot
        self._due = store.cards.due if is_alone else store.cards.claim
        self._store = store
        self._clock = clock
        self._draw = draw
        self._places = asyncio.Semaphore(SIDE_BY_SIDE)
        self._late: dict[int, float] = {}

    async def beat(self, now: datetime) -> None:
        """Redraws the cards of every event that has changed."""
        due = await self._due(now + GATHER if self._clock.stands else now)
        time = asyncio.get_running_loop().time()
        ready = [refresh for refresh in due if self._late.get(refresh.event_id, 0.0) <= time]
        drawn = await asyncio.gather(*map(self._refresh, ready))
        done = [refresh for refresh, is_done in zip(ready, drawn, strict=True) if is_done]
        if done:
            await self._store.cards.refreshed(done, self._clock.now())

    async def _refresh(self, refresh: Refresh) -> bool:
        """Whether every card of the event is as it should be."""
        cards = await self._store.cards.live(refresh.event_id)
        waits = await asyncio.gather(*map(self._redraw, cards))
        wait = max(waits, default=0.0)
        self._late.pop(refresh.event_id, None)
        if wait:
            self._late[refresh.event_id] = asyncio.get_running_loop().time() + wait
        return not wait

    async def _redraw(self, card: Card) -> float:
        """Seconds after which the card is to be drawn again; 0: it is done."""
        async with self._places:
            try:
                screen = await self._draw(card)
            except Exception as error:
                if is_unavailable(error):
                    return AGAIN
                log.exception("card-not-drawn", card=card.id, event_id=card.event_id)
                return 0.0
            try:
                await self._edit(card, screen)
            except Exception as error:  # noqa: BLE001 - one card never stops the others
                return await self._failed(card, error)
        return 0.0

    async def _failed(self, card: Card, error: Exception) -> float:
        fate = fate_of(error)
        log.info("card-not-redrawn", card=card.id, event_id=card.event_id, error=type(error).__name__)
        if fate in (Fate.REFUSED, Fate.GONE):
            await self._store.cards.drop(card.id)
            return 0.0
        return float(error.retry_after) if isinstance(error, TelegramRetryAfter) else AGAIN

    async def _edit(self, card: Card, screen: Screen) -> None:
        if _lost_its_picture(card, screen) and await self._replaced(card):
            return
        with unaided():
            await self._bot(_edit_of(card, screen))
        if _is_other_picture(card, screen):
            await self._store.cards.pictured(card.id, str(screen.photo))

    async def _replaced(self, card: Card) -> bool:
        """Whether its message goes and another comes: as long as the event is announced, and the messenger lets it."""
        event, now = await self._store.events.get(card.event_id), self._clock.now()
        if not event.is_open or now >= event.ends_at:
            return False
        try:
            with unaided():
                await self._bot.delete_message(card.chat_id or 0, card.message_id or 0)
        except TelegramBadRequest as error:
            if "can't be deleted" not in error.message:
                raise
            await self._store.posts.pictured(card, now)
            return False
        await self._store.posts.anew(card, now)
        return True


def _lost_its_picture(card: Card, screen: Screen) -> bool:
    """Whether many see a poster that the event has no more; one person's own card is drawn anew at their next press."""
    return card.has_poster and screen.photo is None and card.member_id is None and card.chat_id is not None


def _edit_of(card: Card, screen: Screen) -> EditMessageText | EditMessageCaption | EditMessageMedia:
    """A new picture comes with its words. A picture becomes no text: where it can't be replaced, it stays."""
    chat, message, inline, buttons = card.chat_id, card.message_id, card.inline_id, screen.keyboard
    if _is_other_picture(card, screen):
        media = InputMediaPhoto(media=str(screen.photo), caption=screen.text)
        return EditMessageMedia(
            media=media, chat_id=chat, message_id=message, inline_message_id=inline, reply_markup=buttons
        )
    if card.has_poster:
        return EditMessageCaption(
            caption=screen.text, chat_id=chat, message_id=message, inline_message_id=inline, reply_markup=buttons
        )
    return EditMessageText(
        text=screen.text, chat_id=chat, message_id=message, inline_message_id=inline, reply_markup=buttons
    )


def _is_other_picture(card: Card, screen: Screen) -> bool:
    return screen.photo is not None and screen.photo != card.poster
