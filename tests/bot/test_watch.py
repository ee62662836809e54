"""A queue that stands is told to an administrator by itself: once, and past the queue; one that moves never is."""

from datetime import datetime, timedelta

import pytest

from bot.watch import EVERY, STANDS, Watch
from domain.health import Trouble
from sandbox.trouble import Rule
from storage.outbox import Message
from tests.bot.conftest import Town

HOUR = timedelta(hours=1)
ALARM = "Бот заметил неполадку"


class Post:
    """A watch with seconds of its own, on a town whose delivery has died."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.seconds = 0.0
        self.watch = Watch(town.app.bot, town.store, town.app.texts, lambda: self.seconds)

    async def looks(self, *, after: float) -> int:
        """How many alarms have been sent once so many seconds are over."""
        self.seconds += after
        await self.watch.beat(self.town.now())
        return sum(ALARM in text for text in self.town.anna.texts())


@pytest.fixture
async def post(town: Town) -> Post:
    for task in town.app._tasks:
        task.cancel()
    return Post(town)


async def _add(town: Town, chat: int) -> None:
    await town.store.outbox.add([Message("letter", 1, chat, "r1", town.now() - HOUR)])


async def test_an_administrator_is_told_once(post: Post) -> None:
    await _add(post.town, 77)
    assert await post.looks(after=EVERY) == 0
    assert await post.looks(after=STANDS) == 1
    assert "Не уходит 1 сообщение" in post.town.anna.texts()[-1]
    assert [await post.looks(after=STANDS) for _ in range(3)] == [1, 1, 1]


async def test_a_queue_that_moves_is_no_trouble_however_long_it_is(post: Post) -> None:
    town = post.town
    for chat in range(5):
        await _add(town, chat)
        assert await post.looks(after=STANDS) == 0
        [row] = await town.store.outbox.claim("w", town.now(), 1, HOUR)
        await town.store.outbox.finish(row.id, "sent", town.now())


async def test_as_long_as_nobody_could_be_told_it_is_tried_again(post: Post) -> None:
    await _add(post.town, 77)
    await post.looks(after=EVERY)
    post.town.box.trouble.rules.append(Rule("502", "sendMessage", times=1))
    assert await post.looks(after=STANDS) == 0
    assert await post.looks(after=EVERY) == 1


async def _no_room(_now: datetime) -> None:
    raise OSError(28, "No space left on device")


async def test_work_of_the_night_that_is_not_done_is_told_with_a_hint(post: Post) -> None:
    town = post.town
    town.app.chores._work["broken"] = _no_room
    await town.store.chores.plan("broken", town.now() - 2 * HOUR)
    await post.looks(after=EVERY)
    assert await post.looks(after=STANDS) == 1
    assert "проверьте место на диске" in town.anna.texts()[-1]
    assert await town.store.troubles.found([Trouble.CHORES], town.now()) == []
