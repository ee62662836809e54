"""Staff type in what an organisation has answered on paper or by telephone: marked as such, counted, chasing stops."""

from datetime import timedelta

import pytest

from domain.survey import Source
from sandbox.people import Person
from tests.chat.conftest import Town
from tests.chat.surveying import Surveyed, surveyed, walks
from tests.chat.talk import labels, says, shows, taps, text_of

NEVER = {"Сотрудничаете ли вы": ("пока нет",), "Спрашивает": ("Начать",)}


@pytest.fixture
async def case(town: Town) -> Surveyed:
    return await surveyed(town)


async def opens(case: Surveyed, staff: Person) -> None:
    await says(case.town, staff, "/survey")
    await taps(case.town, staff, labels(staff.screen())[0])


async def types_in(case: Surveyed, staff: Person, source: str) -> None:
    """As far as the receipt, what is optional left out."""
    await opens(case, staff)
    await taps(case.town, staff, "Внести ответы")
    shows(staff, "За какую организацию вносим ответы?")
    await taps(case.town, staff, "Колледж", source)
    await walks(case.town, staff, {"Кто заполняет": ("1",), "Сотрудничаете ли вы": ("пока нет",)})
    await taps(case.town, staff, "Отправить")


async def test_typed_in_from_paper_it_is_marked_counted_and_nobody_is_asked_again(case: Surveyed) -> None:
    town, anna = case.town, case.town.anna
    await types_in(case, anna, "с бумаги")
    shows(anna, "Внесено: Колледж, с бумаги")
    sent = await case.sent()
    assert sent is not None
    assert (sent.source, sent.sent_by, sent.authors) == (Source.PAPER, (await town.member(anna)).id, {})
    assert sent.answers == {"respondent_role": "head", "status": "never"}
    await taps(town, anna, "‹ Опрос")
    shows(anna, "ответили 1", "Из них 1 внёс сотрудник")
    for one in await town.store.chasing.of(case.survey.id):
        await town.box.clock.set(one.due_at + timedelta(minutes=1))
        await says(town, case.igor, "/help")
    assert not any("ответа вашей организации пока нет" in text for text in case.igor.texts())
    entry = (await town.store.audit.page(["survey"], 1))[0]
    assert (entry.action, entry.after) == ("response-from-paper", {"partner": case.college, "source": "paper"})


async def test_its_people_see_who_typed_it_in_and_may_replace_it(case: Surveyed) -> None:
    await types_in(case, case.town.anna, "по телефону")
    await says(case.town, case.igor, "/survey", "внёс сотрудник библиотеки по телефону", "Можно дополнить")
    case.igor.does_not_see("Анна Петрова")
    await taps(case.town, case.igor, "Ваши ответы")
    shows(case.igor, "Внесены сотрудником библиотеки по телефону", "руководитель")
    await says(case.town, case.igor, "/survey")
    await taps(case.town, case.igor, "Заменить")
    await walks(case.town, case.igor, NEVER)
    await taps(case.town, case.igor, "Отправить")
    sent = await case.sent()
    assert sent is not None
    assert (sent.source, sent.revision) == (Source.CHAT, 2)


async def test_names_are_said_where_chat_may_show_them(open_town: Town) -> None:
    case = await surveyed(open_town)
    await types_in(case, open_town.anna, "с бумаги")
    await says(open_town, case.igor, "/survey", "внёс сотрудник библиотеки с бумажной анкеты", "Внёс: Анна Петрова")


async def test_what_was_typed_in_is_corrected_and_what_they_sent_themselves_is_not_typed_over(case: Surveyed) -> None:
    town, anna = case.town, case.town.anna
    await types_in(case, anna, "с бумаги")
    await taps(town, anna, "Внести ещё", "Колледж")
    await walks(town, anna, {})
    shows(anna, "Проверьте ответы", "руководитель", "Организация: Колледж", "Откуда: с бумаги")
    await says(town, case.igor, "/survey")
    await taps(town, case.igor, "Заменить")
    await walks(town, case.igor, NEVER)
    await taps(town, case.igor, "Отправить")
    await taps(town, anna, "Отправить")
    assert "Организация уже ответила сама" in anna.toasts()[-1]
    sent = await case.sent()
    assert sent is not None
    assert sent.source is Source.CHAT


async def test_a_wrong_organisation_is_chosen_anew(case: Surveyed) -> None:
    town, anna = case.town, case.town.anna
    school = await town.partner("Школа")
    await town.store.surveys.begin(case.survey.fields, (await town.member(anna)).id, town.now())
    await opens(case, anna)
    await taps(town, anna, "Внести ответы", "Колледж", "‹ Назад", "Школа", "с бумаги")
    [draft] = await town.store.drafts.of((await town.member(anna)).id)
    assert draft.body["answers"][":partner"] == str(school)


async def test_a_form_that_comes_after_the_closing_is_typed_in_and_its_people_can_add_nothing(case: Surveyed) -> None:
    town, anna = case.town, case.town.anna
    await town.box.clock.set(case.survey.fields.closes_at)
    await opens(case, anna)
    shows(
        anna, "Закончился: пятница, 20 апреля", "Внести ответы с бланка или по телефону можно до 4 мая 2018 г., 18:00"
    )
    assert "Изменить срок" not in labels(anna.screen())
    await types_in(case, anna, "с бумаги")
    shows(anna, "Внесено: Колледж, с бумаги")
    sent = await case.sent()
    assert sent is not None
    assert sent.source is Source.PAPER
    await says(town, case.igor, "/survey")
    assert "Заменить" not in labels(case.igor.screen())


async def test_what_was_closed_by_hand_takes_paper_until_two_weeks_after_its_date(case: Surveyed) -> None:
    town, anna = case.town, case.town.anna
    await opens(case, anna)
    await taps(town, anna, "Закрыть раньше", "Да, закрыть")
    shows(anna, "Закрыт раньше срока", "Внести ответы с бланка или по телефону можно до 4 мая 2018 г., 18:00")
    await types_in(case, anna, "по телефону")
    shows(anna, "Внесено: Колледж, по телефону")


async def test_nothing_is_typed_in_two_weeks_after_the_closing(case: Surveyed) -> None:
    town, anna = case.town, case.town.anna
    await opens(case, anna)
    await taps(town, anna, "Внести ответы", "Колледж")
    before = anna.screen()
    await town.box.clock.set(case.survey.fields.closes_at + timedelta(days=14))
    await anna.taps("с бумаги", before)
    await town.quiet()
    assert "вносить ответы с бланков уже поздно" in text_of(anna.screen())
    assert "Внести ответы" not in labels(anna.screen())
    assert "Внести ответы с бланка" not in text_of(anna.screen())
    said = await anna.presses(f"sve:{case.survey.id}:0", anna.screen())
    assert "вносить ответы с бланков уже поздно" in said["text"]


async def test_a_draft_for_nobody_yet_has_no_dash_for_a_name(case: Surveyed) -> None:
    await opens(case, case.town.anna)
    await taps(case.town, case.town.anna, "Внести ответы")
    await says(case.town, case.town.anna, "/cancel")
    assert text_of(case.town.anna.screen()) == "Черновик сохранён. Ответы с бумаги или по телефону"


async def test_all_questions_lead_back_to_the_survey(case: Surveyed) -> None:
    await opens(case, case.town.anna)
    await taps(case.town, case.town.anna, "Все вопросы", "›", "‹ Опрос")
    shows(case.town.anna, "Ждём ответов до")
