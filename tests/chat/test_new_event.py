"""Registering an event: from one line, question by question, with doubts; and changing one that is published."""

import asyncio
from datetime import UTC, datetime, timedelta

from domain.event import Event, EventFields, Mode
from domain.people import Grant, Role
from sandbox.people import Person
from storage.library import BranchFields
from tests.chat.conftest import START, TITLE, Town
from tests.chat.talk import answered, labels, says, taps

LINE = f'Круглый стол "{TITLE}" 27 апреля в 14.00, Герцена, 30 мест'
POLEVOY = BranchFields(
    "Библиотека им. Б.Н. Полевого",
    "Полевого",
    "Пролетарская наб., д. 5, Тверь",
    hours={"mon": ["10:00", "19:00"], "fri": ["10:00", "19:00"]},
    sanitary={"weekday": 4, "nth": -1},
)


async def only_event(town: Town) -> Event:
    events = await town.store.events.upcoming(town.now(), 10)
    assert len(events) == 1
    return events[0]


async def at_preview(town: Town, line: str = LINE) -> Person:
    """Anna before the whole of the event that a line tells."""
    await says(town, town.anna, f"/new {line}")
    await taps(town, town.anna, "Да, верно", "Горница", "12+")
    await town.anna.sees("Так карточку увидят гости.")
    return town.anna


async def managing(town: Town, event: Event) -> Person:
    await town.anna.follows(town.app.library.link(f"e{event.id}"))
    await taps(town, town.anna, "Управление")
    return town.anna


async def test_one_line_takes_four_taps(town: Town) -> None:
    anna = town.anna
    await says(town, anna, f"/new {LINE}", "пятница, 27 апреля 2018 г., 14:00")
    await taps(town, anna, "Да, верно", "Горница", "12+", "Опубликовать")
    await anna.sees("Опубликовано.")
    fields = (await only_event(town)).fields
    assert (fields.title, fields.form, fields.starts_at, fields.capacity) == (TITLE, "round_table", START, 30)
    assert (fields.branch_id, fields.age_mark, fields.mode) == (1, "12+", Mode.ONSITE)
    assert fields.hall_id == (await town.store.branches.get(1)).halls[1].id
    assert await town.store.drafts.of((await town.member(anna)).id) == []


async def test_a_line_that_says_all_takes_one_tap(town: Town) -> None:
    await says(town, town.anna, f"/new {LINE}, Горница, 12+", "Так карточку увидят гости", "пятница, 27 апреля 2018 г.")
    await taps(town, town.anna, "Опубликовать")
    assert (await only_event(town)).fields.starts_at == START


async def test_what_speaks_against_the_date_of_such_a_line_is_asked_about(town: Town) -> None:
    await says(
        town, town.anna, f"/new {LINE.replace('27 апреля', '1 марта 2018')}, Горница, 12+", "Это время уже прошло"
    )
    await taps(town, town.anna, "Да, верно")
    await town.anna.sees("Так карточку увидят гости")


async def test_the_line_may_come_without_a_command_or_as_the_first_answer(town: Town) -> None:
    anna = town.anna
    await says(town, anna, LINE, "пятница, 27 апреля 2018 г., 14:00")
    await taps(town, anna, "Да, верно")
    await anna.sees("В каком зале?")
    await says(town, anna, "/new")
    await taps(town, anna, "Новое мероприятие")
    await anna.sees("Как называется?")
    await says(town, anna, "Лекция «Герцен» 3 мая в 12:00 на 20 мест 12+", "четверг, 3 мая 2018 г., 12:00")
    await taps(town, anna, "Да, верно", "Онлайн")
    await says(town, anna, "по телефону", "Ссылка начинается с https://")
    await says(town, anna, "https://example.org/room", "Лекция «Герцен»")
    await taps(town, anna, "Опубликовать")
    fields = (await only_event(town)).fields
    assert (fields.title, fields.form, fields.capacity, fields.mode) == ("Герцен", "lecture", 20, Mode.ONLINE)
    assert fields.link == "https://example.org/room"


async def test_yes_and_no_may_be_typed(town: Town) -> None:
    anna = town.anna
    await says(town, anna, f"/new {LINE}", "пятница, 27 апреля 2018 г., 14:00")
    await says(town, anna, "Нет.", "Когда")
    await says(town, anna, "27 апреля в 15:00", "15:00")
    await says(town, anna, "да", "В каком зале?")


async def test_a_part_of_the_name_is_enough_to_choose(town: Town) -> None:
    names = ("Газета «Вся Тверь»", "Радио ГТРК «Тверь»", "Центр развития образования")
    partners = [await town.partner(name) for name in names]
    anna = await at_preview(town)
    await taps(town, anna, "+ Партнёры")
    await says(town, anna, "театр", "Такого варианта нет.")
    await says(town, anna, "Тверь", "По слову «Тверь» нашлось: 2")
    await says(town, anna, "радио", "Отмечено: Радио ГТРК «Тверь»")
    await says(town, anna, "центр, газета", "Отмечено: Радио ГТРК «Тверь»; Центр развития образования; Газета")
    await taps(town, anna, "Готово", "Опубликовать")
    named = [part.partner_id for part in (await only_event(town)).fields.partners]
    assert named == [partners[1], partners[2], partners[0]], "partners stand in the order in which they were entered"


async def test_an_age_mark_may_be_typed_without_its_plus(town: Town) -> None:
    await says(town, town.anna, f"/new {LINE}")
    await taps(town, town.anna, "Да, верно", "Горница")
    await says(town, town.anna, "6", "Так карточку увидят гости.", "(6+)")


async def test_question_by_question(town: Town) -> None:
    anna = town.anna
    await says(town, anna, "/new", "Как называется?")
    await says(town, anna, "Весенние встречи")
    await taps(town, anna, "Другие варианты ›", "Игры и конкурсы ›", "Квест", "28", "14:00", "Герцена", "Зал не нужен")
    await taps(town, anna, "Без ограничения", "6+")
    await taps(town, anna, "+ Окончание", "16:00", "+ Цель")
    await anna.sees("Какова цель?")
    await says(town, anna, "Подружить <b>всех</b>", "Подружить <b>всех</b>")
    await taps(town, anna, "+ Повестка")
    await says(town, anna, "1. Слово директора\n2) Опыт", "1. Слово директора")
    await taps(town, anna, "Опубликовать")
    fields = (await only_event(town)).fields
    assert (fields.form, fields.capacity, fields.hall_id) == ("quest", None, None)
    assert fields.starts_at == datetime(2018, 3, 28, 11, tzinfo=UTC)
    assert fields.ends_at == fields.starts_at + timedelta(hours=2)
    assert (fields.goal, fields.agenda) == ("Подружить <b>всех</b>", ("Слово директора", "Опыт"))


async def test_elsewhere_and_a_form_of_ones_own(town: Town) -> None:
    anna = town.anna
    await says(town, anna, "/new Прогулка по набережной 5 мая в 12:00 0+")
    await taps(town, anna, "Своя форма")
    await anna.sees("своими словами")
    await says(town, anna, "Литературная прогулка")
    await taps(town, anna, "Да, верно", "Другой адрес")
    await anna.sees("По какому адресу?")
    await says(town, anna, "наб. Степана Разина, у ротонды")
    await taps(town, anna, "20")
    await anna.sees("наб. Степана Разина, у ротонды")
    await taps(town, anna, "Опубликовать")
    fields = (await only_event(town)).fields
    assert (fields.form, fields.mode, fields.branch_id) == ("Литературная прогулка", Mode.OFFSITE, None)


async def test_a_weekday_that_disagrees_and_a_day_that_is_past_are_asked_about(town: Town) -> None:
    anna = town.anna
    await says(town, anna, f'/new Лекция "{TITLE}", Герцена', "Когда?")
    await says(town, anna, "в четверг 27 апреля в 14.00", "вы написали «четверг»")
    await taps(town, anna, "Изменить")
    await says(town, anna, "1 марта 2018 в 12:00", "Это время уже прошло.")
    await says(town, anna, "9 мая в 12:00", "Это праздничный день.")
    await says(town, anna, "31 февраля", "Такой даты не бывает: «31 февраля»")
    await says(town, anna, "да, верно", "В каком зале?")


async def test_a_branch_that_is_closed_and_its_sanitary_day_are_asked_about(town: Town) -> None:
    await town.store.branches.put(POLEVOY, None, town.now())
    anna = town.anna
    await says(town, anna, f'/new Лекция "{TITLE}" 27 апреля в 20.00, 12+')
    await taps(town, anna, "Да, верно")
    await says(town, anna, "полевого", "санитарный день")
    await anna.sees("Библиотека в это время закрыта.")
    await taps(town, anna, "Да, верно")
    await anna.sees("Сколько мест?")


async def test_a_hall_that_is_taken_is_asked_about_and_not_forbidden(town: Town) -> None:
    await town.event(title="Час поэзии")
    anna = town.anna
    await says(town, anna, f"/new {LINE}")
    await taps(town, anna, "Да, верно", "Михайловский зал")
    await anna.sees("Зал в это время занят: «Час поэзии»")
    await taps(town, anna, "Изменить")
    await taps(town, anna, "Михайловский зал")
    await taps(town, anna, "Да, верно")
    await taps(town, anna, "12+")
    await anna.sees("Зал в это время занят")
    await taps(town, anna, "Опубликовать")
    await anna.sees("Опубликовано.")


async def test_what_a_line_says_wrongly_is_said(town: Town) -> None:
    anna = town.anna
    await says(
        town,
        anna,
        f'/new Круглый стол "{TITLE}" 31 февраля в 14.00, Герцена, 2000 мест',
        "Не удалось понять: «31 февраля»",
        "«2000» не учтено",
    )
    await says(town, anna, "27 апреля", "Во сколько?")
    await says(town, anna, "14", "пятница, 27 апреля 2018 г., 14:00")
    await taps(town, anna, "Да, верно")
    await taps(town, anna, "Горница")
    for bad, words in (("0", "от 1 до 1"), ("100000", "от 1 до 1"), ("много", "нужно число"), ("-5", "без минуса")):
        await says(town, anna, bad, words)
    await says(town, anna, "30", "Возрастная маркировка?")


async def test_the_end_the_deadline_and_the_start_must_agree(town: Town) -> None:
    anna = await at_preview(town)
    await taps(town, anna, "+ Срок ответа")
    await says(town, anna, "28 апреля", "Запись должна закончиться раньше")
    await says(town, anna, "26 апреля", "четверг, 26 апреля 2018 г., 18:00")
    await taps(town, anna, "Да, верно", "+ Окончание")
    assert labels(anna.screen())[0] == "15:00", "no hour is offered that is none"
    await says(town, anna, "13:00", "Окончание не может быть раньше начала")
    await says(town, anna, "16:00")
    await taps(town, anna, "Да, верно", "Изменить", "Дата и время")
    await says(town, anna, "3 мая", "четверг, 3 мая 2018 г., 14:00–16:00")
    await taps(town, anna, "Опубликовать")
    fields = (await only_event(town)).fields
    assert fields.starts_at == START + timedelta(days=6)
    assert fields.ends_at == fields.starts_at + timedelta(hours=2)
    assert fields.deadline == fields.starts_at - timedelta(hours=20)


async def test_partners_are_ticked_and_looked_for(town: Town) -> None:
    ids = [await town.partner(f"Организация {number}") for number in range(15)]
    college = await town.partner("Полиграфический колледж")
    anna = await at_preview(town)
    await taps(town, anna, "+ Партнёры")
    await anna.sees("Кто из партнёров участвует?")
    await says(town, anna, "колледж", "Отмечено: Полиграфический колледж")
    await says(town, anna, "ция 1", "По слову «ция 1» нашлось: 6")
    await taps(town, anna, "Организация 14", "Готово")
    await anna.sees("Партнёры: Полиграфический колледж, Организация 14")
    await taps(town, anna, "Опубликовать")
    parts = (await only_event(town)).fields.partners
    assert {part.partner_id for part in parts} == {ids[14], college}


async def test_a_slip_in_a_partners_name_is_forgiven_as_in_the_register(town: Town) -> None:
    for number in range(12):
        await town.partner(f"Организация {number}")
    college, school = await town.partner("Полиграфический колледж"), await town.partner("Музыкальная школа")
    anna = await at_preview(town)
    await taps(town, anna, "+ Партнёры")
    await says(town, anna, "палиграфический", "Полиграфический колледж ✓")
    await says(town, anna, "школа музыкальнная, коледж", "Музыкальная школа ✓", "Полиграфический колледж ✓")
    await says(town, anna, "оргонизация", "По слову «оргонизация» нашлось: 12")
    await says(town, anna, "дирижабль", "Такого варианта нет")
    await taps(town, anna, "Готово", "Опубликовать")
    assert {part.partner_id for part in (await only_event(town)).fields.partners} == {college, school}


async def test_a_poster_comes_as_a_photo(town: Town) -> None:
    anna = await at_preview(town)
    await taps(town, anna, "+ Афиша")
    await anna.sees("Пришлите афишу картинкой")
    await anna.sends_sticker()
    await anna.sees("Здесь нужна картинка")
    await says(town, anna, "вот")
    for name, size, said in (
        ("афиша.pdf", 9, "Это PDF"),
        ("афиша.png", 9, "пришла файлом"),
        ("афиша.jpg", 20 * 1024 * 1024, "слишком большой: 20 МБ"),
        ("афиша.docx", 9, "Здесь нужна картинка"),
    ):
        await anna.sends_document(name, bytes(size))
        await anna.sees(said)
    await anna.sends_photo()
    await asyncio.sleep(0.2)
    shown = await anna.sees_button("Опубликовать")
    assert "photo" in shown
    await taps(town, anna, "Опубликовать")
    await anna.sees("Опубликовано.")
    assert (await only_event(town)).fields.poster


async def test_who_may_not_register_is_told_so(town: Town) -> None:
    olga, ivan = await town.known("Ольга Котова"), town.person("Иван Белов")
    await says(town, olga, "/new", "для сотрудников")
    await says(town, ivan, "/new", "Мы ещё не знакомы")
    assert await town.store.drafts.of((await town.member(olga)).id) == []
    screen = await olga.sees("для сотрудников")
    await olga.presses("evn", screen)
    await olga.presses("evnf", screen)


async def test_a_librarian_of_one_branch_registers_only_there(town: Town) -> None:
    await town.store.branches.put(POLEVOY, None, town.now())
    vera = await town.known("Вера Ильина")
    member = await town.member(vera)
    await town.store.members.grant(member.id, Grant(Role.LIBRARIAN, 2), member.id, town.now())
    await says(town, vera, f"/new {LINE}")
    await taps(town, vera, "Да, верно")
    screen = await vera.sees("Где?")
    assert "Полевого" in labels(screen)
    assert "Герцена" not in labels(screen)


async def test_moving_says_who_hears_of_it_and_keeps_the_length(town: Town) -> None:
    event, olga = await town.event(ends_at=START + timedelta(hours=2)), await town.known("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}-going"))
    await olga.sees("Вы идёте.")
    anna = await managing(town, event)
    await taps(town, anna, "Перенести")
    await anna.sees("Сейчас: пятница, 27 апреля 2018 г., 14:00")
    await says(town, anna, "28 апреля", "суббота, 28 апреля 2018 г., 14:00")
    await anna.sees("Об этом сразу узнает 1 человек.")
    await taps(town, anna, "Сохранить и сообщить")
    await anna.sees("Изменения сохранены.")
    await olga.sees("28 апреля")
    fields = (await town.store.events.get(event.id)).fields
    assert (fields.starts_at, fields.ends_at) == (START + timedelta(days=1), START + timedelta(days=1, hours=2))


async def test_a_move_into_the_past_is_asked_about_and_tells_nobody(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}-going"))
    await olga.sees("Вы идёте.")
    anna = await managing(town, event)
    await taps(town, anna, "Перенести")
    await says(town, anna, "20 марта 2018 в 12:00", "Это время уже прошло.")
    await taps(town, anna, "Да, верно")
    await anna.sees("никому сообщать не буду")
    await taps(town, anna, "Сохранить")
    await anna.sees("Изменения сохранены.")
    assert await town.store.outbox.tallies(event.id) == {}


async def test_one_field_is_changed_and_nobody_elses_change_undone(town: Town) -> None:
    event = await town.event(occasion="к юбилею")
    anna = await managing(town, event)
    await taps(town, anna, "Изменить", "+ Цель")
    await says(town, anna, "Обсудить опыт", "Проверьте изменения")
    member = await town.member(anna)
    from dataclasses import replace

    from domain.event import change_fields

    def more(old: Event) -> Event:
        return change_fields(old, replace(old.fields, capacity=40))

    await town.store.events.change(event.id, more, member, town.now())
    await taps(town, anna, "Сохранить")
    await anna.sees("Изменения сохранены.")
    fields: EventFields = (await town.store.events.get(event.id)).fields
    assert (fields.goal, fields.capacity, fields.occasion) == ("Обсудить опыт", 40, "к юбилею")


async def test_changing_anew_begins_with_the_event_as_it_is(town: Town) -> None:
    event = await town.event()
    anna = await managing(town, event)
    await taps(town, anna, "Изменить", "Места", "50")
    await anna.sees("Проверьте изменения")
    await managing(town, event)
    await taps(town, anna, "Изменить", "‹ К просмотру")
    await anna.sees("Пока ничего не изменено.")
    await taps(town, anna, "Сохранить")
    await anna.sees("Ничего не изменено.")
    assert (await town.store.events.get(event.id)).revision == event.revision


async def test_everything_in_english(town: Town) -> None:
    john = await town.known("John Smith", language="en")
    member = await town.member(john)
    await town.store.members.grant(member.id, Grant(Role.METHODIST), member.id, town.now())
    await says(
        town, john, '/new Round table "Our principle" 27 April at 14:00, 30 seats', "Friday, 27 April 2018, 14:00"
    )
    await taps(town, john, "Yes, right", "Герцена", "No hall needed", "12+", "Publish")
    await john.sees("Published.")
    assert (await only_event(town)).fields.form == "round_table"


async def test_a_picture_sent_at_the_end_is_the_poster(town: Town) -> None:
    anna = await at_preview(town)
    mine = await anna.sends_photo()
    await answered(town, anna, mine["message_id"], "Так карточку увидят гости")
    assert "photo" in anna.screen()
    await taps(town, anna, "Опубликовать")
    await anna.sees("Опубликовано.")
    assert (await only_event(town)).fields.poster
