"""Lanes that keep order: a person's updates one after the other, and presses for one event's seats as they came."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Self
from weakref import WeakValueDictionary

from aiogram.types import TelegramObject, Update
from aiogram.types.update import UpdateTypeLookupError

Locks = WeakValueDictionary[int, asyncio.Lock]


class Lanes:
    """Locks by person and by event. asyncio's locks are taken in the order of asking; unused ones vanish."""

    def __init__(self) -> None:
        self._waiting: Counter[tuple[int, int]] = Counter()
        self._people: Locks = WeakValueDictionary()
        self._seats: Locks = WeakValueDictionary()

    def of_person(self, person: int) -> asyncio.Lock:
        return self._people.setdefault(person, asyncio.Lock())

    def waiting(self, update: Update) -> int:
        """How many of whoever sent it are in hand in the same lane: of a group's, those that they wrote themselves."""
        return self._waiting[_brought(update)]

    @asynccontextmanager
    async def turn_of(self, update: Update) -> AsyncIterator[None]:
        """The update's turn, once those before it are done; `waiting` counts it from now on."""
        brought = _brought(update)
        self._waiting[brought] += 1
        try:
            async with self.of_person(person_of(update)):
                yield
        finally:
            self._waiting[brought] -= 1
            if not self._waiting[brought]:
                del self._waiting[brought]

    def of_seats(self, event_id: int | None) -> "SeatTurn":
        """The turn at an event's seats; where no seat is wanted, nothing to wait for."""
        return SeatTurn(None if event_id is None else self._seats.setdefault(event_id, asyncio.Lock()))


class SeatTurn:
    """A turn at the seats of an event. `free()` ends it early: as soon as nobody can overtake this effect."""

    def __init__(self, lock: asyncio.Lock | None) -> None:
        self._lock = lock
        self._mine = False

    async def __aenter__(self) -> Self:
        if self._lock is not None:
            self._mine = await self._lock.acquire()
        return self

    async def __aexit__(self, *_: object) -> None:
        self.free()

    def free(self) -> None:
        if self._mine and self._lock is not None:
            self._mine = False
            self._lock.release()


def person_of(update: Update) -> int:
    """Whose update it is: the person's account; 0 for what belongs to nobody.

    What is written in a group belongs to the group: the answers there wait for one another, and nobody's private chat,
    nor anybody's place among those at work, waits for them.
    """
    body = event_of(update)
    chat = getattr(body, "chat", None)
    is_private = chat is None or chat.type == "private"
    sender = (getattr(body, "from_user", None) if is_private else None) or chat
    return sender.id if sender is not None else 0


def _brought(update: Update) -> tuple[int, int]:
    """In whose lane it waits, and by whom it was sent: in a group that is not the same."""
    lane = person_of(update)
    sender = getattr(event_of(update), "from_user", None)
    return lane, lane if sender is None else sender.id


def kind_of(update: Update) -> str:
    """What kind of update it is, for the log."""
    return next((name for name in update.model_fields_set if name != "update_id"), "unknown")


def event_of(update: Update) -> TelegramObject | None:
    """What the update is about; None for a kind that this aiogram does not know."""
    try:
        return update.event
    except UpdateTypeLookupError:
        return None
