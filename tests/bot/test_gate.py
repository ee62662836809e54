"""Who brings too much keeps nobody waiting but themselves, is told so once, and loses nothing that counts."""

import asyncio
import json
from pathlib import Path

import pytest
from aiogram.types import Update
from hypothesis import given
from hypothesis import strategies as st

from bot.apology import TOO_MUCH as TOO_MUCH_CODE
from bot.gate import AT_REST, TELL_EVERY, Gate, Verdict
from domain.seats import Answer
from sandbox.people import Person
from sandbox.trouble import Rule
from tests.bot.conftest import eventually
from tests.bot.test_workers import Desk, letter
from tests.chat.conftest import Town, town_of
from tests.chat.talk import labels, says, taps

OK = 200
TOO_MUCH = "Слишком много сразу"
GROUP = -50
IN, TOLD, REST, AWAY = Verdict.IN, Verdict.TOLD, Verdict.REST, Verdict.AWAY


def message(account: int, chat: str = "private") -> Update:
    user = {"id": account, "is_bot": False, "first_name": "A"}
    body = {"message_id": 1, "date": 1, "from": user, "chat": {"id": account, "type": chat}, "text": "x"}
    return Update.model_validate({"update_id": 1, "message": body})


def in_group(number: int, account: int, **body: object) -> tuple[int, str]:
    """A group's update as the messenger brings it."""
    user, chat = {"id": account, "is_bot": False, "first_name": "A"}, {"id": GROUP, "type": "group"}
    message = {"message_id": number, "date": 1, "from": user, "chat": chat} | (body or {"text": "x"})
    return number, json.dumps({"update_id": number, "message": message})


def press(account: int) -> Update:
    user = {"id": account, "is_bot": False, "first_name": "A"}
    body = {"id": "1", "from": user, "chat_instance": "x", "data": "x"}
    return Update.model_validate({"update_id": 1, "callback_query": body})


def question(account: int) -> Update:
    user = {"id": account, "is_bot": False, "first_name": "A"}
    body = {"id": "1", "from": user, "query": "x", "offset": ""}
    return Update.model_validate({"update_id": 1, "inline_query": body})


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def gate(clock: Clock) -> Gate:
    return Gate(3, 60, clock)


def test_so_many_at_once_then_one_a_second_and_one_word_a_minute(gate: Gate, clock: Clock) -> None:
    assert [gate.ask(message(7)) for _ in range(6)] == [IN, IN, IN, TOLD, AWAY, AWAY]
    clock.seconds = 1
    assert [gate.ask(message(7)) for _ in range(2)] == [IN, AWAY]
    clock.seconds = TELL_EVERY + 60
    assert [gate.ask(message(7)) for _ in range(5)] == [IN, IN, IN, TOLD, AWAY]


def test_presses_too_many_are_answered_a_few_a_second_and_no_more(gate: Gate, clock: Clock) -> None:
    verdicts = [gate.ask(press(7)) for _ in range(AT_REST + 10)]
    assert verdicts == [IN, IN, IN, TOLD, *[REST] * AT_REST, *[AWAY] * 6]
    clock.seconds = 1
    assert [gate.ask(press(7)) for _ in range(AT_REST + 2)] == [IN, *[REST] * AT_REST, AWAY]
    assert gate.ask(message(7)) is AWAY


def test_of_whoever_waits_already_no_more_than_a_burst_is_let_in(gate: Gate, clock: Clock) -> None:
    assert [gate.ask(message(7), 2), gate.ask(message(7), 3), gate.ask(message(7), 3)] == [IN, TOLD, AWAY]
    clock.seconds = 10
    assert [gate.ask(message(7, "supergroup"), 3), gate.ask(press(7), 3), gate.ask(message(7), 2)] == [AWAY, REST, IN]


def test_another_person_and_another_kind_of_thing_are_counted_apart(gate: Gate) -> None:
    for _ in range(5):
        gate.ask(message(7))
    assert [gate.ask(message(8)), gate.ask(question(7))] == [IN, IN]
    assert [gate.ask(question(7)) for _ in range(4)] == [IN, IN, AWAY, AWAY]
    assert [gate.ask(message(9, "supergroup")) for _ in range(5)] == [IN, IN, IN, AWAY, AWAY]


def test_what_happens_to_people_is_never_turned_away(gate: Gate) -> None:
    user = {"id": 7, "is_bot": False, "first_name": "A"}
    status = {"user": user, "status": "member"}
    body = {"chat": {"id": 7, "type": "private"}, "from": user, "date": 1, "old_chat_member": status}
    block = Update.model_validate({"update_id": 1, "my_chat_member": body | {"new_chat_member": status}})
    assert [gate.ask(block) for _ in range(10)] == [IN] * 10


@pytest.mark.parametrize(
    "body",
    [
        {"migrate_to_chat_id": -1007},
        {"forum_topic_created": {"name": "A", "icon_color": 1}},
        {"left_chat_member": {"id": 8, "is_bot": False, "first_name": "B"}},
        {"new_chat_members": [{"id": 8, "is_bot": False, "first_name": "B"}]},
        {"new_chat_title": "A"},
    ],
)
def test_what_the_messenger_writes_of_a_group_is_never_turned_away(gate: Gate, body: dict[str, object]) -> None:
    update = Update.model_validate_json(in_group(1, 7, **body)[1])
    assert [gate.ask(update, 100) for _ in range(10)] == [IN] * 10
    assert gate.ask(message(7)) is IN


def test_the_count_of_many_people_is_not_kept_for_ever(
    gate: Gate, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.gate.MOST", 50)
    for account in range(50):
        gate.ask(message(account))
    clock.seconds = 5
    gate.ask(message(50))
    assert len(gate._counts) == 1


@given(st.lists(st.tuples(st.floats(0, 5), st.integers(1, 3)), max_size=60))
def test_whatever_others_do_a_quiet_person_is_let_in(steps: list[tuple[float, int]]) -> None:
    clock = Clock()
    gate = Gate(3, 60, clock)
    quiet_at = -1.0
    for pause, account in steps:
        clock.seconds += pause
        verdict = gate.ask(message(account))
        if account == 1:
            assert verdict is IN or clock.seconds - quiet_at < 1
            quiet_at = clock.seconds


async def test_nobody_else_waits_and_whoever_was_too_quick_is_told_once(tmp_path: Path) -> None:
    async with town_of(
        tmp_path, limits={"person_burst": 5, "person_per_minute": 600, "overall_per_second": 1000}
    ) as town:
        event = await town.event()
        flood, olga = await town.known("Пётр Скорый"), await town.known("Ольга Котова")
        await says(town, olga, f"/start e{event.id}")
        await asyncio.gather(*(flood.says(f"Сообщение {one}") for one in range(60)))
        await taps(town, olga, "Приду")
        await olga.sees("Вы идёте")
        await town.quiet()
        assert sum(TOO_MUCH in text for text in flood.texts()) == 1
        assert town.app.figures.turned_away["person"] >= 40
        assert await town.store.inbox.waiting() == [] or await eventually(lambda: _none_waits(town))
        await asyncio.sleep(0.6)  # six more are due to them by then
        await says(town, flood, f"/start e{event.id}")
        await taps(town, flood, "Приду")
        member = await town.member(flood)
        assert (await town.store.rsvps.of(event.id, member.id)) is not None


async def _none_waits(town: Town) -> bool:
    return await town.store.inbox.waiting() == []


async def test_a_press_too_many_is_answered_by_an_alert_and_changes_nothing(tmp_path: Path) -> None:
    async with town_of(tmp_path, limits={"person_burst": 2, "person_per_minute": 1}) as town:
        event = await town.event()
        olga = await town.known("Ольга Котова")
        await says(town, olga, f"/start e{event.id}")
        await taps(town, olga, "Приду")
        card = olga.screen()
        await olga.taps("Не смогу", card)
        await eventually(lambda: _alarmed(olga))
        member = await town.member(olga)
        standing = await town.store.rsvps.of(event.id, member.id)
        assert standing is not None
        assert standing.state.value == Answer.GOING.value
        assert "Не смогу" in labels(card)


async def test_quick_presses_are_all_answered_and_only_one_of_them_in_words(tmp_path: Path) -> None:
    async with town_of(tmp_path, limits={"person_burst": 3, "person_per_minute": 1}) as town:
        event, olga = await town.event(), await town.known("Ольга Котова")
        await says(town, olga, f"/start e{event.id}")
        presses = [await olga.taps_at_once("Возможно", olga.screen()) for _ in range(2 + AT_REST)]
        late = presses.pop()
        town.box.world.presses[late].at -= 3600
        await eventually(lambda: _answered(olga, presses))
        await town.quiet()
        assert sum(TOO_MUCH in toast for toast in olga.toasts()) == 1
        [refused] = [call for call in town.box.calls if call.outcome != OK]
        assert (refused.params["callback_query_id"], "query is too old" in refused.why) == (late, True)


async def test_the_messenger_is_asked_once_to_let_a_button_rest(tmp_path: Path) -> None:
    async with town_of(tmp_path, limits={"person_burst": 2, "person_per_minute": 1}) as town:
        olga = await town.known("Ольга Котова")
        await says(town, olga, "/start")
        await taps(town, olga, "Настройки")
        screen = olga.screen()
        await olga.taps("‹ Меню", screen)
        town.box.trouble.rules.append(Rule("500", method="answerCallbackQuery"))
        before = len(town.box.calls)
        await olga.taps_at_once("‹ Меню", screen)
        await town.quiet()
        assert [call.method for call in town.box.calls[before:]] == ["answerCallbackQuery"]


async def test_a_press_that_waited_too_long_has_its_effect_and_nobody_apologises(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова")
    await says(town, olga, f"/start e{event.id}")
    press = await olga.taps_at_once("Приду", olga.screen())
    town.box.world.presses[press].at -= 3600
    await olga.sees("Вы идёте")
    await town.quiet()
    assert [call.method for call in town.box.calls if "too old" in (call.why or "")] == ["answerCallbackQuery"]
    assert olga.toasts() == []


async def _answered(person: Person, presses: list[str]) -> bool:
    return {*presses} <= {toast["press"] for toast in person.world.toasts[person.id]}


async def _alarmed(person: Person) -> bool:
    return any(TOO_MUCH in toast for toast in person.toasts())


async def test_beyond_what_may_wait_the_messenger_keeps_updates(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(town)
    desk.workers._most = 2
    for number in (1, 2):
        desk.held[number] = asyncio.Event()
        await desk.workers.take_in([letter(number, number)])
    waiting = asyncio.create_task(desk.workers.room())
    await asyncio.sleep(0.02)
    assert not waiting.done()
    desk.held[1].set()
    await asyncio.wait_for(waiting, 5)
    desk.held[2].set()
    await desk.workers.finish()


async def test_who_brings_a_little_more_than_can_be_answered_does_not_fill_the_house(town: Town, clock: Clock) -> None:
    """Two words a second are let in, one a second is answered: after a quarter of an hour everybody would wait."""
    desk = Desk(town)
    desk.workers._gate = Gate(3, 120, clock)
    desk.held[1] = asyncio.Event()
    for number in range(1, 30):
        clock.seconds += 0.5
        await desk.workers.take_in([letter(number, 7)])
    await eventually(lambda: _in_hand(desk, 3))
    desk.held[1].set()
    await desk.workers.finish()
    assert desk.seen == [1, 2, 3]
    assert TOO_MUCH_CODE in desk.apologies


async def test_where_one_person_floods_a_group_everybody_else_is_heard_there(town: Town, clock: Clock) -> None:
    """A group is answered more slowly than people write: whoever wrote least must not be turned away for the others."""
    desk = Desk(town)
    desk.workers._gate = Gate(3, 120, clock)
    desk.held[1] = asyncio.Event()
    for number in range(1, 30):
        clock.seconds += 0.5
        await desk.workers.take_in([in_group(number, 7)])
    await eventually(lambda: _in_hand(desk, 3))
    others = [in_group(30, 8), in_group(31, 7, migrate_to_chat_id=-1007), letter(32, 7)]
    await desk.workers.take_in(others)
    await desk.begun(32)
    desk.held[1].set()
    await desk.workers.finish()
    assert desk.seen == [1, 32, 2, 3, 30, 31]


async def _in_hand(desk: Desk, number: int) -> bool:
    return desk.workers.in_hand == number
