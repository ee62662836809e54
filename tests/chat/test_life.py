"""An event from its review to what it came to, as those who work with it see it."""

from datetime import timedelta
from pathlib import Path

from domain.event import cancel
from domain.life import Status
from domain.people import Grant, Role
from domain.seats import Answer
from sandbox.people import Person
from tests.chat.conftest import START, TITLE, Town, town_of
from tests.chat.talk import labels, says, settled, shows, taps

ONE_LINE = f'Круглый стол "{TITLE}" 27 апреля в 14.00, Герцена, Горница, 30 мест, 12+'
HOUR = timedelta(hours=1)


async def works(town: Town, name: str, role: Role) -> Person:
    person = await town.known(name)
    await town.store.members.grant((await town.member(person)).id, Grant(role), None, town.now())
    return person


async def test_an_event_is_reviewed_returned_mended_and_announced(tmp_path: Path) -> None:
    async with town_of(tmp_path, events={"review": "methodist"}) as town:
        author, methodist = await works(town, "Вера", Role.LIBRARIAN), await works(town, "Нина", Role.METHODIST)
        await says(town, author, f"/new {ONE_LINE}")
        await taps(town, author, "На проверку")
        shows(author, "Отправлено на проверку")
        guest = await town.known("Ольга")
        await says(town, guest, "/start e1", "Такого мероприятия нет")
        await methodist.sees("Проверьте мероприятие")
        await methodist.taps("Вернуть с замечанием")
        await methodist.sees("Что исправить?")
        await methodist.says("Нет <цели>")
        await author.sees("Нет <цели>")
        await says(town, author, "/events")
        assert "В работе: 1" in labels(author.screen())
        await taps(town, author, "В работе: 1", f"Доработать · 27 апреля, 14:00 «{TITLE}»", "На проверку")
        await methodist.sees("Проверьте мероприятие")
        assert (await town.store.events.get(1)).remark is None
        await methodist.taps("Опубликовать")
        await author.sees("Мероприятие проверено и опубликовано")
        assert (await town.store.events.get(1)).status is Status.PUBLISHED
        await says(town, guest, "/start e1", TITLE)


async def test_what_is_over_or_cancelled_is_found_again(town: Town) -> None:
    await town.event(title="Читаем вместе")
    await town.event(title="Отменённый вечер", starts_at=START + 48 * HOUR)
    member = await town.member(town.anna)
    await town.store.events.change(2, lambda event: cancel(event, "Карантин"), member, town.now())
    await says(town, town.anna, "/events")
    await town.box.clock.set(START + 30 * 24 * HOUR)
    await says(town, town.anna, "/events", "Пока мероприятий не объявлено")
    await taps(town, town.anna, "Прошедшие и отменённые")
    shows(town.anna, "Прошедшие и отменённые мероприятия: 2")
    titles = labels(town.anna.screen())
    assert titles[0] == "Отменено · 29 апреля 2018 г. «Отменённый вечер»"
    await taps(town, town.anna, "27 апреля 2018 г. «Читаем вместе»")
    shows(town.anna, "Управление", "Читаем вместе")
    guest = await town.known("Ольга")
    await says(town, guest, "/events")
    assert "Прошедшие" not in labels(guest.screen())


async def test_after_the_event_its_librarian_reports_and_guests_are_thanked(town: Town) -> None:
    event, guest = await town.event(), await town.known("Ольга")
    await town.store.rsvps.answer(event.id, (await town.member(guest)).id, Answer.GOING, town.now())
    await town.box.clock.set(START + 2 * HOUR)
    await town.box.clock.set(START + 3 * HOUR)
    await guest.sees("Спасибо, что пришли!")
    await guest.taps("5")
    await guest.sees("Ваша оценка: 5 из 5")
    await says(town, guest, "Очень <душевно>", "передам библиотеке")
    await town.box.clock.set(START + 20 * HOUR)  # Saturday, 28 April 2018, was a working day
    await town.anna.sees("Как прошло мероприятие?")
    await taps(town, town.anna, "Внести итоги")
    assert labels(town.anna.screen())[0] == "Записались: 1"
    await says(town, town.anna, "27, 3, 30", "не может быть больше, чем пришло всего: 27")
    await says(town, town.anna, "27, 3, 0, 1", "Чем закончилось?")
    await says(town, town.anna, "Договорились <о выставке>.", "До 14 лет: 3, 15–30 лет: 0, старше: 24")
    await taps(town, town.anna, "Сохранить")
    shows(town.anna, "Итоги внесены, спасибо", "Оценка гостей: 5,0 из 5, 1 отзыв")
    await taps(town, town.anna, "Итоги")
    shows(town.anna, "Пришло: 27", "Договорились <о выставке>.")
    await settled(town)
    assert (await town.store.events.get(event.id)).status is Status.REPORTED
