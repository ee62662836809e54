"""A partner answers «Наши партнеры»: the notice, the consent, every question, the receipt, the end to the minute."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.texts import Texts
from domain.people import Purpose
from domain.questionnaire.model import Choice, Item, Questionnaire
from handlers.surveys.results_material import wording
from sandbox.people import Person
from storage.members import ConsentGiven
from tests.chat.conftest import Town
from tests.chat.surveying import CLOSES, Surveyed, surveyed, walks
from tests.chat.talk import answered, labels, says, shows, taps, text_of

LIBRARIES = {"С какими библиотеками": ("Герцена", "Готово")}


@pytest.fixture
async def case(town: Town) -> Surveyed:
    return await surveyed(town)


async def to_libraries(case: Surveyed, person: Person) -> None:
    """As far as the list of libraries."""
    await case.begins(person)
    await taps(case.town, person, "Да, верно", "1", "1", "Готово", "да, сейчас", "1", "1", "1")


async def test_the_notice_says_who_asks_why_how_long_and_who_will_see_it(case: Surveyed) -> None:
    await says(case.town, case.igor, "/survey", "Наши партнеры", "Библиотеки Твери", "Готовим круглый стол", "8 минут")
    shows(case.igor, "пятница, 20 апреля 2018 г., 18:00", "Кто увидит ответы", "Организация: Колледж")
    assert "аноним" not in text_of(case.igor.screen()).lower()


async def test_a_survey_is_answered_from_the_first_question_to_the_receipt(case: Surveyed) -> None:
    await case.begins(case.igor)
    seen = await walks(case.town, case.igor, LIBRARIES)
    assert len(seen) <= 24
    shows(case.igor, "Проверьте ответы")
    await taps(case.town, case.igor, "Отправить")
    shows(case.igor, "Ответы отправлены", "Изменить их можно до: пятница, 20 апреля 2018 г., 18:00")
    sent = await case.sent()
    assert sent is not None
    assert sent.answers["sector"] == "education"
    [library] = list(sent.answers["libraries"])  # type: ignore[arg-type]  # several may be chosen
    said = await wording(case.town.store, Texts(ZoneInfo("Europe/Moscow"), ("ru", "en"))("ru"))
    assert said.words[library] == "Герцена", "results name the libraries of the register"
    assert await case.answers() == {}


async def test_who_has_never_worked_together_is_asked_eleven_questions_at_most(case: Surveyed) -> None:
    await case.begins(case.igor)
    seen = await walks(case.town, case.igor, {"Сотрудничаете ли вы": ("пока нет",)})
    assert len(seen) - 1 <= 11
    assert any("Почему сотрудничество пока не началось?" in text for text in seen)


async def test_the_consent_comes_first_and_refusing_it_blocks_nothing_else(town: Town) -> None:
    case = await surveyed(town, None, Purpose.EVENTS)
    await case.begins(case.igor)
    shows(case.igor, "Согласие на обработку персональных данных: опросы")
    await taps(town, case.igor, "Не согласен")
    await says(town, case.igor, "/events")
    await case.begins(case.igor)
    await taps(town, case.igor, "☐ Мне есть 18 лет", "Согласен")
    shows(case.igor, "К какой сфере относится ваша организация?")
    assert Purpose.SURVEY in (await town.member(case.igor)).consents


async def test_killed_between_the_consent_and_its_form_the_same_press_goes_on(town: Town) -> None:
    case = await surveyed(town, None, Purpose.EVENTS)
    await case.begins(case.igor)
    await taps(town, case.igor, "☐ Мне есть 18 лет")
    given = [ConsentGiven(Purpose.SURVEY, "1", "Согласен", town.now())]
    await town.store.members.consent(case.igor.id, "Игорь", "ru", given, town.now())  # all that was written
    await town.restart()
    await taps(town, case.igor, "Согласен")
    shows(case.igor, "К какой сфере относится ваша организация?")
    consents = await town.store.members.consents_of((await town.member(case.igor)).id)
    assert [one.purpose for one in consents].count(Purpose.SURVEY) == 1


async def test_libraries_are_found_by_name_and_by_street(case: Surveyed) -> None:
    await to_libraries(case, case.igor)
    shows(case.igor, "С какими библиотеками системы вы работаете?")
    await says(case.town, case.igor, "тверской пр")
    assert "✓ Герцена" in labels(case.igor.screen())


async def test_a_fourth_of_three_changes_nothing_and_says_so(case: Surveyed) -> None:
    await case.begins(case.igor)
    await taps(case.town, case.igor, "Да, верно", "1", "1", "Готово", "пока нет")
    shows(case.igor, "Почему сотрудничество пока не началось?")
    await taps(case.town, case.igor, "2", "3", "4", "5")
    assert "3" in case.igor.toasts()[-1]
    assert text_of(case.igor.screen()).count("✓") == 3
    await taps(case.town, case.igor, "1")
    assert text_of(case.igor.screen()).count("✓") == 1, "«ничего не мешает» clears the others"


async def test_changing_a_gate_says_first_what_it_hides_and_what_is_hidden_comes_back(case: Surveyed) -> None:
    await to_libraries(case, case.igor)
    for _ in range(4):
        await taps(case.town, case.igor, "‹ Назад")
    shows(case.igor, "Сотрудничаете ли вы")
    await taps(case.town, case.igor, "пока нет")
    shows(case.igor, "Тогда не понадобятся ответы", "Оставить так?")
    await taps(case.town, case.igor, "Да, верно")
    assert "duration" in await case.answers()
    await taps(case.town, case.igor, "‹ Назад", "да, сейчас")
    shows(case.igor, "С какими библиотеками")


async def test_own_words_stand_for_other_and_without_words_it_is_not_chosen(case: Surveyed) -> None:
    await case.begins(case.igor)
    await taps(case.town, case.igor, "Да, верно", "7")
    shows(case.igor, "Напишите своими словами")
    await says(case.town, case.igor, "методист")
    assert (await case.answers())["respondent_role"] == "own:методист"


async def test_own_words_are_asked_for_below_a_long_list_where_a_phone_shows_it(case: Surveyed) -> None:
    town, igor = case.town, case.igor
    await to_libraries(case, igor)
    await taps(town, igor, "Герцена", "Готово", "14")
    assert text_of(igor.screen()).endswith("Напишите своими словами, до 120 знаков.")
    await taps(town, igor, "Готово")
    assert igor.toasts()[-1] == "Напишите свой вариант сообщением или отметьте другой."
    await says(town, igor, "Театральная студия")
    await taps(town, igor, "Готово")
    assert (await case.answers())["forms_used"] == ["own:Театральная студия"]


async def test_ticks_have_one_way_on_and_it_loses_nothing(case: Surveyed) -> None:
    town, igor = case.town, case.igor
    await case.begins(igor)
    await taps(town, igor, "Да, верно", "1", "1", "Готово", "‹ Назад", "2")
    assert "Дальше ›" not in labels(igor.screen())
    await taps(town, igor, "Готово")
    assert (await case.answers())["audiences"] == ["children_0_14", "youth_15_30"]


async def test_a_picture_in_place_of_a_choice_is_told_so_and_what_will_do(case: Surveyed) -> None:
    town, igor = case.town, case.igor
    await case.begins(igor)
    await taps(town, igor, "Да, верно")
    mine = await igor.sends_photo(b"picture")
    said = "Картинка здесь не подойдёт: выберите ответ кнопкой или напишите свой."
    await answered(town, igor, mine["message_id"], said)
    await taps(town, igor, "1", "1", "Готово")
    shows(igor, "Сотрудничаете ли вы")
    mine = await igor.sends_sticker()
    await answered(town, igor, mine["message_id"], "Такое сообщение здесь не подойдёт: выберите ответ кнопкой.")


async def test_the_command_of_surveys_offers_a_begun_one_once(case: Surveyed) -> None:
    town, igor = case.town, case.igor
    await case.begins(igor)
    await taps(town, igor, "Да, верно")
    await says(town, igor, "/survey", "Анкета уже начата")
    await town.box.settled()
    igor.does_not_see("Черновик сохранён")
    await says(town, igor, "/my")
    await igor.sees("Черновик сохранён")


async def test_what_was_passed_over_is_said_in_words(case: Surveyed) -> None:
    await case.begins(case.igor)
    await walks(case.town, case.igor, {"Сотрудничаете ли вы": ("пока нет",), "предложения": ("Пропустить",)})
    shows(case.igor, "нет ответа")


async def test_the_numbers_of_a_list_may_be_typed_and_are_not_words_of_ones_own(case: Surveyed) -> None:
    town, igor = case.town, case.igor
    await case.begins(igor)
    await taps(town, igor, "Да, верно")
    await says(town, igor, "12", "Такого варианта нет", "Кто заполняет анкету?")
    await says(town, igor, "2", "Для кого вы работаете?")
    await says(town, igor, "1, 3 и 4", "Для кого вы работаете?")
    assert [label for label in labels(igor.screen()) if "✓" in label] == ["✓ 1", "✓ 3", "✓ 4"]
    assert (await case.answers())["respondent_role"] == "deputy"


async def test_a_number_is_a_word_of_ones_own_once_such_words_are_waited_for(case: Surveyed) -> None:
    await case.begins(case.igor)
    await taps(case.town, case.igor, "Да, верно", "7")
    await says(case.town, case.igor, "2", "Для кого вы работаете?")
    assert (await case.answers())["respondent_role"] == "own:2"


async def test_progress_counts_what_is_really_ahead(case: Surveyed) -> None:
    await case.begins(case.igor)
    await taps(case.town, case.igor, "Да, верно", "1", "1", "Готово")
    before = text_of(case.igor.screen()).split("\n")[0]
    await taps(case.town, case.igor, "пока нет")
    assert before.startswith("4 из ")
    assert text_of(case.igor.screen()).startswith("5 из ")


async def test_sent_answers_may_be_changed_until_the_end_and_only_read_afterwards(case: Surveyed) -> None:
    town, igor = case.town, case.igor
    await case.begins(igor)
    await walks(town, igor, {"Сотрудничаете ли вы": ("пока нет",)})
    await taps(town, igor, "Отправить", "Изменить ответы")
    shows(igor, "Проверьте ответы")
    await taps(town, igor, "Изменить", "2")
    await taps(town, igor, "2", "Отправить")
    sent = await case.sent()
    assert sent is not None
    assert (sent.revision, sent.answers["respondent_role"]) == (2, "deputy")
    await town.box.clock.set(CLOSES)
    await says(town, igor, "/survey", "Открытых опросов сейчас нет")
    await taps(town, igor, "Ваши ответы, 2018")
    shows(igor, "Ваши ответы", "заместитель руководителя")
    assert "Изменить ответы" not in labels(igor.screen())


async def test_a_press_one_minute_after_the_end_says_so_and_loses_nothing(case: Surveyed) -> None:
    town, igor = case.town, case.igor
    await case.begins(igor)
    await walks(town, igor, {"Сотрудничаете ли вы": ("пока нет",)})
    await town.box.clock.set(CLOSES + timedelta(minutes=1))
    await taps(town, igor, "Отправить")
    shows(igor, "Опрос закрыт", "18:00", "не отправлены, но сохранены", "руководитель")
    assert await case.sent() is None
    assert (await case.answers())["status"] == "never"
    await says(town, igor, "ещё слово")


async def test_the_last_minute_still_counts(case: Surveyed) -> None:
    await case.begins(case.igor)
    await walks(case.town, case.igor, {"Сотрудничаете ли вы": ("пока нет",)})
    await case.town.box.clock.set(CLOSES - timedelta(minutes=1))
    await taps(case.town, case.igor, "Отправить")
    await case.igor.sees("Ответы отправлены")  # the last reminder may stand below


@pytest.mark.parametrize("text", ["😀" * 400, "я" * 5000, "\u202eобратно", "01.01.1900", "<b>жирно"])
async def test_whatever_is_typed_loses_nothing(case: Surveyed, text: str) -> None:
    await to_libraries(case, case.igor)
    await says(case.town, case.igor, text)
    shows(case.igor, "С какими библиотеками")
    assert (await case.answers())["agreement"] == "agreement_plan"


async def test_a_text_of_five_thousand_letters_and_a_sticker_are_told_so_where_words_are_wanted(case: Surveyed) -> None:
    town, igor = case.town, case.igor
    await to_libraries(case, igor)
    bad = {"Оцените": ("1",), "Что стоит исправить": ("исправить",)}
    await taps(town, igor, "Герцена", "Готово")
    seen = await walks(town, igor, bad, until="Какое совместное событие")
    assert any("Что стоит исправить" in text for text in seen)
    await says(town, igor, "я" * 4000, "700 возможных", "Какое совместное событие")
    await igor.sends_sticker()
    await says(town, igor, "\u202eВечер 😀")
    assert (await case.answers())["best_event"] == "Вечер 😀"


SIMPLE = Questionnaire(
    "simple",
    "Простая",
    languages=("ru",),
    choices={"yn": (Choice("y", {"ru": "да"}), Choice("n", {"ru": "нет"}))},
    items=(
        Item("integer", "n", ("n",), label={"ru": "Сколько?"}, required="yes"),
        Item("date", "born", ("born",), label={"ru": "Когда?"}, required="yes"),
        Item("select_one", "one", ("one",), label={"ru": "Да?"}, choices="yn", required="yes"),
    ),
)


async def test_whatever_comes_in_place_of_an_answer_is_told_so_and_the_question_stays(town: Town) -> None:
    case = await surveyed(town, SIMPLE)
    igor = case.igor
    await case.begins(igor)
    for question, answer in (("Сколько?", "7"), ("Когда?", "01.01.1900"), ("Да?", "нет")):
        shows(igor, question)
        for wrong in ("😀", "\u202eбеда", "я" * 4000, "<b>"):
            await says(town, igor, wrong, question)
        mine = await igor.sends_sticker()
        await answered(town, igor, mine["message_id"], question)
        await says(town, igor, answer)
        if question == "Когда?":
            shows(igor, "понедельник, 1 января 1900")
            await taps(town, igor, "Да, верно")
    shows(igor, "Проверьте ответы")
    assert await case.answers() == {"n": 7, "born": "1900-01-01", "one": "n"}


async def test_somebody_who_represents_nobody_is_told_how_to_come_in(case: Surveyed) -> None:
    olga, stranger = await case.town.known("Ольга Котова"), case.town.person("Вера")
    for person in (olga, stranger):
        await says(case.town, person, "/survey", "попросите у своего библиотекаря личную ссылку")
        await says(case.town, person, f"/start v{case.survey.id}", "попросите у своего библиотекаря")
    await says(case.town, case.igor, f"/start v{case.survey.id}", "Готовим круглый стол")


async def test_it_is_asked_in_english_too(town: Town) -> None:
    case = await surveyed(town)
    ann = await town.known("Ann Lee", Purpose.SURVEY, language="en")
    await town.store.partners.bind(case.college, (await town.member(ann)).id, None, town.now())
    await says(town, ann, "/survey", "Who will see the answers", "Takes 8 minutes")
    await taps(town, ann, "Begin")
    shows(ann, "1 of ")
