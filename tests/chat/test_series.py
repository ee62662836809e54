"""Several dates under one announcement, in chat."""

from datetime import timedelta

from tests.chat.conftest import START, Town
from tests.chat.talk import labels, says, shows, taps


async def test_dates_are_added_by_touch_and_typed_and_guests_sign_up_for_all(town: Town) -> None:
    anna, guest = town.anna, await town.known("Ольга")
    event = await town.event()
    taken = await town.event(title="Другое", starts_at=START + timedelta(days=7))
    await says(town, anna, f"/start e{event.id}")
    await taps(town, anna, "Управление", "Даты", "Ещё 3 недели")
    shows(anna, "Добавить 3 даты?", "пятница, 4 мая 2018 г., 14:00 – зал занят")
    await taps(town, anna, "Добавить 3 даты")
    shows(anna, "Даты: 4")
    await says(town, anna, ", ".join(["4 июня"] * 400), "В серии от 1 до 60 дат, а получилось 400")
    await says(town, anna, f"/start e{event.id}")
    await taps(town, anna, "Управление", "Даты")
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
