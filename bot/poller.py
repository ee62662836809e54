"""Takes updates in: a batch is kept in one commit, and only then confirmed to Telegram by the next offset."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError, TelegramNotFound, TelegramRetryAfter, TelegramUnauthorizedError
from aiogram.methods import TelegramMethod

from bot.kept import as_kept, number_of
from bot.pacer import unaided
from storage.unavailable import is_unavailable, reason

log = structlog.get_logger()

Intake = Callable[[list[tuple[int, str]]], Awaitable[None]]
Room = Callable[[], Awaitable[None]]
"""Waits until there is room for more."""

HOLD = 25
"""Seconds that Telegram holds a question without updates."""
HASTE = 1.0
"""An answer without updates that comes sooner than this was not held: by a proxy, or another server than Telegram's."""
BREATH = 0.1
"""Seconds until the next question then."""
PATIENCE = (0.5, 1, 2, 5, 10, 15)
MANNERS = (5, 10, 20, 30)
"""Seconds for which the token is left to another program that asks for its updates: by turns of a moment both would
get the same ones.
"""
WANTED = [
    "message",
    "edited_message",
    "channel_post",
    "callback_query",
    "my_chat_member",
    "inline_query",
    "chosen_inline_result",
]


class GetRawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """`getUpdates` as it comes: also what this version does not know is kept."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    timeout: int = HOLD
    limit: int = 100
    allowed_updates: list[str] | None = None


class Poller:
    """Asks for updates until it is cancelled; no fault on the way ends it, but a refused token does."""

    def __init__(self, bot: Bot, intake: Intake, room: Room) -> None:
        self._bot = bot
        self._intake = intake
        self._room = room
        self._offset: int | None = None
        self._failures = 0

    async def run(self) -> None:
        while True:
            try:
                await self._round()
                self._went_well()
            except (TelegramUnauthorizedError, TelegramNotFound):
                log.error("token-refused")
                raise
            except Exception as error:  # noqa: BLE001 - nothing is confirmed yet, so nothing is lost
                await self._pause(error)

    async def _round(self) -> None:
        ask = GetRawUpdates(offset=self._offset, allowed_updates=WANTED)
        await self._room()
        asked_at = time.monotonic()
        with unaided():
            updates = await self._bot(ask, request_timeout=HOLD + 10)
        if updates:
            await self._intake([(number_of(one), as_kept(one)) for one in updates])
            self._offset = number_of(updates[-1]) + 1
        elif time.monotonic() - asked_at < HASTE:
            await asyncio.sleep(BREATH)

    def _went_well(self) -> None:
        if self._failures:
            log.info("polling-again", failures=self._failures)
        self._failures = 0

    async def _pause(self, error: Exception) -> None:
        is_conflict = isinstance(error, TelegramConflictError)
        pauses = MANNERS if is_conflict else PATIENCE
        wait = (
            error.retry_after if isinstance(error, TelegramRetryAfter) else pauses[min(self._failures, len(pauses) - 1)]
        )
        self._failures += 1
        if isinstance(error, TelegramConflictError):
            await self._conflict(error, wait)
        elif is_unavailable(error):
            log.error("database-unavailable", reason=reason(error), pause=wait)
        else:
            log.warning("poll-failed", error=type(error).__name__, pause=wait)
        await asyncio.sleep(wait)

    async def _conflict(self, error: TelegramConflictError, wait: float) -> None:
        """Either another program polls with this token, or a webhook was set once: polling is what is wanted now."""
        if "webhook" not in error.message:
            log.warning("another-poller-on-this-token", pause=wait)
            return
        log.warning("webhook-removed")
        with suppress(Exception), unaided():
            await self._bot.delete_webhook()
