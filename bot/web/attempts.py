"""Counts failed attempts, so that nobody can go on guessing links."""

import time
from collections import OrderedDict, deque

MOST = 20
"""Failures from one address within a minute, after which it is not answered for the rest of it."""
WITHIN = 60.0
REMEMBERED = 10_000


class Attempts:
    """Failures by address, of the last minute; the oldest addresses are forgotten first."""

    def __init__(self) -> None:
        self._failures: OrderedDict[str, deque[float]] = OrderedDict()

    def failed(self, address: str) -> None:
        moments = self._failures.setdefault(address, deque(maxlen=MOST))
        moments.append(time.monotonic())
        self._failures.move_to_end(address)
        while len(self._failures) > REMEMBERED:
            self._failures.popitem(last=False)

    def too_many(self, address: str) -> bool:
        moments = self._failures.get(address)
        return moments is not None and len(moments) == MOST and time.monotonic() - moments[0] < WITHIN
