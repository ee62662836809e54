"""How much one person may bring at once: what is beyond it is turned away, so that it keeps nobody else waiting.

Nothing that only happens (a block, a group that the bot was put into or that has another number now, somebody who
joined or left it) is ever turned away: it comes once, and is answered by nobody.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from aiogram.enums import ContentType as Kind
from aiogram.types import CallbackQuery, InlineQuery, Message, Update

from bot.lanes import event_of

MINUTE = 60.0
TELL_EVERY = 60.0
"""Seconds between two words to the same person about it."""
AT_REST = 5
"""Presses of the same person in a second that are answered without a word, so that their buttons come to rest."""
MOST = 10_000
"""People whose count is kept; those who have rested long enough need none."""
LOOK_EVERY = 10.0
HAPPENS = frozenset(
    {
        *(Kind.MIGRATE_TO_CHAT_ID, Kind.MIGRATE_FROM_CHAT_ID, Kind.GROUP_CHAT_CREATED, Kind.SUPERGROUP_CHAT_CREATED),
        *(Kind.NEW_CHAT_MEMBERS, Kind.LEFT_CHAT_MEMBER, Kind.CHAT_OWNER_LEFT, Kind.CHAT_OWNER_CHANGED),
        *(Kind.NEW_CHAT_TITLE, Kind.NEW_CHAT_PHOTO, Kind.DELETE_CHAT_PHOTO, Kind.PINNED_MESSAGE),
        *(Kind.FORUM_TOPIC_CREATED, Kind.FORUM_TOPIC_EDITED, Kind.FORUM_TOPIC_CLOSED, Kind.FORUM_TOPIC_REOPENED),
        *(Kind.GENERAL_FORUM_TOPIC_HIDDEN, Kind.GENERAL_FORUM_TOPIC_UNHIDDEN),
        *(Kind.VIDEO_CHAT_SCHEDULED, Kind.VIDEO_CHAT_STARTED, Kind.VIDEO_CHAT_ENDED),
        *(Kind.VIDEO_CHAT_PARTICIPANTS_INVITED, Kind.MESSAGE_AUTO_DELETE_TIMER_CHANGED, Kind.BOOST_ADDED),
    }
)
"""Kinds of messages that the messenger writes itself when something has happened in a chat."""


class Verdict(Enum):
    """What is to become of an update."""

    IN = "in"
    TOLD = "told"  # turned away, and the person is told so
    REST = "rest"  # turned away, they know; the press is answered without a word
    AWAY = "away"  # turned away in silence


@dataclass(slots=True)
class _Count:
    left: float
    at: float
    told_at: float = float("-inf")
    rests_since: float = float("-inf")
    rests: int = 0


class Gate:
    """Each person may bring `burst` at once, and then `per_minute`; so many questions of inline mode besides."""

    def __init__(self, burst: int, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._burst = float(burst)
        self._per_second = per_minute / MINUTE
        self._clock = clock
        self._counts: dict[tuple[int, bool], _Count] = {}
        self._looked_at = float("-inf")

    def ask(self, update: Update, waiting: int = 0) -> Verdict:
        """Counts the update, unless it is none that somebody brings. `waiting`: how many of theirs wait there already.

        Those are no more than a burst either: whoever brings more than can be answered would fill the house in time.
        """
        body = event_of(update)
        if not isinstance(body, Message | CallbackQuery | InlineQuery) or body.from_user is None or _only_happens(body):
            return Verdict.IN
        is_inline = isinstance(body, InlineQuery)
        count = self._count((body.from_user.id, is_inline))
        if count.left >= 1 and waiting < self._burst:
            count.left -= 1
            return Verdict.IN
        if is_inline or _in_group(body):
            return Verdict.AWAY
        if not self._knows(count):
            return Verdict.TOLD
        return Verdict.REST if isinstance(body, CallbackQuery) and _comes_to_rest(count) else Verdict.AWAY

    def _count(self, key: tuple[int, bool]) -> _Count:
        now = self._clock()
        count = self._counts.get(key)
        if count is None:
            self._forget(now)
            count = self._counts[key] = _Count(self._burst, now)
        count.left = self._left(count, now)
        count.at = now
        return count

    def _left(self, count: _Count, now: float) -> float:
        return min(self._burst, count.left + (now - count.at) * self._per_second)

    def _knows(self, count: _Count) -> bool:
        """Whether they were told a moment ago; from now on they were."""
        known = count.at - count.told_at < TELL_EVERY
        if not known:
            count.told_at = count.at
        return known

    def _forget(self, now: float) -> None:
        """Those who may bring as much as somebody new. All are looked at only when they are many, and not often."""
        if len(self._counts) >= MOST and now - self._looked_at >= LOOK_EVERY:
            self._looked_at = now
            self._counts = {key: one for key, one in self._counts.items() if self._left(one, now) < self._burst}


def _comes_to_rest(count: _Count) -> bool:
    """Whether one more press may be answered: somebody who floods is not to keep us busy with that."""
    if count.at - count.rests_since >= 1:
        count.rests_since, count.rests = count.at, 0
    count.rests += 1
    return count.rests <= AT_REST


def _only_happens(body: Message | CallbackQuery | InlineQuery) -> bool:
    return isinstance(body, Message) and body.content_type in HAPPENS


def _in_group(body: Message | CallbackQuery | InlineQuery) -> bool:
    """Where a word about one person would disturb others; a press is answered to its presser alone."""
    return isinstance(body, Message) and body.chat.type != "private"
