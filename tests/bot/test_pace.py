"""The pace of messages, by a clock that the test turns."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pace import GRACE, Ledger, Pace, bulk_pause
from sandbox.limits import Counter, Limits

START = 1000.0
CALL = 0.05
"""Seconds that a call takes here."""


class Call(NamedTuple):
    start: float
    end: float
    chat: int
    number: int


class Sender:
    """Sends as soon as it may; the other side may have counted each message at any moment of its call."""

    def __init__(self, **pace: int) -> None:
        self.ledger = Ledger(Pace(**pace))
        self.now = START
        self.calls: list[Call] = []
        self._under_way: list[tuple[float, Callable[[float], None]]] = []

    def send(self, chat: int, *, bulk: bool = False, call: float = CALL, number: int = 1) -> float:
        """The moment it went; a `number` of them goes with one call."""
        while (free_at := self.ledger.free_at(chat, self.now, bulk=bulk, number=number)) > self.now:
            self._pass_to(free_at)
        answered = self.ledger.take(chat, self.now, bulk=bulk, number=number)
        self._under_way.append((self.now + call, answered))
        self.calls.append(Call(self.now, self.now + call, chat, number))
        return self.now

    def _pass_to(self, moment: float) -> None:
        """Time passes, until then or until the next call comes back."""
        self._under_way.sort(key=lambda one: one[0])
        if self._under_way and self._under_way[0][0] <= moment:
            self.now, answered = self._under_way.pop(0)
            answered(self.now)
        else:
            self.now = moment

    def most_in(self, seconds: float) -> int:
        """The most that the other side can have counted in any stretch of time, at worst."""
        return max(
            sum(one.number for one in self.calls if one.end >= first.end and one.start < first.end + seconds)
            for first in self.calls
        )


def test_no_second_holds_more_than_thirty_by_whichever_moment_they_are_counted() -> None:
    sender = Sender()
    moments = [sender.send(chat) for chat in range(1, 100)]
    assert sender.most_in(1.0) <= 30
    assert moments[-1] - START < 3.3


def test_bulk_is_spread_out_and_as_fast_as_it_may_be() -> None:
    sender = Sender()
    moments = [sender.send(chat, bulk=True, call=0.01) for chat in range(1, 301)]
    assert sender.most_in(1.0) <= 30
    assert moments[-1] - START <= 300 / (30 * 0.98)
    assert all(later - earlier > 0.05 for earlier, later in zip(moments, moments[4:], strict=False))


def test_an_answer_finds_a_place_between_bulk() -> None:
    sender = Sender()
    for chat in range(1, 100):
        sender.send(chat, bulk=True)
    asked = sender.now
    assert sender.send(7777) - asked < 0.2


def test_a_chat_gets_a_short_burst_and_then_one_a_second() -> None:
    sender = Sender(chat_burst=3)
    assert [round(sender.send(7) - START, 2) for _ in range(5)] == [0, 0, 0, 1, 2]


def test_a_group_gets_twenty_a_minute() -> None:
    sender = Sender(chat_burst=30)
    moments = [sender.send(-7) for _ in range(21)]
    assert moments[19] - START < 1
    assert moments[20] - START > 60


def test_an_album_goes_at_once_and_counts_in_its_chat_from_its_answer() -> None:
    sender = Sender(chat_burst=3)
    moments = [sender.send(7, number=10, call=2.0), sender.send(8), sender.send(7, number=10), sender.send(7)]
    assert [round(moment - START, 2) for moment in moments] == [0, 0, 12, 20.05]


def test_an_album_finds_room_for_all_of_it() -> None:
    sender = Sender(chat_burst=30)
    moments = [sender.send(-7, number=8) for _ in range(3)]
    assert moments[1] - START < 1
    assert moments[2] - START > 60
    for chat in range(1, 26):
        sender.send(chat)
    assert sender.send(99, number=6) - sender.calls[3].end > 1
    assert sender.most_in(1.0) <= 30


def test_what_is_more_than_ever_may_go_at_once_goes_by_itself() -> None:
    sender = Sender(overall=4)
    moments = [sender.send(1), sender.send(2, number=10), sender.send(3)]
    assert moments[1] - moments[0] > 1
    assert moments[2] - moments[1] > 1


def test_a_call_that_hangs_does_not_stop_everybody() -> None:
    sender = Sender(overall=2)
    sender.send(1, call=1000)
    sender.send(2, call=1000)
    assert GRACE <= sender.send(3) - START <= GRACE + 1.1


def test_waiting_for_one_chat_holds_nobody_else_up() -> None:
    ledger = Ledger(Pace())
    ledger.hold(7, 30, START)
    assert ledger.free_at(7, START, bulk=False) == START + 30
    assert ledger.free_at(8, START, bulk=True) == START


def test_three_chats_that_ask_for_a_pause_hold_bulk_and_never_answers() -> None:
    ledger = Ledger(Pace())
    assert [ledger.hold(chat, 5, START) for chat in (1, 2, 3)] == [False, False, True]
    assert ledger.free_at(9, START, bulk=True) == START + 5
    assert ledger.free_at(9, START, bulk=False) == START
    assert ledger.free_at(9, START + 5, bulk=True) == START + 5


def test_three_chats_one_after_the_other_hold_nothing_else() -> None:
    ledger = Ledger(Pace())
    assert not any(ledger.hold(chat, 5, START + 2 * chat) for chat in (1, 2, 3))


def test_what_is_over_is_forgotten() -> None:
    ledger = Ledger(Pace(overall=1000))
    for chat in range(1, 10_200):
        ledger.take(chat, START + chat / 100, bulk=False)(START + chat / 100)
    assert len(ledger._chats) < 10_000


@given(st.lists(st.tuples(st.integers(-2, 4).filter(bool), st.booleans(), st.floats(0, 1.5)), max_size=60))
def test_whatever_is_sent_the_limits_hold(sends: list[tuple[int, bool, float]]) -> None:
    sender = Sender(overall=5, chat_burst=2, group_per_minute=3)
    for chat, bulk, call in sends:
        sender.send(chat, bulk=bulk, call=call)
    assert not sends or sender.most_in(1.0) <= 5


Sends = list[tuple[int, int, float, bool]]
"""Chat, number, seconds of the call, and whether the other side counts at its end."""


def meet_no_429(sends: Sends) -> None:
    sender, now = Sender(overall=5, chat_burst=2, group_per_minute=6), [START]
    for chat, number, call, _ in sends:
        sender.send(chat, number=number, call=call)
    counter = Counter(Limits(overall=5, burst=4, group=6), lambda: now[0])
    late = [is_late for *_, is_late in sends]
    counted = [(one.end if is_late else one.start, one) for one, is_late in zip(sender.calls, late, strict=True)]
    for moment, one in sorted(counted, key=lambda pair: pair[0]):
        now[0] = moment
        counter.count(one.chat, one.number)


@given(
    st.lists(
        st.tuples(st.integers(-2, 4).filter(bool), st.integers(1, 5), st.floats(0, 1.5), st.booleans()), max_size=40
    )
)
def test_albums_and_words_meet_no_429_by_whichever_end_of_a_call_they_are_counted(sends: Sends) -> None:
    meet_no_429(sends)


def test_an_album_waits_until_the_words_before_it_have_come_back() -> None:
    sender = Sender(chat_burst=3)
    moments = [sender.send(7, call=1.5), sender.send(7, number=3), sender.send(7, number=4)]
    assert [round(moment - START, 2) for moment in moments] == [0, 1, 4.05]
    meet_no_429([(4, 1, 1.5, True), (4, 4, 0.0, False)])


@pytest.mark.parametrize(("busy", "pause"), [(0, 0), (0.2, 0), (0.35, 1 / 6), (0.5, 1 / 3), (1, 1 / 3)])
def test_bulk_gives_way_the_more_people_wait_but_never_stops(busy: float, pause: float) -> None:
    assert bulk_pause(busy) == pytest.approx(pause)
