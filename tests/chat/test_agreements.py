"""Agreements in chat, and the word that one runs out."""

from datetime import date, timedelta

from domain.partner import AgreementFields
from domain.people import Grant, Role
from tests.chat.conftest import Town
from tests.chat.talk import says, settled, shows, taps

TODAY = date(2018, 3, 26)


async def college(town: Town, **fields: object) -> int:
    partner_id = await town.partner("Полиграфический колледж")
    if fields:
        one = AgreementFields("agreement", "5", **fields)  # type: ignore[arg-type]
        await town.store.agreements.add(partner_id, one, None, town.now())
    return partner_id


async def opened(town: Town) -> None:
    await says(town, town.anna, "/partners")
    await taps(town, town.anna, "Полиграфический колледж", "Договоры")


async def test_an_agreement_is_added_with_its_term_in_one_line(town: Town) -> None:
    partner_id = await college(town)
    await opened(town)
    shows(town.anna, "договоров пока нет")
    await taps(town, town.anna, "+ Договор", "План совместной работы")
    await says(town, town.anna, "12-к", "До какого числа")
    await says(town, town.anna, "с 1 апреля 2018 по 31 мая 2018", "31 мая 2018", "1 апреля 2018", "Всё верно?")
    shows(town.anna, "Полиграфический колледж. Всё верно?", "Отвечает от библиотеки: Сотрудник № 1")
    await taps(town, town.anna, "+ Продлевается сам", "Да", "Сохранить")
    shows(town.anna, "Договор добавлен", "План совместной работы № 12-к, до 31 мая 2018 г., осталось 66 дней")
    shows(town.anna, "продлевается сам")
    anna = await town.member(town.anna)
    [one] = await town.store.agreements.of(partner_id)
    assert one.fields == AgreementFields(
        "joint_plan",
        "12-к",
        starts_on=date(2018, 4, 1),
        ends_on=date(2018, 5, 31),
        auto_renews=True,
        responsible_id=anna.id,
    )


async def test_a_term_that_is_over_is_asked_about(town: Town) -> None:
    await college(town)
    await opened(town)
    await taps(town, town.anna, "+ Договор", "Соглашение", "Пропустить")
    await says(town, town.anna, "1 марта 2018", "Этот срок уже прошёл", "Оставить так?")
    await taps(town, town.anna, "Изменить")
    await says(town, town.anna, "1 марта 2019")
    await taps(town, town.anna, "+ Действует с")
    await says(town, town.anna, "2 марта 2019", "Окончание не может быть раньше начала")


async def test_a_day_of_signing_without_its_year_is_the_last_such_day(town: Town) -> None:
    await college(town)
    await opened(town)
    await taps(town, town.anna, "+ Договор", "Соглашение", "Пропустить", "Бессрочно", "+ Подписан")
    await says(town, town.anna, "1 сентября", "1 сентября 2017")
    await taps(town, town.anna, "Сохранить")
    shows(town.anna, "Соглашение, бессрочно")


async def test_an_agreement_is_changed_and_removed(town: Town) -> None:
    partner_id = await college(town, ends_on=TODAY + timedelta(days=10))
    await opened(town)
    await taps(town, town.anna, "1. № 5")
    shows(town.anna, "Соглашение № 5, до 5 апреля 2018 г., осталось 10 дней")
    await taps(town, town.anna, "Изменить", "Номер")
    await says(town, town.anna, "6")
    await taps(town, town.anna, "Сохранить", "1. № 6", "Убрать", "Да, убрать", "Вернуть", "Убрать", "Да, убрать")
    shows(town.anna, "договоров пока нет")
    assert await town.store.agreements.of(partner_id) == []


async def test_those_that_run_out_are_one_press_from_the_list(town: Town) -> None:
    await college(town, ends_on=TODAY + timedelta(days=10))
    await says(town, town.anna, "/partners")
    await taps(town, town.anna, "Договоры истекают: 1")
    shows(town.anna, "Договоры, срок которых истекает", "Полиграфический колледж. Соглашение № 5")
    await taps(town, town.anna, "1. Полиграфический колледж")
    shows(town.anna, "Соглашение № 5")


async def test_the_methodist_hears_in_time_and_once(town: Town) -> None:
    olga = await town.known("Ольга Котова")
    await town.store.members.grant((await town.member(olga)).id, Grant(Role.METHODIST), None, town.now())
    await college(town, ends_on=TODAY + timedelta(days=62), auto_renews=True)
    await town.box.clock.forward(days=1)
    await town.quiet()
    olga.does_not_see("Подходит срок")
    await town.box.clock.forward(days=2)
    await olga.sees("Подходит срок договора\nПолиграфический колледж\nСоглашение № 5, до 27 мая 2018 г.")
    await taps(town, olga, "Открыть договор")
    shows(olga, "Соглашение № 5")


async def test_an_agreement_that_is_gone_says_so(town: Town) -> None:
    await college(town, ends_on=TODAY)
    await opened(town)
    old = town.anna.screen()
    await town.store.agreements.remove(1, None, town.now())
    for press in ("pao:1", "pac:1", "pax:1:0", "pax:1:1"):
        assert "больше нет" in (await town.anna.presses(press, old))["text"]
    await taps(town, town.anna, "‹ Карточка")
    await town.anna.presses("pae:0", old)
    await settled(town)
    shows(town.anna, "ни один договор не истекает")
