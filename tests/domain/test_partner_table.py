"""Rows of a spreadsheet become partners: headings, people, and what is wrong with a row."""

import pytest

from domain.partner import Grade
from domain.partner_kinds import partner_kinds
from domain.partner_table import WHOLE, Fault, PartnerRow, PartnerTable, RepRow, read_partners
from domain.partner_words import COLUMNS, GRADES, KINDS, SECTORS, heading, plain
from domain.person_name import PersonName

BRANCHES = {"герцена": 1, "полевого": 2}


def read(*rows: str) -> PartnerTable:
    """The table of rows whose cells are parted by a bar."""
    return read_partners([row.split("|") for row in rows], BRANCHES)


def only(table: PartnerTable) -> PartnerRow:
    assert not table.faults
    [row] = table.rows
    return row


def fault(*rows: str) -> Fault:
    [found] = read(*rows).faults
    return found


def test_every_word_means_one_thing_and_every_kind_has_one() -> None:
    for words in (COLUMNS, SECTORS, KINDS, GRADES):
        known = [plain(word) for those in words.values() for word in those]
        assert len(known) == len(set(known))
    assert set(KINDS) == {kind.id for kind in partner_kinds()}


def test_columns_stand_in_any_order_under_any_of_their_names() -> None:
    row = only(read("ё|Сайт :|ПОЛНОЕ  НАИМЕНОВАНИЕ|e-mail", "?|cro.ru|ЦРО|a@b.ru"))
    assert row == PartnerRow(2, "ЦРО", {"site": "cro.ru", "email": "a@b.ru"})


@pytest.mark.parametrize(
    "heading",
    [
        "Oрганизaция",
        "НАИМЕНОВАНИЕ OРГАНИЗАЦИИ",
        "Наименование организации\u2011партнёра",
        "Наименование организации – партнёра",
        "Партнёр библиотеки",
        "Социальные партнёры библиотеки",
        "Организации-партнёры",
        "Название организации/учреждения",
        "Наименования организаций",
        "Учреждения и организации",
        "Наименование социальных партнёров",
        "Название партнёрской организации",
        "Наименование юридического лица",
        "Название учреждения культуры",
        "1. Организация",
        "Орга\u00adнизация",
    ],
)
def test_a_heading_that_names_organisations_is_known_however_it_is_put(heading: str) -> None:
    assert only(read(f"№|{heading}|Aдрес", "1|Школа № 5|Тверь")) == PartnerRow(2, "Школа № 5", {"address": "Тверь"})


@pytest.mark.parametrize(
    "heading",
    ["Телефон организации", "Вид учреждения", "Сайт партнёра", "Партнёр с", "Краткое наименование организации"],
)
def test_a_heading_of_something_else_names_no_organisation(heading: str) -> None:
    assert fault(f"№|{heading}", "1|Школа № 5") == Fault(WHOLE, "no-headings")


def test_a_title_that_sounds_like_a_heading_is_none() -> None:
    assert only(read("Социальные партнёры", "Название", "Школа № 5")) == PartnerRow(3, "Школа № 5", {})


@pytest.mark.parametrize(
    ("heading", "cell", "said"),
    [
        ("E-mail, телефон", "a@b.ru, 34-56-78", {"phone": "+74822345678", "email": "a@b.ru"}),
        ("Aдрес/тел.", "Тверь, тел. 34-56-78", {"address": "Тверь", "phone": "+74822345678"}),
    ],
)
def test_a_column_of_several_contacts_is_known_however_it_is_put(heading: str, cell: str, said: dict[str, str]) -> None:
    assert only(read(f"Организация|{heading}", f"Школа|{cell}")).said == said


def test_a_person_with_what_they_are_reached_by_stands_under_one_heading() -> None:
    row = only(read("Организация|Директор, тел.", "Школа|Орлова А.И., 8-910-111-22-33"))
    assert row.reps == (RepRow(PersonName("Орлова", initials="А.И."), {"phone": "+79101112233"}),)


def test_english_headings_are_understood() -> None:
    row = only(read("\ufeffOrganisation|Sector|Contact person|Primary", "Radio|media|Антонова К.Л.|yes"))
    assert row.said == {"sector": "media"}
    assert row.reps == (RepRow(PersonName("Антонова", initials="К.Л."), {"is_primary": True}),)


def test_every_column_is_read() -> None:
    heads = "Организация|Краткое название|Также называют|Сфера|Вид|Форма|Адрес|Телефон|Заметки|Регулярность|Библиотеки"
    row = only(
        read(heads, "Центр|ЦРО|Центр развития; ЦРО Твери|Образование|Школа|МБУ|Тверь|34-29-20|да|разовая|Герцена")
    )
    assert row.said == {
        "short_name": "ЦРО",
        "sector": "education",
        "kind": "school",
        "legal_form": "МБУ",
        "address": "Тверь",
        "phone": "+74822342920",
        "notes": "да",
        "grade": Grade.ONE_OFF,
    }
    assert (row.aliases, row.branch_ids) == (("Центр развития", "ЦРО Твери"), (1,))


def test_one_organisation_stands_in_several_rows_one_a_person() -> None:
    row = only(
        read("Организация|Адрес|ФИО|Должность", "Вся Тверь|Тверь|Новиков Е.Б.|журналист, обозреватель", "||Орлова А.|")
    )
    assert [rep.name.listed for rep in row.reps] == ["Новиков Е.Б.", "Орлова А."]
    assert row.reps[0].said == {"position": "журналист, обозреватель"}


def test_titles_may_stand_above_the_headings_and_rows_keep_their_numbers() -> None:
    table = read("Партнёры библиотеки||", "||", "Организация|Телефон|Что-то", "ЦРО|много|", "||", "|1|")
    assert [(one.number, one.code) for one in table.faults] == [(4, "bad-phone"), (6, "no-name")]
    assert table.unknown == ("Что-то",)


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        ("Шабанов|Андрей|Юрьевич", PersonName("Шабанов", "Андрей", "Юрьевич")),
        ("Шабанов|А.Ю.|", PersonName("Шабанов", initials="А.Ю.")),
        ("Шабанов|А.|Ю", PersonName("Шабанов", initials="А.Ю.")),
        ("Шабанов|А.|", PersonName("Шабанов", initials="А.")),
        ("Шабанов|А.|Юрьевич", PersonName("Шабанов", "А.", "Юрьевич")),
        ("Шабанов|А.|Ю.", PersonName("Шабанов", initials="А.Ю.")),
        ("Логунова А.М||", PersonName("Логунова", initials="А.М.")),
        ("де ла Крус||", PersonName("де ла Крус")),
    ],
)
def test_names_are_read_by_their_parts(cells: str, name: PersonName) -> None:
    assert only(read("Организация|Фамилия|Имя|Отчество", f"ЦРО|{cells}")).reps[0].name == name


@pytest.mark.parametrize(
    ("heads", "cells", "code", "value"),
    [
        ("Телефон", "нет такого", "bad-phone", "нет такого"),
        ("Почта", "где-то", "bad-email", "где-то"),
        ("Сфера", "космос", "unknown-sector", "космос"),
        ("Вид", "ракета", "unknown-kind", "ракета"),
        ("Регулярность", "иногда", "unknown-grade", "иногда"),
        ("Библиотеки", "Герцена; Пушкина", "unknown-branch", "Пушкина"),
        ("ФИО", "7", "bad-name", "7"),
        ("Должность", "директор", "no-person", "директор"),
        ("Имя", "Анна", "no-person", "Анна"),
        ("ФИО|Основной", "Орлова А.|может быть", "not-yes-or-no", "может быть"),
        ("Форма", "ы" * 21, "too-long", "ы" * 21),
        ("Также называют", "ы" * 301, "too-long", "ы" * 59 + "…"),
    ],
)
def test_a_cell_that_means_nothing_is_named(heads: str, cells: str, code: str, value: str) -> None:
    found = fault(f"Организация|{heads}", f"ЦРО|{cells}")
    assert (found.number, found.code, found.value) == (2, code, value)


def test_rows_of_one_organisation_must_agree() -> None:
    found = fault("Организация|Адрес", "ЦРО|Тверь", "ЦРО|", "ЦРО|Москва")
    assert found == Fault(4, "contradicts", "Адрес", "Москва")
    found = fault("Организация|ФИО|Телефон представителя", "ЦРО|Орлова А.|34-29-20", "ЦРО|Орлова А.|34-29-21")
    assert found == Fault(3, "contradicts", "Телефон представителя", "34-29-21")


def test_one_person_is_the_primary() -> None:
    found = fault("Организация|ФИО|Основной", "ЦРО|Орлова А.|да", "|Котова Б.|нет", "|Лапин В.|да")
    assert (found.number, found.code) == (4, "two-primary")


def test_a_row_without_a_name_goes_on_only_with_people() -> None:
    assert fault("Организация|Адрес|ФИО", "|Тверь|Орлова А.").code == "no-name"
    assert fault("Организация|Адрес|ФИО", "ЦРО|Тверь|", "|Москва|Орлова А.").number == 3


def test_what_has_no_known_heading_is_no_table_of_partners() -> None:
    for rows in ((), ("Марка|Цена", "Волга|5"), ("Фамилия|Имя", "Орлова|Анна")):
        assert fault(*rows) == Fault(WHOLE, "no-headings")


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (("Организация|Телефон||Организация|Телефон", "ЦРО|34-29-20||Музей|34-29-21"), "D"),
        (("№|Организация|Адрес|№|Организация|ФИО", "1|ЦРО|Тверь|2|Музей|Орлова А."), "E"),
        (("Организация|ФИО|Учреждение|ФИО", "ЦРО|Орлова А.|Музей|Котова Б."), "C"),
        (("Школы||Музеи|", "Название|Адрес|Название|Адрес", "ЦРО|Тверь|Музей|Тверь"), "C"),
    ],
)
def test_of_two_tables_side_by_side_none_is_mistaken_for_the_other(rows: tuple[str, ...], place: str) -> None:
    table = read(*rows)
    assert (table.rows, table.faults) == ((), (Fault(WHOLE, "side-by-side", value=place),))


@pytest.mark.parametrize(
    ("rows", "number"),
    [
        (("Организация|Телефон|ФИО", "ЦРО|34-29-20|", "Организация|Адрес|Телефон", "Музей|Тверь|34-29-21"), 3),
        (("Организация|Центр «Мир»", "Адрес|ул. Мира, 1", "Телефон|34-29-20"), 2),
    ],
)
def test_a_heading_is_no_organisation(rows: tuple[str, ...], number: int) -> None:
    """Another table begins below, or it is a card of one organisation, a line for each thing that is known of it."""
    [found] = read(*rows).faults
    assert (found.number, found.code) == (number, "another-table")


@pytest.mark.parametrize("name", ["Контакт", "Библиотека", "Партнёр"])
def test_an_organisation_may_be_called_as_a_column_is(name: str) -> None:
    assert only(read("Организация|Адрес", f"{name}|Тверь")).name == name
    assert only(read("Организация|Адрес", f"{name}|")).name == name


@pytest.mark.parametrize("same", ["то же", "То же.", "-//-", "— // —", "//", '"', '- " -', "—«—", "та же", "там же"])
def test_what_is_the_same_as_above_is_taken_from_there(same: str) -> None:
    rows = (
        "Организация|Адрес|Сфера|ФИО",
        "ЦРО|Тверь|СМИ|Орлова А.",
        f"Музей|{same}|{same}|{same}",
        f"Дом|Москва|{same}|",
    )
    table = read(*rows)
    assert not table.faults
    assert [row.said["address"] for row in table.rows] == ["Тверь", "Тверь", "Москва"]
    assert {row.said["sector"] for row in table.rows} == {"media"}
    assert table.rows[1].reps == table.rows[0].reps
    assert table.done == {"same": (3, 4)}


def test_where_nothing_stands_above_nothing_is_the_same() -> None:
    assert only(read("Организация|Заметки", "ЦРО|то же")).said == {"notes": "то же"}


@pytest.mark.parametrize("note", ["(раньше была на ул. Мира)", "Договор продлить до мая!"])
def test_a_note_between_the_rows_is_no_organisation(note: str) -> None:
    table = read("Организация|Телефон", "ЦРО|34-29-20", note, "Музей|34-29-21")
    assert ([row.name for row in table.rows], table.done) == (["ЦРО", "Музей"], {"passed": (3,)})


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Сотрудник", "Орлова Анна Петровна"),
        ("Руководитель, контакты", "директор Орлова Анна Петровна, 8-910-111-22-33"),
        ("ФИО, должность, телефон", "Орлова Анна Петровна, директор, 8-910-111-22-33"),
        ("ФИО полностью", "Орлова Анна Петровна"),
    ],
)
def test_people_stand_under_whatever_librarians_call_them(heading: str, cell: str) -> None:
    [rep] = only(read(f"Организация|{heading}", f"ЦРО|{cell}")).reps
    assert rep.name == PersonName("Орлова", "Анна", "Петровна")


@pytest.mark.parametrize("cell", ["вакансия", "Вакантно", "нет"])
def test_a_post_that_nobody_has_is_nobody(cell: str) -> None:
    assert only(read("Организация|ФИО", f"ЦРО|{cell}")).reps == ()


def test_a_second_name_of_the_organisation_is_no_second_table() -> None:
    table = read("Организация|Телефон|Название|ФИО", "ЦРО|34-29-20|Центр|Орлова А.")
    assert (table.unknown, [row.name for row in table.rows]) == (("Название (C)",), ["ЦРО"])


def test_a_table_of_three_hundred_columns_is_refused() -> None:
    assert fault("Организация|" + "|".join(map(str, range(299)))) == Fault(WHOLE, "too-many-columns", value="100")


def test_a_formula_without_its_value_is_named() -> None:
    table = read_partners([["Организация"], ["ЦРО"], [""]], BRANCHES, {2})
    assert table.faults == (Fault(2, "formula"),)


@pytest.mark.parametrize("rows", [[["Организация"], [""], ["ЦРО"]], [["Организация"]]])
def test_a_row_that_is_nothing_but_such_a_formula_is_not_passed_over(rows: list[list[str]]) -> None:
    assert read_partners(rows, BRANCHES, {2}).faults == (Fault(2, "formula"),)


@pytest.mark.parametrize(("cells", "people"), [("Орлова А.|", True), ("|", False), ("|директор", True)])
def test_it_says_whether_people_stand_in_it(cells: str, people: bool) -> None:
    assert read("Организация|ФИО|Должность", f"ЦРО|{cells}").has_people is people


def test_the_first_of_two_equal_headings_counts() -> None:
    assert only(read("Организация|Адрес|Адрес", "ЦРО|Тверь|Москва")).said == {"address": "Тверь"}
    assert heading("name") == "Организация"


@pytest.mark.parametrize(
    "below", [["1|2", "ЦРО|34-29-20"], ["", "ЦРО|34-29-20"], ["ЦРО|34-29-20", "Итого: 1|", "ВСЕГО|1"]]
)
def test_what_stands_in_a_table_for_paper_is_no_organisation(below: list[str]) -> None:
    assert only(read("Организация|Телефон", *below)).name == "ЦРО"


def test_an_organisation_may_be_called_by_a_number_further_below() -> None:
    assert [row.name for row in read("Организация|Заметки", "ЦРО|", "1|2").rows] == ["ЦРО", "1"]


@pytest.mark.parametrize("cell", ["#REF!", "#Н/Д", "#VALUE!"])
def test_a_formula_that_went_wrong_is_nothing_to_bring_in(cell: str) -> None:
    assert fault("Организация|Адрес", f"ЦРО|{cell}") == Fault(2, "broken", "Адрес", cell)
    assert fault("Организация|Адрес", f"{cell}|Тверь") == Fault(2, "broken", "Организация", cell)


@pytest.mark.parametrize(
    "heading", ["Наименование учреждения", "Социальный партнер", "Организация-партнёр", "Учреждение"]
)
def test_headings_are_those_that_librarians_write(heading: str) -> None:
    assert only(read(f"{heading}|Адрес электронной почты", "ЦРО|a@b.ru")).said == {"email": "a@b.ru"}


@pytest.mark.parametrize(
    "cells",
    [
        ["", "Учреждения культуры"],
        ["II", "Дошкольные образовательные учреждения:"],
        ["", "2. Детские сады"],
        ["", "СМИ"],
        ["Общественные организации"],
        ["Итого", "2"],
        ["", "", "Всего:", "2"],
        ["Составил:", "", "", "Иванова И.И."],
        ["Директор", "", "_______", "Петрова А.А."],
        ["", "Методист ________ Петрова А.А."],
        ["", "Исп. Иванова, тел. 32-11-22"],
        ["", "* Договор продлён"],
        ["№", "Организация", "Телефон", "Контактное лицо"],
    ],
)
def test_what_is_no_organisation_is_passed_over_and_told(cells: list[str]) -> None:
    head = ["№", "Организация", "Телефон", "Контактное лицо"]
    table = read_partners([head, ["1", "Школа"], cells, ["2"], ["3", "Музей"]], {})
    assert [(row.name, row.reps, row.said) for row in table.rows] == [("Школа", (), {}), ("Музей", (), {})]
    assert (table.faults, table.done) == ((), {"passed": (3,)})


@pytest.mark.parametrize(
    "name", ["Издательство «Волга»", "Тверские ведомости", "Добрые руки", "Исполнительный комитет"]
)
def test_an_organisation_of_which_nothing_but_the_name_is_known_is_one(name: str) -> None:
    table = read_partners([["Организация", "Подпись"], [name], ["Школа", "______"]], {})
    assert [row.name for row in table.rows] == [name, "Школа"]
    assert not table.done
