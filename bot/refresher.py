"""Keeps the live cards of events up to date: ten changes in a second are one edit of each."""

from collections.abc import Awaitable, Callable
from datetime import datetime

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramRetryAfter

from bot.outcome import Fate, fate_of
from handlers.screen import UNCHANGED, Screen
from storage.cards import Card
from storage.store import Store

log = structlog.get_logger()

Draw = Callable[[Card], Awaitable[Screen]]


class Refresher:
    """Redraws what is due. A card whose message is gone is forgotten."""

    def __init__(self, bot: Bot, store: Store, draw: Draw) -> None:
        self._bot = bot
        self._store = store
        self._draw = draw

    async def beat(self, now: datetime) -> None:
        """Redraws the cards of every event that has changed."""
        due = await self._store.cards.due(now)
        for refresh in due:
            for card in await self._store.cards.live(refresh.event_id):
                await self._redraw(card)
        if due:
            await self._store.cards.refreshed(due, now)

    async def _redraw(self, card: Card) -> None:
        try:
            await self._edit(card, await self._draw(card))
        except TelegramRetryAfter as error:
            log.warning("card-held", card=card.id, seconds=error.retry_after)
        except TelegramAPIError as error:
            if isinstance(error, TelegramBadRequest) and UNCHANGED in error.message:
                return
            log.info("card-not-redrawn", card=card.id, error=type(error).__name__)
            if fate_of(error) in (Fate.REFUSED, Fate.GONE):
                await self._store.cards.drop(card.id)

    async def _edit(self, card: Card, screen: Screen) -> None:
        where = {"chat_id": card.chat_id, "message_id": card.message_id, "reply_markup": screen.keyboard}
        if card.has_poster:
            await self._bot.edit_message_caption(caption=screen.text, **where)
        else:
            await self._bot.edit_message_text(text=screen.text, **where)
