"""Turns at Telegram's pace for several processes: counted in Redis, in one step for all of them.

While Redis is away each process keeps to its share of the limits, as if the whole of them had just been used up; and
for a while after it has come back to both, until every process has noticed. So what it forgets costs time, not a 429.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from secrets import token_hex

import structlog
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from bot.pace import Pace
from bot.pacer import Pacer, Waiter

log = structlog.get_logger()

SCRIPT = (Path(__file__).parent / "data" / "pace.lua").read_text(encoding="utf-8")
ANSWER_WITHIN = 1.0
LOOK_AGAIN = 0.5
"""Seconds between two looks whether Redis is back."""
SETTLE = 3.0
"""Longer than the others need to notice that Redis is back, and than what they send meanwhile counts."""
FAR = 3600.0
ONCE = Retry(NoBackoff(), 0)
TOLD_SECONDS = 60

Call = tuple[str, int, int]
"""A place, a chat, how many messages."""
Ask = tuple[*Call, str]
"""What is to be done, and its kind: answer, bulk or look."""


@dataclass(slots=True)
class _News:
    """What Redis has not been told yet: calls that came back, and pauses that the messenger asked for."""

    calls: list[Call] = field(default_factory=list)
    pauses: list[tuple[int, float]] = field(default_factory=list)


class SharedPacer(Pacer):
    """`bot_id`: whose limits they are. Asks of Redis nothing before somebody asks for a turn."""

    def __init__(self, pace: Pace, url: str, bot_id: str, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(pace, clock)
        self._pace = pace
        self._key = f"roundtable:{{{bot_id}}}"
        within = ANSWER_WITHIN
        self._redis = Redis.from_url(url, socket_timeout=within, socket_connect_timeout=within, retry=ONCE)
        self._script = self._redis.register_script(SCRIPT)
        self._name = token_hex(4)
        self._news = _News()
        self._bell = asyncio.Event()
        self._others = 1
        self._keeps_share_until = 0.0  # inf while Redis is away
        self._task: asyncio.Task[None] | None = None
        self._is_closed = False

    def share_with(self, number: int) -> None:
        self._others = max(1, number)

    async def close(self) -> None:
        self._is_closed = True
        self._bell.set()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await self._redis.aclose()

    async def wait(self, chat_id: int) -> float:
        own = await super().wait(chat_id) if self._keeps_share else 0.0
        if self._is_away:
            return own
        try:
            [seconds] = await asyncio.shield(self._ask([("", chat_id, 1, "look")]))
        except (RedisError, OSError) as error:
            self._lose(error)
            return await super().wait(chat_id)
        return max(own, seconds)

    async def tells_first(self, person: int) -> bool:
        """Whoever asks first; without Redis everybody may tell."""
        if self._is_away:
            return True
        try:
            return bool(await self._redis.set(f"{self._key}:told:{person}", 1, nx=True, ex=TOLD_SECONDS))
        except (RedisError, OSError):
            return True

    def hold(self, chat_id: int, seconds: float) -> None:
        super().hold(chat_id, seconds)
        self._news.pauses.append((chat_id, seconds))
        self._ring()

    @property
    def _is_away(self) -> bool:
        return self._keeps_share_until == float("inf")

    @property
    def _keeps_share(self) -> bool:
        return self._clock() < self._keeps_share_until

    def _give_out(self) -> None:
        if self._is_away:
            super()._give_out()
        self._ring()

    def _ring(self) -> None:
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._serve())
        self._bell.set()

    async def _serve(self) -> None:
        while not self._is_closed:  # the library can swallow a cancellation
            self._bell.clear()
            try:
                pause = await self._round()
            except (RedisError, OSError) as error:
                self._lose(error)
                await asyncio.sleep(LOOK_AGAIN)
                continue
            try:
                async with asyncio.timeout(pause):
                    await self._bell.wait()
            except TimeoutError:
                pass

    async def _round(self) -> float:
        """Asks for everybody who waits; seconds until somebody may go."""
        waiting, own = self._candidates()
        kinds = ("answer", "bulk")
        waits = await self._ask([(*self._call(one), kinds[one.bulk]) for one in waiting])
        self._found()
        for waiter, wait in zip(waiting, waits, strict=True):
            if not wait:
                self._let_go(waiter)
        return min([own, *(wait for wait in waits if wait)])

    def _candidates(self) -> tuple[list[Waiter], float]:
        """Who may be let go as far as this process's share is concerned, answers first; seconds until more may."""
        waiting = sorted((one for one in self._waiting if not one.turn.cancelled()), key=lambda one: one.bulk)
        now = self._clock()
        if not self._keeps_share:
            pause = self._bulk_waits_until - now
            return (waiting, FAR) if pause <= 0 else ([one for one in waiting if not one.bulk], pause)
        if self._is_away:
            return [], FAR
        frees = [(one, self._free_at(one, now)) for one in waiting]
        free = [one for one, free_at in frees if free_at <= now]
        soonest = min([FAR, *(free_at - now for _, free_at in frees if free_at > now)])
        fit = self._fit(free, now)
        return fit, soonest if len(free) == len(fit) else 0.0

    def _fit(self, free: list[Waiter], now: float) -> list[Waiter]:
        """As many of those who may go by themselves as may go together."""
        room, ends = self._ledger.room(now), accumulate(one.messages for one in free)
        return [one for one, end in zip(free, ends, strict=True) if end <= room or one is free[0]]

    async def _ask(self, asked: list[Ask]) -> list[float]:
        """Tells the news, and asks, in one step in Redis; for each asked the seconds until it may go, 0 = it may."""
        news, self._news = self._news, _News()
        limits = (self._pace.overall, self._pace.chat_burst, self._pace.group_per_minute)
        numbers = (len(news.calls), len(news.pauses), len(asked))
        pauses = [(chat, round(seconds * 1000)) for chat, seconds in news.pauses]
        told = [word for group in (news.calls, pauses, asked) for one in group for word in one]
        flood, *waits = await self._script(keys=[self._key], args=[*limits, *numbers, *told])
        if flood:
            log.warning("flood", shared=True)
        return [wait / 1000 for wait in waits]

    def _call(self, waiter: Waiter) -> Call:
        """As Redis knows it."""
        return f"{self._name}-{waiter.number}", waiter.chat_id, waiter.messages

    def _let_go(self, waiter: Waiter) -> None:
        """Redis has counted the message; whoever no longer waits has given its place back."""
        call = self._call(waiter)
        if waiter.turn.done():
            self._news.calls.append(call)
            return
        mine = self._take(waiter, self._clock()) if self._keeps_share else None

        def answered(at: float) -> None:
            self._news.calls.append(call)
            if mine is not None:
                mine(at)

        self._give(waiter, answered)

    def _lose(self, error: Exception) -> None:
        if self._is_away:
            return
        share = self._pace.shared_by(self._others)
        log.error("redis-gone", error=type(error).__name__, replicas=self._others, messages_a_second=share.overall)
        self._keeps_share_until = float("inf")
        self._ledger = self._ledger.at(share, self._clock())
        self._give_out()

    def _found(self) -> None:
        if self._is_away:
            log.warning("redis-back", full_pace_in=SETTLE)
            self._keeps_share_until = self._clock() + SETTLE
