"""The pace of messages, by a clock that the test turns."""

import pytest
from aiogram.methods import (
    AnswerCallbackQuery,
    CopyMessage,
    EditMessageText,
    GetUpdates,
    SendChatAction,
    SendMessage,
)
from hypothesis import given
from hypothesis import strategies as st

from bot.pacer import Pace, Pacer, is_new_message


class Time:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def make(**pace: int) -> tuple[Pacer, Time]:
    time = Time()
    return Pacer(Pace(**pace), time), time


def send(pacer: Pacer, time: Time, chat: int, *, bulk: bool = True) -> float:
    """Waits for the turn and takes it; the moment it came."""
    time.now += pacer.wait(chat, bulk=bulk)
    assert pacer.wait(chat, bulk=bulk) == 0
    pacer.take(chat)
    return time.now


def test_no_second_holds_more_than_thirty() -> None:
    pacer, time = make()
    moments = [send(pacer, time, chat) for chat in range(1, 100)]
    assert all(later - earlier > 1 for earlier, later in zip(moments, moments[30:], strict=False))
    assert moments[-1] - moments[0] < 3.3


def test_a_chat_gets_a_short_burst_and_then_one_a_second() -> None:
    pacer, time = make(chat_burst=3)
    start = time.now
    assert [round(send(pacer, time, 7) - start, 2) for _ in range(5)] == [0, 0, 0, 1, 2]


def test_a_group_gets_twenty_a_minute() -> None:
    pacer, time = make(chat_burst=100)
    moments = [send(pacer, time, -7) for _ in range(21)]
    assert moments[20] - moments[0] > 60


def test_waiting_for_one_chat_holds_nobody_else_up() -> None:
    pacer, _ = make()
    pacer.hold(7, 30)
    assert pacer.wait(7, bulk=False) == 30
    assert pacer.wait(8, bulk=True) == 0


def test_three_chats_that_ask_for_a_pause_hold_bulk_and_never_answers() -> None:
    pacer, time = make()
    for chat in (1, 2, 3):
        pacer.hold(chat, 5)
    assert pacer.wait(9, bulk=True) == 5
    assert pacer.wait(9, bulk=False) == 0
    time.now += 5
    assert pacer.wait(9, bulk=True) == 0


@pytest.mark.parametrize(
    ("method", "counts"),
    [
        (SendMessage(chat_id=1, text="x"), True),
        (CopyMessage(chat_id=1, from_chat_id=2, message_id=3), True),
        (EditMessageText(text="x"), False),
        (AnswerCallbackQuery(callback_query_id="1"), False),
        (GetUpdates(), False),
        (SendChatAction(chat_id=1, action="typing"), False),
    ],
)
def test_only_what_puts_a_new_message_into_a_chat_is_counted(method: object, counts: bool) -> None:
    assert is_new_message(method) is counts  # type: ignore[arg-type]  # a table of different methods


@given(st.lists(st.tuples(st.integers(-2, 4).filter(bool), st.booleans()), max_size=80))
def test_whatever_is_sent_the_limits_hold(sends: list[tuple[int, bool]]) -> None:
    pacer, time = make(overall=5, chat_burst=2)
    moments = [send(pacer, time, chat, bulk=bulk) for chat, bulk in sends]
    assert all(later - earlier > 1 for earlier, later in zip(moments, moments[5:], strict=False))
