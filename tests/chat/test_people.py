"""Settings, personal data, staff and branches."""

import json
import re

import pytest
from structlog.testing import capture_logs

from domain.people import Purpose, Role
from domain.seats import RsvpState
from tests.chat.conftest import Town
from tests.chat.talk import says, taps, text_of


async def test_the_language_changes_at_once(town: Town) -> None:
    olga = await town.known("Ольга Котова")
    await olga.says("/settings")
    await olga.taps("English")
    await olga.sees("English from now on")
    await olga.sees("I’ll tell you of a new date")
    await olga.says("/help")
    await olga.sees("What I can do")


async def test_a_fault_of_ours_is_told_in_the_language_that_was_chosen(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise ZeroDivisionError

    olga = await town.known("Ольга Котова", language="en")
    await says(town, olga, "/settings")
    await taps(town, olga, "Русский")
    monkeypatch.setattr("bot.workers.PAUSES", (0.01, 0.01))
    monkeypatch.setattr("handlers.privacy.privacy_screen", broken)
    with capture_logs():
        await olga.says("/privacy")
        await olga.sees("сообщите библиотеке номер")


async def test_what_is_kept_is_shown_and_taken_along(open_town: Town) -> None:
    town = open_town
    event, olga = await town.event(), await town.known("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}-going"))
    await olga.says("/privacy")
    await olga.sees("Ответов на приглашения: 1")
    await olga.sees("приглашения и запись: понедельник, 26 марта 2018 г., 10:00")
    await olga.taps("Скачать")
    message = await olga.sees("Мои данные.json")
    kept = json.loads(town.box.world.files[message["document"]["file_id"]][1])
    assert kept["account"][0]["name"] == "Ольга Котова"
    assert kept["answers"][0]["state"] == "going"
    text = await olga.sees("Мои данные.txt")
    assert "Имя: Ольга Котова" in town.box.world.files[text["document"]["file_id"]][1].decode()


async def test_naming_is_withdrawn_and_given_again(town: Town) -> None:
    olga = await town.known("Ольга Котова", Purpose.NAMING)
    await olga.says("/privacy")
    await olga.taps("Отозвать: называть меня")
    await olga.sees("Остальное не изменится")
    await olga.taps("Да, отозвать")
    await olga.sees("отозвано")
    assert (await town.member(olga)).consents == {Purpose.EVENTS}
    await olga.taps("Разрешить: называть меня")
    await olga.sees("Отдельное согласие, по желанию")
    await olga.taps("Согласен")
    shown = await olga.sees_button("Отозвать: называть меня")
    assert re.search(r"редакция \d+$", shown["text"], re.MULTILINE)
    assert "naming-1" not in shown["text"]
    assert (await town.member(olga)).consents == {Purpose.EVENTS, Purpose.NAMING}


async def test_a_name_is_corrected(open_town: Town) -> None:
    olga = await open_town.known("olga_k")
    await olga.says("/privacy")
    await olga.taps("Исправить имя")
    await olga.sees("Напишите, как правильно")
    await olga.says("Ольга   Котова")
    await olga.sees("Имя: Ольга Котова")


async def test_where_chat_is_no_place_for_names_none_is_shown_or_taken(town: Town) -> None:
    olga = await town.known("Ольга Котова")
    await olga.says("/privacy")
    await olga.sees("Имя и номер учётной записи в мессенджере")
    await olga.taps("Посмотреть, исправить, скачать")
    await olga.sees("roundtable export person")
    olga.does_not_see("Ольга")


async def test_being_forgotten_frees_the_seat(town: Town) -> None:
    event = await town.event(capacity=1)
    olga, ivan = await town.known("Ольга Котова"), await town.known("Иван Серов")
    for person in (olga, ivan):
        await person.follows(town.app.library.link(f"e{event.id}-going"))
        await town.quiet()
    await olga.says("/privacy")
    await olga.taps("Удалить всё обо мне")
    await olga.taps("Да, удалить всё")
    await olga.sees("О вас больше ничего не хранится")
    await ivan.sees("Место освободилось – вы записаны!")
    assert await town.store.members.by_account(olga.id) is None
    after = await town.store.events.get(event.id)
    assert (after.seats.taken, after.counts.going, after.counts.queued) == (1, 1, 0)
    await olga.says("/my")
    await olga.sees("Мы ещё не знакомы")


async def test_a_role_by_link(open_town: Town) -> None:
    anna, lidia = open_town.anna, open_town.person("Лидия Орлова")
    await anna.says("/staff")
    await anna.taps("Дать роль")
    await anna.taps("Библиотекарь")
    await anna.taps("Герцена")
    message = await anna.sees("Вас приглашают работать в боте. Роль: библиотекарь, Герцена")
    await lidia.follows(next(word for word in message["caption"].split() if "?start=s" in word))
    assert "Вас приглашают работать в боте. Роль: библиотекарь, Герцена" in text_of(
        await lidia.sees_button("Мне есть 18 лет")
    )
    await lidia.taps("Мне есть 18 лет")
    assert "Роль: библиотекарь, Герцена" in text_of(await lidia.sees_button("☑ Мне есть"))
    await lidia.taps("Согласен")
    assert "Готово: роль сотрудника дана" in text_of(await lidia.sees_button("Создать мероприятие"))
    assert [grant.role for grant in (await open_town.member(lidia)).grants] == [Role.LIBRARIAN]
    await lidia.says("/staff")
    await lidia.sees("Эта команда – для сотрудников, которые дают роли")
    lidia.does_not_see("Если вы сотрудник")
    await anna.says("/staff")
    await anna.taps("Лидия Орлова")
    await anna.taps("Снять: библиотекарь")
    await anna.taps("Да, снять")
    await anna.sees("Роль снята")
    assert (await open_town.member(lidia)).grants == ()


async def test_the_last_administrator_stays(open_town: Town) -> None:
    await open_town.anna.says("/staff")
    await open_town.anna.taps("Анна Петрова")
    await open_town.anna.taps("Снять: администратор")
    await open_town.anna.taps("Да, снять")
    await open_town.anna.sees("Это последний администратор")


async def test_a_branch_is_corrected_and_added(town: Town) -> None:
    anna = town.anna
    await anna.says("/staff")
    await anna.taps("Библиотеки")
    await anna.taps("Герцена")
    await anna.taps("+ Зал")
    await anna.sees("Напишите название нового зала")
    await anna.says("Музей книги")
    await anna.sees("Залы: Михайловский зал, Горница, Музей книги")
    await anna.taps("Убрать: Горница")
    await anna.taps("Да, убрать")
    await anna.sees("Залы: Михайловский зал, Музей книги")
    await anna.taps("‹ Библиотеки")
    await anna.taps("+ Библиотека")
    await anna.sees("Напишите полное название")
    await anna.says("Библиотека им. Полевого")
    await anna.sees("Напишите адрес")
    await anna.says("Пролетарская наб., д. 5, Тверь")
    await anna.sees("Адрес: Пролетарская наб., д. 5, Тверь")


async def test_a_block_and_a_return(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова")
    await olga.blocks()
    await town.quiet()
    assert not (await town.member(olga)).reachable
    await olga.unblocks()
    await town.quiet()
    assert (await town.member(olga)).reachable
    await olga.follows(town.app.library.link(f"e{event.id}-going"))
    await olga.sees("Вы идёте.")
    rsvp = await town.store.rsvps.of(event.id, (await town.member(olga)).id)
    assert rsvp is not None
    assert rsvp.state is RsvpState.GOING


async def test_hours_and_the_sanitary_day_are_typed_as_people_write_them(town: Town) -> None:
    anna = town.anna
    await anna.says("/staff")
    await anna.taps("Библиотеки")
    await anna.taps("Герцена")
    await anna.taps("Часы работы")
    await anna.says("когда как")
    await anna.sees("Не получилось прочесть часы")
    await anna.says("пн–пт 10–19; сб 9–17")
    await anna.sees("Часы работы: пн–пт 10:00–19:00, сб 09:00–17:00")
    await anna.taps("Санитарный день")
    await anna.says("последняя среда")
    await anna.sees("Санитарный день: ср, последний раз в месяце")
