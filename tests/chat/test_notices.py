"""What comes by itself speaks of the event as it is, and only to whom it concerns."""

from dataclasses import replace
from datetime import timedelta

from domain.event import Event, PartnerPart, change_fields, move
from domain.people import Person as Member
from tests.chat.conftest import START, Town

DAY = timedelta(days=1)


async def anna_of(town: Town) -> Member:
    return await town.member(town.anna)


async def move_by(town: Town, event: Event, by: timedelta) -> None:
    def rule(one: Event) -> Event:
        return move(one, one.fields.starts_at + by)

    await town.store.events.change(event.id, rule, await anna_of(town), town.now())


async def test_old_and_new_date_side_by_side(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}-going"))
    await olga.sees("Вы идёте.")
    await move_by(town, event, DAY)
    message = await olga.sees("Дата изменилась")
    assert "Было: пятница, 27 апреля 2018 г., 14:00\nСтало: суббота, 28 апреля 2018 г., 14:00" in message["text"]
    await olga.taps("Не смогу", message)
    await olga.sees("Место освобождено")


async def test_another_hall(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}-going"))
    await olga.sees("Вы идёте.")
    hall = (await town.store.branches.all())[0].halls[1]

    def rule(one: Event) -> Event:
        return change_fields(one, replace(one.fields, hall_id=hall.id))

    await town.store.events.change(event.id, rule, await anna_of(town), town.now())
    message = await olga.sees("Место изменилось")
    assert "Было: Центральная городская библиотека им. А.И. Герцена, Михайловский зал" in message["text"]
    assert "Стало: Центральная городская библиотека им. А.И. Герцена, Горница" in message["text"]


async def test_an_invitation_is_a_card(town: Town) -> None:
    maria = await town.known("Мария Ивановна")
    college = await town.partner("Колледж")
    await town.store.partners.bind(college, (await town.member(maria)).id, None, town.now())
    event = await town.event(partners=(PartnerPart(college),))
    message = await maria.sees("Приглашаем вас.")
    await maria.taps("Приду", message)
    await maria.sees("Вы записаны")
    rsvp = await town.store.rsvps.of(event.id, (await town.member(maria)).id)
    assert rsvp is not None
    assert rsvp.partner_id == college
    olga = await town.known("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}-going"))
    await maria.sees("Придут: 2")


async def test_reminders_say_when_and_where(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}-going"))
    await olga.sees("Вы идёте.")
    await town.box.clock.set(START - 7 * DAY)
    await olga.sees("Через 7 дней, в 14:00")
    await town.box.clock.set(START - DAY)
    await olga.sees("Завтра в 14:00")
    await town.box.clock.set(START - timedelta(hours=2))
    message = await olga.sees("Сегодня в 14:00")
    assert "Михайловский зал" in message["text"]
    labels = [button["text"] for row in message["reply_markup"]["inline_keyboard"] for button in row]
    assert labels == ["✓ Приду", "Не смогу", "Мой код", "Календарь", "Карта", "Карточка"]


async def test_a_reminder_switched_off_does_not_come(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}-going"))
    await olga.says("/settings")
    await olga.taps("☑ Напоминать за неделю")
    await olga.sees_button("☐ Напоминать за неделю")
    await town.box.clock.set(START - 7 * DAY + timedelta(minutes=1))
    await town.box.clock.set(START - DAY)
    await olga.sees("Завтра в 14:00")
    olga.does_not_see("Через 7 дней")
