"""At the door, on the phone: one touch for each party, a code that is read, walk-ins, a group as a number."""

from datetime import timedelta

from domain.seats import Answer
from tests.chat.conftest import START, TITLE, Town
from tests.chat.talk import labels, says, settled, shows, taps, text_of

SOON = START - timedelta(minutes=20)


async def test_people_come_in(open_town: Town) -> None:
    town, anna = open_town, open_town.anna
    event, olga, igor = await town.event(), await town.known("Ольга"), await town.known("Игорь")
    for guest, more in ((olga, 1), (igor, 0)):
        await town.store.rsvps.answer(event.id, (await town.member(guest)).id, Answer.GOING, town.now(), guests=more)
    await town.box.clock.set(SOON)
    await says(town, anna, f"/start e{event.id}")
    await taps(town, anna, "Управление", "На входе", "1. Ольга +1")
    shows(anna, "Пришло: 2 (по записи 2 из 3, без записи 0)")
    assert "✓ 1. Ольга +1" in labels(anna.screen())
    await taps(town, anna, "Без записи +1", "Без записи +1", "+ Группа")
    await says(town, anna, "Иванов И.", "Имён в группах не записываем")
    await says(town, anna, "6 «Б», 24 человека", "\n6 «Б», 24 человека", "Пришло: 28")
    assert "человека – 24" not in text_of(anna.screen())
    await says(town, igor, f"/start e{event.id}")
    await taps(town, igor, "Мой код")
    token = await town.store.door.code(event.id, (await town.member(igor)).id, town.now())
    await says(town, igor, f"/start v{token}", "покажите его сотруднику")
    await says(town, olga, f"/start v{token}", "Его отмечает сотрудник")
    await says(town, anna, f"/start v{token}", "Отмечено: 1 человек", "Пришло: 29")
    await says(town, anna, "/start v" + "x" * 16, "Такого кода нет")


async def test_a_code_of_another_event_and_of_who_has_left(town: Town) -> None:
    anna, olga = town.anna, await town.known("Ольга")
    event = await town.event()
    other = await town.event(title="Вечер", starts_at=START + timedelta(days=7))
    member = await town.member(olga)
    for one in (event, other):
        await town.store.rsvps.answer(one.id, member.id, Answer.GOING, town.now())
    tokens = [await town.store.door.code(one.id, member.id, town.now()) for one in (event, other)]
    await town.box.clock.set(SOON)
    await says(town, anna, f"/start v{tokens[1]}", "Этот код – на другое мероприятие", "Вечер")
    await town.store.rsvps.answer(event.id, member.id, Answer.DECLINED, town.now())
    await says(town, anna, f"/start v{tokens[0]}", "не записан")
    await taps(town, anna, "Отметить без записи")
    shows(anna, "Пришло: 1 (по записи 0 из 0, без записи 1)")
    await settled(town)
    assert TITLE in event.fields.title


async def test_who_waits_takes_a_seat_that_nobody_claimed(town: Town) -> None:
    event, olga, igor = await town.event(capacity=1), await town.known("Ольга"), await town.known("Игорь")
    for guest in (olga, igor):
        await town.store.rsvps.answer(event.id, (await town.member(guest)).id, Answer.GOING, town.now())
    await town.box.clock.set(START - timedelta(minutes=30))
    await town.anna.sees("1 человек ждёт места, а на входе никто не отмечен. В 13:45 предложу")
    await town.box.clock.set(START - timedelta(minutes=15))
    await igor.sees("Успеваете к 14:00")
    await taps(town, igor, "Успеваю, займу место")
    assert "Место ваше" in igor.toasts()[-1]
    await taps(town, town.anna, "‹ На входе")
    shows(town.anna, "по записи 0 из 2")


async def test_somebody_without_a_name_in_chat_still_stands_on_a_button(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга")
    await town.store.rsvps.answer(event.id, (await town.member(olga)).id, Answer.GOING, town.now(), guests=1)
    await says(town, town.anna, f"/start e{event.id}")
    await taps(town, town.anna, "Управление", "На входе")
    assert "1. Гость +1" in labels(town.anna.screen())
