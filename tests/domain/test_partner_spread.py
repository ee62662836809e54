"""Cells in which more stands than one value: telephones, addresses, a person with an office, headings of two rows."""

import pytest

from domain.partner_table import PartnerRow, PartnerTable, RepRow, read_partners
from domain.person_name import PersonName

ANNA = PersonName("Иванова", "Анна", "Петровна")
SHORT = PersonName("Иванова", initials="А.П.")
OFFICE, OTHER, MOBILE = "+74822345678", "+74822345679", "+79101112233"


def read(*rows: str) -> PartnerTable:
    """The table of rows whose cells are parted by a bar."""
    return read_partners([row.split("|") for row in rows], {})


def only(*rows: str) -> PartnerRow:
    table = read(*rows)
    assert not table.faults
    [row] = table.rows
    return row


@pytest.mark.parametrize(
    ("cell", "first", "more"),
    [
        ("8(4822)34-56-78, 8-910-111-22-33 доб. 12", OFFICE, ["тел. +7 (910) 111-22-33, доб. 12"]),
        ("34-56-78; 34-56-79", OFFICE, ["тел. +7 (4822) 34-56-79"]),
        ("34-56-78/34-56-79", OFFICE, ["тел. +7 (4822) 34-56-79"]),
        ("34-56-78\n34-56-79", OFFICE, ["тел. +7 (4822) 34-56-79"]),
        ("34-56-78 и 34-56-79", OFFICE, ["тел. +7 (4822) 34-56-79"]),
        ("'34-56-78", OFFICE, []),
        ("34-56-78 (WhatsApp)", OFFICE, ["тел. +7 (4822) 34-56-78 – WhatsApp"]),
        ("345678 345679", OFFICE, ["тел. +7 (4822) 34-56-79"]),
        ("8 (4822) 34-56-78 8 910 111 22 33", OFFICE, ["тел. +7 (910) 111-22-33"]),
        ("34-56-78, доб. 12; 34-56-79", f"{OFFICE};ext=12", ["тел. +7 (4822) 34-56-79"]),
        ("тел. 34-56-78, факс 34-56-79", OFFICE, ["факс +7 (4822) 34-56-79"]),
        ("факс 34-56-79, тел. 34-56-78", OFFICE, ["факс +7 (4822) 34-56-79"]),
        ("тел./факс: 34-56-78", OFFICE, []),
        ("т/ф 34-56-78", OFFICE, []),
        ("Т./ф.: 34-56-78", OFFICE, []),
        ("факс/тел. 34-56-78", OFFICE, []),
        ("34-56-78 т/ф 34-56-79", OFFICE, ["тел. +7 (4822) 34-56-79"]),
        ("34-56-78, т./ф. 34-56-79", OFFICE, ["тел. +7 (4822) 34-56-79"]),
        ("34-56-78 тел./факс 34-56-79", OFFICE, ["тел. +7 (4822) 34-56-79"]),
        ("34-56-78/факс 34-56-79", OFFICE, ["факс +7 (4822) 34-56-79"]),
        ("34-56-78, 34-56-78", OFFICE, []),
        (
            "34-56-78 (приёмная), 34-56-79 – директор",
            OFFICE,
            ["тел. +7 (4822) 34-56-78 – приёмная", "тел. +7 (4822) 34-56-79 – директор"],
        ),
    ],
)
def test_of_several_telephones_the_first_counts_and_none_is_lost(cell: str, first: str, more: list[str]) -> None:
    row = only("Организация|Телефон", f"Школа|{cell}")
    assert (row.said, list(row.more)) == ({"phone": first}, more)


@pytest.mark.parametrize(
    ("cell", "first", "more"),
    [
        ("89101112233 89107654321", MOBILE, ["тел. +7 (910) 765-43-21"]),
        ("8910111223389107654321", MOBILE, ["тел. +7 (910) 765-43-21"]),
        ("+79101112233+79107654321", MOBILE, ["тел. +7 (910) 765-43-21"]),
        ("8(4822)34-56-78 8(4822)34-56-79", OFFICE, ["тел. +7 (4822) 34-56-79"]),
        ("8(4822)34-56-788(4822)34-56-79", OFFICE, ["тел. +7 (4822) 34-56-79"]),
        ("8(4822)34-56-78  т. 34-56-79", OFFICE, ["тел. +7 (4822) 34-56-79"]),
        ("тел. 34-56-78 факс 34-56-79", OFFICE, ["факс +7 (4822) 34-56-79"]),
        ("т.34-56-78,ф.34-56-79", OFFICE, ["факс +7 (4822) 34-56-79"]),
        ("34-56-78 моб. 8-910-111-22-33", OFFICE, ["тел. +7 (910) 111-22-33"]),
        (
            "8 (4822) 34-56-78, 34-56-79, 8 910 111 22 33",
            OFFICE,
            ["тел. +7 (4822) 34-56-79", "тел. +7 (910) 111-22-33"],
        ),
        ("8(4822)34-56-78\xa08(4822)34-56-79", OFFICE, ["тел. +7 (4822) 34-56-79"]),
        (
            "34-56-78 (приемная) 34-56-79 (бухгалтерия)",
            OFFICE,
            ["тел. +7 (4822) 34-56-78 – приемная", "тел. +7 (4822) 34-56-79 – бухгалтерия"],
        ),
    ],
)
def test_telephones_that_run_together_are_told_apart(cell: str, first: str, more: list[str]) -> None:
    row = only("Организация|Телефон", f"Школа|{cell}")
    assert (row.said, list(row.more)) == ({"phone": first}, more)


@pytest.mark.parametrize("cell", ["34-56-78; e-mail: a@b.ru", "a@b.ru, 34-56-78", "34-56-78\na@b.ru"])
def test_an_address_of_mail_among_telephones_goes_where_addresses_are(cell: str) -> None:
    row = read_partners([["Организация", "Телефон"], ["Школа", cell]], {}).rows[0]
    assert (row.said, row.more) == ({"phone": OFFICE, "email": "a@b.ru"}, ())


@pytest.mark.parametrize(
    ("cell", "email"),
    [
        ("сentr@mail.ru", "centr@mail.ru"),
        ("сop@mail.ru", "cop@mail.ru"),
        ("mаmа@yа.ru", "mama@ya.ru"),
        ("с@уа.ru", "c@ya.ru"),
        ("e-mаil: сop@mail.ru", "cop@mail.ru"),
        ("почтa:сop@mail.ru", "cop@mail.ru"),
        ("сop@школа.рф", "cop@школа.рф"),
        ("школа@тверь.рф", "школа@тверь.рф"),
    ],
)
def test_an_address_of_mail_has_no_russian_letters_among_its_own(cell: str, email: str) -> None:
    assert only("Организация|Почта", f"Школа|{cell}").said == {"email": email}


@pytest.mark.parametrize("cell", ["щop@mail.ru", "cop@mщil.ru", "школа@mail.ru", "a@шкoла.рф"])
def test_an_address_in_which_a_russian_letter_stays_among_latin_ones_is_none(cell: str) -> None:
    [fault] = read("Организация|Почта", f"Школа|{cell}").faults
    assert (fault.code, fault.value) == ("bad-email", cell)


def test_another_number_in_a_further_row_of_an_organisation_is_a_note() -> None:
    rows = ("Организация|Телефон|Почта", "Школа|34-56-78|a@b.ru", "Музей||", "Школа|34-56-79|c@d.ru", "Школа|34-56-78|")
    table = read(*rows)
    assert (table.faults, table.rows[0].said) == ((), {"phone": OFFICE, "email": "a@b.ru"})
    assert (table.rows[0].more, table.done) == (("тел. +7 (4822) 34-56-79", "c@d.ru"), {"many": (4,)})


@pytest.mark.parametrize(
    "heading",
    [
        "Организация, адрес",
        "Наименование и адрес организации",
        "Наименование организации, адрес, телефон",
        "Учреждение (адрес, телефон)",
        "Наименование/адрес",
        "Партнёр, контакты",
    ],
)
@pytest.mark.parametrize(
    ("cell", "name", "said"),
    [
        ("МБОУ СОШ № 5, г. Тверь, ул. Ленина, 5", "МБОУ СОШ № 5", {"address": "г. Тверь, ул. Ленина, 5"}),
        ("МБОУ СОШ\n№ 5\n170001, Тверь, Ленина 5", "МБОУ СОШ № 5", {"address": "170001, Тверь, Ленина 5"}),
        (
            "ДК «Сахарово, клуб», пос. Сахарово, тел. 34-56-78, a@b.ru",
            "ДК «Сахарово, клуб»",
            {"address": "пос. Сахарово", "phone": OFFICE, "email": "a@b.ru"},
        ),
        (
            "Отдел культуры, спорта и туризма, пр-т Победы, 3",
            "Отдел культуры, спорта и туризма",
            {"address": "пр-т Победы, 3"},
        ),
    ],
)
def test_an_organisation_with_its_address_in_one_cell_is_parted_from_it(
    heading: str, cell: str, name: str, said: dict[str, str]
) -> None:
    table = read_partners([[heading, "Заметки"], [cell, ""]], {})
    assert not table.faults
    assert [(row.name, row.said) for row in table.rows] == [(name, said)]
    assert table.done == {"divided": (2,)}


def test_where_no_address_is_found_beside_the_name_that_is_told() -> None:
    table = read("Организация, адрес|Телефон", "Школа № 5 Ленина 3|34-56-78", "Дом, ул. Мира, 1, 34-56-79|34-56-70")
    assert [row.name for row in table.rows] == ["Школа № 5 Ленина 3", "Дом"]
    assert (table.rows[1].said["phone"], table.rows[1].more) == ("+74822345670", ("тел. +7 (4822) 34-56-79",))
    assert table.done == {"undivided": (2,), "divided": (3,), "many": (3,)}


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("Школа № 5, директор Иванов И.И., тел. 34-56-78", "директор Иванов И.И"),
        ("Школа № 5 Иванов И.И., тел. 34-56-78", "Школа № 5 Иванов И.И"),
        ("Школа № 5, директор И.И. Иванов, тел. 34-56-78", "директор И.И. Иванов"),
        ("Школа № 5\nИванова Анна Петровна\n34-56-78", "Школа № 5 Иванова Анна Петровна"),
        ("Лицей, +7 910 111-22-33 Анна Петровна", "+7 910 111-22-33 Анна Петровна"),
        ("Лицей, ул. Мира, 1, Анна Петровна Орлова, 34-56-78", "Анна Петровна Орлова"),
        ("Лицей, ул. Мира, 1, тел. 34-56-78 Анна Петровна", "тел. 34-56-78 Анна Петровна"),
    ],
)
def test_a_person_beside_an_organisation_gets_into_no_name_and_no_address(cell: str, value: str) -> None:
    table = read_partners([["Организация, адрес"], [cell]], {})
    assert [(one.code, one.column, one.value) for one in table.faults] == [
        ("person-in-name", "Организация, адрес", value)
    ]
    assert (table.rows, table.done, table.has_people) == ((), {}, True)


@pytest.mark.parametrize(
    "name",
    [
        "Библиотека им. А.И. Герцена",
        "Школа имени Герцена А.И.",
        "Музей М. Е. Салтыкова-Щедрина",
        "Театр, филиал А. С. Пушкина",
        "ИП Иванов И.И.",
        "ИП Иванова Анна Петровна",
        "Кафе Петрович",
        "Клуб «Анна Петровна»",
        "Отдел культуры, спорта и туризма",
    ],
)
def test_an_organisation_called_after_somebody_keeps_its_name(name: str) -> None:
    assert only("Организация, адрес", f"{name}, ул. Герцена А.И., 1").name == name


def test_a_heading_of_an_organisation_with_its_people_is_none() -> None:
    assert [one.code for one in read("Организация, руководитель|Адрес", "Школа, Орлова А.И.|Тверь").faults] == [
        "no-headings"
    ]


@pytest.mark.parametrize(
    "cell", ["34-56-78, 79", "8-910-111-22-33 (Анна Петровна)", "34-56-78, Много", "123 456 78 90 12 34", "звонить, 5"]
)
def test_what_is_not_surely_a_telephone_is_none(cell: str) -> None:
    [fault] = read("Организация|Телефон", f"Школа|{cell}").faults
    assert (fault.code, fault.value) == ("bad-phone", cell)


@pytest.mark.parametrize(
    ("cell", "more"),
    [("a@b.ru; c@d.ru", ["c@d.ru"]), ("a@b.ru\nc@d.ru", ["c@d.ru"]), ("<a@b.ru>,", []), ("e-mail: a@b.ru", [])],
)
def test_of_several_addresses_the_first_counts_and_none_is_lost(cell: str, more: list[str]) -> None:
    row = only("Организация|Почта", f"Школа|{cell}")
    assert (row.said, list(row.more)) == ({"email": "a@b.ru"}, more)


@pytest.mark.parametrize("address", ["andrey@b.ru", "sandra@b.ru", "and.rey@b.ru", "vera.email@b.ru"])
@pytest.mark.parametrize("label", ["", "почта: ", "почта:", "эл.почта:", "Эл. почта: ", "эл.почта: ", "<mailto:"])
def test_nothing_of_an_address_is_taken_for_its_label(label: str, address: str) -> None:
    row = only("Организация|Почта", f"Школа|{label}{address} и c@d.ru")
    assert (row.said, list(row.more)) == ({"email": address}, ["c@d.ru"])


def test_the_rows_are_told_in_which_something_was_not_simply_taken_over() -> None:
    table = read("Организация|ФИО|Телефон", "А|Орлова А.|1", "Б|Орлова А., врач|34-56-78, 34-56-79", "В||34-56-78")
    assert table.done == {"many": (3,), "parted": (3,)}


@pytest.mark.parametrize(
    ("cell", "name", "position"),
    [
        ("Иванова Анна Петровна, директор", ANNA, "директор"),
        ("директор Иванова Анна Петровна", ANNA, "директор"),
        ("Директор Иванова Анна Петровна", ANNA, "Директор"),
        ("Анна Петровна Иванова", ANNA, ""),
        ("директор Иванова А. П.", SHORT, "директор"),
        ("Директор А.П. Иванова", SHORT, "Директор"),
        ("Иванова А.П. (директор)", SHORT, "директор"),
        ("Иванова А.П.\nзам. директора по УВР", SHORT, "зам. директора по УВР"),
        ("Иванова А.П. – журналист, обозреватель", SHORT, "журналист, обозреватель"),
        ("директор библиотеки им. А.И. Герцена Иванова А.П.", SHORT, "директор библиотеки им. А.И. Герцена"),
        ("Орлова Анна, методист", PersonName("Орлова", "Анна"), "методист"),
        ("Орлова А.", PersonName("Орлова", initials="А."), ""),
    ],
)
def test_a_name_and_an_office_in_one_cell_are_parted(cell: str, name: PersonName, position: str) -> None:
    row = only("Организация|ФИО, должность", f"Школа|{cell}")
    assert row.reps == (RepRow(name, {"position": position} if position else {}),)


def test_a_rank_beside_an_office_stays_a_rank() -> None:
    row = only("Организация|ФИО", "Епархия|Шабанов А.Ю., председатель отдела, протоиерей")
    said = {"position": "председатель отдела", "clergy_rank": "протоиерей"}
    assert row.reps == (RepRow(PersonName("Шабанов", initials="А.Ю."), said),)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Иванова А.П., Петров И.И.", "several-people"),
        ("Орлова Анна, Котова Елена", "several-people"),
        ("Директор", "bad-name"),
    ],
)
def test_a_cell_of_several_people_or_of_none_is_named(cell: str, code: str) -> None:
    assert [one.code for one in read("Организация|ФИО", f"Школа|{cell}").faults] == [code]


@pytest.mark.parametrize(
    ("cell", "position"),
    [
        ("Петрова Анна\nИвановна", ""),
        ("Петрова\nАнна Ивановна\nдиректор", "директор"),
        ("Бухгалтер\nПетрова\nАнна\nИвановна", "Бухгалтер"),
    ],
)
@pytest.mark.parametrize("heading", ["ФИО", "Контакты"])
def test_a_name_may_go_on_in_the_next_line(heading: str, cell: str, position: str) -> None:
    [partner] = read_partners([["Организация", heading], ["Школа", cell]], {}).rows
    [rep] = partner.reps
    assert (rep.name, rep.said.get("position", "")) == (PersonName("Петрова", "Анна", "Ивановна"), position)


def test_a_name_without_its_surname_is_none() -> None:
    table = read_partners([["Организация", "ФИО"], ["Школа", "Анна Ивановна\nбухгалтер"]], {})
    assert [(fault.code, fault.value) for fault in table.faults] == [("no-person", "Анна Ивановна")]


def test_what_a_person_is_reached_by_is_theirs() -> None:
    row = only("Организация|Контактное лицо", "Школа|Иванова А.П., директор, 8-910-111-22-33, a@b.ru")
    assert row.reps == (RepRow(SHORT, {"position": "директор", "phone": MOBILE, "email": "a@b.ru"}),)
    assert row.said == {}


def test_of_a_persons_numbers_the_mobile_is_theirs_and_the_office_stays_with_the_organisation() -> None:
    row = only("Организация|ФИО|Телефон представителя", "Школа|Иванова А.П.|34-56-78, 8-910-111-22-33")
    assert (row.reps[0].said, row.more) == ({"phone": MOBILE}, ("тел. +7 (4822) 34-56-78",))


def test_a_number_in_the_row_of_a_further_person_is_theirs_wherever_it_stands() -> None:
    """The organisation's cell reaches over all of its rows, and the column of telephones stands before the names."""
    row = only(
        "Организация|Телефон|Почта|ФИО|Должность",
        "Школа|34-56-78|school@b.ru|Лапин В.Г.|директор",
        "|8-910-111-22-33|a@b.ru|Иванова А.П.|завуч",
    )
    assert row.said == {"phone": OFFICE, "email": "school@b.ru"}
    assert row.reps[1] == RepRow(SHORT, {"position": "завуч", "phone": MOBILE, "email": "a@b.ru"})


def test_a_second_number_of_a_persons_own_goes_nowhere_and_that_is_said() -> None:
    """Notes of an organisation are shown where no person's number is, and outlive the person."""
    table = read(
        "Организация|ФИО|Телефон представителя|Почта представителя",
        "Школа|Иванова А.П.|8-910-111-22-33, 8-910-111-22-34|a@b.ru, c@d.ru",
    )
    assert (table.rows[0].more, table.done) == ((), {"left": (2,)})


def test_a_number_behind_a_name_is_the_persons_if_it_is_a_mobile() -> None:
    row = only(
        "Организация|ФИО|Должность|Телефон|E-mail",
        "Школа|Иванова А.П.|директор|34-56-78, 8-910-111-22-33|a@b.ru",
        "|Котова Б.Б.|завуч|34-56-79|c@d.ru",
    )
    assert row.said == {"phone": OFFICE, "email": "a@b.ru"}
    assert row.reps[0].said == {"position": "директор", "phone": MOBILE}
    assert row.reps[1].said == {"position": "завуч", "phone": OTHER, "email": "c@d.ru"}


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("тел. 34-56-78, a@b.ru", {"phone": OFFICE, "email": "a@b.ru"}),
        ("34-56-78 a@b.ru", {"phone": OFFICE, "email": "a@b.ru"}),
        ("Тверь, ул. Ленина, 5, тел. 34-56-78", {"address": "Тверь, ул. Ленина, 5", "phone": OFFICE}),
        ("school5.ru; 34-56-78", {"site": "school5.ru", "phone": OFFICE}),
    ],
)
def test_a_cell_of_all_contacts_is_taken_apart(cell: str, said: dict[str, str]) -> None:
    row = only("Организация|Контакты", f"Школа|{cell}")
    assert (row.said, row.more) == (said, ())


def test_a_person_among_the_contacts_is_one() -> None:
    table = read("Организация|Контакты", "Школа|Иванова А.П., 8-910-111-22-33, 34-56-78", "Дом|Зал № 3, 34-56-78")
    assert (table.rows[0].said, table.rows[0].reps) == ({"phone": OFFICE}, (RepRow(SHORT, {"phone": MOBILE}),))
    assert table.has_people
    assert [one.code for one in table.faults] == ["bad-contacts"]


def test_headings_may_stand_in_two_rows() -> None:
    row = only("№ п/п|Организация|Контакты|", "||Телефон|Эл. почта", "1|Школа|34-56-78|a@b.ru")
    assert (row.number, row.said) == (3, {"phone": OFFICE, "email": "a@b.ru"})
    assert read("№ п/п|Организация", "1|Школа").unknown == ()


def test_a_number_among_the_contacts_behind_a_name_is_the_persons_if_it_is_a_mobile() -> None:
    row = only("Организация|ФИО|Телефон, e-mail", "Школа|Иванова А.П.|8-910-111-22-33, 34-56-78, a@b.ru")
    assert (row.said, row.reps) == ({"phone": OFFICE, "email": "a@b.ru"}, (RepRow(SHORT, {"phone": MOBILE}),))
    row = only("Организация|Контакты|ФИО", "Школа|8-910-111-22-33|Иванова А.П.")
    assert row.said == {"phone": MOBILE}


def test_what_stands_beside_a_persons_number_does_not_carry_it_into_the_notes() -> None:
    row = only("Организация|ФИО|Мобильный телефон", "Школа|Иванова А.П.|8-910-111-22-33 (WhatsApp)")
    assert (row.more, row.reps) == ((), (RepRow(SHORT, {"phone": MOBILE}),))


def test_a_cell_for_names_without_any_is_shown_as_it_stands() -> None:
    [fault] = read("Организация|ФИО", "Школа|34-56-78").faults
    assert (fault.code, fault.value) == ("bad-name", "34-56-78")


def test_a_number_under_the_person_is_the_persons() -> None:
    row = only(
        "Партнёры библиотеки||||||",
        "Организация|||Контактное лицо|||",
        "Наименование|Адрес|Телефон|ФИО|Должность|Телефон|Эл. почта",
        "Школа|Тверь|34-56-78|Иванова А.П.|директор|34-56-79|a@b.ru",
    )
    assert row.said == {"address": "Тверь", "phone": OFFICE}
    assert row.reps == (RepRow(SHORT, {"position": "директор", "phone": OTHER, "email": "a@b.ru"}),)


def test_columns_of_one_kind_under_one_heading_belong_together() -> None:
    row = only("Организация|Телефон|", "|рабочий|мобильный", "Школа|34-56-78|8-910-111-22-33")
    assert (row.said, row.more) == ({"phone": OFFICE}, ("тел. +7 (910) 111-22-33",))


def test_a_first_row_is_no_second_row_of_headings() -> None:
    assert only("Организация|Телефон|ФИО", "Школа|34-56-78|", "||Иванова А.П.").number == 2
    assert [one.code for one in read("Организация|Адрес", "|Тверь").faults] == ["no-name"]


def test_a_column_without_a_heading_is_told_if_something_stands_in_it() -> None:
    table = read("Организация||Адрес|Адрес|", "Школа|!|Тверь|Москва|")
    assert (table.unknown, table.nameless) == (("Адрес (D)",), ("B",))


@pytest.mark.parametrize("cell", ["-", "—", "нет", "н/д"])
def test_what_people_write_where_nothing_is_known_is_nothing(cell: str) -> None:
    assert only("Организация|Телефон|Почта|Сфера|ФИО", f"Школа|{cell}|{cell}|{cell}|{cell}").said == {}


def test_a_heading_may_be_explained_in_brackets() -> None:
    assert only("Организация (полное название)|Телефон (с кодом)", "Школа|34-56-78").said == {"phone": OFFICE}
