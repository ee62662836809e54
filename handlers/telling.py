"""A message of the outbox that is about to leave: what a feature needs to make its screen.

A feature's module says which kinds it makes: `MAKERS: dict[str, Maker]`, and `SILENT: frozenset[str]` for those of them
that arrive without a sound; `handlers.notices` puts the modules together. A maker loads what it speaks of, and returns
None when the message is no longer wanted. What it asks for and is gone (`Gone`) is not wanted either.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from domain.people import Person
from handlers.context import Library
from handlers.say import Say
from handlers.screen import Screen
from storage.outbox import Row
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Telling:
    """The row (`row.subject` is the id of what it speaks of), and whom it is for, in their language."""

    row: Row
    person: Person
    store: Store
    say: Say
    library: Library
    now: datetime


Maker = Callable[[Telling], Awaitable[Screen | None]]

Poster = Callable[[Row, Store, Library, Say, datetime], Awaitable[Screen | None]]
"""Makes what is posted in a chat that many share: it is to nobody in particular."""
