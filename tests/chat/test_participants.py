"""The list of participants in chat: with names where they may be shown, with positions where not."""

from domain.event import Event, PartnerPart
from domain.partner import RepFields
from domain.person_name import PersonName
from sandbox.people import Person
from tests.chat.conftest import Town
from tests.chat.talk import labels, says, shows, taps, text_of

PRIEST = RepFields(PersonName("Ветров", initials="А.Ю."), "Председатель Отдела епархии", "Протоиерей")
TEACHER = RepFields(PersonName("Лапина", "Мария", "Ивановна"), "зам. директора по работе Колледжа г. Твери")


async def on_the_list(town: Town) -> tuple[Person, Event]:
    """Anna on the list of an event with a diocese and a college, in this order; nobody there has an account."""
    college, diocese = await town.partner("Колледж"), await town.partner("Епархия", "religious")
    for partner, fields in ((college, TEACHER), (diocese, PRIEST)):
        await town.store.partners.put_rep(partner, fields, None, town.now())
    event = await town.event(partners=(PartnerPart(diocese), PartnerPart(college)))
    await says(town, town.anna, f"/start e{event.id}")
    await taps(town, town.anna, "Управление", "Участники")
    shows(town.anna, "Пока никого")
    return town.anna, event


async def test_people_without_an_account_are_ticked_and_printed(open_town: Town) -> None:
    anna, _ = await on_the_list(open_town)
    await taps(open_town, anna, "Отметить людей", "2")
    assert "✓ 2" in labels(anna.screen())
    await taps(open_town, anna, "1", "Список")
    lines = [line.partition(". ")[2] for line in text_of(anna.screen()).splitlines()]
    priest = lines.index("Ветров А.Ю. – Председатель Отдела епархии, Протоиерей")
    assert lines[priest + 1] == "Лапина М.И. – зам. директора по работе Колледжа г. Твери"
    await taps(open_town, anna, "Отметить людей", "✓ 2", "Список")
    assert "Лапина" not in text_of(anna.screen())


async def test_who_says_that_they_come_is_on_the_list_by_themselves(open_town: Town) -> None:
    college = await open_town.partner("Колледж")
    maria = await open_town.known("Мария Лапина")
    await open_town.store.partners.bind(college, (await open_town.member(maria)).id, "методист", open_town.now())
    event = await open_town.event(partners=(PartnerPart(college),))
    await maria.taps("Приду")
    await maria.sees("Вы идёте")
    await says(open_town, open_town.anna, f"/start e{event.id}")
    await taps(open_town, open_town.anna, "Управление", "Участники")
    shows(open_town.anna, "Мария Лапина – методист")
    await taps(open_town, open_town.anna, "Отметить людей", "✓")
    await open_town.anna.sees("изменить ответ может только он")


async def test_where_neither_names_nor_positions_stand_people_go_by_number(town: Town) -> None:
    anna, college = town.anna, await town.partner("Колледж")
    for name in ("Мария Лапина", "Пётр Громов"):
        person = await town.known(name)
        await town.store.partners.bind(college, (await town.member(person)).id, None, town.now())
    event = await town.event(partners=(PartnerPart(college),))
    await says(town, anna, f"/start e{event.id}")
    await taps(town, anna, "Управление", "Участники", "Отметить людей")
    assert labels(anna.screen())[:2] == ["Представитель № 1 · Колледж", "Представитель № 2 · Колледж"]
    await taps(town, anna, "Представитель № 1", "Представитель № 2", "‹ Список")
    shows(anna, "1. Колледж – 2\n")


async def test_groups_come_and_go_in_their_own_words(town: Town) -> None:
    anna, _ = await on_the_list(town)
    await taps(town, anna, "Добавить группу")
    shows(anna, "Без фамилий")
    await says(town, anna, "Ветров А.Ю. и школьники", "Фамилии в переписке библиотека не принимает")
    await says(
        town, anna, "сотрудники библиотечной системы города Твери", "сотрудники библиотечной системы города Твери"
    )
    await taps(town, anna, "Добавить группу")
    await says(town, anna, "12 школьников", "Список участников · 12")
    await taps(town, anna, "Убрать группу", "12 школьников")
    assert "школьников" not in text_of(anna.screen())


async def test_without_names_in_chat_there_are_counts_positions_and_organisations(town: Town) -> None:
    anna, _ = await on_the_list(town)
    await taps(town, anna, "Отметить людей")
    assert "Ветров" not in text_of(anna.screen())
    await taps(town, anna, "1", "2", "Список")
    shows(
        anna,
        "Имён в переписке нет",
        "Епархия – 1: Председатель Отдела епархии, Протоиерей",
        "Колледж – 1: зам. директора",
    )
    assert "Ветров" not in anna.transcript()


async def test_the_list_is_for_who_may_manage_the_event(town: Town) -> None:
    _, event = await on_the_list(town)
    olga = await town.known("Ольга")
    await says(town, olga, "/start")
    for press in (f"gl:{event.id}:0", f"gln:{event.id}:1:1:0", f"glg:{event.id}"):
        assert "только сотрудники" in (await olga.presses(press, olga.screen()))["text"]


async def test_a_forged_mark_is_refused(town: Town) -> None:
    anna, event = await on_the_list(town)
    assert "больше нет" in (await anna.presses(f"gln:{event.id}:999:1:0", anna.screen()))["text"]
    assert "больше нет" in (await anna.presses(f"gld:{event.id}:999", anna.screen()))["text"]
