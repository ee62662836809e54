"""Updates: in order for one person, side by side for many, and nobody left without a word."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from aiogram.exceptions import TelegramAPIError
from aiogram.types import Update
from sqlalchemy.engine import make_url
from structlog.testing import capture_logs

from bot.apology import KEPT, SLOW
from bot.workers import Workers
from domain.seats import RsvpState
from sandbox.people import Person
from sandbox.trouble import Rule
from storage.unit import in_hand
from tests.bot.conftest import Town, eventually
from tests.chat.conftest import town_of
from tests.chat.talk import labels
from tests.process import until


def letter(number: int, person: int, text: str = "x") -> tuple[int, str]:
    """An update as the messenger brings it."""
    user = f'{{"id": {person}, "is_bot": false, "first_name": "A"}}'
    chat = f'{{"id": {person}, "type": "private"}}'
    body = f'"message_id": {number}, "date": 1, "from": {user}, "chat": {chat}, "text": "{text}"'
    return number, f'{{"update_id": {number}, "message": {{{body}}}}}'


def locked() -> Exception:
    return sqlite3.OperationalError("database is locked")


class Desk:
    """Workers of their own on the town's store, whose handling is up to the test."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.seen: list[int] = []
        self.apologies: list[str] = []
        self.fails = dict[int, int]()
        self.fault: Callable[[], Exception] = ZeroDivisionError
        self.held: dict[int, asyncio.Event] = {}
        self.news = asyncio.Event()
        self.has_effect = False
        self.told = asyncio.Event()
        self.workers = Workers(town.app.bot, town.store, town.app.clock, self.handle, self.apologise)

    async def handle(self, update: Update) -> None:
        self.seen.append(update.update_id)
        self.news.set()
        if update.update_id in self.held:
            await self.held[update.update_id].wait()
        if self.has_effect:
            await self.town.store.chores.plan("effect", self.town.now())
        if self.fails.get(update.update_id, 0):
            self.fails[update.update_id] -= 1
            raise self.fault()

    async def begun(self, update_id: int) -> None:
        """Waits until the update is in hand."""
        while update_id not in self.seen:
            self.news.clear()
            await self.news.wait()

    async def apologise(self, _update: Update, code: str) -> None:
        self.apologies.append(code)
        self.told.set()

    async def waiting(self) -> list[int]:
        return [one.update_id for one in await self.town.store.inbox.waiting()]


@pytest.fixture
def desk(town: Town, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr("bot.workers.PAUSES", (0.01, 0.01))
    return Desk(town)


async def test_one_persons_updates_keep_their_order_and_others_do_not_wait(desk: Desk) -> None:
    desk.held[1] = asyncio.Event()
    await desk.workers.take_in([letter(1, 7), letter(2, 7), letter(3, 8)])
    await desk.begun(3)
    assert desk.seen == [1, 3]
    desk.held[1].set()
    await desk.workers.finish()
    assert desk.seen == [1, 3, 2]


async def test_busy_is_who_is_at_work_and_not_what_waits_behind_ones_own(desk: Desk) -> None:
    desk.held = {1: asyncio.Event(), 4: asyncio.Event()}
    await desk.workers.take_in([letter(1, 7), letter(2, 7), letter(3, 7), letter(4, 8)])
    await desk.begun(1)
    await desk.begun(4)
    assert desk.workers.busy == 2 / 100
    for held in desk.held.values():
        held.set()
    await desk.workers.finish()
    assert desk.workers.busy == 0


async def test_letters_give_way_to_whoever_is_being_answered(town: Town) -> None:
    town.box.trouble.rules.append(Rule("slow", "sendMessage", town.anna.id, times=1, seconds=3600))
    await town.anna.says("/help")
    await eventually(lambda: _is_busy(town))
    await town.app.workers.finish(within=0)
    assert town.app.pacer.busy() == 0


async def _is_busy(town: Town) -> bool:
    return town.app.pacer.busy() > 0


async def test_the_same_update_twice_is_handled_once(desk: Desk) -> None:
    await desk.workers.take_in([letter(1, 7)])
    await desk.workers.take_in([letter(1, 7), letter(2, 7)])
    await desk.workers.finish()
    assert desk.seen == [1, 2]


async def test_what_had_no_effect_is_done_with_the_next_batch(desk: Desk) -> None:
    await desk.workers.take_in([letter(1, 7)])
    await asyncio.gather(*desk.workers._tasks)
    assert await desk.waiting() == [1]
    await desk.workers.flush()
    assert await desk.waiting() == []


async def test_a_fault_that_passes_is_got_over(desk: Desk) -> None:
    desk.fails[1] = 2
    await desk.workers.take_in([letter(1, 7)])
    await desk.workers.finish()
    assert (desk.seen, desk.apologies, await desk.waiting()) == ([1, 1, 1], [], [])


async def test_after_three_failures_the_person_gets_an_apology_and_the_next_update_its_turn(desk: Desk) -> None:
    desk.fails[1] = 99
    await desk.workers.take_in([letter(1, 7), letter(2, 7)])
    await desk.workers.finish()
    assert (desk.seen, desk.apologies, await desk.waiting()) == ([1, 1, 1, 2], ["1"], [])


async def test_a_fault_after_the_effect_is_told_and_the_effect_is_not_repeated(desk: Desk) -> None:
    desk.fails[1] = 99
    desk.has_effect = True
    await desk.workers.take_in([letter(1, 7)])
    await desk.workers.finish()
    assert (desk.seen, desk.apologies, await desk.waiting()) == ([1], ["1"], [])


async def test_a_database_lost_after_the_effect_leaves_nobody_without_a_word(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.patience.PAUSES", (0.01,))
    desk.fails[1], desk.fault, desk.has_effect = 1, locked, True
    await desk.workers.take_in([letter(1, 7)])
    await desk.workers.finish()
    assert (desk.seen, desk.apologies, await desk.waiting()) == ([1, 1], [SLOW, KEPT], [])


async def test_who_waits_for_another_program_is_told_before_it_is_through(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.held[1], desk.has_effect = asyncio.Event(), True
    await desk.workers.take_in([letter(1, 7)])
    monkeypatch.setattr("bot.standstill.WORD_AFTER", 0.1)
    await desk.begun(1)
    with closing(sqlite3.connect(make_url(desk.town.store._url).database or "", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        desk.held[1].set()
        async with asyncio.timeout(4):  # SQLite itself waits for five seconds before it says anything
            await desk.told.wait()
        other.execute("ROLLBACK")
    await desk.workers.finish()
    assert (desk.seen, desk.apologies, await desk.waiting()) == ([1], [SLOW], [])


async def test_who_waits_for_slow_work_is_told_nothing_of_the_database(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.held[1], desk.has_effect = asyncio.Event(), True
    await desk.workers.take_in([letter(1, 7)])
    monkeypatch.setattr("bot.standstill.WORD_AFTER", 0.01)
    await desk.begun(1)
    asyncio.get_running_loop().call_later(0.1, desk.held[1].set)
    await desk.workers.finish()
    assert (desk.seen, desk.apologies) == ([1], [])


async def test_who_has_pressed_meanwhile_reads_that_it_is_done(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    handle, lost = town.app.workers._handle, [locked()]

    async def handle_and_lose(update: Update) -> None:
        await handle(update)
        if update.callback_query and lost:
            raise lost.pop()

    monkeypatch.setattr("bot.patience.PAUSES", (0.01,))
    monkeypatch.setattr(town.app.workers, "_handle", handle_and_lose)
    event, olga = await town.event(), await town.known("Ольга Котова")
    await olga.says(f"/start e{event.id}")
    await olga.taps("Приду")
    await olga.sees("записано")
    await eventually(lambda: _nothing_is_owed(town))


async def _nothing_is_owed(town: Town) -> bool:
    return not await town.store.inbox.owed()


async def test_an_answer_that_waits_for_its_group_keeps_nobody_waiting_in_private(tmp_path: Path) -> None:
    """A group has its twenty a minute; many who write there at once are answered for minutes."""
    async with town_of(tmp_path, limits={"group_per_minute": 1, "updates_at_once": 2}) as town:
        people = [town.box.person(f"Гость {number}") for number in range(3)]
        group = town.box.group("Читатели", *people)
        await people[0].adds_bot(group)
        for one in people:
            await one.says("/help@roundtable_sandbox_bot", chat=group)
        await group.sees("наедине")
        for one in people:
            await one.says("/help")
            await one.sees("Что я умею", 10)


async def test_tries_are_counted_over_a_restart(desk: Desk) -> None:
    desk.fails[1] = 99
    await desk.town.store.inbox.put([letter(1, 7)], [], desk.town.now())
    for _ in range(2):
        await desk.town.store.inbox.tried(1)
    await desk.workers.take_up()
    await desk.workers.finish()
    assert (desk.seen, desk.apologies) == ([1], ["1"])


async def test_an_update_of_a_kind_that_aiogram_does_not_know_is_not_quoted(town: Town) -> None:
    """aiogram itself would warn of it, with all that it says."""
    with capture_logs() as lines:
        await town.app.workers.take_in([(1, '{"update_id": 1, "novelty": {"text": "Ольга"}}')])
        await town.quiet()
    assert [(line["event"], line["log_level"]) for line in lines] == [("update-unknown", "warning")]


async def test_who_blocks_the_bot_before_it_has_answered_is_no_fault(town: Town) -> None:
    olga = await town.known("Ольга")
    town.box.trouble.rules.append(Rule("403", "sendMessage", olga.id))
    with capture_logs() as lines:
        await olga.says("/help")
        await town.quiet()
    assert [line["event"] for line in lines if line["log_level"] != "info"] == []
    assert "nobody-to-answer" in [line["event"] for line in lines]
    await town.app.workers.flush()
    assert await town.store.inbox.waiting() == []


@pytest.mark.parametrize("body", ['{"update_id": 1, "message": 5}', '{"update_id": 1, "novelty": {}}', "{"])
async def test_an_update_that_makes_no_sense_blocks_nothing(desk: Desk, body: str) -> None:
    await desk.workers.take_in([(1, body), letter(2, 7)])
    await desk.workers.finish()
    assert 2 in desk.seen
    assert await desk.waiting() == []


async def test_what_takes_too_long_at_the_end_waits_for_the_next_start(desk: Desk) -> None:
    desk.held[1] = asyncio.Event()
    await desk.workers.take_in([letter(1, 7)])
    await desk.workers.finish(within=0.05)
    assert await desk.waiting() == [1]


async def test_a_conversation_is_kept_though_the_answer_was_lost(desk: Desk) -> None:
    town = desk.town
    olga = await town.known("Ольга Котова")
    town.box.trouble.rules.append(Rule("reset_after", "sendMessage", olga.id, times=9))
    await olga.says("/start")
    await until(town.box, lambda: len(olga.texts()) >= 2)
    await town.box.settled()
    await eventually(lambda: _nothing_waits(town))
    assert "номер" not in olga.transcript()


async def test_a_question_that_was_lost_is_asked_once_the_messenger_is_well(town: Town) -> None:
    """Reset before it arrives, again and again: the person need do nothing."""
    olga = town.anna
    town.box.trouble.rules.append(Rule("reset_before", "sendMessage", olga.id, times=3))
    await olga.says("/new")
    await olga.sees("1 из", 15)


async def test_a_word_does_not_wait_for_the_answer_that_is_owed_to_an_earlier_one(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The question is lost twice; asked once more, it hangs: what is said meanwhile is answered all the same."""
    monkeypatch.setattr("bot.debts.ANSWER_WITHIN", 0.1)
    lost = Rule("reset_before", "sendMessage", times=2)
    hangs = Rule("hang", "sendMessage", times=1, seconds=3600)
    town.box.trouble.rules += [lost, hangs]
    await town.anna.says("/new")
    await eventually(lambda: _struck(town, hangs))
    await town.anna.says("Читаем Тургенева")
    await town.anna.sees("2 из 6", 15)


async def _struck(town: Town, rule: Rule) -> bool:
    return rule not in town.box.trouble.rules


@pytest.mark.parametrize("kind", ["reset_before", "broken_json"])
async def test_what_had_no_effect_is_answered_again_when_its_answer_was_lost(town: Town, kind: str) -> None:
    stranger = town.person("Ольга")
    town.box.trouble.rules.append(Rule(kind, "sendMessage", stranger.id, times=3))  # type: ignore[arg-type]  # as above
    await stranger.says("/help")
    await stranger.sees("/privacy", 15)
    await eventually(lambda: _nothing_waits(town))
    assert "номер" not in stranger.transcript()


async def _nothing_waits(town: Town) -> bool:
    return not await town.store.inbox.waiting()


async def test_one_persons_429s_are_nobody_elses_wait(town: Town) -> None:
    event = await town.event(capacity=None)
    people = [await town.known(f"Гость {number}") for number in range(6)]
    for person in people:
        await person.says(f"/start e{event.id}")
    cards = {person.id: await person.sees_button("Приду") for person in people}
    slow, *others = people
    busy = Rule("429", "editMessageText", slow.id)
    town.box.trouble.rules.append(busy)
    await slow.taps_at_once("Приду", cards[slow.id])
    for person in others:
        await person.taps("Приду", cards[person.id])
        await person.sees("Вы идёте")
    assert "Вы идёте" not in slow.transcript()
    town.box.trouble.rules.remove(busy)
    await slow.sees("Вы идёте")


async def test_a_stranger_who_is_slow_to_be_answered_keeps_nobody_from_a_seat(town: Town) -> None:
    event = await town.event(capacity=1)
    stranger, olga = town.person("Чужой"), await town.known("Ольга Котова")
    for person in (stranger, olga):
        await person.says(f"/start e{event.id}")
        await person.sees_button("Приду")
    town.box.trouble.rules.append(Rule("slow", "editMessageText", stranger.id, times=1, seconds=3600))
    await stranger.taps_at_once("Приду")
    await olga.taps("Приду")
    await olga.sees("Вы идёте")
    assert "Приду" in labels(stranger.screen())
    await town.app.workers.finish(within=0)


@pytest.mark.parametrize("kind", ["500", "502", "reset_before", "reset_after", "broken_json", "429"])
@pytest.mark.parametrize("method", ["editMessageText", "answerCallbackQuery"])
async def test_a_press_is_answered_in_spite_of(town: Town, kind: str, method: str) -> None:
    event = await town.event()
    olga = await town.known("Ольга Котова")
    await olga.says(f"/start e{event.id}")
    card = await olga.sees_button("Приду")
    town.box.trouble.rules.append(Rule(kind, method, times=2, seconds=1))  # type: ignore[arg-type]  # as above
    await olga.taps_at_once("Приду", card)
    await olga.sees("Вы идёте")
    member = await town.member(olga)
    found = await town.store.rsvps.of(event.id, member.id)
    assert found is not None
    assert found.state is RsvpState.GOING


async def test_a_fault_of_ours_is_told_with_its_number(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("bot.workers.PAUSES", (0.01, 0.01))
    monkeypatch.setattr(town.app.workers, "_handle", broken)
    olga: Person = await town.known("Ольга Котова")
    await olga.says("/events")
    await olga.sees("сообщите библиотеке номер 1")


async def test_whoever_cannot_be_told_stops_nothing(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: object) -> None:
        with suppress(TelegramAPIError):
            raise ZeroDivisionError

    monkeypatch.setattr("bot.workers.PAUSES", (0.01, 0.01))
    monkeypatch.setattr(town.app.workers, "_handle", broken)
    olga = await town.known("Ольга Котова")
    olga.account.blocked = True
    town.box.world.push("message", await _message(olga))
    await town.box.settled()
    await eventually(lambda: _nothing_waits(town))
    assert in_hand.get() is None


async def _message(person: Person) -> dict[str, object]:
    user = person.account.user()
    chat = {"id": person.id, "type": "private", "first_name": "О"}
    return {"message_id": 1, "date": 1, "from": user, "chat": chat, "text": "x"}
