"""Who acts for an organisation, in chat: with names allowed there, and without."""

from pathlib import Path
from typing import Any

from domain.partner import RepFields
from domain.person_name import PersonName
from tests.chat.conftest import Town, town_of
from tests.chat.talk import labels, says, settled, shows, taps, text_of

ELENA = RepFields(PersonName("Котова", "Елена", "Павловна"), "зам. директора, редактор", phone="+79093344360")


async def college(town: Town, *reps: RepFields) -> int:
    partner_id = await town.partner("Полиграфический колледж")
    for rep in reps:
        await town.store.partners.put_rep(partner_id, rep, None, town.now())
    return partner_id


async def opened(town: Town) -> None:
    await says(town, town.anna, "/partners")
    await taps(town, town.anna, "Полиграфический колледж", "Представители")


async def presses(town: Town, data: str, message: dict[str, Any]) -> str:
    toast = await town.anna.presses(data, message)
    await settled(town)
    return str(toast["text"])


async def test_name_and_position_come_in_one_line(open_town: Town) -> None:
    town = open_town
    partner_id = await college(town)
    await opened(town)
    shows(town.anna, "представителей пока нет")
    await taps(town, town.anna, "+ Представитель")
    await says(town, town.anna, "Хотова Е.Ю – директор МБУ «ДК пос. Сахарово», методист", "Какой телефон?")
    await says(town, town.anna, "34-29-20", "Должность: директор МБУ «ДК пос. Сахарово», методист")
    await taps(town, town.anna, "Сохранить")
    shows(town.anna, "Представитель добавлен", "Хотова Е.Ю.", "+7 (4822) 34-29-20")
    [rep] = await town.store.partners.reps(partner_id)
    assert rep.fields.name == PersonName("Хотова", initials="Е.Ю.")
    assert (rep.fields.position, rep.fields.is_primary) == ("директор МБУ «ДК пос. Сахарово», методист", True)


async def test_a_name_that_is_none_is_asked_again_and_may_come_by_its_parts(open_town: Town) -> None:
    town = open_town
    partner_id = await college(town)
    await opened(town)
    await taps(town, town.anna, "+ Представитель")
    await says(town, town.anna, "12", "Не получилось прочесть имя", "Как зовут представителя?")
    await says(town, town.anna, "Мамедов Ага / Рза / Гасан оглы", "Какая должность?")
    await says(town, town.anna, "Председатель отдела, протоиерей", "Какой телефон?")
    await taps(town, town.anna, "Пропустить", "+ Сан")
    await says(town, town.anna, "протоиерей", "Сан: протоиерей")
    await taps(town, town.anna, "Сохранить")
    [rep] = await town.store.partners.reps(partner_id)
    assert rep.fields.name == PersonName("Мамедов Ага", "Рза", "Гасан оглы")
    assert (rep.fields.position, rep.fields.clergy_rank) == ("Председатель отдела, протоиерей", "протоиерей")


async def test_a_representative_is_changed_made_primary_and_removed(open_town: Town) -> None:
    town = open_town
    partner_id = await college(town, ELENA, RepFields(PersonName("Серов", "Иван"), "методист"))
    await opened(town)
    await taps(town, town.anna, "Серов И.", "Сделать основным")
    shows(town.anna, "Серов Иван", "Основной представитель", "В боте ещё не был")
    await taps(town, town.anna, "Изменить", "Почта")
    await says(town, town.anna, "не скажу", "не похоже на адрес почты")
    await says(town, town.anna, "serov@college.example")
    await taps(town, town.anna, "Сохранить", "Серов И.")
    shows(town.anna, "Почта: serov@college.example")
    await taps(town, town.anna, "Убрать")
    shows(town.anna, "его место займёт тот, кто дольше всех")
    await taps(town, town.anna, "Да, убрать")
    shows(town.anna, "Вернуть можно в течение 10 минут")
    before = len(await town.store.partners.all_reps())
    await taps(town, town.anna, "Вернуть")
    assert len(await town.store.partners.all_reps()) == before + 1
    await town.anna.presses("prx:2:1", town.anna.screen())
    await settled(town)
    [rep] = await town.store.partners.reps(partner_id)
    assert (rep.fields.name, rep.fields.is_primary) == (ELENA.name, True)


async def test_what_two_people_change_of_one_representative_stays(open_town: Town) -> None:
    town = open_town
    await college(town, ELENA)
    await opened(town)
    await taps(town, town.anna, "Котова Е.П.", "Изменить", "Телефон")
    await town.store.partners.put_rep(1, RepFields(ELENA.name, "директор", phone=ELENA.phone), None, town.now(), 1)
    await says(town, town.anna, "34-29-20")
    await taps(town, town.anna, "Сохранить")
    shows(town.anna, "директор", "+7 (4822) 34-29-20")


async def test_the_card_names_people_where_that_is_allowed(open_town: Town) -> None:
    town = open_town
    await college(town, ELENA)
    await says(town, town.anna, "/partners")
    await taps(town, town.anna, "Полиграфический колледж")
    shows(town.anna, "Котова Е.П. – зам. директора, редактор, +7 (909) 334-43-60")


async def test_without_leave_nothing_of_a_person_is_said_asked_or_taken(town: Town) -> None:
    partner_id = await college(town, ELENA)
    await says(town, town.anna, "/partners")
    await taps(town, town.anna, "Полиграфический колледж")
    shows(town.anna, "Представители: 1", "– зам. директора, редактор")
    screen = town.anna.screen()
    for press in (f"pr:{partner_id}:0", "pro:1", f"prn:{partner_id}:0", "prc:1", "prp:1", "prx:1:1"):
        await presses(town, press, screen)
        shows(town.anna, "Имена и телефоны в переписке не показываем")
    assert len(await town.store.partners.reps(partner_id)) == 1
    whole = "".join(town.anna.texts())
    assert "Котова" not in whole
    assert "334-43-60" not in whole


async def test_a_draft_from_a_time_when_names_were_allowed_takes_nothing_more(town: Town) -> None:
    partner_id, anna = await college(town), await town.member(town.anna)
    body = {"answers": {"name": "Котова Елена"}, "skipped": ["position", "phone"]}
    draft = await town.store.drafts.start(anna.id, "rep", partner_id, body, town.now())
    await says(town, town.anna, "/partners")
    await presses(town, f"fr:{draft.id}", town.anna.screen())
    shows(town.anna, "Имена и телефоны в переписке не показываем")
    await says(town, town.anna, "Котова Елена Павловна", "Имена и телефоны")
    await taps(town, town.anna, "Сохранить")
    shows(town.anna, "Имена и телефоны в переписке не показываем")
    assert await town.store.partners.reps(partner_id) == []


async def test_the_page_is_one_press_from_the_card(tmp_path: Path) -> None:
    async with town_of(tmp_path, web={"url": "https://bot.example", "port": 0}) as town:
        await college(town, ELENA)
        await says(town, town.anna, "/partners")
        await town.anna.taps("Полиграфический колледж")
        await town.quiet()
        row = [button for row in town.anna.screen()["reply_markup"]["inline_keyboard"] for button in row]
        [link] = [button["url"] for button in row if "страницу" in button["text"]]
        assert link.startswith("https://bot.example/p/")
        assert "Представители" not in labels(town.anna.screen())


async def test_a_card_that_is_gone_says_so(open_town: Town) -> None:
    town = open_town
    await college(town, ELENA)
    await opened(town)
    await taps(town, town.anna, "Котова Е.П.")
    old = town.anna.screen()
    await town.store.partners.remove_rep(1, None, town.now())
    for press in ("pro:1", "prc:1", "prp:1", "prx:1:0", "prx:1:1"):
        assert "больше нет" in await presses(town, press, old)
    assert "Котова" in text_of(old)
