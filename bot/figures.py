"""What this process has done so far, in numbers; `bot/metrics.py` puts them into words for who asks."""

from bisect import bisect_left
from collections import Counter
from itertools import accumulate

BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Upper bounds of the classes that durations are sorted into, in seconds."""


class Durations:
    """How long something took, sorted into classes."""

    def __init__(self) -> None:
        self._numbers = [0] * (len(BOUNDS) + 1)
        self.total = 0.0

    def add(self, seconds: float) -> None:
        self._numbers[bisect_left(BOUNDS, seconds)] += 1
        self.total += seconds

    def up_to(self) -> list[tuple[str, int]]:
        """How many took no longer than each bound."""
        return list(zip((*map(str, BOUNDS), "+Inf"), accumulate(self._numbers), strict=True))


class Figures:
    """Plain counters: adding to them costs next to nothing, whether anybody asks or not."""

    def __init__(self) -> None:
        self.updates: Counter[tuple[str, str]] = Counter()  # kind, outcome
        self.update_seconds = Durations()  # from being kept until being done
        self.calls: Counter[tuple[str, str]] = Counter()  # method, outcome
        self.call_seconds: dict[str, Durations] = {}
        self.messages: Counter[tuple[str, str]] = Counter()  # kind, outcome
        self.turned_away: Counter[str] = Counter()  # by limit

    def update(self, kind: str, outcome: str, seconds: float) -> None:
        self.updates[kind, outcome] += 1
        self.update_seconds.add(seconds)

    def call(self, method: str, outcome: str, seconds: float) -> None:
        self.calls[method, outcome] += 1
        self.call_seconds.setdefault(method, Durations()).add(seconds)
