"""One organisation, one response: two people go on with the same draft, and neither overwrites the other."""

import pytest

from tests.chat.conftest import Town
from tests.chat.surveying import Surveyed, surveyed, walks
from tests.chat.talk import labels, says, shows, taps

NEVER = {"Сотрудничаете ли вы": ("пока нет",)}


@pytest.fixture
async def case(town: Town) -> Surveyed:
    return await surveyed(town)


async def test_a_colleague_goes_on_where_the_first_one_was_and_sees_who_wrote_what(case: Surveyed) -> None:
    await case.begins(case.igor)
    await taps(case.town, case.igor, "Да, верно", "1")
    await says(case.town, case.maria, "/survey", "Анкета уже начата (коллега): 2 ответа")
    await taps(case.town, case.maria, "Продолжить")
    shows(case.maria, "Для кого вы работаете?")
    await walks(case.town, case.maria, NEVER)
    shows(case.maria, "руководитель – коллега")
    case.maria.does_not_see("Игорь Лапин")
    await taps(case.town, case.maria, "Отправить")
    sent, igor = await case.sent(), await case.town.member(case.igor)
    assert sent is not None
    assert (sent.authors["respondent_role"], sent.sent_by) == (igor.id, (await case.town.member(case.maria)).id)


async def test_names_are_said_where_chat_may_show_them(open_town: Town) -> None:
    case = await surveyed(open_town)
    await case.begins(case.igor)
    await taps(open_town, case.igor, "Да, верно")
    await says(open_town, case.maria, "/survey", "Анкета уже начата (Игорь Лапин)")


@pytest.mark.parametrize("first", [0, 1])
async def test_of_two_presses_at_once_the_first_counts_and_the_second_is_shown_where_they_are(
    case: Surveyed, first: int
) -> None:
    people = [case.igor, case.maria]
    await case.begins(case.igor)
    await taps(case.town, case.igor, "Да, верно")
    await case.begins(case.maria)
    quick, slow = people[first], people[1 - first]
    await taps(case.town, quick, "1")
    await taps(case.town, slow, "2")
    assert (await case.answers())["respondent_role"] == "head"
    shows(slow, "Для кого вы работаете?")
    await slow.sees("Это уже позади")


async def test_done_that_is_pressed_before_the_tick_is_drawn_takes_the_tick(case: Surveyed) -> None:
    await case.begins(case.igor)
    await taps(case.town, case.igor, "Да, верно", "1")
    screen = case.igor.screen()
    await case.igor.taps_at_once("1", screen)
    await case.igor.taps_at_once("Готово", screen)
    await case.town.quiet()
    shows(case.igor, "Сотрудничаете ли вы")
    assert (await case.answers())["audiences"] == ["children_0_14"]


async def test_done_takes_no_tick_that_a_colleague_has_set_in_between(case: Surveyed) -> None:
    await case.begins(case.igor)
    await taps(case.town, case.igor, "Да, верно", "1")
    await case.begins(case.maria)
    screen = dict(case.igor.screen())
    await taps(case.town, case.maria, "2")
    await case.igor.taps_at_once("1", screen)
    await case.igor.taps_at_once("Готово", screen)
    await case.town.quiet()
    shows(case.igor, "Для кого вы работаете?", "подростки и молодёжь 15–30 лет ✓")
    await case.igor.sees("С тех пор ответ изменился")
    case.igor.does_not_see("Это уже позади")


async def test_words_typed_for_a_question_that_a_colleague_has_answered_go_nowhere_else(case: Surveyed) -> None:
    await case.begins(case.igor)
    await taps(case.town, case.igor, "Да, верно", "7")
    await case.begins(case.maria)
    shows(case.maria, "Напишите своими словами")
    await says(case.town, case.igor, "методист")
    before = await case.answers()
    await says(case.town, case.maria, "взрослые")
    assert await case.answers() == before
    shows(case.maria, "Для кого вы работаете?")
    await says(case.town, case.maria, "взрослые")
    await taps(case.town, case.maria, "Готово")
    assert (await case.answers())["audiences"] == ["adults"]


async def test_nothing_is_sent_that_a_colleague_has_changed_since(case: Surveyed) -> None:
    await case.begins(case.igor)
    await walks(case.town, case.igor, NEVER)
    preview = case.igor.screen()
    await case.begins(case.maria)
    await taps(case.town, case.maria, "Изменить", "2", "2")
    await case.igor.taps("Отправить", preview)
    await case.igor.sees("заместитель руководителя")
    assert await case.sent() is None


async def test_what_was_sent_is_added_to_replaced_or_left_as_it_is(case: Surveyed) -> None:
    await case.begins(case.igor)
    await walks(case.town, case.igor, NEVER)
    await taps(case.town, case.igor, "Отправить")
    await says(case.town, case.maria, "/survey", "уже отправлены: коллега")
    await taps(case.town, case.maria, "Оставить как есть")
    await says(case.town, case.maria, "/survey")
    await taps(case.town, case.maria, "Дополнить")
    shows(case.maria, "Чем вы могли бы помочь")
    await walks(case.town, case.maria, NEVER)
    await taps(case.town, case.maria, "Отправить")
    sent = await case.sent()
    assert sent is not None
    assert sent.revision == 2
    await says(case.town, case.igor, "/survey")
    await taps(case.town, case.igor, "Заменить")
    shows(case.igor, "К какой сфере")
    assert "Дополнить" not in labels(case.igor.screen())
