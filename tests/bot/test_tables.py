"""Spreadsheets of every kind, and files that only say they are one."""

import io
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from bot import tables
from bot.child import in_child
from bot.row_heights import lines_of
from bot.sheet_files import draw_book
from bot.table_files import write_csv, write_xlsx
from bot.table_rows import BadTable, Table
from bot.tables import read_file, read_table
from domain.hidden import Hidden
from domain.results_sheets import Sheet
from tests.odd_books import LOCKED, ODD, changed
from tests.other_books import BROKEN, cell_of, container, old_workbook, open_document, row_of, rows_of

ROWS = [["Организация", "Заметки"], ["Радио «Тверь»; эфир", 'сказал: "да"\nи ушёл']]
PLAINER = str.maketrans("«»", "''")
TEXT = 'Организация{0}Заметки\r\n"Радио «Тверь»; эфир"{0}"сказал: ""да""\nи ушёл"\r\n'


def workbook(*rows: list[object], hidden: bool = False) -> bytes:
    book = Workbook()
    sheet = book.active
    if hidden:
        sheet.sheet_state = "hidden"
        sheet.append(["Организация", "тайна"])
        sheet = book.create_sheet("Партнёры")
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def packed(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(BadTable) as refusal:
        read_table(data)
    return refusal.value.code


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "cp866", "koi8-r", "utf-16", "utf-16-le"])
def test_csv_is_read_in_any_usual_dress(separator: str, encoding: str) -> None:
    told = encoding not in ("cp866", "koi8-r")  # which have no such quotation marks
    text = TEXT if told else TEXT.translate(PLAINER)
    rows = ROWS if told else [[cell.translate(PLAINER) for cell in line] for line in ROWS]
    assert read_table(text.format(separator).encode(encoding)) == Table(rows)


def test_a_title_above_with_commas_in_it_does_not_part_the_columns() -> None:
    text = "Партнёры, 2018 год\nОрганизация;Адрес\nШкола;Тверь, Ленина, 5\nМузей;Тверь\n"
    assert read_table(text.encode()).rows[2] == ["Школа", "Тверь, Ленина, 5"]


def test_few_letters_of_windows_stay_what_they_are() -> None:
    assert read_table("Name;№\nSchool;№ 5\n".encode("cp1251")).rows == [["Name", "№"], ["School", "№ 5"]]


def test_a_workbook_of_old_excel_is_read() -> None:
    data = old_workbook(
        ("Организация", "Телефон", "С", "Да"), ("Школа", 84822345678.0, date(2018, 4, 27), True), (BROKEN,)
    )
    rows = [["Организация", "Телефон", "С", "Да"], ["Школа", "84822345678", "27.04.2018", "True"], [BROKEN]]
    assert read_table(data) == Table(rows)


def test_a_table_of_libreoffice_is_read() -> None:
    note = "Школа<office:annotation><text:p>тайна</text:p></office:annotation><text:s text:c='2'/>№<text:tab/>5"
    number = cell_of("8,48E+10", said='office:value-type="float" office:value="84822345678"')
    day = cell_of("27.04.18", said='office:value-type="date" office:date-value="2018-04-27"')
    hour = cell_of("", said='office:value-type="date" office:date-value="2018-04-27T14:00:00"')
    twice = cell_of("x", said='table:number-columns-repeated="2"')
    merged = '<table:covered-table-cell table:number-columns-repeated="2"/>'
    heads = row_of(cell_of("Организация"), merged, cell_of("Телефон"))
    heads = f"<table:table-header-rows>{heads}</table:table-header-rows>"
    sheet = heads + row_of(cell_of(note), cell_of("а<text:span>б</text:span>в", "г"), twice) + row_of(number, day, hour)
    assert read_table(open_document(sheet, row_of(cell_of("тайна"), cell_of("тайна")))).rows == [
        ["Организация", "", "", "Телефон"],
        ["Школа  №\t5", "абв\nг", "x", "x"],
        ["84822345678", "27.04.2018", "27.04.2018 14:00"],
    ]


def test_a_row_repeated_without_end_is_too_many() -> None:
    again = row_of(cell_of("a"), cell_of("b")).replace(
        "<table:table-row>", '<table:table-row table:number-rows-repeated="1000000">'
    )
    assert refused(open_document(again)) == "table-too-many-rows"


@pytest.mark.parametrize("line", ["sep=;", '"sep=;"', "SEP=;;;"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1251", "utf-16"])
def test_a_line_that_names_the_separator_is_no_row_as_in_excel(line: str, end: str, encoding: str) -> None:
    text = end.join([line, "Организация;Адрес", "Школа;Тверь, Ленина, 5, корпус 2"])
    rows = [["Организация", "Адрес"], ["Школа", "Тверь, Ленина, 5, корпус 2"]]
    assert read_table(text.encode(encoding)).rows == rows


@pytest.mark.parametrize("title", ["", "Партнёры\n"])
@pytest.mark.parametrize(
    "line", ['"Вся Тверь";Тверь', '"Музей козла;Тверь', 'ООО "Волна;Тверь', '"Вся Тверь", газета;Тверь']
)
def test_quotation_marks_that_somebody_has_typed_join_no_rows(title: str, line: str) -> None:
    rows = read_table(f"{title}Организация;Адрес\n{line}\nСад;Тверь\nДом;Тверь\n".encode()).rows
    name = line.partition(";")[0]
    shown = name if name != '"Вся Тверь"' else "Вся Тверь"
    assert rows[-3:] == [[shown, "Тверь"], ["Сад", "Тверь"], ["Дом", "Тверь"]]


def test_a_line_that_somebody_has_typed_spoils_no_cell_that_is_quoted_well() -> None:
    text = 'Организация;Адрес\r\n"ООО ""Ромашка""";"Тверь"\r\n"Вся Тверь" газета;Тверь\r\nСад;\r\n'
    rows = [['ООО "Ромашка"', "Тверь"], ['"Вся Тверь" газета', "Тверь"], ["Сад"]]
    assert read_table(text.encode()).rows == [["Организация", "Адрес"], *rows]


@pytest.mark.parametrize("sign", ["\u2028", "\x0b", "\x85"])
def test_a_sign_that_parts_lines_elsewhere_parts_none_of_a_table(sign: str) -> None:
    text = f'Организация;Адрес;Заметки\n"Сад;Тверь;раз{sign}два\nДом;Тверь;да\n'
    assert read_table(text.encode()).rows[1:] == [['"Сад', "Тверь", f"раз{sign}два"], ["Дом", "Тверь", "да"]]


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_mark_left_open_on_the_last_line_joins_no_cells(end: str) -> None:
    assert refused(f'Организация;Адрес\n"Музей; архив";Тверь\n"Сад;Тверь{end}'.encode()) == "table-quotes"


@pytest.mark.parametrize("line", [b"a;b\n", b'"x" y;b\n', b'"a;b";c;d\n"x" y;b\n'])
async def test_of_a_large_file_no_more_is_read_than_is_taken(line: bytes) -> None:
    with pytest.raises(BadTable, match="table-too-many-rows"):
        await in_child(read_table, line * (16_000_000 // len(line)))


def test_where_marks_would_join_rows_the_file_is_refused() -> None:
    text = 'Организация;Адрес\n"Музей; архив";Тверь\n"Сад;Тверь\nДом;Тверь\n'
    assert refused(text.encode()) == "table-quotes"
    assert read_table(text.replace('"Сад', '"Сад" № 5').encode()).rows[2] == ["Сад № 5", "Тверь"]


def test_a_separator_inside_quotes_counts_for_nothing() -> None:
    assert read_table(b'"a,b,c,d";e\n1;2\n').rows == [["a,b,c,d", "e"], ["1", "2"]]


def test_cells_become_the_text_that_one_sees() -> None:
    when = datetime(2018, 4, 27, 14)  # noqa: DTZ001 - as cells have it
    cells = [84822342920, 12.0, 1.5, date(2018, 4, 27), when, time(14, 30), True, None, "x"]
    told = ["84822342920", "12", "1.5", "27.04.2018", "27.04.2018 14:00", "14:30", "True", "", "x"]
    assert read_table(workbook(cells)).rows == [told]


def test_the_first_sheet_in_sight_is_read_and_empty_rows_keep_their_numbers() -> None:
    data = workbook(["Организация"], [], ["ЦРО", None, None], [None], [""], hidden=True)
    assert read_table(data).rows == [["Организация"], [], ["ЦРО"]]


@pytest.mark.parametrize("odd", ODD)
def test_a_workbook_that_excel_opens_is_read_whoever_wrote_it(odd: str) -> None:
    day = date(2018, 4, 27)
    book = changed(workbook(["Организация", "С какого дня"], ["ЦРО", day]), ODD[odd])
    assert read_table(book).rows == [["Организация", "С какого дня"], ["ЦРО", "27.04.2018"]]


def test_sheets_on_which_nothing_stands_are_passed_over() -> None:
    book = Workbook()
    book.active.append([" ", None])
    for rows in ((["Организация"], ["=A1"]), (["Ещё"],)):
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    assert read_table(out.getvalue()) == Table([["Организация"]], frozenset({2}))


@pytest.mark.parametrize("table", [["Музей", "89101234567"], ["Музей"]])
def test_a_sheet_that_tells_how_to_fill_in_the_table_is_passed_over_if_there_is_one(table: list[str]) -> None:
    book = Workbook()
    book.active.append(["Одна строка – одна организация"])
    book.create_sheet("Партнёры").append(table)
    file = io.BytesIO()
    book.save(file)
    assert read_table(file.getvalue()).rows == ([table] if len(table) > 1 else [["Одна строка – одна организация"]])


SHEETS = {"Сводка": [["Школы", "5"]], "Школы": [["Организация", "Город"]], "Сады": [["Сад", "1"]], "Памятка": [["Ы"]]}


def sheets_of_excel() -> bytes:
    book, file = Workbook(), io.BytesIO()
    book.remove(book.worksheets[0])
    for name, rows in SHEETS.items():
        for row in rows:
            book.create_sheet(name).append(row)
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("data", [sheets_of_excel(), open_document(*map(rows_of, SHEETS.values()), hidden=False)])
def test_the_sheet_that_fits_is_read_and_the_others_are_named(data: bytes) -> None:
    table = read_table(data, lambda rows: rows[0][0] == "Организация")
    assert (table.rows, len(table.others)) == ([["Организация", "Город"]], 2)
    assert read_table(data).rows == [["Школы", "5"]]
    assert read_table(data, lambda _: False).rows == [["Школы", "5"]]


def test_the_other_sheets_are_called_by_their_names() -> None:
    assert read_table(sheets_of_excel()).others == ("Школы", "Сады")


HEADS, SCHOOL, HOUSE = ["Организация", "Адрес", "Заметки"], ["Школа", "Тверь", "!"], ["Дом", "Тверь", "?"]


def partly_hidden() -> bytes:
    book, file = Workbook(), io.BytesIO()
    sheet = book.active
    for row in (["Партнёры"], HEADS, SCHOOL, HOUSE, ["Сад"], [None]):
        sheet.append(row)
    for number in (1, 4, 6):
        sheet.row_dimensions[number].hidden = True
    sheet.column_dimensions.group("B", "C", hidden=True)
    for name, state in (("Прежние", "hidden"), ("Служебный", "veryHidden"), ("Памятка", "hidden")):
        other = book.create_sheet(name)
        other.sheet_state = state
        other.append(SCHOOL if name != "Памятка" else ["Одна строка – одна организация"])
    book.save(file)
    return file.getvalue()


def partly_folded() -> bytes:
    """As LibreOffice has it: columns and rows of a group, and rows behind a filter."""
    columns = '<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
    rows = [row_of(*map(cell_of, row)) for row in (["Партнёры"], HEADS, SCHOOL, HOUSE, ["Сад"])]
    rows[0] = rows[0].replace("<table:table-row>", '<table:table-row table:visibility="collapse">')
    rows[3] = rows[3].replace("<table:table-row>", '<table:table-row table:visibility="filter">')
    group = f"<table:table-row-group>{''.join(rows[2:])}</table:table-row-group>"
    sheet = f"<table:table-column-group>{columns}</table:table-column-group>{''.join(rows[:2])}{group}"
    return open_document(sheet, rows_of([SCHOOL]))


@pytest.mark.parametrize(("data", "sheet"), [(partly_hidden(), "Прежние"), (partly_folded(), "1")])
def test_what_nobody_sees_of_a_sheet_is_read_and_told(data: bytes, sheet: str) -> None:
    table = read_table(data)
    assert table.rows == [["Партнёры"], HEADS, SCHOOL, HOUSE, ["Сад"]]
    assert (table.hidden.columns, table.hidden.sheets) == (("B", "C"), (sheet,))
    assert set(table.hidden.rows) >= {1, 4}
    assert table.hidden.under(2, table.rows, {"A", "B"}) == Hidden((4,), ("B",), (sheet,))


@pytest.mark.parametrize(
    ("said", "columns"),
    [
        ("", ()),
        ('max="2"', ()),
        ('min="2"', ("B",)),
        ('min="0" max="2"', ("A", "B")),
        ('min="-3" max="1"', ("A",)),
        ('min="16384" max="99999"', ("XFD",)),
    ],
)
@pytest.mark.parametrize("kind", ["col", 'x:col xmlns:x="urn:x"'])  # of the second openpyxl takes no notice
def test_hidden_columns_that_somebody_has_got_wrong_refuse_no_file(
    kind: str, said: str, columns: tuple[str, ...]
) -> None:
    cols = f'<cols><{kind} hidden="1" {said}/></cols><sheetData>'.encode()
    data = changed(workbook([*HEADS]), lambda name, part: (name, part.replace(b"<sheetData>", cols)))
    assert read_table(data) == Table([HEADS], hidden=Hidden(columns=columns))


@pytest.mark.parametrize(
    ("data", "sheet"), [(workbook(hidden=True), "Sheet"), (open_document("", rows_of([HEADS, SCHOOL])), "1")]
)
def test_a_table_that_is_only_on_a_hidden_sheet_is_named(data: bytes, sheet: str) -> None:
    with pytest.raises(BadTable, match="table-hidden") as refusal:
        read_table(data)
    assert refusal.value.values == {"sheets": sheet}


def test_nothing_is_told_of_a_workbook_that_hides_nothing() -> None:
    for data in (
        workbook([*HEADS], [*SCHOOL]),
        old_workbook(tuple(HEADS)),
        open_document(rows_of([HEADS]), hidden=False),
    ):
        assert read_table(data).hidden == Hidden()


def test_hidden_rows_and_columns_of_old_excel_are_told() -> None:
    data = old_workbook(tuple(HEADS), tuple(SCHOOL), tuple(HOUSE), hidden_row=2, hidden_column=1)
    assert (read_table(data).rows, read_table(data).hidden) == ([HEADS, SCHOOL, HOUSE], Hidden((3,), ("B",)))


def test_a_blank_far_below_is_no_row() -> None:
    book = Workbook()
    book.active["A1"], book.active["A1048576"] = "Организация", " "
    out = io.BytesIO()
    book.save(out)
    assert read_table(out.getvalue()).rows == [["Организация"]]


def test_a_formula_without_its_value_is_found() -> None:
    data = workbook(["Организация"], ["=A1&A1"], ["Радио"])
    assert read_table(data).uncomputed == {2}
    assert read_table(write_xlsx(["Организация"], [["=A1&A1"]])) == Table([["Организация"], ["=A1&A1"]])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "table-empty"),
        (b"\n;;;\n \n", "table-empty"),
        (b"%PDF-1.7\x00\x01", "table-not-a-table"),
        (b"%PDF-1.4\n1 0 obj", "table-not-a-table"),
        (b"{\\rtf1;}", "table-not-a-table"),
        (b"<html><table>", "table-not-a-table"),
        (b"PK\x03\x04 and no more", "table-not-a-table"),
        (packed(word__document=b"<w/>"), "table-not-a-table"),
        (packed(**{"xl__workbook.xml": b"<oops"}), "table-not-a-table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "table-old-excel"),
        (LOCKED, "table-locked"),
        (packed(**{"content.xml": b"<office/>"}), "table-empty"),
        (packed(**{"content.xml": b"<office"}), "table-not-a-table"),
        (
            open_document(row_of(cell_of("a"), cell_of("b")), kind=b"application/vnd.oasis.opendocument.text"),
            "table-not-a-table",
        ),
        (open_document("", manifest="<manifest:encryption-data/>"), "table-locked"),
        (open_document(), "table-empty"),
        (container("WordDocument", b""), "table-not-a-table"),
        (container("Workbook", b"\x09\x08\x04\x00"), "table-old-excel"),
        (old_workbook(), "table-empty"),
        (b"\x00\x01\x02" * 50, "table-not-a-table"),
        ("Организация;Телефон\n".encode("iso8859-5"), "table-encoding"),
        (packed(**{"xl__workbook.bin": b"\x83\x01"}), "table-other-kind"),
        (b'ID;PWXL;N;E\r\nC;Y1;X1;K"a"', "table-other-kind"),
        (b'TABLE\r\n0,1\r\n"a"', "table-other-kind"),
        (b"x" * (tables.MOST_BYTES + 1), "table-too-large"),
        (b'"' + b"x" * 1_100_000, "table-not-a-table"),
        (b"a;b\n" * 20_001, "table-too-many-rows"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_what_is_no_table_is_named(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_a_bomb_is_not_even_opened() -> None:
    assert (
        refused(packed(**{"xl__workbook.xml": b"", "xl__worksheets__sheet1.xml": bytes(50_000_000)}))
        == "table-zip-bomb"
    )


def test_a_bomb_that_lies_about_its_size_is_opened_no_further_than_it_says() -> None:
    data = bytearray(packed(**{"xl__workbook.xml": bytes(50_000_000)}))
    for place in (data.find((50_000_000).to_bytes(4, "little")), data.rfind((50_000_000).to_bytes(4, "little"))):
        data[place : place + 4] = (100).to_bytes(4, "little")
    assert refused(bytes(data)) == "table-not-a-table"


def test_a_nest_of_entities_is_no_table() -> None:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "{"ha" * 50}">{levels}]><x>&a9;</x>'
    assert (
        refused(packed(**{"xl__workbook.xml": bomb.encode(), "[Content_Types].xml": bomb.encode()}))
        == "table-not-a-table"
    )


def test_twenty_thousand_rows_are_read_and_a_stray_cell_far_below_is_not_feared() -> None:
    assert len(read_table(b"a;b\n" * 20_000).rows) == 20_000
    book = Workbook()
    book.active["A1"] = "Организация"
    book.active["A1048576"].value = None
    out = io.BytesIO()
    book.save(out)
    assert read_table(out.getvalue()).rows == [["Организация"]]


def test_a_file_too_large_is_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "large.xlsx"
    with file.open("wb") as out:
        out.truncate(60 * 1024 * 1024)
    with pytest.raises(BadTable, match="table-too-large"):
        read_file(file)


CELLS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=30) | st.sampled_from(
    ["=1+1", "'=1", "''", "@x", "-", "+7", "_x0041_", "_x000D_", "<&>", '"', "a\nb", ";", "😀", "\ufeff", "'+", " x "]
)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5))
def test_what_is_written_is_read_again(rows: list[tuple[str, str]]) -> None:
    table = [["a", "b"], *([*row] for row in rows)]
    for write in (write_csv, write_xlsx):
        read = read_table(write(table[0], table[1:])).rows
        padded = [[*row, "", ""][:2] for row in read]
        assert padded == table[: len(padded)]
        assert not any(cell for row in table[len(padded) :] for cell in row)


@pytest.mark.parametrize("as_book", [False, True])
def test_a_workbook_is_read_and_printed_without_setting_anything_up(as_book: bool) -> None:
    head, row = ["Организация", "Заметки"], ["Школа", "слово " * 50 + "\nещё"]
    data = draw_book([Sheet("Все", [[*head], [*row]], (30, 50))]) if as_book else write_xlsx(head, [row])
    sheet = load_workbook(io.BytesIO(data)).active
    page = sheet.page_setup
    assert (page.orientation, page.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == ("landscape", 0, True)
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$A")
    assert (sheet.row_dimensions[1].height, sheet.row_dimensions[2].height) == (None, 7 * 15)
    assert b"customHeight" not in zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")


def test_a_row_is_no_higher_than_there_may_be() -> None:
    sheet = load_workbook(io.BytesIO(write_xlsx(["Заметки"], [["слово " * 600]]))).active
    assert sheet.row_dimensions[2].height == pytest.approx(409, abs=1)


@pytest.mark.parametrize("as_book", [False, True])
def test_a_column_is_so_wide_that_its_longest_text_can_be_read_whole(as_book: bool) -> None:
    head, rows = ["Организация", "Заметки"], [["Школа", "слово " * 340], ["Музей", "да"]]
    data = draw_book([Sheet("Все", [[*line] for line in (head, *rows)])]) if as_book else write_xlsx(head, rows)
    sheet = load_workbook(io.BytesIO(data)).active
    assert sheet.row_dimensions[2].height < 409
    assert 60 < sheet.column_dimensions["B"].width <= 101


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Школа № 5", 1),
        ("Взаимодействие с библиотекой продолжается много лет", 2),
        ("ШИРОКАЯ ШКОЛА ЖЮРИ ЩЕДРЫХ ЖУРНАЛИСТОВ ЮЖНЫХ", 3),
        ("ill, till, fill, will; ill, till, fill, will", 1),
        ("http://example.org/" + "a" * 90, 4),
        ("одно\nдва\n\nтри", 4),
    ],
)
def test_lines_are_counted_as_wide_as_their_letters(text: str, lines: int) -> None:
    assert lines_of(text, 30) == lines


def test_no_cell_counts_as_a_formula() -> None:
    cells = ["=1+1", "+7 900", "-5", "@SUM(A1)", "\t=1"]
    heads = ["a", "b", "c", "d", "e"]
    assert write_csv(heads, [cells]).decode("utf-8-sig").splitlines()[1] == ";".join(f"'{cell}" for cell in cells)
    book = zipfile.ZipFile(io.BytesIO(write_xlsx(heads, [cells])))
    assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
    assert b'quotePrefix="1"' in book.read("xl/styles.xml")


def test_excel_opens_the_csv_as_it_is() -> None:
    assert write_csv(["Имя", "Сан"], [["Анна", ""]]) == "\ufeffИмя;Сан\r\nАнна;\r\n".encode()
