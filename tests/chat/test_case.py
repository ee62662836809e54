"""The round table of 27 April 2018, from announcement to cancellation, as people live it in chat."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from sandbox.people import Person
from tests.chat.conftest import Town

MOSCOW = ZoneInfo("Europe/Moscow")
ONE_LINE = 'Круглый стол "Наш принцип – взаимодействие" 27 апреля в 14.00, Герцена, Михайловский зал, 30 мест, 12+'
MINUTE = timedelta(minutes=1)
ORGANISATIONS = (
    "Тверской полиграфический колледж",
    "МБУ «ДК пос. Сахарово»",
    "Центр развития образования г. Твери",
)


def moscow(day: int, hour: int, month: int = 4) -> datetime:
    return datetime(2018, month, day, hour, tzinfo=MOSCOW)


@pytest.mark.long
async def test_the_round_table_from_announcement_to_cancellation(town: Town) -> None:
    reps = [await _representative(town, name) for name in ORGANISATIONS]
    await _registered(town, reps)
    guests = [*reps, *[await town.known(f"Гость {number}") for number in range(28)]]
    await _thirty_one_yeses(town, guests)
    await _one_leaves(guests)
    await _moves_there_and_back(town, guests)
    await _three_reminders(town, guests[1])
    await _cancelled(town, guests[1])


async def _representative(town: Town, organisation: str) -> Person:
    person = await town.known(f"Представитель: {organisation[:12]}")
    partner = await town.partner(organisation)
    await town.store.partners.bind(partner, (await town.member(person)).id, None, town.now())
    return person


async def _registered(town: Town, reps: list[Person]) -> None:
    anna = town.anna
    await anna.says(f"/new {ONE_LINE}")
    await anna.sees("пятница, 27 апреля 2018 г., 14:00")
    await anna.taps("Партнёры")
    for number in range(1, len(ORGANISATIONS) + 1):
        await anna.taps(str(number))
        await anna.sees_button(f"✓ {number}")
    await anna.taps("Готово")
    await anna.taps("Опубликовать")
    await anna.sees("Опубликовано")
    for rep in reps:
        await rep.sees("Приглашаем вас")
        await rep.sees("пятница, 27 апреля 2018 г., 14:00")


async def _thirty_one_yeses(town: Town, guests: list[Person]) -> None:
    for guest in guests[3:]:
        await guest.says("/start e1")
    for guest in guests[:30]:
        await guest.taps("Приду")
    await guests[29].sees("Вы идёте")
    await guests[30].taps("Приду")
    await guests[30].sees("Вы 1-й в очереди")
    guests[30].does_not_see("Вы идёте")
    event = await town.store.events.get(1)
    assert (event.counts.going, event.counts.queued) == (30, 1)


async def _one_leaves(guests: list[Person]) -> None:
    await guests[0].taps("Не смогу")
    await guests[30].sees("Место освободилось")
    await guests[30].sees("Вы идёте")


async def _moves_there_and_back(town: Town, guests: list[Person]) -> None:
    for day, was in (("28 апреля в 14:00", "Было: пятница, 27"), ("27 апреля в 14:00", "Было: суббота, 28")):
        await _move(town.anna, day)
        await guests[5].sees(was)
    assert [moment.due_at for moment in await town.store.reminders.of(1)] == [
        moscow(20, 14),
        moscow(26, 14),
        moscow(27, 12),
    ]


async def _move(anna: Person, when: str) -> None:
    await anna.says("/start e1")
    await anna.taps("Управление")
    await anna.taps("Перенести")
    await anna.says(when)
    await anna.taps("Сохранить")


async def _three_reminders(town: Town, guest: Person) -> None:
    for moment, words in (
        (moscow(20, 14), "Через 7 дней, в 14:00"),
        (moscow(26, 14), "Завтра в 14:00"),
        (moscow(27, 12), "Сегодня в 14:00"),
    ):
        await town.box.clock.set(moment - MINUTE)
        await town.box.settled()
        guest.does_not_see(words)
        await town.box.clock.set(moment)
        await guest.sees(words)


async def _cancelled(town: Town, guest: Person) -> None:
    await town.anna.says("/start e1")
    await town.anna.taps("Управление")
    await town.anna.taps("Отменить")
    await town.anna.sees("Почему отменяете")
    await town.anna.says("Карантин")
    await town.anna.taps("Да, отменить мероприятие")
    await guest.sees("Карантин")
    await town.box.clock.forward(days=30)
    await town.box.settled()
    assert "Карантин" in guest.texts()[-1]
