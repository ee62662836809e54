"""A messenger that fails, and one that is gone: nobody is stuck, nothing is lost or sent when it makes no sense."""

import asyncio
import re
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from domain.event import Event, cancel
from domain.seats import Answer
from sandbox.limits import Limits
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.trouble import Kind, Rule
from tests.faults.at_work import answering, pressing
from tests.faults.yard import WORDS, Yard, told
from tests.process import until

pytestmark = pytest.mark.long

WAYS: tuple[Kind, ...] = ("500", "502", "429", "refuse", "reset_before", "reset_after", "hang", "broken_json")
SHARE = 0.2 / len(WAYS)
FATES = re.compile(r"fate='([\w-]+)'")
EVENING = "Завтра будет дождь"
NINE = datetime(2018, 4, 26, 6, tzinfo=UTC)
"""Thursday, 9:00 on the library's clock."""


def at(hour: float) -> datetime:
    """That hour of Thursday."""
    return NINE + timedelta(hours=hour - 9)


@pytest.mark.faults
async def test_a_fifth_of_calls_failing_in_every_way(yard: Yard) -> None:
    """A hang of 35 seconds is longer than the bot waits for an answer."""
    forms, seats = await answering(yard, people=4, length=6), await pressing(yard, people=4, rounds=6)
    crowd = [*await yard.crowd(300), *forms.people]
    await yard.letter()
    for method, hang in (("*", 35), ("getUpdates", 1), ("getMe", 1)):
        seconds = {"hang": hang}
        yard.box.trouble.rules += [Rule(way, method, probability=SHARE, seconds=seconds.get(way, 1)) for way in WAYS]
    async with yard.bot():
        async with asyncio.TaskGroup() as talk:
            talk.create_task(forms.run())
            talk.create_task(seats.run())
            talk.create_task(_comes_and_goes(yard.box))
            talk.create_task(_passing(yard))
        yard.box.trouble.clear()
        await yard.nothing_waits(within=60)
        await yard.answers_everybody([*forms.people, *seats.people])
    forms.check()
    seats.check()
    assert seats.unanswered() <= seats.too_late(), "an answer to a press is of use for a while"
    _check_letters(yard, crowd)
    assert {"away", "failed", "unknown", "slow-down"} <= {*FATES.findall(yard.log())}
    assert "event='call-again'" in yard.log()
    assert "event='update-failed'" not in yard.log()


async def _comes_and_goes(box: Sandbox) -> None:
    """Twice the machine is gone for half a second."""
    for _ in range(2):
        await asyncio.sleep(1)
        await box.shut()
        await asyncio.sleep(0.5)
        await box.open()


async def _passing(yard: Yard) -> None:
    """Two minutes a second, until no letter is left to be tried again."""
    while yard.rows("SELECT 1 FROM outbox WHERE state IN ('ready', 'claimed', 'sending') LIMIT 1"):
        await asyncio.sleep(1)
        await yard.box.clock.forward(minutes=2)


def _check_letters(yard: Yard, crowd: list[Person]) -> None:
    """Sent: there, once. Unknown: there, once, or not at all. Failed: not there."""
    fates = dict(yard.rows("SELECT chat_id, state FROM outbox WHERE kind = 'broadcast'"))
    letters = told(crowd, WORDS)
    assert set(letters.values()) == {1}
    assert {one.id for one in crowd if fates[one.id] == "sent"} <= set(letters)
    assert {one for one in letters if fates[one] not in ("sent", "unknown")} == set()
    assert Counter(fates.values())["sent"] > len(crowd) / 2


@pytest.mark.faults
async def test_the_messenger_gone_for_six_hours(yard: Yard) -> None:
    """What was due goes when it is back, or is dropped if it makes no sense any more; at the messenger's pace."""
    await yard.box.clock.set(at(10.9))
    guests = await yard.crowd(100)
    noon, *_ = [
        await _event(yard, guests[:10], title, at(hour))
        for title, hour in (("«Днём»", 14), ("«Вечером»", 18.5), ("«Завтра»", 39))
    ]
    called_off = await _event(yard, guests[:10], "«Отменено»", at(37))
    await yard.letter()
    async with Sandbox(clock=yard.box.clock) as watch, yard.bot(clock=watch.url):
        await until(yard.box, lambda: len(told(guests, WORDS)) >= 10)
        await yard.box.shut()
        for hour in range(11, 17):
            await yard.box.clock.set(at(hour))
            await yard.reminders_fired()
            if hour == 13:
                host = await yard.librarian()
                await yard.store.events.change(called_off.id, lambda old: cancel(old, "карантин"), host, yard.now())
        for guest in guests[:5]:
            await guest.says("/help")
        await yard.box.clock.set(at(17))
        yard.box.counter.limits = Limits()
        await yard.box.open()
        await until(yard.box, lambda: len(told(guests[:5], "/privacy")) == 5)
        await yard.all_sent()
        assert yard.box.counter.given == 0, "no storm of 429"
        begun = (
            f"SELECT state, COUNT(*) FROM outbox WHERE kind = 'reminder-hours' AND subject = {noon.id} GROUP BY state"
        )
        assert yard.rows(begun) == [("missed", 10)]
        for words in ("«Вечером»", "«Завтра»", "карантин"):
            assert [told([guest], words).total() for guest in guests[:10]] == [1] * 10
        _check_letters(yard, guests)
        await _away_until_night(yard, guests)
        await yard.answers_everybody(guests[:10])
    assert "event='messenger-away'" in yard.log()
    assert "level='error'" not in yard.log()


async def _away_until_night(yard: Yard, guests: list[Person]) -> None:
    """What could have gone at half past six does not come at eleven, but in the morning."""
    await yard.box.clock.set(at(18.4))
    await yard.box.shut()
    await yard.letter(EVENING)
    await yard.box.clock.set(at(23))
    await yard.box.open()
    await yard.answers_everybody(guests[:1])
    await yard.all_sent()
    assert not told(guests, EVENING)
    await yard.box.clock.set(at(33) + timedelta(minutes=1))
    await until(yard.box, lambda: len(told(guests, EVENING)) == len(guests))
    await yard.all_sent()
    assert set(told(guests, EVENING).values()) == {1}


async def _event(yard: Yard, guests: list[Person], title: str, starts_at: datetime) -> Event:
    event = await yard.event(await yard.librarian(), title=title, starts_at=starts_at)
    for guest in guests:
        await yard.store.rsvps.answer(event.id, (await yard.member(guest)).id, Answer.GOING, yard.now())
    return event
