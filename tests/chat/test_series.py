"""Several dates under one announcement, in chat."""

from datetime import timedelta

from domain.event import cancel
from tests.chat.conftest import START, Town
from tests.chat.talk import labels, says, shows, taps, text_of

HOUR = timedelta(hours=1)


async def test_dates_are_added_by_touch_and_typed_and_guests_sign_up_for_all(town: Town) -> None:
    anna, guest = town.anna, await town.known("Ольга")
    event = await town.event()
    taken = await town.event(title="Другое", starts_at=START + timedelta(days=7))
    await says(town, anna, f"/start e{event.id}")
    await taps(town, anna, "Управление", "Даты", "Ещё 3 недели")
    shows(anna, "Добавить 3 даты?", "пт, 4 мая 2018 г., 14:00 – зал занят")
    await taps(town, anna, "Добавить 3 даты")
    shows(anna, "Даты: 4")
    await says(town, anna, ", ".join(["4 июня"] * 400), "В серии от 1 до 60 дат, а получилось 400")
    await says(town, anna, f"/start e{event.id}")
    await taps(town, anna, "Управление", "Даты")
    summer = [*(f"{day} июля" for day in range(1, 31)), *(f"{day} августа" for day in range(1, 27))]
    await says(town, anna, ", ".join(summer))
    shows(anna, "Добавить 56 дат?", "вс, 1 июля 2018 г., 14:00", "вс, 26 августа 2018 г., 14:00")
    assert len(text_of(anna.screen())) <= 3900, "all that a series may have is looked at before it is added"
    await taps(town, anna, "‹ Даты")
    await says(town, anna, "25 мая, 1 июня и 12 июня", "12 июня 2018 г., 14:00 – ")
    shows(anna, "праздник")
    await taps(town, anna, labels(anna.screen())[0])
    shows(anna, "Даты: 7")
    await says(town, guest, "/events")
    assert sum("Наш принцип" in label for label in labels(guest.screen())) == 1
    await says(town, guest, f"/start e{event.id}")
    await taps(town, guest, "Все даты: 7", "Записаться на все: 7")
    shows(guest, "Ближайшие даты: 7")
    assert "✓ 27 апреля, 14:00 · мест: 29" in labels(guest.screen())
    assert taken.fields.title == "Другое"


async def test_what_all_dates_share_is_changed_at_once_and_told_once(town: Town) -> None:
    anna, guest, event = town.anna, await town.known("Ольга"), await town.event()
    weeks = [START + timedelta(days=7 * number) for number in (1, 2)]
    await town.store.series.add(event.id, weeks, await town.member(anna), town.now())
    first, second, third = await town.store.series.of(await town.store.events.get(event.id))
    member = await town.member(guest)
    await town.store.series.sign_up(event.id, member.id, town.now())
    await town.store.events.change(third.id, lambda old: cancel(old, "карантин"), await town.member(anna), town.now())
    await guest.sees("Мероприятие отменено")
    await says(town, anna, f"/start e{second.id}")
    await taps(town, anna, "Управление", "Перенести")
    await says(town, anna, "в 15:00")
    shows(anna, "Было: пятница, 4 мая 2018 г., 14:00")
    await taps(town, anna, "Сохранить для всех дат: 2")
    shows(anna, "Изменено для 2 дат")
    dates = [(await town.store.events.get(one.id)).fields.starts_at for one in (first, second, third)]
    assert dates == [START + HOUR, weeks[0] + HOUR, weeks[1]], "what was called off stays as it was"
    await guest.sees("Так же изменились и остальные даты")
    assert sum("Дата изменилась" in text_of(one) for one in guest.chat.messages.values()) == 1
