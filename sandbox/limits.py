"""Counts messages as Telegram does, and says how long to wait."""

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.errors import ApiError


@dataclass(frozen=True, slots=True)
class Limits:
    """Messages: `overall` in any second; `burst` at once in a chat, refilled one a second; `group` in a minute."""

    overall: int = 30
    burst: int = 5
    group: int = 20


@dataclass(slots=True)
class Counter:
    """Refuses with 429 what goes over the limits; `given` counts the refusals. No limits: nothing is refused."""

    limits: Limits | None = field(default_factory=Limits)
    clock: Callable[[], float] = time.monotonic
    given: int = 0
    _all: deque[float] = field(default_factory=deque)
    _groups: dict[int, deque[float]] = field(default_factory=dict)
    _full_at: dict[int, float] = field(default_factory=dict)

    def count(self, chat_id: int, number: int = 1) -> None:
        """Counts so many more messages to the chat, that go as soon as the first of them may."""
        if self.limits is None:
            return
        now = self.clock()
        wait = max(_window_wait(self._all, self.limits.overall, 1, now), self._chat_wait(chat_id, now))
        if wait > 0:
            self.given += 1
            seconds = max(1, math.ceil(wait))
            raise ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
        self._all.extend([now] * number)
        self._full_at[chat_id] = max(now, self._full_at.get(chat_id, 0.0)) + number
        if chat_id < 0:
            self._group(chat_id).extend([now] * number)

    def _chat_wait(self, chat_id: int, now: float) -> float:
        assert self.limits is not None
        if chat_id < 0:
            return _window_wait(self._group(chat_id), self.limits.group, 60, now)
        return self._full_at.get(chat_id, 0.0) - self.limits.burst + 1 - now

    def _group(self, chat_id: int) -> deque[float]:
        return self._groups.setdefault(chat_id, deque())


def _window_wait(times: deque[float], most: int, seconds: float, now: float) -> float:
    while times and times[0] <= now - seconds:
        times.popleft()
    return times[-most] + seconds - now if len(times) >= most else 0.0
