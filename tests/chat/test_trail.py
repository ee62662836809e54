"""`/staff` with and without names, and who changed what."""

from dataclasses import replace
from datetime import timedelta

from domain.event import Mode, cancel, change_fields, move
from domain.people import Grant, Role
from tests.chat.conftest import START, Town
from tests.chat.talk import labels, says, shows, taps, text_of


async def librarian(town: Town, name: str = "Лидия Орлова") -> int:
    member = await town.member(await town.known(name))
    anna = await town.member(town.anna)
    await town.store.members.grant(member.id, Grant(Role.LIBRARIAN), anna.id, town.now())
    return member.id


async def test_colleagues_are_numbers_where_names_may_not_be_shown(town: Town) -> None:
    number = await librarian(town)
    await says(town, town.anna, "/staff", f"Сотрудник № {number} – библиотекарь")
    assert "Лидия" not in str(town.anna.screen())
    await taps(town, town.anna, f"Сотрудник № {number}", "Снять: библиотекарь")
    shows(town.anna, f"Сотрудник: Сотрудник № {number}")
    await taps(town, town.anna, "Да, снять")
    assert (await town.store.members.find(number)).grants == ()  # type: ignore[union-attr]


async def test_names_are_elsewhere(town: Town) -> None:
    await librarian(town)
    await says(town, town.anna, "/staff")
    await taps(town, town.anna, "Имена")
    shows(town.anna, "Имена и телефоны в переписке не показываем")
    await taps(town, town.anna, "‹ Сотрудники")
    shows(town.anna, "Сотрудники")


async def test_colleagues_have_names_where_they_may_be_shown(open_town: Town) -> None:
    await librarian(open_town)
    await says(open_town, open_town.anna, "/staff", "Лидия Орлова – библиотекарь")
    assert "Имена" not in labels(open_town.anna.screen())


async def test_who_changed_what_before_and_after(open_town: Town) -> None:
    town = open_town
    event, anna = await town.event(), await town.member(town.anna)
    await town.store.events.change(event.id, lambda one: move(one, START + timedelta(days=1)), anna, town.now())
    await librarian(town)
    await says(town, town.anna, "/staff")
    await taps(town, town.anna, "Кто что менял")
    shows(town.anna, "Кто что менял: Всё", "26.03.2018 10:00 · Анна Петрова", "Дана роль", "роль: библиотекарь")
    await taps(town, town.anna, "Мероприятия")
    shows(town.anna, "Изменено мероприятие", "Наш принцип", "начало: 27.04.2018 14:00 → 28.04.2018 14:00")
    assert "Дана роль" not in text_of(town.anna.screen())
    await taps(town, town.anna, "Люди")
    shows(town.anna, "Дана роль\nЛидия Орлова")


async def test_what_programs_call_something_is_said_in_words(town: Town) -> None:
    event, anna = await town.event(), await town.member(town.anna)
    await town.store.events.change(
        event.id, lambda one: change_fields(one, replace(one.fields, mode=Mode.OFFSITE)), anna, town.now()
    )
    await town.store.events.change(event.id, lambda one: cancel(one, "Карантин"), anna, town.now())
    await says(town, town.anna, "/staff")
    await taps(town, town.anna, "Кто что менял", "Мероприятия")
    shows(town.anna, "в библиотеке → на выезде", "объявлено → отменено")


async def test_the_trail_names_nobody_where_names_may_not_be_shown(town: Town) -> None:
    number, anna = await librarian(town), await town.member(town.anna)
    event = await town.event()
    await town.app.store.rsvps.seat(event.id, number, "знакомая Иванова", anna, town.now())
    await says(town, town.anna, "/staff")
    await taps(town, town.anna, "Кто что менял")
    shows(town.anna, f"Сотрудник № {anna.id}\nМесто дано вне очереди", "… и ещё 2 поля", f"Сотрудник № {number}")
    assert not [name for name in ("Анна", "Лидия", "Иванов") if name in text_of(town.anna.screen())]


async def test_values_are_escaped_shortened_and_paged(open_town: Town) -> None:
    town, anna = open_town, await open_town.member(open_town.anna)
    branch = (await town.store.branches.all())[0]
    for number in range(7):
        values = {"address": f"<b>{number}</b> " + "я" * 500, "aliases": [], "name": branch.name}
        await town.store.branches.change(branch.id, values, anna.id, town.now())
    await says(town, town.anna, "/staff")
    await taps(town, town.anna, "Кто что менял", "Библиотеки")
    shows(town.anna, "<b>6</b>", "…", "другие названия: пусто")
    assert len(text_of(town.anna.screen())) < 3900
    await taps(town, town.anna, "›")
    shows(town.anna, "<b>0</b>", "Внесена библиотека")
    await taps(town, town.anna, "‹")
    shows(town.anna, "<b>6</b>")


async def test_a_group_that_is_none_is_refused(town: Town) -> None:
    await says(town, town.anna, "/staff")
    toast = await town.anna.presses("aud:77:0", town.anna.screen())
    assert "Этого больше нет" in toast["text"]
