"""What happens to networks: nothing is lost, and the bot goes on by itself. More of it: tests/faults."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from domain.event import Event, cancel
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.trouble import Rule
from tests.bot.conftest import Town, eventually, guests_of
from tests.process import TOKEN, running_bot, until


@pytest.fixture
async def box() -> AsyncIterator[Sandbox]:
    async with Sandbox(TOKEN) as box:
        yield box


def answers(person: Person, words: str = "/help") -> int:
    return sum(words in text for text in person.texts() if not text.startswith("/"))


async def asked(box: Sandbox, outcome: int | None = None) -> None:
    """Waits until the bot has asked who it is, in vain."""

    async def found() -> bool:
        return any(call.method == "getMe" and outcome in (None, call.outcome) for call in box.calls)

    await eventually(found)


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


async def test_a_fault_after_faults_of_another_kind_has_its_own_tries(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.courtesy.PAUSES", (0.0,) * 6)
    olga = await town.known("Ольга Котова")
    town.box.trouble.rules += [Rule("502", "sendMessage", times=4), Rule("500", "sendMessage", times=3)]
    with capture_logs() as logs:
        await olga.says("/help")
        await olga.sees("/privacy")
    assert town.box.trouble.rules == []
    assert "update-failed" not in [log["event"] for log in logs]


async def test_a_fifth_of_calls_failing_in_every_way_leaves_nobody_stuck(town: Town) -> None:
    ways = ("500", "502", "429", "refuse", "reset_before", "reset_after", "hang", "broken_json")
    for way in ways:
        town.box.trouble.rules.append(Rule(way, probability=0.2 / len(ways)))  # type: ignore[arg-type]  # as above
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
