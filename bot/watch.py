"""Looks after the bot itself: a queue that does not move is told to the administrators, once, without the queue."""

import time
from collections.abc import Callable, Iterable
from datetime import datetime

import structlog
from aiogram import Bot

from bot.pacer import unaided
from bot.texts import Texts
from domain.health import PATIENCE, Traffic, Trouble, Waiting, troubles
from handlers.health import alarm
from storage.store import Store

log = structlog.get_logger()

EVERY = 60.0
STANDS = 300.0
"""Seconds for which the same message must be the first of all: one that is only long, moves."""
ANSWER_WITHIN = 10


class Watch:
    """`seconds` never go back; the clock of the bot may be turned."""

    def __init__(self, bot: Bot, store: Store, texts: Texts, seconds: Callable[[], float] = time.monotonic) -> None:
        self._bot = bot
        self._store = store
        self._texts = texts
        self._seconds = seconds
        self._looked_at = seconds()
        self._first: dict[Trouble, tuple[Waiting, float]] = {}

    async def beat(self, now: datetime) -> None:
        if self._seconds() - self._looked_at < EVERY:
            return
        self._looked_at = self._seconds()
        await self.look(now)

    async def look(self, now: datetime) -> None:
        """Tells what has begun since; what cannot be told is tried again next time."""
        traffic = await self._store.health.traffic(now)
        standing = frozenset(self._standing(traffic, troubles(traffic, now)))
        for one in await self._store.troubles.found(standing, now):
            waiting = traffic.of(one)
            log.error("stuck", what=one.value, number=waiting.number, patience=PATIENCE[one].total_seconds())
            if not await self._tell(one, waiting, now):
                await self._store.troubles.untold(one)

    def _standing(self, traffic: Traffic, late: Iterable[Trouble]) -> Iterable[Trouble]:
        """Of what is late, that whose first has been the same for long enough."""
        was, self._first = self._first, {}
        for one in late:
            first, since = traffic.of(one), self._seconds()
            if one in was and was[one][0].first == first.first:
                since = was[one][1]
            self._first[one] = (first, since)
            if self._seconds() - since >= STANDS:
                yield one

    async def _tell(self, trouble: Trouble, waiting: Waiting, now: datetime) -> bool:
        """Straight to each of them: the outbox may be what stands. Whether anybody got it."""
        told = 0
        for member_id, chat_id in await self._store.troubles.audience():
            person = await self._store.members.find(member_id)
            say = self._texts(person.language if person else None)
            words = alarm(trouble, waiting, say, now)
            try:
                with unaided():
                    await self._bot.send_message(chat_id, words, request_timeout=ANSWER_WITHIN)
            except Exception as error:  # noqa: BLE001 - whatever it is, they do not know yet
                log.warning("not-told", member=member_id, error=type(error).__name__)
            else:
                told += 1
        return told > 0
