"""Workers of several processes: a person's updates in order and once, whichever of them took which in."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.types import Update

from bot.clock import SystemClock
from bot.gate import Gate
from bot.lanes import person_of
from bot.turns import SharedWorkers, person_in
from storage.store import Store
from tests.bot.conftest import eventually
from tests.bot.test_workers import letter
from tests.engines import NO_POSTGRES, POSTGRES, migrated
from tests.process import TOKEN
from tests.storage.conftest import POLICY

ANNA, GROUP = {"id": 7, "is_bot": False, "first_name": "A"}, {"id": -5, "type": "group", "title": "G"}
POST = {"message_id": 1, "date": 1, "chat": GROUP}
WORD = POST | {"chat": {"id": 7, "type": "private"}}
HERE = {"user": ANNA | {"is_bot": True}, "status": "member"}


@pytest.mark.parametrize(
    "body",
    [
        {"message": POST | {"from": ANNA}},
        {"message": WORD | {"from": ANNA}},
        {"channel_post": POST},
        {"my_chat_member": POST | {"from": ANNA, "old_chat_member": HERE, "new_chat_member": HERE}},
        {"callback_query": {"id": "1", "from": ANNA, "chat_instance": "x", "message": POST}},
        {"inline_query": {"id": "1", "from": ANNA, "query": "", "offset": ""}},
        {"something_new": {"from": 5}},
        {},
    ],
)
def test_whose_an_update_is_can_be_read_without_reading_all_of_it(body: dict[str, object]) -> None:
    update = Update.model_validate({"update_id": 1} | body)
    assert person_in(Update.model_dump_json(update, exclude_unset=True, by_alias=True)) == person_of(update)


class Desk:
    """Two processes' workers on one database; what is handled is noted, and some of it fails."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.seen: list[int] = []
        self.under_way = 0
        self.most_at_once = 0
        self.fails: set[int] = set()
        self.workers = [self._workers(name) for name in ("a", "b")]

    def _workers(self, name: str) -> SharedWorkers:
        gate = Gate(1000, 1000)
        made = SharedWorkers(Bot(TOKEN), self.store, SystemClock(), self.handle, self.apologise, gate=gate)
        made.name = name
        return made

    async def handle(self, update: Update) -> None:
        self.under_way += 1
        self.most_at_once = max(self.most_at_once, self.under_way)
        self.seen.append(update.update_id)
        await asyncio.sleep(0)
        self.under_way -= 1
        if update.update_id in self.fails:
            raise ZeroDivisionError

    async def apologise(self, _update: Update, _code: str) -> None:
        raise ZeroDivisionError("not even a word comes through")

    async def all_done(self) -> bool:
        return not await self.store.inbox.waiting() and not any(one.in_hand for one in self.workers)


@pytest.fixture
async def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Desk]:
    if not POSTGRES:
        pytest.skip(NO_POSTGRES)
    monkeypatch.setattr("bot.workers.PAUSES", (0.01, 0.01))
    async with migrated("postgresql", tmp_path) as url:
        store = Store(url, POLICY)
        for name in ("a", "b"):
            await store.replicas.sign_on(name)
        yield Desk(store)
        await store.close()


async def test_one_person_is_served_in_order_by_two(desk: Desk) -> None:
    for number in range(20):
        await desk.workers[number % 2].take_in([letter(number, 7)])
    await eventually(desk.all_done)
    assert (desk.seen, desk.most_at_once) == (list(range(20)), 1)


async def test_what_comes_to_both_is_done_once(desk: Desk) -> None:
    await asyncio.gather(*(one.take_in([letter(number, number)]) for number in range(10) for one in desk.workers))
    await eventually(desk.all_done)
    assert sorted(desk.seen) == list(range(10))


async def test_whatever_happens_to_one_the_next_has_its_turn(desk: Desk) -> None:
    desk.fails = {1}
    await desk.workers[0].take_in([letter(1, 7), (2, '{"update_id": "?", "message": {"from": {"id": 7}}}')])
    await desk.workers[1].take_in([letter(3, 7)])
    await eventually(desk.all_done)
    assert desk.seen == [1, 1, 1, 3]


async def test_who_parts_leaves_the_rest_to_the_others(desk: Desk) -> None:
    await desk.store.inbox.put([letter(1, 7), letter(2, 7)], [], SystemClock().now())
    assert await desk.workers[0].take_up() == 1
    await desk.workers[0].finish()
    assert desk.seen == [1]
    await desk.workers[1].take_over()
    await eventually(desk.all_done)
    assert desk.seen == [1, 2]


async def test_what_was_answered_late_is_closed(desk: Desk) -> None:
    await desk.workers[0].take_in([letter(1, 7)])
    await eventually(desk.all_done)
    desk.workers[0]._closing.add(1)
    await desk.workers[0].flush()
    assert desk.workers[0]._closing == set()
