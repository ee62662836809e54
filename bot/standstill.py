"""While nothing can be written down, or only slowly, people are told that nothing is lost: each of them once."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager

import structlog
from aiogram import Bot
from aiogram.types import Message, Update
from pydantic import ValidationError

from bot.apology import SLOW, WAITS
from bot.lanes import event_of, person_of
from bot.reading import read
from storage.database import AnyDatabase
from storage.unavailable import is_busy, is_unavailable

log = structlog.get_logger()

WORD_AFTER = 5.0
"""Seconds for which somebody may wait for the database without a word."""


class Standstill:
    """Begins with the first update that cannot be kept, and is over with the next that can."""

    def __init__(self, bot: Bot, apologise: Callable[[Update, str], Awaitable[None]]) -> None:
        self._bot = bot
        self._apologise = apologise
        self._told: set[int] = set()
        self._words: set[asyncio.Future[None]] = set()

    @contextmanager
    def while_keeping(self, updates: Sequence[tuple[int, str]]) -> Iterator[None]:
        """Tells whose updates these are if keeping them fails for want of the database, or takes too long."""
        alarm = asyncio.get_running_loop().call_later(WORD_AFTER, self._tell_all, updates, SLOW)
        try:
            yield
        except Exception as error:
            if is_unavailable(error):
                self._tell_all(updates, _word(error))
            raise
        else:
            self._over()
        finally:
            alarm.cancel()

    @contextmanager
    def while_in_hand(self, update: Update, database: AnyDatabase) -> Iterator[None]:
        """Tells whose update it is if its effect has to wait because another program holds the database."""
        loop, alarm = asyncio.get_running_loop(), list[asyncio.TimerHandle]()

        def look() -> None:
            if database.held_for > WORD_AFTER / 2:
                self._tell(update, SLOW)
            else:
                alarm[:] = [loop.call_later(WORD_AFTER, look)]

        alarm.append(loop.call_later(WORD_AFTER, look))
        try:
            yield
        finally:
            alarm[0].cancel()

    def tell(self, update: Update, error: Exception) -> None:
        """Tells whose update it is, in private or under the button; nobody twice."""
        self._tell(update, _word(error))

    def _tell(self, update: Update, code: str) -> None:
        person = person_of(update)
        if person in self._told or not _is_between_us(update):
            return
        self._told.add(person)
        word = asyncio.ensure_future(self._apologise(update, code))
        self._words.add(word)
        word.add_done_callback(self._words.discard)

    def _tell_all(self, updates: Sequence[tuple[int, str]], code: str) -> None:
        for _, body in updates:
            try:
                self._tell(read(body, self._bot), code)
            except ValidationError:
                continue

    def _over(self) -> None:
        if self._told:
            log.info("database-back", told=len(self._told))
            self._told.clear()


def _word(error: Exception) -> str:
    return SLOW if is_busy(error) else WAITS


def _is_between_us(update: Update) -> bool:
    event = event_of(update)
    return update.callback_query is not None or (isinstance(event, Message) and event.chat.type == "private")
