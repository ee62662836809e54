"""One update in hand: its effect, its being done and the conversation's new place are one commit."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

ConversationKey = tuple[int, int, int, int, str, str]
"""bot, chat, user, thread (0 = none), business connection ('' = none), destiny."""


@dataclass(slots=True)
class Conversation:
    state: str | None = None
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Unit:
    """What must be written together with the update's effect.

    `ordered()` is called once, as soon as no later update can overtake this one's effect. `account_id` is whom an
    answer is owed once the effect is there; None for who is not known. `read` are conversations as they were found,
    until something is committed: one person's updates come one after the other, so nobody else changes them.
    """

    update_id: int
    ordered: Callable[[], None] = lambda: None
    conversations: dict[ConversationKey, Conversation] = field(default_factory=dict)
    account_id: int | None = None
    done: bool = False
    read: dict[ConversationKey, Conversation] = field(default_factory=dict)

    def committed(self) -> None:
        """The effect and the conversations are in the database."""
        self.done = True
        self.conversations.clear()
        self.read.clear()


in_hand: ContextVar[Unit | None] = ContextVar("update in hand", default=None)


@contextmanager
def handling(unit: Unit) -> Iterator[Unit]:
    """Every write of the store within belongs to the unit."""
    token = in_hand.set(unit)
    try:
        yield unit
    finally:
        in_hand.reset(token)


@contextmanager
def apart() -> Iterator[None]:
    """No write within settles the update in hand: it prepares, and the effect is still to come."""
    token = in_hand.set(None)
    try:
        yield
    finally:
        in_hand.reset(token)
