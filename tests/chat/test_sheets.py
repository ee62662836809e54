"""A spreadsheet of partners sent to the bot, and one taken from it."""

import io
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from sqlite3 import OperationalError

import pytest
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import GetMe
from openpyxl import Workbook, load_workbook
from structlog.testing import capture_logs

from bot import child
from bot.partner_sheets import PartnerSheets
from bot.table_files import write_xlsx
from domain.partner import PartnerFields, RepFields
from domain.people import Grant, Role
from domain.person_name import PersonName
from handlers.partners import at_work
from sandbox.people import Person
from sandbox.shapes import Json
from tests.chat.conftest import Town, town_of
from tests.chat.talk import answered, labels, says, settled, shows, taps, text_of
from tests.chat.workbooks import workbook
from tests.other_books import cell_of, old_workbook, open_document, row_of

WITH_PEOPLE = "Организация;Адрес;ФИО;Должность\nРадио «Волна»;Тверь;Орлова А.И.;редактор\nЗавод;;;\n"
WITHOUT = "Организация;Сфера;Телефон\nРадио «Волна»;СМИ;34-29-20\nЗавод;бизнес;\n"
ALIKE = "Организация;Сайт\nМАУ «Радио Волна»;volna.ru\nООО «Завод»;\n"


async def brings(town: Town, person: Person, text: str, *words: str) -> Json:
    """Sends a table, waits for what the bot says of it, and looks for the words."""
    return await sends(town, person, text.encode(), *words)


async def sends(town: Town, person: Person, data: bytes, *words: str, name: str = "Партнёры.csv") -> Json:
    mine = await person.sends_document(name, data)
    await answered(town, person, mine["message_id"], *words)
    return person.screen()


async def names(town: Town) -> list[str]:
    return [one.name for one in await town.store.partners.all()]


async def test_a_table_is_looked_at_then_brought_in_at_one_press(town: Town) -> None:
    await brings(town, town.anna, WITHOUT, "Что будет внесено", "Новых организаций: 2, изменятся: 0, без изменений: 0")
    assert await names(town) == []
    await taps(town, town.anna, "Внести")
    shows(town.anna, "Внесено", "Новых организаций: 2")
    assert await names(town) == ["Завод", "Радио «Волна»"]
    await brings(town, town.anna, WITHOUT.replace("34-29-20", "34-29-21"), "изменятся: 1", "Меняется: телефон – 1")
    await brings(town, town.anna, WITHOUT, "Вносить нечего")


async def test_a_second_press_changes_nothing_and_says_so(town: Town) -> None:
    screen = await brings(town, town.anna, WITHOUT)
    press = screen["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await taps(town, town.anna, "Внести")
    await town.store.partners.archive((await town.store.partners.all())[0].id, None, town.now())
    toast = await town.anna.presses(press, town.anna.screen())
    assert toast["text"] == "Уже внесено."
    shows(town.anna, "Внесено")
    assert len(await town.store.partners.all(archived=False)) == 1


async def test_bad_rows_are_named_and_nothing_can_be_brought_in(town: Town) -> None:
    screen = await brings(
        town, town.anna, "Организация;Телефон;Цвет\nРадио;много;\n;1;\n", "Строка 2, «Телефон»", "Строка 3", "Цвет"
    )
    assert labels(screen) == ["‹ Партнёры"]
    shows(town.anna, "С ошибками 2 строки", "Исправьте файл")


ON_PAPER = [
    ["Социальные партнёры библиотек города Твери"],
    ["№ п/п", "Наименование учреждения", "Адрес", "Руководитель (ФИО, должность)", "Контакты", None, "Цвет"],
    [None, None, None, None, "Телефон", "Эл. почта"],
    [1, "МБОУ СОШ № 5", "ул. Ленина, 5", "Иванова Анна Петровна, директор", "34-56-78, 8-910-111-22-33", "a@b.ru"],
    [
        2,
        "ДК «Химволокно»",
        "пл. Гагарина, 1",
        "директор Котова Е. П.",
        "8(4822)34-56-79\n34-56-70",
        "c@d.ru; e@f.ru",
        "!",
    ],
]


async def test_a_table_made_for_paper_is_taken_as_it_is_and_what_was_done_is_said(open_town: Town) -> None:
    book, out = Workbook(), io.BytesIO()
    for row in ON_PAPER:
        book.active.append(row)
    book.active.merge_cells("E2:F2")
    book.save(out)
    await sends(open_town, open_town.anna, out.getvalue(), "Новых организаций: 2", name="Партнёры.xlsx")
    shows(open_town.anna, "остальные – в заметки. Строки: 5", "внесу порознь. Строки: 4–5", "не читал: Цвет")
    await taps(open_town, open_town.anna, "Внести")
    house, school = sorted(await open_town.store.partners.all(), key=lambda one: one.name)
    assert (school.fields.phone, school.fields.notes) == ("+74822345678", None)
    assert house.fields.notes == "тел. +7 (4822) 34-56-70\ne@f.ru"
    reps = {one.called: (one.fields.position, one.fields.phone) for one in await open_town.store.partners.all_reps()}
    assert reps == {"Иванова А.П.": ("директор", "+79101112233"), "Котова Е.П.": ("директор", None)}


async def test_many_bad_rows_fit_on_the_screen(town: Town) -> None:
    rows = "".join(f"Школа № {n};{'?' * 200}\n" for n in range(300))
    screen = await brings(town, town.anna, "Организация;Телефон\n" + rows, "и ещё строк: 292")
    assert len(text_of(screen)) < 3900


async def test_those_that_look_alike_are_decided_on_one_by_one(town: Town) -> None:
    await brings(town, town.anna, WITHOUT)
    await taps(town, town.anna, "Внести")
    screen = await brings(town, town.anna, ALIKE, "Похожи на уже известные 2 организации")
    assert "Внести" not in labels(screen)
    await taps(town, town.anna, "Разобрать похожие")
    shows(town.anna, "МАУ «Радио Волна»", "Уже есть:", "Радио «Волна»", "Осталось решить: 2")
    await taps(town, town.anna, "Это она же")
    shows(town.anna, "ООО «Завод»", "Осталось решить: 1")
    await taps(town, town.anna, "Другая")
    shows(town.anna, "Новых организаций: 1, изменятся: 1")
    await taps(town, town.anna, "Внести")
    assert sorted(await names(town)) == ["Завод", "ООО «Завод»", "Радио «Волна»"]
    [radio] = [one for one in await town.store.partners.all() if "Волна" in one.name]
    assert (radio.fields.aliases, radio.fields.site) == (("МАУ «Радио Волна»",), "volna.ru")


async def test_a_register_that_has_changed_is_looked_at_again(town: Town) -> None:
    await brings(town, town.anna, WITHOUT)
    await town.partner("Завод", "other")
    await taps(town, town.anna, "Внести")
    shows(town.anna, "Список партнёров изменился")
    await taps(town, town.anna, "Что будет внесено")
    shows(town.anna, "Новых организаций: 1, изменятся: 1")
    await taps(town, town.anna, "Внести")
    assert await names(town) == ["Завод", "Радио «Волна»"]


async def test_what_is_not_wanted_is_dropped(town: Town) -> None:
    screen = await brings(town, town.anna, WITHOUT)
    press = screen["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await taps(town, town.anna, "Не вносить")
    shows(town.anna, "Таблица партнёров")
    assert "устарел" in (await town.anna.presses(press, town.anna.screen()))["text"]
    assert await names(town) == []


async def test_a_preview_does_not_last_for_ever(town: Town) -> None:
    await brings(town, town.anna, WITHOUT)
    await town.box.clock.forward(hours=2)
    await town.anna.taps("Внести")
    await town.anna.sees("Просмотр устарел")
    assert await names(town) == []


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\x00", "Это не таблица"),
        (b"\xef\xbb\xbf <html>", "Это не таблица"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "старого Excel не открывается"),
        ("Марка;Цена\nВолга;5\n".encode(), "Не нашёл столбца «Организация»"),
        (b"x" * (20 * 1024 * 1024 + 1), "Файл больше 20 МБ"),
    ],
    ids=["pdf", "page", "xls", "cars", "large"],
)
async def test_what_is_no_table_of_partners_gets_a_clear_word(town: Town, data: bytes, words: str) -> None:
    await sends(town, town.anna, data, words)
    assert "С ошибк" not in text_of(town.anna.screen())  # of no row
    if len(data) > 100:
        assert not [call for call in town.box.calls if call.method.lower() == "getfile"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("Партнёры.xls", old_workbook(("Организация", "Телефон"), ("Школа № 5", 84822345678.0))),
        (
            "Партнёры.ods",
            open_document(
                row_of(cell_of("Организация"), cell_of("Телефон")) + row_of(cell_of("Школа"), cell_of("34-56-78"))
            ),
        ),
        ("Партнёры.csv", "Организация|Телефон\r\nШкола № 5|34-56-78\r\n".encode("cp866")),
    ],
    ids=["xls", "ods", "dos"],
)
async def test_a_table_of_another_program_is_taken(town: Town, name: str, data: bytes) -> None:
    await sends(town, town.anna, data, "Новых организаций: 1", name=name)
    await taps(town, town.anna, "Внести")
    assert [one.fields.phone for one in await town.store.partners.all()] == ["+74822345678"]


async def test_where_the_table_is_on_a_hidden_sheet_that_is_said(town: Town) -> None:
    data = open_document("", row_of(cell_of("Организация"), cell_of("Телефон")))
    await sends(town, town.anna, data, "только на скрытом листе, а скрытые не читаю: 1", name="Партнёры.ods")


async def test_the_sheet_of_partners_is_found_and_the_others_are_named(town: Town) -> None:
    lists = {name: [["Организация", "Телефон"], [name, "34-29-20"]] for name in ("Школы", "Детские сады")}
    data = workbook({"Сводка": [["Школы", "12"]], **lists})
    await sends(town, town.anna, data, "Новых организаций: 1", "остальные нет: Сводка, Детские сады", name="П.xlsx")


FILTERED = [["Партнёры"], ["Организация", "Телефон", "Адрес"], ["Музей", "34-29-20", "Тверь"], ["Архив"], ["Театр"]]


async def test_hidden_rows_are_taken_and_told(town: Town) -> None:
    book, file = Workbook(), io.BytesIO()
    for row in FILTERED:
        book.active.append(row)
    book.active.auto_filter.ref = "A2:C5"
    for number in (3, 5):
        book.active.row_dimensions[number].hidden = True
    book.active.column_dimensions["C"].hidden = True
    book.create_sheet("Прежние").append(["Завод", "Тверь"])
    book.worksheets[1].sheet_state = "hidden"
    book.save(file)
    words = ("отфильтрованы 2 строки, их тоже прочитал: 3, 5", "столбцы тоже прочитал: C", "листы не читал: Прежние")
    await sends(town, town.anna, file.getvalue(), "Новых организаций: 3", *words, name="П.xlsx")


@pytest.mark.parametrize("data", [b"<html><table>", "Список партнёров: Радио, Завод".encode()])
async def test_a_text_that_is_called_a_workbook_is_none(town: Town, data: bytes) -> None:
    await sends(town, town.anna, data, "Это не книга Excel, файл только так назван", name="Партнёры.xlsx")
    await sends(town, town.anna, WITHOUT.encode(), "Новых организаций: 2", name="Партнёры.xlsx")


async def test_a_form_that_is_open_besides_does_not_take_the_file(town: Town) -> None:
    await says(town, town.anna, "/new")
    await says(town, town.anna, "/partners")
    await taps(town, town.anna, "Таблица")
    await brings(town, town.anna, WITHOUT, "Новых организаций: 2")
    await taps(town, town.anna, "Не вносить")
    await brings(town, town.anna, WITHOUT, "Новых организаций: 2")
    await taps(town, town.anna, "Внести")
    assert len(await names(town)) == 2
    await brings(town, town.anna, WITHOUT, "Вносить нечего")


async def test_one_that_may_be_several_is_sorted_out_by_numbers(town: Town) -> None:
    for name in ("Радио «Волна»", "Радиостанция «Волна»"):
        await town.store.partners.add_full(PartnerFields(name, name, "media"), None, town.now())
    await brings(town, town.anna, "Организация;Сайт\nМАУ «Радио Волна»;volna.ru\n", "Похожа на уже известную")
    await taps(town, town.anna, "Разобрать похожие")
    shows(town.anna, "Какая это организация?", "1. Уже есть:", "2. Уже есть:")
    assert labels(town.anna.screen()) == ["1", "2", "Ни одна из них", "Что будет внесено"]
    await taps(town, town.anna, "2", "Внести")
    assert {one.name: one.fields.site for one in await town.store.partners.all()} == {
        "Радио «Волна»": None,
        "Радиостанция «Волна»": "volna.ru",
    }


async def test_a_file_with_people_is_not_taken_where_names_are_not_for_chat(town: Town) -> None:
    await brings(town, town.anna, WITH_PEOPLE, "В файле есть люди", "roundtable import partners")
    assert "Орлова" not in text_of(town.anna.screen())
    assert await names(town) == []


async def test_where_names_may_be_in_chat_people_come_too(open_town: Town) -> None:
    await brings(open_town, open_town.anna, WITH_PEOPLE, "Новых организаций: 2")
    await taps(open_town, open_town.anna, "Внести")
    [rep] = await open_town.store.partners.all_reps()
    assert rep.fields == RepFields(PersonName("Орлова", initials="А.И."), "редактор", is_primary=True)


@pytest.fixture
async def paged(tmp_path: Path) -> AsyncIterator[Town]:
    async with town_of(tmp_path, web={"url": "https://bot.example", "port": 0}) as made:
        yield made


async def test_a_page_takes_them_where_there_is_one(paged: Town) -> None:
    screen = await brings(paged, paged.anna, WITH_PEOPLE, "В файле есть люди", "ссылка одноразовая")
    assert labels(screen) == ["Открыть страницу", "‹ Партнёры"]


async def radio(town: Town) -> None:
    key = await town.store.partners.add_full(PartnerFields("=Радио", "Радио", "media"), None, town.now())
    await town.store.partners.add_rep(key, RepFields(PersonName("Орлова", "Анна")), None, town.now())


async def exported(town: Town, button: str) -> tuple[str, bytes]:
    await says(town, town.anna, "/partners")
    await taps(town, town.anna, "Таблица")
    await taps(town, town.anna, button)
    return town.box.world.files[town.anna.screen()["document"]["file_id"]]


async def test_the_register_is_taken_as_a_file_without_its_people(town: Town) -> None:
    await radio(town)
    name, data = await exported(town, "Скачать для Excel")
    rows = list(load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True))
    assert (name, rows[0][0], rows[1][0]) == ("Партнёры.xlsx", "Организация", "=Радио")
    assert "Фамилия" not in rows[0]
    shows(town.anna, "Здесь только организации", "roundtable export partners")
    await sends(town, town.anna, data, "Вносить нечего", name="Партнёры.xlsx")


async def test_people_come_along_where_names_may_be_in_chat(open_town: Town) -> None:
    await radio(open_town)
    name, data = await exported(open_town, "Скачать CSV")
    text = data.decode("utf-8-sig")
    assert (name, "Орлова;Анна" in text, "'=Радио" in text) == ("Партнёры.csv", True, True)
    await sends(open_town, open_town.anna, data, "Вносить нечего")


async def test_only_who_may_import_is_offered_it_and_taken_at_their_file(town: Town) -> None:
    olga = await town.known("Ольга Котова")
    await town.store.members.grant((await town.member(olga)).id, Grant(Role.LIBRARIAN), None, town.now())
    await says(town, olga, "/partners")
    assert "Таблица" not in labels(olga.screen())
    await brings(town, olga, WITHOUT)
    assert "Что будет внесено" not in text_of(olga.screen())


async def test_a_table_that_breaks_in_our_hands_leaves_nobody_waiting(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("bot.workers.PAUSES", (0.01, 0.01))
    await sends(town, town.anna, WITHOUT.encode(), "Новых организаций: 2")
    preview = town.anna.screen()
    with capture_logs(), monkeypatch.context() as faulty:
        faulty.setattr(PartnerSheets, "apply_import", broken)
        await town.anna.taps("Внести", preview)
        await town.anna.sees("сообщите библиотеке номер")
        await settled(town)
        left = await town.anna.sees("Не получилось. Попробуйте ещё раз.")
        assert labels(left) == ["‹ Партнёры"]
        faulty.setattr(PartnerSheets, "preview_import", broken)
        await town.anna.sends_document("Партнёры.csv", WITHOUT.encode())
        await settled(town)
    assert "Секунду…" not in town.anna.texts()


@pytest.mark.parametrize("error", [OperationalError("database is locked"), TelegramNetworkError(GetMe(), "reset")])
async def test_a_table_that_is_taken_up_again_has_not_failed(
    town: Town, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr("bot.workers.PAUSES", (0.01, 0.01))
    monkeypatch.setattr(PartnerSheets, "preview_import", _once(error, PartnerSheets.preview_import))
    monkeypatch.setattr(PartnerSheets, "apply_import", _once(error, PartnerSheets.apply_import))
    with capture_logs():
        await sends(town, town.anna, WITHOUT.encode(), "Новых организаций: 2")
        await taps(town, town.anna, "Внести")
        await settled(town)
    assert len(await town.store.partners.all()) == 2
    assert not any("Не получилось" in str(call.params) for call in town.box.calls)
    assert "Секунду…" not in town.anna.texts()


def _once(error: Exception, work: Callable[..., Awaitable[object]]) -> Callable[..., Awaitable[object]]:
    """The same work, whose first try fails."""
    faults = [error]

    async def tried(*args: object, **options: object) -> object:
        if faults:
            raise faults.pop()
        return await work(*args, **options)

    return tried


@pytest.mark.long
async def test_a_large_file_holds_nobody_up(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """While one looks at a large file, others are answered, and who waits is told how far it is."""
    monkeypatch.setattr(at_work, "EVERY", 0.05)
    monkeypatch.setattr(child, "REPORT_EVERY", 0.05)
    olga = await town.known("Ольга Котова")
    data = write_xlsx(["Организация"], ([f"Школа № {n}"] for n in range(3_000)))
    await says(town, town.anna, "/partners")
    await town.anna.sends_document("Партнёры.xlsx", data)
    await town.anna.sees("Секунду…")
    await olga.says("/help")
    await olga.sees("/start", 3)
    await town.anna.sees("Новых организаций: 3", 20)
    await taps(town, town.anna, "Внести")
    await town.anna.sees("Внесено", 20)
    said = [str(call.params.get("text")) for call in town.box.calls if call.method.lower() == "editmessagetext"]
    for words in ("Прочитано строк: ", "Проверено: ", "Готово к внесению: "):
        assert any(words in text for text in said), said
