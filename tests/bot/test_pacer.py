"""Turns are given in order: answers first, and a chat that must wait keeps nobody else waiting."""

import asyncio
from contextlib import AsyncExitStack

import pytest
from aiogram.methods import (
    AnswerCallbackQuery,
    CopyMessage,
    EditMessageText,
    ForwardMessage,
    GetUpdates,
    SendChatAction,
    SendMediaGroup,
    SendMessage,
    TelegramMethod,
)
from aiogram.types import InputMediaPhoto

from bot.courtesy import new_messages
from bot.pacer import Pace, Pacer, paced


async def test_within_a_turn_the_call_goes_out_as_it_is() -> None:
    pacer = Pacer(Pace())
    async with pacer.turn(1, bulk=True):
        assert paced.get()
    assert not paced.get()


async def test_answers_go_before_bulk_that_waits_longer() -> None:
    pacer, went = Pacer(Pace(overall=1)), list[str]()

    async def send(name: str, chat: int, *, bulk: bool) -> None:
        async with pacer.turn(chat, bulk=bulk):
            went.append(name)

    async with pacer.turn(1, bulk=True):
        bulk = asyncio.create_task(send("bulk", 2, bulk=True))
        await asyncio.sleep(0)
        answer = asyncio.create_task(send("answer", 3, bulk=False))
        await asyncio.sleep(0)
    await asyncio.gather(bulk, answer)
    assert went == ["answer", "bulk"]


async def test_an_album_that_waits_for_room_is_overtaken_by_nobody() -> None:
    pacer, went = Pacer(Pace(overall=2)), list[str]()

    async def send(name: str, chat: int, messages: int = 1, *, bulk: bool = False) -> None:
        async with pacer.turn(chat, bulk=bulk, messages=messages):
            went.append(name)

    async with pacer.turn(1, bulk=False):
        album = asyncio.create_task(send("album", 2, messages=2))
        await asyncio.sleep(0)
        others = [asyncio.create_task(send("letter", 3, bulk=True)), asyncio.create_task(send("word", 4))]
        await asyncio.sleep(0)
        assert not went
    await asyncio.gather(album, *others)
    assert went == ["album", "word", "letter"]


async def test_bulk_gives_way_while_much_is_at_work_and_answers_do_not() -> None:
    """Five in a row take a sixth of a second at full pace; three a second are more than a second."""
    now = asyncio.get_running_loop().time
    pacer, begun = Pacer(Pace()), now()
    pacer.busy = lambda: 1.0
    letters = asyncio.gather(*(_once(pacer, chat, bulk=True) for chat in range(5)))
    await asyncio.gather(*(_once(pacer, chat) for chat in range(5, 25)))
    answered = now() - begun
    await letters
    assert answered < 1 < 4 / 3 <= now() - begun + 0.01


async def test_a_held_chat_keeps_only_itself_waiting() -> None:
    pacer = Pacer(Pace())
    pacer.hold(1, 100)
    assert 99 < await pacer.wait(1) <= 100
    held = asyncio.create_task(_once(pacer, 1))
    await _once(pacer, 2)
    assert not held.done()
    held.cancel()
    with pytest.raises(asyncio.CancelledError):
        await held
    assert await pacer.wait(2) == 0


async def test_whoever_gives_up_waiting_takes_no_place() -> None:
    pacer = Pacer(Pace(overall=2))
    async with AsyncExitStack() as under_way:
        for chat in (1, 2):
            await under_way.enter_async_context(pacer.turn(chat, bulk=False))
        impatient = asyncio.create_task(_once(pacer, 3))
        await asyncio.sleep(0)
        impatient.cancel()
        await asyncio.gather(impatient, return_exceptions=True)
    async with asyncio.timeout(3):
        await _once(pacer, 4)


async def _once(pacer: Pacer, chat: int, *, bulk: bool = False) -> None:
    async with pacer.turn(chat, bulk=bulk):
        pass


@pytest.mark.parametrize(
    ("method", "counts"),
    [
        (SendMessage(chat_id=1, text="x"), 1),
        (SendMediaGroup(chat_id=1, media=[InputMediaPhoto(media="x")] * 4), 4),
        (CopyMessage(chat_id=1, from_chat_id=2, message_id=3), 1),
        (ForwardMessage(chat_id=1, from_chat_id=2, message_id=3), 1),
        (EditMessageText(text="x"), 0),
        (AnswerCallbackQuery(callback_query_id="1"), 0),
        (GetUpdates(), 0),
        (SendChatAction(chat_id=1, action="typing"), 0),
    ],
)
def test_only_what_puts_a_new_message_into_a_chat_is_counted(method: TelegramMethod[object], counts: int) -> None:
    assert new_messages(method) == counts
