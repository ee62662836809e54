"""Questionnaires and surveys from their author's side: sent, looked at, tried, started, looked after, closed."""

import pytest

from domain.people import Grant, Role
from domain.questionnaire.workbook import read_workbook
from domain.survey import SurveyState
from sandbox.people import Person
from tests.chat import talk
from tests.chat.conftest import Town
from tests.chat.talk import answered, labels, says, shows, taps, text_of
from tests.chat.workbooks import SHIPPED, SHORT, workbook


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is read in a process of its own, which must start first."""
    monkeypatch.setattr(talk, "PATIENCE", 60.0)


async def sends(town: Town, person: Person, name: str, data: bytes, *words: str) -> None:
    mine = await person.sends_document(name, data)
    await answered(town, person, mine["message_id"], *words)


async def taken(town: Town) -> None:
    await sends(town, town.anna, "short.xlsx", workbook(SHORT), "Анкета принята: «Короткая анкета», 2 вопроса.")


async def test_a_workbook_is_taken_whenever_it_is_sent(town: Town) -> None:
    await says(town, town.anna, "/start")
    await taps(town, town.anna, "Опросы")
    shows(town.anna, "Опросов ещё не было")
    await taps(town, town.anna, "Новый опрос")
    shows(town.anna, "Анкет пока нет", "пришлите сюда файлом .xlsx")
    await taken(town)
    [kept] = await town.store.questionnaires.newest()
    assert kept.author_id == (await town.member(town.anna)).id
    await taps(town, town.anna, "‹ Анкеты", "Короткая анкета")
    shows(town.anna, "Анкета «Короткая анкета», 2 вопроса.")


async def test_a_workbook_is_taken_in_the_middle_of_a_form_once_surveys_are_opened(town: Town) -> None:
    await taken(town)
    await taps(town, town.anna, "Пройти самому", "нет")
    await sends(town, town.anna, "short.xlsx", workbook(SHORT), "Здесь нужен текст")
    await says(town, town.anna, "/start")
    await taps(town, town.anna, "Опросы")
    await taken(town)
    await says(town, town.anna, "/events")
    await says(town, town.anna, "Не знакомы", "Это проба")


async def test_all_questions_are_shown_with_their_options_and_conditions(town: Town) -> None:
    await taken(town)
    await taps(town, town.anna, "Все вопросы")
    shows(town.anna, "1. Работаем ли мы вместе? (один ответ, строка 2)", "– да; нет", "2. Почему нет? (текст")
    shows(town.anna, "если в вопросе 1 выбрано «нет»")


async def test_the_author_walks_through_it_and_no_trace_is_left(town: Town) -> None:
    await taken(town)
    await taps(town, town.anna, "Пройти самому", "нет")
    await says(town, town.anna, "Не знакомы <b>", "Это проба", "2 ответа")
    await taps(town, town.anna, "Закончить пробу")
    shows(town.anna, "ничего не записано", "отправила бы 2 ответа", "Почему нет? – Не знакомы <b>")
    member = await town.member(town.anna)
    assert await town.store.drafts.of(member.id) == []
    assert await town.store.surveys.all(10) == []
    await taps(town, town.anna, "‹ Анкета", "Пройти самому", "да")
    await taps(town, town.anna, "Закончить пробу")
    shows(town.anna, "отправила бы 1 ответ:")


async def test_a_trial_that_was_left_begins_again(town: Town) -> None:
    await taken(town)
    await taps(town, town.anna, "Пройти самому", "нет")
    await says(town, town.anna, "/start")
    await taps(town, town.anna, "Опросы", "Новый опрос", "Короткая анкета", "Пройти самому")
    assert "Работаем ли мы вместе?" in town.anna.transcript()
    assert len(await town.store.drafts.of((await town.member(town.anna)).id)) == 1


async def test_everything_that_is_wrong_is_said_at_once(town: Town) -> None:
    rows = [*SHORT["survey"], ["text", "why", "Ещё раз", "${nobody} = 1", ""], ["image", "photo", "Снимок", "", ""]]
    broken = workbook({**SHORT, "survey": rows})
    await sends(town, town.anna, "short.xlsx", broken, "Анкету пока не принять", "имя «why» уже занято")
    fixed = [row if row[2] != "Ещё раз" else ["text", "more", "Ещё", "${nobody} = 1", ""] for row in rows]
    broken = workbook({**SHORT, "survey": fixed})
    await sends(town, town.anna, "short.xlsx", broken, "Нужно поправить 2 места", "nobody", "privacy.media_answers")
    assert await town.store.questionnaires.newest() == []


async def test_many_faults_come_as_a_file_too(town: Town) -> None:
    rows = [*SHORT["survey"], *([["text", f"q{n}", "Вопрос", f"${{nobody_{n}}} = 1", ""] for n in range(80)])]
    await sends(town, town.anna, "short.xlsx", workbook({**SHORT, "survey": rows}))
    [with_words, with_file] = [one for one in town.anna.chat.messages.values() if one["from"]["is_bot"]][-2:]
    assert "Нужно поправить 80 мест" in text_of(with_words)
    assert len(text_of(with_words)) < 3900
    assert with_file["document"]["file_name"] == "Что поправить в анкете.txt"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("partners.xlsx", workbook({"Партнёры": [["Организация"], ["Музей"]]}), "это не анкета"),
        ("old.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "сохраните как .xlsx"),
        ("letter.xlsx", b"%PDF-1.7", "не таблица .xlsx"),
        ("half.xlsx", workbook(SHORT)[:900], "не таблица .xlsx"),
    ],
)
async def test_what_is_no_questionnaire_is_told_so(town: Town, name: str, data: bytes, words: str) -> None:
    await says(town, town.anna, "/start")
    await taps(town, town.anna, "Опросы")
    await sends(town, town.anna, name, data, words)


async def test_a_table_of_partners_is_told_from_a_questionnaire_by_its_sheets(town: Town) -> None:
    table = workbook({"survey2": [["Организация", "Сфера"], ["Музей быта", "культура"]]})
    await sends(town, town.anna, "partners.xlsx", table, "Новых организаций: 1")


async def test_a_file_of_somebody_else_is_nothing_for_surveys(town: Town) -> None:
    olga = await town.known("Ольга Котова")
    await town.store.members.grant((await town.member(olga)).id, Grant(Role.LIBRARIAN), None, town.now())
    await sends(town, olga, "short.xlsx", workbook(SHORT))
    assert "Анкета" not in text_of(olga.screen())
    assert await town.store.questionnaires.newest() == []
    await says(town, olga, "/start")
    assert "Опросы" not in labels(olga.screen())


async def test_our_partners_comes_with_the_bot_and_is_kept_once(town: Town) -> None:
    await says(town, town.anna, "/start")
    await taps(town, town.anna, "Опросы", "Новый опрос", "«Наши партнеры»")
    shows(town.anna, "Анкета принята: «Наши партнеры»")
    await taps(town, town.anna, "‹ Анкеты", "«Наши партнеры»")
    assert len(await town.store.questionnaires.newest()) == 1
    await sends(town, town.anna, "our.xlsx", SHIPPED.read_bytes(), "Анкета принята: «Наши партнеры»")


async def test_the_questionnaire_comes_back_as_a_workbook_that_is_taken_again(town: Town) -> None:
    await taken(town)
    before = town.anna.screen()["message_id"]
    await town.anna.taps("Файл .xlsx")
    await answered(town, town.anna, before)
    document = town.anna.screen()["document"]
    assert document["file_name"] == "Короткая анкета.xlsx"
    data = town.box.world.files[document["file_id"]][1]
    [kept] = await town.store.questionnaires.newest()
    assert read_workbook(data, media=False) == kept.questionnaire
    last = town.anna.screen()["message_id"]
    await town.anna.taps("Бланк для печати", town.anna.chat.messages[before])
    await answered(town, town.anna, last)
    assert town.anna.screen()["document"]["file_name"] == "Короткая анкета.docx"


async def started(town: Town) -> int:
    """A survey of everybody until 20 May, 18:00."""
    await taken(town)
    await taps(town, town.anna, "Начать опрос", "Всех партнёров")
    await says(town, town.anna, "20 мая 18:00", "воскресенье, 20 мая 2018")
    await taps(town, town.anna, "Да, верно")
    await says(town, town.anna, "К круглому столу", "Всё верно?")
    await taps(town, town.anna, "Начать")
    [survey] = await town.store.surveys.all(10)
    return survey.id


async def test_a_survey_is_started_in_a_few_taps(town: Town) -> None:
    college, paper = await town.partner("Колледж"), await town.partner("Газета", "media")
    survey_id = await started(town)
    shows(town.anna, "Опрос начат", "Короткая анкета, 2018", "воскресенье, 20 мая 2018 г., 18:00")
    shows(town.anna, "Спросили 0, ответили 0; ещё 2 некого спросить", "Зачем: К круглому столу")
    survey = await town.store.surveys.get(survey_id)
    assert (survey.state, survey.fields.wave) == (SurveyState.PUBLISHED, 2018)
    assert await town.store.surveys.partners(survey_id) == [college, paper]
    assert await town.store.drafts.of((await town.member(town.anna)).id) == []


async def test_only_a_sector_is_asked_and_the_preview_says_how_many(town: Town) -> None:
    await town.partner("Колледж")
    paper = await town.partner("Газета", "media")
    await taken(town)
    await taps(town, town.anna, "Начать опрос", "По сферам", "СМИ", "Готово")
    await says(town, town.anna, "20.05 18:00")
    await taps(town, town.anna, "Да, верно", "Пропустить")
    shows(town.anna, "Спросим 1 организацию", "Год: 2018", "Сферы: СМИ")
    await taps(town, town.anna, "Начать")
    assert await town.store.surveys.partners(1) == [paper]


async def test_buttons_stay_where_they_are_while_they_are_ticked(town: Town) -> None:
    def shape() -> list[list[str]]:
        rows = town.anna.screen()["reply_markup"]["inline_keyboard"]
        return [[button["text"].removeprefix("✓ ") for button in row] for row in rows]

    await taken(town)
    await taps(town, town.anna, "Начать опрос", "По сферам")
    before = shape()
    await taps(town, town.anna, "СМИ", "Культура", "Образование")
    assert shape() == before


async def test_whom_it_asks_is_narrowed_further_and_some_are_left_out(town: Town) -> None:
    college, school = await town.partner("Колледж"), await town.partner("Школа")
    await town.partner("Газета", "media")
    await taken(town)
    await taps(town, town.anna, "Начать опрос", "Всех партнёров")
    await says(town, town.anna, "20.05 18:00")
    await taps(town, town.anna, "Да, верно", "Пропустить")
    shows(town.anna, "Спросим 3 организации")
    await taps(town, town.anna, "+ Сферы", "Образование", "Готово")
    shows(town.anna, "Спросим 2 организации", "Сферы: Образование")
    await taps(town, town.anna, "+ Кроме", "Школа", "Готово")
    shows(town.anna, "Спросим 1 организацию", "Кроме: Школа")
    await taps(town, town.anna, "Начать")
    assert await town.store.surveys.partners(1) == [college]
    assert (await town.store.surveys.get(1)).fields.segment.without_partners == (school,)


async def test_nobody_to_ask_starts_nothing_and_loses_nothing(town: Town) -> None:
    await taken(town)
    await taps(town, town.anna, "Начать опрос", "Всех партнёров")
    await says(town, town.anna, "20.05 18:00")
    await taps(town, town.anna, "Да, верно", "Пропустить")
    shows(town.anna, "спрашивать некого")
    await taps(town, town.anna, "Начать")
    assert "спрашивать некого" in town.anna.toasts()[-1]
    assert await town.store.surveys.all(10) == []
    assert len(await town.store.drafts.of((await town.member(town.anna)).id)) == 1


async def test_a_closing_that_has_passed_is_refused_at_once(town: Town) -> None:
    await taken(town)
    await taps(town, town.anna, "Начать опрос", "Всех партнёров")
    await says(town, town.anna, "1 марта 2018 18:00", "Этот день уже прошёл")


async def test_who_is_silent_is_listed_and_the_closing_moves(town: Town) -> None:
    college, _ = await town.partner("Колледж"), await town.partner("Газета", "media")
    survey_id = await started(town)
    await town.store.responses.draft(survey_id, college, {"answers": {}}, town.now())
    await taps(town, town.anna, "Не ответили: 2")
    shows(town.anna, "не ответили 2 организации", "– Газета", "– Колледж (начали)")
    await taps(town, town.anna, "‹ Опрос")
    shows(town.anna, "начали 1")
    await taps(town, town.anna, "Изменить срок")
    await says(town, town.anna, "25 мая 12:00")
    await taps(town, town.anna, "Отправить")
    shows(town.anna, "Срок изменён", "25 мая 2018 г., 12:00")
    await taps(town, town.anna, "‹ Опросы")
    shows(town.anna, "Короткая анкета, 2018: идёт, ответили 0 из 2")


async def test_a_survey_is_closed_before_its_time_once_it_is_sure(town: Town) -> None:
    await town.partner("Колледж")
    survey_id = await started(town)
    await taps(town, town.anna, "Закрыть раньше")
    shows(town.anna, "Не ответила 1 организация", "Открыть снова будет нельзя")
    await taps(town, town.anna, "‹ Опрос", "Закрыть раньше", "Да, закрыть")
    shows(town.anna, "Закрыт раньше срока")
    await town.anna.presses(f"svx:{survey_id}", town.anna.screen())
    assert "закрыт" in town.anna.toasts()[-1]


async def test_the_command_shows_surveys_to_who_runs_them(town: Town) -> None:
    await says(town, town.anna, "/survey", "Опросов ещё не было")
