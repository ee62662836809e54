"""Keeps to Telegram's pace: so many messages a second in all, a chat and a group; answers to people before bulk."""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import structlog
from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType

log = structlog.get_logger()

paced: ContextVar[bool] = ContextVar("this call has had its turn", default=False)

MARGIN = 0.02
"""Seconds added to each window: the other side counts by its own clock."""
GROUP_MINUTE = 60.0
FLOOD_CHATS = 3
FLOOD_SECONDS = 1.0
ANSWER_TRIES = 3


@dataclass(frozen=True, slots=True)
class Pace:
    """Limits: messages a second overall, a chat's short burst, messages a minute in a group."""

    overall: int = 30
    chat_burst: int = 3
    group_per_minute: int = 20


class Window:
    """At most `most` in any `seconds`; says when the next one may go."""

    def __init__(self, most: int, seconds: float) -> None:
        self._most = most
        self._seconds = seconds
        self._times: deque[float] = deque()

    def free_at(self, now: float) -> float:
        """The moment from which one more is allowed."""
        while self._times and self._times[0] + self._seconds <= now:
            self._times.popleft()
        return now if len(self._times) < self._most else self._times[-self._most] + self._seconds

    def take(self, at: float) -> None:
        self._times.append(at)

    @property
    def empty(self) -> bool:
        return not self._times


class Bucket:
    """One a second, with short bursts."""

    def __init__(self, burst: int) -> None:
        self._burst = burst
        self._full_at = 0.0

    def free_at(self, now: float) -> float:
        return max(now, self._full_at - self._burst + 1)

    def take(self, at: float) -> None:
        self._full_at = max(at, self._full_at) + 1

    def is_idle(self, now: float) -> bool:
        return self._full_at <= now


class Pacer:
    """Gives out turns. Whoever waits for one chat holds nobody else up; bulk lets answers pass."""

    def __init__(self, pace: Pace, clock: Callable[[], float] = time.monotonic) -> None:
        self._pace = pace
        self._clock = clock
        self._overall = Window(pace.overall, 1 + MARGIN)
        self._chats: dict[int, Bucket] = {}
        self._groups: dict[int, Window] = {}
        self._held: dict[int, float] = {}
        self._bulk_held = 0.0
        self._floods: deque[tuple[float, int]] = deque()
        self._answers_waiting = 0

    async def turn(self, chat_id: int, *, bulk: bool) -> None:
        """Waits until a message may go to the chat, and takes that place."""
        self._answers_waiting += not bulk
        try:
            while (wait := self.wait(chat_id, bulk=bulk)) > 0:
                await asyncio.sleep(wait)
        finally:
            self._answers_waiting -= not bulk
        self.take(chat_id)

    def wait(self, chat_id: int, *, bulk: bool) -> float:
        """Seconds until the chat's next message may go; 0 = now."""
        now = self._clock()
        own = max(self._own(chat_id, now), self._held.get(chat_id, now))
        if bulk:
            own = max(own, self._bulk_held)
        shared = self._overall.free_at(now)
        if bulk and own <= now and self._answers_waiting and shared > now:
            shared += 1 / self._pace.overall
        return max(own, shared, now) - now

    def take(self, chat_id: int) -> None:
        """Counts a message to the chat."""
        now = self._clock()
        self._overall.take(now)
        self._bucket(chat_id).take(now)
        if chat_id < 0:
            self._group(chat_id).take(now)
        if len(self._chats) > 10_000:
            self._forget(now)

    def hold(self, chat_id: int, seconds: float) -> None:
        """The messenger asked for a pause in this chat; three chats within a second hold all bulk."""
        now = self._clock()
        self._held[chat_id] = now + seconds
        self._floods.append((now, chat_id))
        while self._floods and self._floods[0][0] < now - FLOOD_SECONDS:
            self._floods.popleft()
        if len({chat for _, chat in self._floods}) >= FLOOD_CHATS:
            self._bulk_held = now + seconds
            log.warning("flood", seconds=seconds)

    def _own(self, chat_id: int, now: float) -> float:
        own = self._bucket(chat_id).free_at(now)
        return max(own, self._group(chat_id).free_at(now)) if chat_id < 0 else own

    def _bucket(self, chat_id: int) -> Bucket:
        return self._chats.setdefault(chat_id, Bucket(self._pace.chat_burst))

    def _group(self, chat_id: int) -> Window:
        return self._groups.setdefault(chat_id, Window(self._pace.group_per_minute, GROUP_MINUTE + MARGIN))

    def _forget(self, now: float) -> None:
        self._chats = {chat: bucket for chat, bucket in self._chats.items() if not bucket.is_idle(now)}
        self._held = {chat: until for chat, until in self._held.items() if until > now}


class PacerMiddleware(BaseRequestMiddleware):
    """Lets each new message wait for its turn, and waits out a 429 in the chat that it is about.

    `getUpdates`, answers to presses and edits are never paced.
    """

    def __init__(self, pacer: Pacer) -> None:
        self._pacer = pacer

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        chat = chat_of(method)
        if chat is None or paced.get():
            return await make_request(bot, method)
        for last in [False] * (ANSWER_TRIES - 1) + [True]:
            if is_new_message(method):
                await self._pacer.turn(chat, bulk=False)
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as error:
                self._pacer.hold(chat, error.retry_after)
                if last:
                    raise
                await asyncio.sleep(error.retry_after)
        raise AssertionError("unreachable")


def is_new_message(method: TelegramMethod[Any]) -> bool:
    """Whether the method puts a new message into a chat."""
    name = method.__api_method__
    return name.startswith(("send", "copy", "forward")) and name != "sendChatAction"


def chat_of(method: TelegramMethod[Any]) -> int | None:
    chat = getattr(method, "chat_id", None)
    return chat if isinstance(chat, int) else None
