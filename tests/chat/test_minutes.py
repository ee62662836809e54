"""Minutes in chat: typed and as a file, by two at once; a decision becomes an action and heads the next agenda."""

from datetime import timedelta

import pytest

from domain.agenda import drop_item
from domain.event import PartnerPart
from domain.minutes import WHOLE, Action, Piece, Place
from domain.people import Grant, Role
from domain.people import Person as Member
from sandbox.people import Person
from storage.actions import DROPPED
from storage.outbox import Message
from tests.bot.conftest import eventually
from tests.chat.conftest import START, Town
from tests.chat.talk import labels, says, settled, shows, taps, text_of
from tests.docx import words_of


async def colleague(town: Town) -> tuple[Person, Member]:
    vera = await town.known("Вера")
    await town.store.members.grant((await town.member(vera)).id, Grant(Role.METHODIST), None, town.now())
    return vera, await town.member(vera)


async def test_minutes_are_written_and_two_at_once_are_told(open_town: Town) -> None:
    town, anna = open_town, open_town.anna
    event, (_, vera) = await town.event(agenda=("Опыт <колледжа>",)), await colleague(town)
    item = (await town.store.agenda.of(event.id)).items[0].id
    await says(town, anna, f"/start e{event.id}")
    await taps(town, anna, "Управление", "Документы", "Вести протокол", "1", "Слушали")
    assert "Прежний текст" not in text_of(anna.screen()), "there is none"
    await town.store.minutes.write(Place(event.id, item, Piece.HEARD), "Слушали Веру", 0, vera, town.now())
    await says(town, anna, "Лапина М.И.: о <чтении>", "Пока вы писали, этот текст изменили", "− Слушали Веру", "Вера")
    await taps(town, anna, "Сохранить мой текст")
    shows(anna, "СЛУШАЛИ", "Лапина М.И.: о <чтении>")
    await taps(town, anna, "✓ Слушали")
    shows(anna, "Прежний текст останется в истории.")
    await taps(town, anna, "История: 2", "›")
    shows(anna, "Версия 1: Вера")
    await taps(town, anna, "‹ Назад", "‹ Протокол", "Протокол целиком")
    await anna.sends_document("протокол.txt", "Решили дружить".encode("cp1251"))
    await settled(town)
    await anna.sees_button("✓ Протокол целиком")
    assert (await town.store.minutes.of(event.id)).of(WHOLE, Piece.TEXT).text == "Решили дружить"
    await taps(town, anna, "‹ Документы", "Протокол")
    document = anna.screen()["document"]
    assert "Решили дружить" in words_of(town.box.world.files[document["file_id"]][1])


async def test_what_was_written_of_an_item_that_was_taken_off_can_still_be_read(town: Town) -> None:
    anna, event = town.anna, await town.event(agenda=("Опыт", "Планы"))
    member, (first, _) = await town.member(anna), (await town.store.agenda.of(event.id)).items
    await town.store.minutes.write(Place(event.id, first.id, Piece.HEARD), "Об опыте", 0, member, town.now())
    await town.store.agenda.change(event.id, lambda old: drop_item(old, first.id), member, town.now())
    await says(town, anna, f"/start e{event.id}")
    await taps(town, anna, "Управление", "Документы", "Вести протокол")
    shows(anna, "1. Планы", "2. Вопрос, снятый с повестки")
    await taps(town, anna, "2")
    shows(anna, "Об опыте")


async def test_where_names_are_kept_out_neither_names_nor_files_are_taken(town: Town) -> None:
    event = await town.event()
    await says(town, town.anna, f"/start e{event.id}")
    await taps(town, town.anna, "Управление", "Документы", "Вести протокол", "Участники отметили")
    await says(town, town.anna, "Лапина М.И. отметила", "библиотека не принимает. Напишите то же без них.")
    await town.anna.sends_document("a.txt", b"a")
    await town.anna.sees("Файлы с именами в переписке библиотека не принимает")
    await says(town, town.anna, "Работать вместе полезно", "Протокол")


async def test_a_decision_is_told_reported_in_one_tap_and_heads_the_next_agenda(town: Town) -> None:
    anna, rep = town.anna, await town.known("Игорь Лапин")
    college = await town.partner("Колледж")
    await town.store.partners.bind(college, (await town.member(rep)).id, None, town.now())
    event = await town.event(partners=(PartnerPart(college),))
    after = await town.event(starts_at=START + timedelta(days=180))
    await says(town, anna, f"/start e{event.id}")
    await taps(town, anna, "Управление", "Документы", "Вести протокол", "Поручения", "+ Поручение", "Колледж")
    await says(town, anna, "подготовить <план>", "К какому сроку?")
    await says(town, anna, "1 января", "Колледж: подготовить <план>, до 1 января 2019 г.")
    await says(town, anna, f"/start e{after.id}")
    await taps(town, anna, "Управление", "Программа")
    shows(anna, "Не выполнено с прошлых встреч", "подготовить <план>")
    await rep.sees("Вам поручение")
    await rep.taps("Сделано")
    await rep.sees("Передам библиотеке")
    await anna.sees("Поручение выполнено")
    await says(town, anna, f"/start e{after.id}")
    await taps(town, anna, "Управление", "Программа")
    assert "Не выполнено" not in text_of(anna.screen())


async def test_what_has_no_term_needs_no_word_typed(town: Town) -> None:
    anna, event = town.anna, await town.event()
    await says(town, anna, f"/start e{event.id}")
    await taps(town, anna, "Управление", "Документы", "Вести протокол", "Поручения", "+ Поручение", "Сама библиотека")
    await says(town, anna, "собрать <адреса>", "К какому сроку?")
    asked = dict(anna.screen())
    await taps(town, anna, "Без срока")
    shows(anna, "собрать <адреса>")
    [action] = await town.store.actions.of(event.id)
    assert (action.text, action.due_on) == ("собрать <адреса>", None)
    await anna.taps("Без срока", asked)
    await anna.sees("Этого текста уже нет")
    assert len(await town.store.actions.of(event.id)) == 1


@pytest.mark.parametrize("words", ["без срока", "Нет.", "бессрочно", "–"])
async def test_after_a_day_that_cannot_be_read_the_press_for_no_term_is_still_there(town: Town, words: str) -> None:
    anna, event = town.anna, await town.event()
    await says(town, anna, f"/start e{event.id}")
    await taps(town, anna, "Управление", "Документы", "Вести протокол", "Поручения", "+ Поручение", "Сама библиотека")
    await says(town, anna, "собрать адреса", "К какому сроку?")
    await says(town, anna, "когда-нибудь", "Не понимаю, какой это день")
    assert labels(anna.screen()) == ["Без срока", "‹ Поручения"]
    await taps(town, anna, "Без срока", "+ Поручение", "Сама библиотека")
    await says(town, anna, "раздать их", "К какому сроку?")
    await says(town, anna, words, "раздать их")
    assert [one.due_on for one in await town.store.actions.of(event.id)] == [None, None]


async def test_whoever_was_told_of_a_task_is_told_that_it_was_taken_back(town: Town) -> None:
    anna, rep, college = town.anna, await town.known("Игорь Лапин"), await town.partner("Колледж")
    await town.store.partners.bind(college, (await town.member(rep)).id, None, town.now())
    event = await town.event(partners=(PartnerPart(college),))
    await says(town, anna, f"/start e{event.id}")
    await taps(town, anna, "Управление", "Документы", "Вести протокол", "Поручения", "+ Поручение", "Колледж")
    await says(town, anna, "подготовить <плн>", "К какому сроку?")
    await says(town, anna, "без срока", "подготовить <плн>")
    old = await rep.sees("Вам поручение")
    await taps(town, anna, "Убрать 1", "+ Поручение", "Колледж")
    assert "Колледж: подготовить <плн>" in text_of(await rep.sees("Поручение снято. Делать это больше не нужно"))
    await says(town, anna, "подготовить <план>", "К какому сроку?")
    await says(town, anna, "1 января", "подготовить <план>, до 1 января 2019 г.")
    await rep.sees("подготовить <план>")
    await rep.taps("Сделано", old)
    await rep.sees("Этого поручения больше нет")
    assert [one.is_done for one in await town.store.actions.of(event.id)] == [False]


async def test_of_a_task_that_is_done_or_was_not_told_yet_nothing_is_said(town: Town) -> None:
    """In the evening: what waits for the morning is taken back before it goes."""
    anna, rep, college = await town.member(town.anna), await town.known("Игорь Лапин"), await town.partner("Колледж")
    await town.store.partners.bind(college, (await town.member(rep)).id, None, town.now())
    event = await town.event(partners=(PartnerPart(college),))
    done = await town.store.actions.add(Action(0, event.id, "сделано", college), anna, town.now())
    await rep.sees("Вам поручение")
    await town.store.actions.finish(done.id, anna, town.now())
    await town.box.clock.forward(hours=12)
    unheard = await town.store.actions.add(Action(0, event.id, "не сказано", college), anna, town.now())
    for one in (done, unheard):
        await town.store.actions.drop(one.id, anna, town.now())
    await town.box.clock.forward(days=1)
    await says(town, rep, "/help", "Что я умею")
    rep.does_not_see("Поручение снято")
    rep.does_not_see("не сказано")


async def test_of_a_task_whose_words_were_blanked_on_the_way_nothing_is_said(town: Town) -> None:
    """Whoever it named was forgotten while the message was being sent, and then it had to go once more."""
    rep = await town.known("Игорь Лапин")
    member = await town.member(rep)
    await town.store.outbox.add([Message(DROPPED, 1, rep.id, "once", town.now(), member.id)])
    await eventually(lambda: _given_up(town))
    rep.does_not_see("Поручение снято")


async def _given_up(town: Town) -> bool:
    return await town.store.outbox.tally(1, DROPPED) == {"superseded": 1}
