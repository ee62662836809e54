"""Several processes keep to one pace, counted in Redis; without it each keeps to its share."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.pacer import Pace
from bot.shared_pacer import SharedPacer
from sandbox.errors import ApiError
from sandbox.limits import Counter, Limits
from tests.bot.conftest import eventually
from tests.servers import NO_REDIS, REDIS, Server, redis_server

pytestmark = pytest.mark.skipif(not REDIS, reason=NO_REDIS)
PACE = Pace(overall=30, chat_burst=3, group_per_minute=20)


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    server = redis_server()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def three(server: Server) -> AsyncIterator[list[SharedPacer]]:
    """As three processes have them."""
    made = [SharedPacer(PACE, url_of(server), "42") for _ in range(3)]
    for one in made:
        one.share_with(3)
    yield made
    for one in made:
        await one.close()


def url_of(server: Server) -> str:
    return f"redis://127.0.0.1:{server.port}/0"


class Telegram:
    """Counts strictly, each message at some moment of its call."""

    def __init__(self) -> None:
        self.counter = Counter(Limits(overall=30, burst=3))
        self.went: list[str] = []

    async def send(
        self, pacer: SharedPacer, chat: int, name: str = "", *, bulk: bool = True, messages: int = 1
    ) -> None:
        async with pacer.turn(chat, bulk=bulk, messages=messages):
            await asyncio.sleep(0.005)
            self.counter.count(chat, messages)
            self.went.append(name)
            await asyncio.sleep(0.005)


async def test_bulk_gives_way_in_the_process_where_much_is_at_work(server: Server) -> None:
    pacer, telegram, now = SharedPacer(PACE, url_of(server), "42"), Telegram(), asyncio.get_running_loop().time
    pacer.busy = lambda: 1.0
    letters = asyncio.gather(*(telegram.send(pacer, chat, "letter") for chat in range(100, 105)))
    begun = now()
    await asyncio.gather(*(telegram.send(pacer, chat, "answer", bulk=False) for chat in range(20)))
    assert telegram.went.count("letter") <= 2 + (now() - begun) * 3
    await letters
    await pacer.close()
    assert now() - begun > 1.3


async def test_three_together_write_no_more_than_one_may(three: list[SharedPacer]) -> None:
    telegram = Telegram()
    letters = [telegram.send(three[number % 3], number) for number in range(70)]
    answers = [telegram.send(three[number % 3], 7, bulk=False) for number in range(4)]
    await asyncio.gather(*letters, *answers)
    assert (len(telegram.went), telegram.counter.given) == (74, 0)


async def test_answers_of_one_go_before_letters_of_another(three: list[SharedPacer]) -> None:
    telegram = Telegram()
    letters = [asyncio.create_task(telegram.send(three[0], chat, "letter")) for chat in range(60)]
    await asyncio.wait(letters, return_when=asyncio.FIRST_COMPLETED)
    answers = [telegram.send(three[1], 1000 + chat, "answer", bulk=False) for chat in range(25)]
    await asyncio.gather(*answers, *letters)
    assert telegram.went[-10:] == ["letter"] * 10
    assert telegram.counter.given == 0


async def test_an_album_of_one_finds_room_beside_letters_of_another_and_a_word_waits_for_it(
    three: list[SharedPacer],
) -> None:
    telegram = Telegram()
    letters = [asyncio.create_task(telegram.send(three[0], chat, "letter")) for chat in range(70)]
    await asyncio.gather(*letters[:35])
    await telegram.send(three[1], 1000, "album", bulk=False, messages=10)
    before = len(telegram.went)
    await telegram.send(three[2], 1000, "word", bulk=False)
    await asyncio.gather(*letters)
    assert before < 50
    assert telegram.went[-1] == "word"
    assert telegram.counter.given == 0


async def test_an_album_of_one_waits_until_a_slow_word_of_another_has_come_back(three: list[SharedPacer]) -> None:
    telegram = Telegram()
    async with three[0].turn(7, bulk=False):
        album = asyncio.create_task(telegram.send(three[1], 7, "album", bulk=False, messages=4))
        await asyncio.wait([album], timeout=1.4)
        telegram.counter.count(7)
        telegram.went.append("word")
    await album
    assert telegram.went == ["word", "album"]


async def test_a_group_has_one_minute_for_all(three: list[SharedPacer], server: Server) -> None:
    async with AsyncExitStack() as under_way:
        for number in range(3):
            await under_way.enter_async_context(three[number].turn(-5, bulk=False))
    small = SharedPacer(Pace(group_per_minute=3), url_of(server), "42")
    assert await small.wait(-5) > 50
    assert await small.wait(-6) == 0
    await small.close()


async def test_what_one_has_told_a_person_no_other_tells(three: list[SharedPacer], server: Server) -> None:
    asked = [await one.tells_first(person) for person in (7, 8) for one in three]
    assert asked == [True, False, False] * 2
    await server.stop()
    assert await three[0].tells_first(7), "better told twice than not at all"


async def test_a_pause_that_one_is_asked_for_holds_all(three: list[SharedPacer]) -> None:
    three[0].hold(7, 100)
    await eventually(lambda: _is_held(three[1], 7))
    assert await three[2].wait(8) == 0
    waiting = asyncio.create_task(Telegram().send(three[2], 7))
    await Telegram().send(three[2], 8)
    assert not waiting.done()
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert three[2].waiting == 0


async def test_pauses_in_three_chats_hold_letters_but_no_answers(three: list[SharedPacer]) -> None:
    for chat in (1, 2, 3):
        three[chat % 3].hold(chat, 100)
    await eventually(lambda: _is_held(three[0], 1))
    await eventually(lambda: _is_held(three[0], 2))
    await eventually(lambda: _is_held(three[0], 3))
    letter = asyncio.create_task(Telegram().send(three[0], 9))
    await Telegram().send(three[1], 10, bulk=False)
    assert not letter.done()
    letter.cancel()
    await asyncio.gather(letter, return_exceptions=True)


async def test_without_redis_each_keeps_to_its_share_and_goes_on_when_it_is_back(
    three: list[SharedPacer], server: Server
) -> None:
    telegram = Telegram()
    await asyncio.gather(*(telegram.send(one, 500 + number) for number, one in enumerate(three)))
    with capture_logs() as logs:
        await server.stop()
        await asyncio.gather(*(telegram.send(three[number % 3], number) for number in range(45)))
        await three[0].wait(3)
        assert [log["messages_a_second"] for log in _of(logs, "redis-gone")] == [10, 10, 10]
        await server.start()
        async with asyncio.timeout(30):
            while len(_of(logs, "redis-back")) < 3:  # noqa: ASYNC110 - Redis tells nobody that it is back
                await asyncio.sleep(0.05)
        await asyncio.gather(*(telegram.send(three[number % 3], 100 + number) for number in range(45)))
    assert (len(telegram.went), telegram.counter.given) == (93, 0)


async def test_whoever_gives_up_waiting_takes_no_place(three: list[SharedPacer]) -> None:
    """Also if the turn was counted in Redis meanwhile: thirty more go within the patience of the test."""
    telegram = Telegram()
    for _ in range(3):
        impatient = [asyncio.create_task(telegram.send(three[0], chat, bulk=False)) for chat in range(30)]
        await asyncio.sleep(0)
        for one in impatient:
            one.cancel()
        await asyncio.gather(*impatient, return_exceptions=True)
    async with asyncio.timeout(5):
        await asyncio.gather(*(telegram.send(three[1], 100 + chat, bulk=False) for chat in range(30)))


async def _is_held(pacer: SharedPacer, chat: int) -> bool:
    return await pacer.wait(chat) > 90


def _of(logs: list[Any], event: str) -> list[Any]:
    return [log for log in logs if log["event"] == event]


def test_the_counter_of_the_test_is_strict() -> None:
    counter = Counter(Limits(overall=1))
    counter.count(1)
    with pytest.raises(ApiError):
        counter.count(2)
