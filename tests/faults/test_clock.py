"""The clock set back: nothing comes twice, and nothing stands still."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.seats import Answer
from sandbox.people import Person
from tests.faults.yard import Yard, told

pytestmark = pytest.mark.long

FRIDAY = datetime(2018, 4, 27, 11, tzinfo=UTC)
"""14:00 on the library's clock: reminders of an event come on Thursday at 14:00 and on Friday at 12:00."""
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


async def test_a_clock_set_back_doubles_nothing_and_freezes_nothing(yard: Yard) -> None:
    clock = yard.box.clock
    await clock.set(FRIDAY - 3 * DAY)
    guests = [await yard.known(f"Гость {number}") for number in range(3)]
    await _event(yard, guests, "«Давно»", FRIDAY)
    async with yard.bot():
        await clock.set(FRIDAY - DAY + MINUTE)
        assert await _reminded(yard, guests, "«Давно»") == [1, 1, 1]
        await clock.forward(days=-1)
        await yard.answers_everybody(guests)
        assert await _reminded(yard, guests, "«Давно»") == [1, 1, 1]
        await clock.forward(days=1)
        assert await _reminded(yard, guests, "«Давно»") == [1, 1, 1]
        await clock.set(FRIDAY - 2 * HOUR + MINUTE)
        assert await _reminded(yard, guests, "«Давно»") == [2, 2, 2]
        await clock.forward(hours=-1)
        await _event(yard, guests, "«Только что»", FRIDAY - HOUR + 5 * MINUTE)
        await clock.forward(minutes=5)
        assert await _reminded(yard, guests, "«Только что»") == [1, 1, 1]
        await clock.forward(hours=1)
        assert await _reminded(yard, guests, "«Давно»") == [2, 2, 2]
        assert await _reminded(yard, guests, "«Только что»") == [1, 1, 1]
        await yard.answers_everybody(guests)
        await yard.nothing_waits()
    assert "event='clock-turned' seconds=-86400" in yard.log()
    assert "level='error'" not in yard.log()


async def _event(yard: Yard, guests: list[Person], title: str, starts_at: datetime) -> None:
    """An event to which all of them come."""
    event = await yard.event(await yard.librarian(), title=title, starts_at=starts_at)
    for guest in guests:
        await yard.store.rsvps.answer(event.id, (await yard.member(guest)).id, Answer.GOING, yard.now())


async def _reminded(yard: Yard, guests: list[Person], title: str) -> list[int]:
    """How often each has been told of the event, once all that is due has gone."""
    await yard.all_sent()
    return [told([guest], title).total() for guest in guests]
