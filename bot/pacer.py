"""Gives out turns at Telegram's pace: answers to people before bulk, and a wait for one chat is nobody else's."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from itertools import count

import structlog

from bot.pace import Ledger, Pace, bulk_pause
from bot.settings import Settings

__all__ = ["Pace", "Pacer", "paced", "unaided"]

log = structlog.get_logger()

paced: ContextVar[bool] = ContextVar("whoever makes this call looks after its pace and its faults", default=False)


@contextmanager
def unaided() -> Iterator[None]:
    """Calls within go out as they are: no waiting for a turn, no second try."""
    token = paced.set(True)
    try:
        yield
    finally:
        paced.reset(token)


@dataclass(slots=True, eq=False)
class Waiter:
    """Somebody who waits for a turn; it is given `ahead` of the moment when it begins, in seconds.

    `messages`: how many its call makes.
    """

    chat_id: int
    bulk: bool
    turn: asyncio.Future[Callable[[float], None]]
    messages: int = 1
    ahead: float = 0.0
    begins: float = 0.0
    number: int = field(default_factory=count().__next__)


class Pacer:
    """Everybody asks here before a new message. `clock` counts seconds and never goes back."""

    busy: Callable[[], float] = staticmethod(lambda: 0.0)
    """How much of what may be worked on at once is at work: bulk gives way to it (`bot.pace.bulk_pause`)."""

    def __init__(self, pace: Pace, clock: Callable[[], float] = time.monotonic) -> None:
        self._ledger = Ledger(pace)
        self._clock = clock
        self._waiting: list[Waiter] = []
        self._alarm: asyncio.TimerHandle | None = None
        self._bulk_waits_until = 0.0

    @asynccontextmanager
    async def turn(self, chat_id: int, *, bulk: bool, messages: int = 1, ahead: float = 0.0) -> AsyncIterator[Waiter]:
        """Waits until so many messages may go to the chat with one call, which is made within, unaided.

        Who has something to do before comes so many seconds `ahead`, and then waits for its `beginning`.
        """
        waiter = Waiter(chat_id, bulk, asyncio.get_running_loop().create_future(), messages, ahead)
        answered = await self._wait_for_turn(waiter)
        try:
            with unaided():
                yield waiter
        finally:
            answered(self._clock())
            self._give_out()

    async def beginning(self, turn: Waiter) -> None:
        """Waits for the moment from which the call may be made."""
        await asyncio.sleep(max(0.0, turn.begins - self._clock()))

    async def close(self) -> None:
        """Nobody asks any more."""

    def share_with(self, number: int) -> None:
        """How many processes write with the same token; one that counts alone writes as if it were the only one."""

    async def wait(self, chat_id: int) -> float:
        """Seconds for which the chat itself is to be left alone; 0 = not at all."""
        now = self._clock()
        return self._ledger.chat_free_at(chat_id, now) - now

    @property
    def waiting(self) -> int:
        """Calls that wait for their turn."""
        return len(self._waiting)

    async def tells_first(self, person: int) -> bool:  # noqa: ARG002 - it is asked beside other processes
        """Whether no other process has just told the person what all of them would."""
        return True

    def hold(self, chat_id: int, seconds: float) -> None:
        """The messenger asked for a pause in this chat."""
        if self._ledger.hold(chat_id, seconds, self._clock()):
            log.warning("flood", seconds=seconds)

    async def _wait_for_turn(self, waiter: Waiter) -> Callable[[float], None]:
        self._waiting.append(waiter)
        self._give_out()
        try:
            return await waiter.turn
        except asyncio.CancelledError:
            self._withdraw(waiter)
            raise

    def _withdraw(self, waiter: Waiter) -> None:
        if waiter in self._waiting:
            self._waiting.remove(waiter)
        elif waiter.turn.done() and not waiter.turn.cancelled():
            waiter.turn.result()(self._clock())

    def _give_out(self) -> None:
        """Gives a turn to everybody who may go now, answers first, and sets the alarm for the next one."""
        now = self._clock()
        soonest = float("inf")
        for waiter in sorted(self._waiting, key=lambda one: one.bulk):
            if waiter.turn.cancelled():
                continue
            free_at = self._free_at(waiter, now)
            if free_at > now + waiter.ahead:
                soonest = min(soonest, free_at - waiter.ahead)
                if self._waits_for_all(waiter, now):
                    break
                continue
            waiter.begins = free_at
            self._give(waiter, self._take(waiter, now))
        self._set_alarm(soonest - now)

    def _waits_for_all(self, waiter: Waiter, now: float) -> bool:
        """Whether it is an answer that all other chats keep waiting: one behind it may not take what it waits for."""
        return not waiter.bulk and self._ledger.chat_free_at(waiter.chat_id, now, waiter.messages) <= now

    def _free_at(self, waiter: Waiter, now: float) -> float:
        """The moment from which it may go, as far as is known here."""
        free_at = self._ledger.free_at(waiter.chat_id, now, bulk=waiter.bulk, number=waiter.messages)
        return max(free_at, self._bulk_waits_until) if waiter.bulk else free_at

    def _take(self, waiter: Waiter, now: float) -> Callable[[float], None]:
        return self._ledger.take(waiter.chat_id, now, bulk=waiter.bulk, number=waiter.messages)

    def _give(self, waiter: Waiter, answered: Callable[[float], None]) -> None:
        self._waiting.remove(waiter)
        if waiter.bulk:
            self._bulk_waits_until = max(self._bulk_waits_until, self._clock()) + bulk_pause(self.busy())
        waiter.turn.set_result(answered)

    def _set_alarm(self, seconds: float) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
        self._alarm = asyncio.get_running_loop().call_later(seconds, self._give_out) if self._waiting else None


def pacer_of(settings: Settings) -> Pacer:
    """One that counts alone; where Redis is named, one that counts with the other processes."""
    limits = settings.limits
    pace = Pace(limits.overall_per_second, limits.chat_burst, limits.group_per_minute)
    if not settings.redis.url:
        return Pacer(pace)
    from bot.shared_pacer import SharedPacer  # nobody else pays for Redis

    bot_id = settings.telegram.token.get_secret_value().partition(":")[0]
    return SharedPacer(pace, settings.redis.url, bot_id)
