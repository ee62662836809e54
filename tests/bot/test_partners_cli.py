"""`roundtable import partners` and `export partners`, as programs of their own."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.bot.test_cli import Done, roundtable
from tests.other_books import open_document, rows_of

GOOD = """Организация;Сфера;Адрес;ФИО;Должность
Радио «Волна»;СМИ;Тверь;Орлова А.И.;редактор
;;;Лапин Б.;диктор
Завод;бизнес;;;
"""


def bring(folder: Path, text: str, *options: str) -> Done:
    (folder / "partners.csv").write_text(text, encoding="utf-8")
    return roundtable(folder, "import", "partners", "partners.csv", *options)


def test_a_spreadsheet_is_looked_at_then_imported_then_the_same(tmp_path: Path) -> None:
    looked = bring(tmp_path, GOOD, "--check")
    assert (looked.returncode, "Новых организаций: 2" in looked.stdout) == (0, True)
    assert "Ничего не изменено" in looked.stdout
    done = bring(tmp_path, GOOD)
    assert done.returncode == 0
    assert "Готово к внесению: 2 из 2" in done.stdout
    assert "Загружено" in done.stdout
    assert "Новых организаций: 0, изменятся: 0, без изменений: 2" in bring(tmp_path, GOOD).stdout


@pytest.mark.parametrize("name", ["out.xlsx", "out.csv"])
def test_what_is_exported_imports_again_without_a_difference(tmp_path: Path, name: str) -> None:
    bring(tmp_path, GOOD)
    done = roundtable(tmp_path, "export", "partners", name)
    assert (done.returncode, name in done.stdout) == (0, True)
    again = roundtable(tmp_path, "import", "partners", name, "--check")
    assert (again.returncode, "без изменений: 2" in again.stdout) == (0, True)
    if name.endswith(".csv"):
        assert (tmp_path / name).read_bytes().startswith("\ufeffОрганизация;".encode())


def test_bad_rows_are_all_named_and_nothing_is_changed(tmp_path: Path) -> None:
    done = bring(tmp_path, "Организация;Телефон;Сфера;Цвет\nРадио;много;;\n;1;;\nЗавод;;космос;синий\nШкола;;;\n")
    assert done.returncode == 1
    for words in (
        "Строка 2, «Телефон»",
        "Строка 3: нет названия",
        "Строка 4, «Сфера»",
        "«",
        "Цвет",
        "С ошибками 3 строки",
    ):
        assert words in done.stdout
    assert "Ничего не изменено" in done.stdout
    assert "Новых организаций: 1" in bring(tmp_path, "Организация\nШкола\n", "--check").stdout


@pytest.mark.parametrize("what", ["partners", "branches"])
def test_hidden_rows_are_told(tmp_path: Path, what: str) -> None:
    book = Workbook()
    for row in (["Название", "Адрес"], ["Музей", "Тверь"], ["Архив", "Тверь"]):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = book.active.column_dimensions["B"].hidden = True
    book.save(tmp_path / "x.xlsx")
    done = roundtable(tmp_path, "import", what, "x.xlsx", "--check")
    assert done.returncode == 0
    for words in (": 2, ", "отфильтрована 1 строка, её тоже прочитал: 3.", "Скрытые столбцы тоже прочитал: B"):
        assert words in done.stdout


def test_a_line_that_names_the_separator_does_not_count(tmp_path: Path) -> None:
    assert "Строка 2, «Телефон»" in bring(tmp_path, "sep=;\nОрганизация;Телефон\nРадио;много\n").stdout


def test_those_that_look_alike_are_shown_and_merged_only_when_it_is_said(tmp_path: Path) -> None:
    bring(tmp_path, GOOD)
    alike = "Организация\nМАУ «Радио Волна»\n"
    shown = bring(tmp_path, alike, "--check")
    assert "МАУ «Радио Волна»" in shown.stdout
    assert "уже есть: Радио «Волна»" in shown.stdout
    assert "Новых организаций: 1" in shown.stdout
    merged = bring(tmp_path, alike, "--merge-doubtful", "all")
    assert "Новых организаций: 0, изменятся: 1" in merged.stdout
    assert "Меняется: другие названия – 1" in merged.stdout
    assert "без изменений: 1" in bring(tmp_path, alike).stdout


def test_an_abbreviation_stays_apart_even_where_all_that_look_alike_are_merged(tmp_path: Path) -> None:
    bring(tmp_path, "Организация\nЦентр социального обслуживания\n")
    done = bring(tmp_path, "Организация\nЦСО\n", "--merge-doubtful", "all")
    for words in ("уже есть: Центр социального обслуживания", "Новых организаций: 1", "совпали только первые буквы"):
        assert words in done.stdout


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("x.csv", b"%PDF-1.7\x00", "Это не таблица"),
        ("x.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "старого Excel не открывается"),
        ("x.csv", "Марка;Цена\nВолга;5\n".encode("cp1251"), "Не нашёл столбца «Организация»"),
        ("x.xlsx", "Список партнёров\nВолга\n".encode(), "Это не книга Excel"),
        ("x.xlsx", b"", "Таблица пуста"),
        (
            "x.ods",
            open_document("", rows_of([["Организация", "Телефон"]])),
            "Таблица есть только на скрытом листе, а скрытые не читаю: x.ods, 1",
        ),
    ],
)
def test_what_is_no_table_of_partners_is_named(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    done = roundtable(tmp_path, "import", "partners", name)
    assert (done.returncode, words in done.stdout, done.stderr) == (1, True, "")


def test_a_file_of_60_megabytes_is_refused_by_its_size(tmp_path: Path) -> None:
    with (tmp_path / "x.xlsx").open("wb") as file:
        file.truncate(60_000_000)
    done = roundtable(tmp_path, "import", "partners", "x.xlsx")
    assert (done.returncode, "больше 20 МБ" in done.stdout) == (1, True)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = roundtable(tmp_path, "import", "partners", "none.csv")
    assert (done.returncode, "none.csv" in done.stderr) == (2, True)
