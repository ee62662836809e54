"""The production wiring on the sandbox, and what the tests of the machinery share."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from domain.event import Event, cancel
from domain.seats import Answer
from sandbox.people import Person
from tests.chat.conftest import Town, town, town_of

__all__ = ["Town", "cancelled_event", "eventually", "guests_of", "town"]

PATIENCE = 60.0
DAY = timedelta(days=1)


async def eventually(look: Callable[[], Awaitable[Any]], within: float = PATIENCE) -> Any:
    """What `look` finds, once it finds something; for the database, which nobody announces changes of."""
    async with asyncio.timeout(within):
        while not (found := await look()):  # noqa: ASYNC110 - there is no event for what others commit
            await asyncio.sleep(0.02)
        return found


async def guests_of(town: Town, event: Event, number: int) -> list[Person]:
    """So many people who come to the event."""
    people = [await town.known(f"Гость {one}") for one in range(number)]
    for person in people:
        member = await town.member(person)
        await town.store.rsvps.answer(event.id, member.id, Answer.GOING, town.now())
    return people


async def cancelled_event(town: Town, number: int, **fields: Any) -> tuple[Event, list[Person]]:
    """An event with so many guests, cancelled just now: each of them is about to be told «карантин»."""
    event = await town.event(capacity=None, **fields)
    people = await guests_of(town, event, number)
    anna = await town.member(town.anna)
    await town.store.events.change(event.id, lambda old: cancel(old, "карантин"), anna, town.now())
    return event, people


@pytest.fixture
async def paced(tmp_path: Path) -> AsyncIterator[Town]:
    """The town with a bot that keeps to the messenger's pace."""
    async with town_of(tmp_path, limits={"overall_per_second": 30, "chat_burst": 3}) as made:
        yield made


@pytest.fixture
async def event(town: Town) -> Event:
    return await town.event()
