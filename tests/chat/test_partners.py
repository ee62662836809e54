"""The register in chat: the list, search, filters, the card, adding and changing one, the archive."""

import time
from dataclasses import replace

from sqlalchemy import insert

from domain.event import PartnerPart
from domain.partner import Grade, PartnerFields, RepFields
from domain.people import Grant, Role
from domain.person_name import PersonName
from sandbox.people import Person
from storage.tables import partners
from tests.chat.conftest import Town
from tests.chat.talk import labels, says, shows, taps, text_of

COLLEGE = PartnerFields(
    "Тверской <полиграфический> колледж",
    "Колледж",
    "education",
    aliases=("ТПК",),
    kind="college",
    legal_form="ГБПОУ",
    address="ул. Садовая, д. 1, Тверь",
    site="college.example",
    phone="+74822342920;ext=12",
    grade=Grade.PERMANENT,
    notes="Открыт до 17",
)


async def college(town: Town) -> int:
    return await town.store.partners.add_full(COLLEGE, None, town.now())


async def many(town: Town, number: int) -> None:
    for n in range(1, number + 1):
        name = f"Школа № {n}"
        await town.store.partners.add(name, name, "education", None, town.now())


async def staff(town: Town, role: Role = Role.LIBRARIAN) -> Person:
    olga = await town.known("Ольга Котова")
    await town.store.members.grant((await town.member(olga)).id, Grant(role), None, town.now())
    return olga


async def test_an_organisation_is_added_by_one_line_and_two_presses(town: Town) -> None:
    await says(town, town.anna, "/partners", "Список пока пуст")
    await taps(town, town.anna, "+ Партнёр")
    await says(town, town.anna, "МБУ «ДК пос. Сахарово»", "Новый партнёр", "Культура, дом культуры, МБУ")
    await taps(town, town.anna, "Сохранить")
    shows(town.anna, "Организация добавлена", "МБУ «ДК пос. Сахарово»", "Представителей пока нет")
    [made] = await town.store.partners.all()
    assert made.fields == PartnerFields(
        "МБУ «ДК пос. Сахарово»", "ДК пос. Сахарово", "culture", kind="culture_house", legal_form="МБУ"
    )


async def test_a_line_that_is_pasted_whole_fills_the_card(town: Town) -> None:
    await says(town, town.anna, "/partners")
    await taps(town, town.anna, "+ Партнёр")
    await says(town, town.anna, "Школа № 5, ул. Ленина 3, тел. 33-44-55; по будням", "Школа № 5", "Адрес: ул. Ленина 3")
    await taps(town, town.anna, "Сохранить")
    [made] = await town.store.partners.all()
    fields = made.fields
    assert (fields.name, fields.address, fields.phone, fields.notes) == (
        "Школа № 5",
        "ул. Ленина 3",
        "+74822334455",
        "по будням",
    )


async def test_what_a_name_does_not_say_is_asked(town: Town) -> None:
    await says(town, town.anna, "/partners")
    await taps(town, town.anna, "+ Партнёр")
    await says(town, town.anna, "Ромашка", "Какая сфера?")
    await taps(town, town.anna, "Бизнес", "+ Телефон")
    await says(town, town.anna, "звоните", "Не получилось прочесть телефон")
    await says(town, town.anna, "8-48135-3-14-90 доб. 5", "Телефон: +7 (48135) 3-14-90, доб. 5")
    await taps(town, town.anna, "+ Сайт")
    await says(town, town.anna, "наш сайт", "не похоже на адрес сайта")
    await says(town, town.anna, "https://romashka.example/", "Сайт: romashka.example")
    await taps(town, town.anna, "+ Вид", "издательство", "Сохранить")
    [made] = await town.store.partners.all()
    assert (made.fields.phone, made.fields.site, made.fields.kind) == (
        "+74813531490;ext=5",
        "romashka.example",
        "publisher",
    )


async def test_nothing_is_asked_about_leaving_what_was_not_begun(town: Town) -> None:
    await says(town, town.anna, "/partners")
    await taps(town, town.anna, "+ Партнёр", "Отменить")
    shows(town.anna, "Отменено.")
    partner = await college(town)
    await says(town, town.anna, "/partners")
    await says(town, town.anna, "колледж")
    await taps(town, town.anna, "Договоры", "+ Договор", "Отменить")
    shows(town.anna, "Отменено.")
    assert await town.store.drafts.of((await town.member(town.anna)).id) == []
    assert await town.store.agreements.of(partner) == []
    await taps(town, town.anna, "‹ Договоры", "‹ Карточка")
    shows(town.anna, "полиграфический")


async def test_what_was_said_is_not_thrown_away_by_one_press(town: Town) -> None:
    await says(town, town.anna, "/partners")
    await taps(town, town.anna, "+ Партнёр")
    await says(town, town.anna, "Ромашка")
    await taps(town, town.anna, "Отменить")
    shows(town.anna, "Прервать? Всё введённое сохранено.")


async def test_a_look_alike_is_said_and_asked_about(town: Town) -> None:
    await town.store.partners.add("Центр развития образования города Твери", "ЦРО", "education", None, town.now())
    await says(town, town.anna, "/partners")
    await taps(town, town.anna, "+ Партнёр")
    await says(
        town, town.anna, "«Центр развития образования г.Твери»", "Похоже, это уже есть", "города Твери", "Оставить так?"
    )
    await taps(town, town.anna, "Изменить")
    await says(town, town.anna, "Музей быта", "Новый партнёр. Всё верно?")


async def test_the_very_same_name_is_refused_and_nothing_is_lost(town: Town) -> None:
    await town.store.partners.add("Музей быта", "Музей", "culture", None, town.now())
    await says(town, town.anna, "/partners")
    await taps(town, town.anna, "+ Партнёр")
    await says(town, town.anna, "Музей быта", "Похоже")
    await taps(town, town.anna, "Да, верно")
    await taps(town, town.anna, "Сохранить")
    assert "уже есть в списке" in town.anna.toasts()[-1]
    await says(town, town.anna, "/partners")
    await taps(town, town.anna, "+ Партнёр")
    shows(town.anna, "Вы уже начали и не закончили")
    await taps(town, town.anna, "Партнёр: Музей быта")
    shows(town.anna, "Новый партнёр")


async def test_typed_text_searches_while_the_list_is_open(town: Town) -> None:
    await many(town, 30)
    await college(town)
    await says(town, town.anna, "/partners", "Партнёры: 31", "Напишите часть названия")
    await says(town, town.anna, "палиграфический", "Тверской <полиграфический> колледж")
    await says(town, town.anna, "школа 1", "Школа № 1\nОбразование")
    await says(town, town.anna, "школа", "нашлось 30 организаций", "И ещё 16")
    await taps(town, town.anna, "2")
    shows(town.anna, "Образование")
    await says(town, town.anna, "нет такой", "ничего не нашлось")
    await taps(town, town.anna, "‹ Все партнёры")
    shows(town.anna, "Партнёры: 31")


async def test_another_command_closes_the_search(town: Town) -> None:
    await college(town)
    await says(town, town.anna, "/partners")
    await says(town, town.anna, "/events")
    await says(town, town.anna, "колледж")
    assert "полиграфический" not in text_of(town.anna.screen())


async def test_the_list_goes_by_pages_with_digits(town: Town) -> None:
    await many(town, 30)
    await says(town, town.anna, "/partners", "1. Школа № 1", "14. ")
    assert {"1", "14", "›"} <= set(labels(town.anna.screen()))
    await taps(town, town.anna, "›", "›")
    shows(town.anna, "29. ", "30. ")
    await taps(town, town.anna, "Школа № 30")
    shows(town.anna, "Школа № 30\nОбразование")
    assert len(town.anna.screen()["reply_markup"]["inline_keyboard"]) <= 8


async def test_filters_are_combined_and_say_how_many_there_are(town: Town) -> None:
    await many(town, 3)
    partner_id = await college(town)
    branch = (await town.store.branches.all())[0]
    rule = lambda old: replace(old, fields=replace(old.fields, branch_ids=(branch.id,)))  # noqa: E731
    await town.store.partners.change(partner_id, rule, None, town.now())
    await town.store.partners.add("Музей", "Музей", "culture", None, town.now())
    await says(town, town.anna, "/partners")
    await taps(town, town.anna, "Сфера")
    assert {"Образование: 4", "Культура: 1"} <= set(labels(town.anna.screen()))
    await taps(town, town.anna, "Образование: 4")
    shows(town.anna, "Партнёры: 4", "Отобрано: Образование")
    await taps(town, town.anna, "Библиотека", "Герцена: 1")
    shows(town.anna, "Партнёры: 1", "Образование · Герцена")
    await taps(town, town.anna, "✓ Сфера", "Неважно")
    shows(town.anna, "Отобрано: Герцена")
    await taps(town, town.anna, "Сотрудничество", "постоянное: 1", "Показать всех")
    shows(town.anna, "Партнёры: 5")


async def test_those_who_are_silent_are_listed_with_their_last_day(town: Town) -> None:
    await college(town)
    await says(town, town.anna, "/partners")
    assert {"Молчат", "Библиотека"}.isdisjoint(labels(town.anna.screen()))  # nothing to choose there
    await town.box.clock.forward(days=100)
    await says(town, town.anna, "/partners")
    await taps(town, town.anna, "Молчат", "молчат 3 месяца: 1")
    shows(town.anna, "колледж – с 26 марта 2018")


async def test_those_whom_nobody_can_write_to_are_listed(town: Town) -> None:
    partner_id = await college(town)
    await many(town, 1)
    olga = await town.known("Ольга Котова")
    await town.store.partners.bind(partner_id, (await town.member(olga)).id, None, town.now())
    await says(town, town.anna, "/partners")
    await taps(town, town.anna, "Некому написать: 1")
    shows(town.anna, "Партнёры: 1", "Школа № 1", "Отобрано: некому написать")
    await town.store.members.set_reachable((await town.member(olga)).id, reachable=False)
    await says(town, town.anna, "/partners")
    await taps(town, town.anna, "Некому написать: 2")
    shows(town.anna, "Партнёры: 2")


async def test_the_card_says_what_is_filled_in_and_what_the_bot_knows(town: Town) -> None:
    partner_id = await college(town)
    olga = await town.known("Ольга Котова")
    await town.store.partners.bind(partner_id, (await town.member(olga)).id, "директор", town.now())
    await town.event(partners=(PartnerPart(partner_id),))
    await says(town, town.anna, "/partners")
    await says(town, town.anna, "ТПК", "Другие названия: ТПК", "Телефон: +7 (4822) 34-29-20, доб. 12")
    shows(town.anna, "Сотрудничество: постоянное", "Ближайшее: 27 апреля 2018 г., «Наш принцип")
    shows(town.anna, "Представители: 1", "– директор")
    assert "Котова" not in text_of(town.anna.screen())
    urls = [button.get("url") for row in town.anna.screen()["reply_markup"]["inline_keyboard"] for button in row]
    assert "https://college.example" in urls
    assert any("yandex" in str(url) for url in urls)
    await town.box.clock.forward(days=33)
    await says(town, town.anna, "ТПК", "Вместе: 1 мероприятие", "Последняя связь: 27 апреля 2018")


async def test_two_people_change_one_card_and_both_changes_stay(town: Town) -> None:
    partner_id, olga = await college(town), await staff(town)
    await says(town, town.anna, "/partners")
    await taps(town, town.anna, "Колледж", "Изменить", "Адрес")
    await says(town, olga, "/partners")
    await taps(town, olga, "Колледж", "Изменить", "Заметки")
    await says(town, olga, "Открыт до 18")
    await taps(town, olga, "Сохранить")
    await says(town, town.anna, "Пушкинская, 5")
    await taps(town, town.anna, "Сохранить")
    shows(town.anna, "Изменения сохранены", "Пушкинская, 5", "Открыт до 18")
    now = (await town.store.partners.get(partner_id)).fields
    assert now == replace(COLLEGE, address="Пушкинская, 5", notes="Открыт до 18")


async def test_an_organisation_goes_into_the_archive_and_comes_back(town: Town) -> None:
    await college(town)
    await says(town, town.anna, "/partners")
    await taps(town, town.anna, "Колледж", "В архив")
    shows(town.anna, "вернуть можно в любой момент")
    await taps(town, town.anna, "Да, в архив")
    shows(town.anna, "В архиве")
    await says(town, town.anna, "/partners", "Таких партнёров нет")
    await taps(town, town.anna, "Архив: 1")
    shows(town.anna, "Отобрано: архив")
    await says(town, town.anna, "ТПК", "В архиве")
    await taps(town, town.anna, "Вернуть из архива")
    assert "Изменить" in labels(town.anna.screen())


async def test_a_card_that_was_archived_elsewhere_says_so(town: Town) -> None:
    partner_id = await college(town)
    await says(town, town.anna, "/partners")
    await taps(town, town.anna, "Колледж")
    old = town.anna.screen()
    await taps(town, town.anna, "Изменить", "Адрес")
    await town.store.partners.archive(partner_id, None, town.now())
    await says(town, town.anna, "Пушкинская, 5", "Пушкинская, 5")
    await taps(town, town.anna, "Сохранить")
    assert "уже в архиве" in town.anna.toasts()[-1]
    for press in (f"poc:{partner_id}", f"poa:{partner_id}:1", f"prn:{partner_id}:0", f"pan:{partner_id}:0"):
        assert "уже в архиве" in (await town.anna.presses(press, old))["text"]
    assert "больше нет" in (await town.anna.presses("po:999", old))["text"]


async def test_the_register_speaks_english_too(town: Town) -> None:
    await college(town)
    john = await town.known("John", language="en")
    await town.store.members.grant((await town.member(john)).id, Grant(Role.METHODIST), None, town.now())
    await says(town, john, "/partners", "Partners: 1")
    await taps(town, john, "Колледж")
    shows(john, "Education, college", "ext. 12")


async def test_who_is_no_colleague_sees_nothing(town: Town) -> None:
    await college(town)
    maria = await town.known("Мария Ивановна")
    await says(town, maria, "/partners", "для сотрудников")
    await says(town, maria, "/help")
    assert "/partners" not in text_of(maria.screen())
    olga = await staff(town)
    await says(town, olga, "/help", "/partners")
    await says(town, olga, "/start")
    await taps(town, olga, "Партнёры")
    shows(olga, "Партнёры: 1")
    await town.store.members.revoke((await town.member(olga)).id, Grant(Role.LIBRARIAN), None, town.now())
    await says(town, olga, "колледж")
    assert "полиграфический" not in text_of(olga.screen())


async def test_a_card_with_everything_at_its_longest_can_be_shown(town: Town) -> None:
    long = "Очень длинное название организации партнёра " * 6
    fields = PartnerFields(long[:300], long[:120], "ngo", tuple(f"{long[:290]}{n}" for n in range(20)), notes=long * 4)
    partner_id = await town.store.partners.add_full(replace(fields, address=long[:300]), None, town.now())
    for n in range(12):
        rep = RepFields(
            PersonName("Ф" * 80, "И" * 80, "О" * 80), f"{n} {long}"[:300], email="x" * 110 + "@post.example"
        )
        await town.store.partners.put_rep(partner_id, rep, None, town.now())
    await says(town, town.anna, "/partners", "Партнёры: 1")
    await says(town, town.anna, "длинное название", "и ещё 7")
    assert len(text_of(town.anna.screen())) <= 3900


async def test_what_is_in_the_archive_is_offered_for_no_event(town: Town) -> None:
    archived, chosen = await college(town), await town.partner("Музей быта")
    await town.store.partners.archive(archived, None, town.now())
    event = await town.event(partners=(PartnerPart(chosen),))
    await town.store.partners.archive(chosen, None, town.now())
    await town.partner("Школа № 1")
    await town.anna.follows(town.app.library.link(f"e{event.id}"))
    await town.anna.taps("Управление")
    await town.quiet()
    await taps(town, town.anna, "Изменить", "Партнёры")
    offered = set(labels(town.anna.screen()))
    assert {"✓ Музей быта", "Школа № 1"} <= offered
    assert "Колледж" not in offered


async def test_three_hundred_partners_are_quick_and_ten_thousand_not_silly(town: Town) -> None:
    for number, seconds in ((300, 1.0), (10_000, 4.0)):
        await fill(town, number)
        for typed in ("/partners", "шкла 77"):
            begun = time.perf_counter()
            await says(town, town.anna, typed)
            assert time.perf_counter() - begun < seconds
        shows(town.anna, "Школа № 77")


async def fill(town: Town, number: int) -> None:
    there = len(await town.store.partners.all())
    rows = [
        {"name": f"МБОУ «Школа № {n}»", "short_name": f"Школа № {n}", "sector": "education", "created_at": town.now()}
        for n in range(there + 1, number + 1)
    ]
    await town.store.db.write(lambda conn: conn.execute(insert(partners), rows))
