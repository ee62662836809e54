"""Days without an hour, and what is held online."""

from datetime import UTC, datetime, timedelta

from domain.event import Mode
from domain.seats import Answer
from tests.chat.conftest import Town
from tests.chat.talk import says, shows, taps

LINE = "Выставка «Книги весны» с 22 апреля по 12 мая, Герцена, Горница, 0+"


async def test_an_exhibition_is_days_without_an_hour(town: Town) -> None:
    anna, guest = town.anna, await town.known("Ольга")
    await says(town, anna, f"/new {LINE}", "22 апреля 2018 г.")
    await taps(town, anna, "Да, верно", "Без ограничения")
    shows(anna, "22 апреля – 12 мая 2018 г.")
    await taps(town, anna, "Опубликовать")
    fields = (await town.store.events.get(1)).fields
    assert (fields.all_day, fields.starts_at) == (True, datetime(2018, 4, 21, 21, tzinfo=UTC))
    assert fields.ends_at == datetime(2018, 5, 12, 21, tzinfo=UTC)
    assert "hours" not in [one.kind for one in await town.store.reminders.of(1)]
    await town.box.clock.set(datetime(2018, 4, 25, 9, tzinfo=UTC))
    await says(town, guest, "/start e1", "22 апреля – 12 мая 2018 г.")
    await taps(town, guest, "Приду")
    assert (await town.store.events.get(1)).counts.going == 1
    await says(town, anna, "/start e1")
    await taps(town, anna, "Управление", "Перенести")
    await says(town, anna, "с 23 апреля по 10 мая")
    await taps(town, anna, "Да, верно")
    shows(anna, "23 апреля – 10 мая 2018 г.")


async def test_the_link_is_for_those_who_come(town: Town) -> None:
    link = "https://example.org/room?id=1"
    event = await town.event(mode=Mode.ONLINE, branch_id=None, hall_id=None, link=link)
    guest, other = await town.known("Ольга"), await town.known("Игорь")
    await town.store.rsvps.answer(event.id, (await town.member(guest)).id, Answer.GOING, town.now())
    await says(town, guest, f"/start e{event.id}", link)
    await says(town, other, f"/start e{event.id}", "Онлайн")
    assert link not in other.transcript()
    await town.box.clock.set(event.fields.starts_at - timedelta(hours=2))
    card = await guest.sees("Сегодня в 14:00")
    assert link in str(card["text"])
