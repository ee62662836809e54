"""What happens to machines, to a bot that is a process of its own: nothing is lost, and it goes on by itself."""

import asyncio
import resource
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from domain.event import Event, cancel
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.trouble import Rule
from tests.bot.conftest import Town, eventually, guests_of
from tests.nursery import Bot
from tests.process import TOKEN, running_bot, until


@pytest.fixture
async def box() -> AsyncIterator[Sandbox]:
    async with Sandbox(TOKEN) as box:
        yield box


@contextmanager
def full_disk(bot: Bot) -> Iterator[None]:
    """The process can write to no file any more, not even to its log."""
    old = resource.prlimit(bot.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, (0, old[1]))
    try:
        yield
    finally:
        resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, old)


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Another program holds the database."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def answers(person: Person, words: str = "/help") -> int:
    return sum(words in text for text in person.texts() if not text.startswith("/"))


async def asked(box: Sandbox, outcome: int | None = None) -> None:
    """Waits until the bot has asked who it is, in vain."""

    async def found() -> bool:
        return any(call.method == "getMe" and outcome in (None, call.outcome) for call in box.calls)

    await eventually(found)


async def test_a_full_disk_loses_nothing(box: Sandbox, tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'roundtable.db'}"
    people = [box.person(f"Гость {number}") for number in range(5)]
    async with running_bot(box, url, tmp_path) as bot:
        await people[0].says("/help")
        await until(box, lambda: answers(people[0]) == 1)
        with full_disk(bot):
            for person in people:
                await person.says("/help")
            await asyncio.sleep(2)
            assert bot.returncode is None
        await until(box, lambda: all(answers(person) for person in people[1:]) and answers(people[0]) == 2)
        await box.settled()
    assert [answers(person) for person in people] == [2, 1, 1, 1, 1]


async def test_a_database_that_another_program_holds_loses_nothing(box: Sandbox, tmp_path: Path) -> None:
    file = tmp_path / "roundtable.db"
    people = [box.person(f"Гость {number}") for number in range(5)]
    async with running_bot(box, f"sqlite+aiosqlite:///{file}", tmp_path):
        await people[0].says("/help")
        await until(box, lambda: answers(people[0]) == 1)
        with locked(file):
            for person in people:
                await person.says("/help")
            await asyncio.sleep(7)  # longer than SQLite itself waits
        await until(box, lambda: all(answers(person) for person in people[1:]) and answers(people[0]) == 2)


async def test_a_bot_waits_for_a_messenger_that_is_away_at_its_start(box: Sandbox, tmp_path: Path) -> None:
    olga = box.person("Ольга")
    await olga.says("/help")
    box.trouble.offline = True
    async with running_bot(box, f"sqlite+aiosqlite:///{tmp_path / 'roundtable.db'}", tmp_path):
        await asked(box)
        box.trouble.offline = False
        await until(box, lambda: answers(olga) == 1)


async def test_six_hours_without_the_messenger_lose_nothing(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.probe.PAUSES", (0.0, 0.2))
    monkeypatch.setattr("bot.poller.PATIENCE", (0.2,))
    event = await town.event(capacity=None)
    people = await guests_of(town, event, 8)
    town.box.trouble.offline = True
    await _cancel(town, event)
    await asked(town.box, 499)
    await town.box.clock.forward(hours=6)
    await people[0].says("/help")
    town.box.trouble.offline = False
    await until(town.box, lambda: all(answers(person, "карантин") for person in people))
    await people[0].sees("/start")
    assert [answers(person, "карантин") for person in people] == [1] * 8


async def _cancel(town: Town, event: Event) -> None:
    anna = await town.member(town.anna)
    await town.store.events.change(event.id, lambda old: cancel(old, "карантин"), anna, town.now())


async def test_a_fifth_of_calls_failing_in_every_way_leaves_nobody_stuck(town: Town) -> None:
    kinds = ("500", "502", "503", "504", "429", "reset_before", "reset_after", "broken_json")
    for kind in kinds:
        town.box.trouble.rules.append(Rule(kind, probability=0.03))  # type: ignore[arg-type]  # as above
    event = await town.event(capacity=6)
    people = [await town.known(f"Гость {number}") for number in range(10)]
    for person in people:
        await person.says(f"/start e{event.id}")
    for person in people:
        await person.sees_button("Приду", 30)
        await person.taps_at_once("Приду")
    for person in people:
        await until(town.box, lambda one=person: _told(one))  # type: ignore[misc]  # bound at once
    seats = (await town.store.events.get(event.id)).counts
    assert (seats.going, seats.queued) == (6, 4)


def _told(person: Person) -> bool:
    return any("Вы идёте" in text or "очеред" in text for text in person.texts())


async def test_the_wall_clock_turned_back_sends_nothing_twice(town: Town) -> None:
    event = await town.event(capacity=None)
    people = await guests_of(town, event, 3)
    await town.box.clock.set(event.fields.starts_at - timedelta(hours=2))
    for person in people:
        await person.sees("14:00")
    await town.box.clock.forward(hours=-1)
    await town.box.clock.forward(hours=1, minutes=1)
    olga = await town.known("Ольга")
    await olga.says("/help")
    await olga.sees("/start")
    assert [answers(person, "Сегодня") for person in people] == [1, 1, 1]
