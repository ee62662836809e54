"""Whether the bot does what it should: what waits for how long, and from when on that is a trouble."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum


class Trouble(StrEnum):
    """What an administrator is told of by itself."""

    MESSAGES = "messages"  # nothing leaves
    UPDATES = "updates"  # what people do is not taken up
    CHORES = "chores"  # the work of the night is not done, the back-up among it


PATIENCE = {
    Trouble.MESSAGES: timedelta(minutes=15),
    Trouble.UPDATES: timedelta(minutes=5),
    Trouble.CHORES: timedelta(hours=1),
}
"""How long the first may wait."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many wait, since when the first of them does, and which that is."""

    number: int = 0
    since: datetime | None = None
    first: int | str | None = None


NOBODY = Waiting()


@dataclass(frozen=True, slots=True)
class Traffic:
    """What is on its way. `outbox` counts what is not sent yet by its state, due or not."""

    waiting: Mapping[Trouble, Waiting]
    outbox: Mapping[str, Waiting] = field(default_factory=dict)

    def of(self, trouble: Trouble) -> Waiting:
        """What of that kind is due and waits."""
        return self.waiting.get(trouble, NOBODY)


def troubles(traffic: Traffic, now: datetime) -> frozenset[Trouble]:
    """What has waited for too long."""
    return frozenset(one for one in Trouble if _is_late(traffic.of(one), PATIENCE[one], now))


def _is_late(waiting: Waiting, patience: timedelta, now: datetime) -> bool:
    return waiting.since is not None and now - waiting.since > patience
