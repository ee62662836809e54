"""Results of «Наши партнеры» in chat: ten made-up organisations, every number recomputed by hand."""

from asyncio import Event
from collections.abc import Awaitable, Callable
from dataclasses import replace
from io import BytesIO
from sqlite3 import OperationalError
from typing import Any

import pytest
from openpyxl import load_workbook
from structlog.testing import capture_logs

from domain.questionnaire.workbook import read_workbook
from domain.results_summary import Summary
from domain.segment import partners_by
from domain.sheaf import Sheaf
from domain.survey import Source, SurveyFields
from handlers import waiting
from handlers.surveys.results_papers import albums
from sandbox.trouble import Rule
from storage.responses import Sending
from storage.reviews import Review
from tests.chat import talk
from tests.chat.conftest import Town
from tests.chat.talk import labels, says, shows, taps, text_of
from tests.chat.workbooks import SHIPPED

NAME = "Вспоминаю Иванову <b>"
SECTORS = ("education",) * 4 + ("media",) * 3 + ("culture",) * 2 + ("business",)
STATUS = ("now",) * 6 + ("past",) * 2 + ("never",) * 2
CONTENT = ("5", "5", "4", "4", "3", "2", "unknown", "5")
"""Those who never cooperated rate nothing. 5+5+4+4+3+2+5 = 28, of seven: 4,0."""
BARRIERS = (["time", "info"], ["time", "info"], ["time"], ["time"], ["time"], *[["nothing"]] * 4, ["own:Ремонт"])
PNG = b"\x89PNG"


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Results are counted in a process of its own, which must start first."""
    monkeypatch.setattr(talk, "PATIENCE", 60.0)


def answers(number: int) -> dict[str, Any]:
    said: dict[str, Any] = {"sector": SECTORS[number], "status": STATUS[number], "barriers": BARRIERS[number]}
    if number < len(CONTENT):
        said["rating_content"] = CONTENT[number]
    return said | ({"best_event": NAME} if number == 0 else {})


async def survey_of(town: Town, wave: int) -> int:
    questionnaire = read_workbook(SHIPPED.read_bytes(), media=False)
    kept = await town.store.questionnaires.add(questionnaire, None, town.now())
    closes = town.now().replace(year=2018, month=5, day=20)
    fields = SurveyFields(kept, "Наши партнеры", wave, partners_by(), town.now(), closes)
    return (await town.store.surveys.begin(fields, (await town.member(town.anna)).id, town.now())).id


async def send(town: Town, survey_id: int, partner_id: int, said: dict[str, Any]) -> None:
    anna = await town.member(town.anna)
    await town.store.responses.send(survey_id, partner_id, Sending(said, {}, anna.id, Source.PHONE), town.now())


async def answered(town: Town, number: int = 10) -> int:
    """Eleven are asked, ten answer."""
    ids = [await town.partner(f"Организация {n}", sector) for n, sector in enumerate(SECTORS, 1)]
    await town.partner("Молчун", "ngo")
    survey_id = await survey_of(town, 2018)
    for place, partner_id in enumerate(ids[:number]):
        await send(town, survey_id, partner_id, answers(place))
    await opened(town, f"svr:{survey_id}:0")
    return survey_id


async def opened(town: Town, press: str) -> None:
    await talk.says(town, town.anna, "/start")
    await town.anna.presses(press, town.anna.screen())
    await talk.settled(town)


async def whole(town: Town) -> str:
    """All pages of what is on the screen."""
    text = text_of(town.anna.screen())
    while "›" in labels(town.anna.screen()):
        await taps(town, town.anna, "›")
        text += "\n" + text_of(town.anna.screen())
    return text


def file_of(town: Town, kind: str = "document") -> bytes:
    """The newest file in the chat."""
    found = [one for one in town.anna.chat.messages.values() if kind in one][-1][kind]
    file_id = found[-1]["file_id"] if kind == "photo" else found["file_id"]
    return bytes(town.box.world.files[file_id][1])


async def test_every_number_of_ten_answers_is_right(town: Town) -> None:
    await answered(town)
    text = await whole(town)
    for words in (
        "Ответили 10 из 11 (91 %)",
        (
            "Сотрудничаете ли вы с муниципальными библиотеками Твери? (ответили: 10)\n"
            "– да, сейчас: 6 (60 %)\n– раньше, сейчас нет: 2 (20 %)\n– пока нет: 2 (20 %)"
        ),
        "– 5: 3 из 8",
        "Среднее 4,0, оценки от 2 до 5, всего оценок 7\nБез оценки: 1",
        "– ничего не мешает: 4 (40 %)\n– нехватка времени, загруженность: 5 (50 %)\n– мало знаем о работе библиотек: 2",
        "другое: 1 (10 %)\nСумма больше 100 %: можно было выбрать несколько ответов.",
    ):
        assert words in text
    assert "Иванову" not in text


async def test_results_that_break_while_somebody_waits_leave_a_way_on(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = Event()

    async def broken(_: Sheaf) -> Summary:
        await begun.wait()
        raise ZeroDivisionError

    monkeypatch.setattr(waiting, "AT_ONCE", 0.02)
    monkeypatch.setattr("bot.workers.PAUSES", (0.01, 0.01))
    await town.partner("Колледж")
    survey_id = await survey_of(town, 2018)
    town.app.dispatcher["results"] = replace(town.app.dispatcher["results"], count=broken)
    await says(town, town.anna, "/start")
    await town.anna.presses(f"svr:{survey_id}:0", town.anna.screen())
    await town.anna.sees("Секунду…")
    with capture_logs():
        begun.set()
        await town.anna.sees("сообщите библиотеке номер")
        await talk.settled(town)
    assert "Секунду…" not in town.anna.texts()
    left = await town.anna.sees("Не получилось. Попробуйте ещё раз.")
    assert labels(left) == ["‹ Опрос"]


async def test_results_that_wait_for_the_database_have_not_failed(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same press is taken up again: «Попробуйте ещё раз» beside «повторять не нужно» says two things."""
    begun = Event()
    counted: Callable[[Sheaf], Awaitable[Summary]] = town.app.dispatcher["results"].count

    async def once_locked(sheaf: Sheaf) -> Summary:
        if not begun.is_set():
            await begun.wait()
            raise OperationalError("database is locked")
        return await counted(sheaf)

    monkeypatch.setattr(waiting, "AT_ONCE", 0.02)
    await town.partner("Колледж")
    survey_id = await survey_of(town, 2018)
    town.app.dispatcher["results"] = replace(town.app.dispatcher["results"], count=once_locked)
    await says(town, town.anna, "/start")
    await town.anna.presses(f"svr:{survey_id}:0", town.anna.screen())
    await town.anna.sees("Секунду…")
    with capture_logs():
        begun.set()
        await town.anna.sees("повторять не нужно")
        await talk.settled(town)
    assert "Секунду…" not in town.anna.texts()
    assert not any("Не получилось" in str(call.params) for call in town.box.calls)


async def test_a_fault_is_not_hidden_by_a_word_of_comfort_that_fails(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A person who cannot be written to would count as answered."""
    begun = Event()

    async def broken(_: Sheaf) -> Summary:
        await begun.wait()
        town.box.trouble.rules.append(Rule("403", "editMessageText", times=1))
        raise ZeroDivisionError

    monkeypatch.setattr(waiting, "AT_ONCE", 0.02)
    monkeypatch.setattr("bot.workers.PAUSES", (0.01, 0.01))
    await town.partner("Колледж")
    survey_id = await survey_of(town, 2018)
    town.app.dispatcher["results"] = replace(town.app.dispatcher["results"], count=broken)
    await says(town, town.anna, "/start")
    await town.anna.presses(f"svr:{survey_id}:0", town.anna.screen())
    await town.anna.sees("Секунду…")
    with capture_logs() as logs:
        begun.set()
        await talk.settled(town)
    failed = [line for line in logs if line["event"] in {"update-failed", "nobody-to-answer"}]
    assert failed[0]["event"] == "update-failed"


async def test_of_fewer_than_ten_there_are_counts_alone(town: Town) -> None:
    await answered(town, 9)
    text = await whole(town)
    assert "Ответили 9 из 11 (82 %)" in text
    assert "– да, сейчас: 6 из 9\n– раньше, сейчас нет: 2 из 9" in text
    assert "(60 %)" not in text


async def test_small_sectors_stand_together(town: Town) -> None:
    await answered(town)
    await taps(town, town.anna, "По сферам")
    text = await whole(town)
    assert "Образование (ответили: 4): да, сейчас – 4" in text
    assert "СМИ (ответили: 3): да, сейчас – 2; раньше, сейчас нет – 1" in text
    assert "остальные вместе (ответили: 3): раньше, сейчас нет – 1; пока нет – 2" in text
    assert "Бизнес (" not in text
    assert "Культура (" not in text


async def test_own_words_are_shown_only_after_a_librarian_has_seen_them(open_town: Town) -> None:
    town, anna = open_town, open_town.anna
    survey_id = await answered(town)
    await taps(town, anna, "Проверить ответы: 2")
    shows(anna, "Вспоминаю Иванову", "Осталось проверить: 2")
    await taps(town, anna, "Исправить")
    shows(anna, "Вспоминаю Иванову")
    await says(town, anna, "Вспоминаю вечер <b>", "«Ремонт»", "Осталось проверить: 1")
    await taps(town, anna, "Скрыть")
    shows(anna, "Все ответы проверены")
    await taps(town, anna, "Вернуть прошлый")
    shows(anna, "«Ремонт»")
    await taps(town, anna, "Скрыть", "‹ Итоги")
    text = await whole(town)
    assert "«Вспоминаю вечер <b>»" in text
    assert "Ремонт" not in text
    assert "Иванову" not in text
    assert not [one for one in labels(anna.screen()) if one.startswith("Проверить")]
    await town.box.clock.forward(hours=1)
    await send(town, survey_id, (await town.store.surveys.partners(survey_id))[0], answers(0))
    await opened(town, f"svr:{survey_id}:0")
    assert "Проверить ответы: 1" in labels(anna.screen())
    assert "Вспоминаю" not in await whole(town)


async def test_a_decision_on_what_is_not_there_any_more_is_not_taken(open_town: Town) -> None:
    town = open_town
    survey_id = await answered(town, 1)
    await taps(town, town.anna, "Проверить ответы: 1")
    partner_id = (await town.store.surveys.partners(survey_id))[0]
    await send(town, survey_id, partner_id, answers(0) | {"best_event": "Другое"})
    await taps(town, town.anna, "Показать")
    shows(town.anna, "«Другое»", "Осталось проверить: 1")
    assert not await town.store.reviews.of(survey_id)
    [response] = await town.store.responses.of(survey_id)
    anna = await town.member(town.anna)
    await town.store.reviews.put((response.id, "best_event"), Review(is_shown=False), anna.id, town.now())
    await taps(town, town.anna, "Показать")
    shows(town.anna, "Все ответы проверены")
    assert [one.is_shown for one in (await town.store.reviews.of(survey_id)).values()] == [False]


async def test_where_names_are_not_for_chat_own_words_are_not_either(town: Town) -> None:
    survey_id = await answered(town)
    [first, *_] = await town.store.responses.of(survey_id)
    await taps(town, town.anna, "Проверить ответы: 2")
    shows(town.anna, "могут быть имена", "Имена и телефоны в переписке не показываем", "roundtable export responses")
    await town.anna.presses(f"svk:{first.id}:{survey_id}:1:5:1", town.anna.screen())
    await talk.settled(town)
    assert "Иванову" not in town.anna.transcript()
    assert not await town.store.reviews.of(survey_id)


async def test_two_waves_stand_side_by_side(town: Town) -> None:
    await town.partner("Первая")
    before = await survey_of(town, 2017)
    await send(town, before, 1, {"status": "past", "rating_content": "2"})
    survey_id = await answered(town)
    await opened(town, f"svr:{survey_id}:0")
    await taps(town, town.anna, "Сравнить с 2017")
    text = await whole(town)
    assert "(2017 → 2018)\n– да, сейчас: 0 из 1 → 6 (60 %)\n– раньше, сейчас нет: 1 из 1 → 2 (20 %)" in text
    assert "Среднее: 2,0 (n = 1) → 4,0 (n = 7)" in text


async def test_the_files_say_the_same_and_give_no_unseen_words_away(town: Town) -> None:
    await answered(town)
    await taps(town, town.anna, "Таблица .xlsx")
    assert town.anna.screen()["document"]["file_name"] == "Итоги – Наши партнеры, 2018.xlsx"
    book = load_workbook(BytesIO(file_of(town)))
    summary, groups, raw, said = (list(one.values) for one in book.worksheets)
    status = "Сотрудничаете ли вы с муниципальными библиотеками Твери?"
    assert (status, "да, сейчас", 6, 10, 60) in summary
    assert (status, "пока нет", "остальные вместе", 2, 3) in groups
    assert [row[0] for row in raw][1:] == [f"Организация {n}" for n in range(1, 11)]
    assert len(said) == 1
    await taps(town, town.anna, "Ответы .csv")
    table = file_of(town)
    assert table.startswith("\ufeffОрганизация;Сфера;".encode())
    assert "Организация 1;Образование;образование;".encode() in table
    for text in (str([summary, groups, raw]), table.decode()):
        assert "Иванову" not in text
        assert "Ремонт" not in text


async def test_pictures_come_one_by_one(town: Town) -> None:
    await answered(town)
    await taps(town, town.anna, "Картинками")
    shows(town.anna, "Наши партнеры: картинка 1 из 4")
    first = file_of(town, "photo")
    await taps(town, town.anna, "›")
    shows(town.anna, "картинка 2 из 4")
    second = file_of(town, "photo")
    assert first[:4] == second[:4] == PNG
    assert first != second
    await taps(town, town.anna, "‹ Итоги")
    shows(town.anna, "Ответили 10 из 11")


async def test_all_pictures_come_at_once_as_an_album(town: Town) -> None:
    await answered(town)
    await taps(town, town.anna, "Картинками")
    before = {*town.anna.chat.messages}
    await taps(town, town.anna, "Все картинки разом")
    album = [one for number, one in town.anna.chat.messages.items() if number not in before]
    assert "Присылаю все картинки" in town.anna.toasts()[-1]
    assert len({one["media_group_id"] for one in album}) == 1
    assert [one.get("caption") for one in album] == ["Наши партнеры: картинки 1–4 из 4", None, None, None]
    files = town.box.world.files
    assert len({files[one["photo"][0]["file_id"]][1] for one in album}) == 4


@pytest.mark.parametrize(("number", "sizes"), [(2, [2]), (10, [10]), (11, [5, 6]), (21, [7, 7, 7]), (25, [8, 8, 9])])
def test_pictures_go_into_as_few_albums_as_hold_them_and_none_is_alone(number: int, sizes: list[int]) -> None:
    parts = list(albums([b"x"] * number))
    assert [len(part) for _, part in parts] == sizes
    assert [first for first, _ in parts] == [1 + sum(sizes[:nth]) for nth in range(len(sizes))]
