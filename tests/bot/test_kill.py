"""`kill -9` of a real process: no update is lost, and forms go on. At random moments: tests/faults."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from domain.event import Event, EventFields, move
from domain.people import Grant, Purpose, Role
from domain.people import Person as Member
from domain.seats import Answer
from sandbox.actors import Call
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.trouble import Rule
from storage.members import ConsentGiven
from storage.store import Store
from tests.bot.conftest import eventually
from tests.engines import at_newest
from tests.process import TOKEN, kill, running_bot, start_bot, until
from tests.storage.conftest import POLICY

pytestmark = pytest.mark.long

STEPS = (
    ("/new", "answers"),
    ("Читаем Тургенева", "Тургенева"),
    ("лекция", "lecture"),
    ("18 мая в 18.00", "18:00"),
)
"""What is typed into the form, and what of it is then kept."""


class Yard:
    """A sandbox and a database, in which a bot process may live or be killed."""

    def __init__(self, box: Sandbox, store: Store, url: str) -> None:
        self.box = box
        self.store = store
        self.url = url
        self.now = box.clock.now()

    async def member(self, person: Person) -> Member:
        """The person has pressed Start and consented before."""
        person.account.started = True
        consent = ConsentGiven(Purpose.EVENTS, "1", "Согласен", self.now)
        return await self.store.members.consent(person.id, person.account.name, "ru", [consent], self.now)

    async def event(self, **fields: object) -> tuple[Event, Member]:
        newcomer = await self.member(self.box.person("Анна Ветрова"))
        await self.store.members.grant(newcomer.id, Grant(Role.LIBRARIAN), None, self.now)
        librarian = await self.store.members.find(newcomer.id)
        assert librarian is not None
        base = {"title": "«Вечер»", "starts_at": self.now + timedelta(days=30), "age_mark": "6+", "capacity": 30}
        event = await self.store.events.publish(EventFields(**(base | fields)), librarian, self.now)  # type: ignore[arg-type]
        return event, librarian


@pytest.fixture
async def yard(tmp_path: Path) -> AsyncIterator[Yard]:
    url = f"sqlite+aiosqlite:///{tmp_path / 'roundtable.db'}"
    await at_newest(url)
    async with Sandbox(TOKEN) as box:
        await box.clock.freeze(frozen=True)
        store = Store(url, POLICY)
        yield Yard(box, store, url)
        await store.close()


async def test_thirty_queued_presses_survive_a_kill(yard: Yard, tmp_path: Path) -> None:
    event, _ = await yard.event(capacity=20)
    people = [yard.box.person(f"Гость {number}") for number in range(30)]
    for one in people:
        await yard.member(one)
        await one.says(f"/start e{event.id}")
    async with running_bot(yard.box, yard.url, tmp_path):
        for one in people:
            await one.sees_button("Приду", 30)
        await yard.box.settled()
    for one in people:
        await one.taps_at_once("Приду")
    doomed = await start_bot(yard.box, yard.url, tmp_path)
    await until(yard.box, lambda: any(one.toasts() for one in people))
    await kill(doomed)
    async with running_bot(yard.box, yard.url, tmp_path):
        await yard.box.settled()
        await until(yard.box, lambda: all(press.answered or press.id for press in yard.box.world.presses.values()))
        counts = await _counts(yard, event, 30)
    assert (counts.counts.going, counts.counts.queued, counts.seats.taken) == (20, 10, 20)


async def test_a_move_is_told_even_if_the_bot_dies_at_once(yard: Yard, tmp_path: Path) -> None:
    event, librarian = await yard.event()
    guest = yard.box.person("Ольга Котова")
    member = await yard.member(guest)
    await yard.store.rsvps.answer(event.id, member.id, Answer.GOING, yard.now)
    doomed = await start_bot(yard.box, yard.url, tmp_path)
    later = event.fields.starts_at + timedelta(days=1)
    await yard.store.events.change(event.id, lambda old: move(old, later), librarian, yard.now)
    await kill(doomed)
    async with running_bot(yard.box, yard.url, tmp_path):
        await guest.sees("26 апреля", 30)


async def test_a_form_goes_on_where_it_was(yard: Yard, tmp_path: Path) -> None:
    """Killed between keeping an answer and asking the next question: after the restart the question is asked."""
    anna = yard.box.person("Анна Ветрова")
    member = await yard.member(anna)
    await yard.store.members.grant(member.id, Grant(Role.METHODIST), None, yard.now)
    bot = await start_bot(yard.box, yard.url, tmp_path)
    try:
        for step, mark in STEPS:
            yard.box.trouble.rules.append(Rule("hang", method="sendMessage", seconds=3600))
            asked = len(_questions(yard))
            await anna.says(step)
            await eventually(lambda seen=asked: _asks(yard, seen))  # type: ignore[misc]  # bound at once
            assert mark in str([draft.body for draft in await yard.store.drafts.of(member.id)])
            await kill(bot)
            yard.box.trouble.clear()
            before = len(anna.texts())
            bot = await start_bot(yard.box, yard.url, tmp_path)
            await until(yard.box, lambda seen=before: len(anna.texts()) > seen)  # type: ignore[misc]
            await yard.box.settled()
    finally:
        await kill(bot)
    await anna.sees("пятница, 18 мая 2018")


async def test_who_is_in_no_form_learns_that_it_is_done(yard: Yard, tmp_path: Path) -> None:
    """Killed between a press and its answer: the press counts, and the person is not left without a word."""
    event, _ = await yard.event()
    olga = yard.box.person("Ольга Котова")
    await yard.member(olga)
    doomed = await start_bot(yard.box, yard.url, tmp_path)
    await olga.says(f"/start e{event.id}")
    await olga.sees_button("Приду", 30)
    await yard.box.settled()
    yard.box.trouble.rules.append(Rule("hang", method="answerCallbackQuery", seconds=3600))
    await olga.taps_at_once("Приду")
    await _counts(yard, event, 1)
    await kill(doomed)
    yard.box.trouble.clear()
    async with running_bot(yard.box, yard.url, tmp_path):
        await olga.sees("Готово: то, что вы прислали или нажали, записано", 30)
        assert (await _counts(yard, event, 1)).counts.going == 1


def _questions(yard: Yard) -> list[Call]:
    return [call for call in yard.box.calls if call.method == "sendMessage"]


async def _asks(yard: Yard, asked: int) -> bool:
    """Whether the bot asks on. Only what has arrived is sure to hang: a call may outlive the process that made it."""
    return len(_questions(yard)) > asked


async def _counts(yard: Yard, event: Event, answers: int) -> Event:
    """The event once so many answers are there."""
    found = await yard.store.events.get(event.id)
    while found.counts.going + found.counts.queued < answers:
        await yard.box.world.changes.wait(yard.box.world.changes.version, 5)
        found = await yard.store.events.get(event.id)
    return found
