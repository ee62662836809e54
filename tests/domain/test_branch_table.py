"""A spreadsheet of branches: what is read, and what is said of what cannot be."""

import pytest

from domain.branch_table import BadRow, read_branches, unknown_headings

HEAD = ["Адрес", "Название", "Залы", "Часы работы", "Санитарный день"]


def test_columns_come_in_any_order_and_language() -> None:
    for headings in (["Адрес", "Название"], ["\ufeffAddress", " NAME "]):
        [branch], bad = read_branches([headings, ["Тверской пр-т, д. 5", "ЦГБ"]])
        assert (branch.name, branch.short_name, branch.address) == ("ЦГБ", "ЦГБ", "Тверской пр-т, д. 5")
        assert bad == []


def test_a_full_row_is_read() -> None:
    cells = ["Тверь", "ЦГБ", "Горница, Музей книги", "пн–пт 10–19; сб 9:00-17:00; вс выходной", "последняя среда"]
    [branch], _ = read_branches([HEAD, cells])
    assert branch.halls == ("Горница", "Музей книги")
    assert branch.hours["fri"] == ["10:00", "19:00"]
    assert branch.hours["sat"] == ["09:00", "17:00"]
    assert "sun" not in branch.hours
    assert branch.sanitary == {"weekday": 2, "nth": -1}


def test_what_is_the_same_as_above_is_taken_from_there() -> None:
    first = ["Тверь", "ЦГБ", "Горница", "пн–пт 10–19", "последняя среда"]
    good, bad = read_branches([HEAD, first, ["то же", "Полевого", "-//-", "— // —", '"']])
    assert not bad
    assert (good[1].address, good[1].halls, good[1].hours) == ("Тверь", ("Горница",), good[0].hours)
    assert good[1].sanitary == good[0].sanitary


def test_each_bad_row_is_named_with_its_number_and_the_good_ones_are_read() -> None:
    rows = [
        ["", "Без адреса"],
        ["Тверь", "ЦГБ", "", "когда как"],
        [],
        ["Тверь", "Полевого"],
        ["Тверь", "Полевого"],
    ]
    good, bad = read_branches([HEAD, *rows])
    assert [branch.name for branch in good] == ["Полевого"]
    assert bad == [
        BadRow(2, "no-address"),
        BadRow(3, "bad-hours", "когда как"),
        BadRow(6, "name-twice", "Полевого"),
    ]


@pytest.mark.parametrize("table", [[], [["Один", "Два"]], [["Название"]]])
def test_a_table_without_the_headings_says_which_one_is_missing(table: list[list[str]]) -> None:
    good, bad = read_branches(table)
    assert good == []
    assert bad[0].number == 1


def test_a_title_stands_above_and_a_total_below() -> None:
    rows = [["Библиотеки МБС", "2026"], [], ["№ п/п", "Наименование библиотеки", "Адрес"], ["1", "ЦГБ", "Тверь"]]
    [branch], bad = read_branches([*rows, ["", "Итого: 1"], ["2"]])
    assert (branch.name, branch.address, bad) == ("ЦГБ", "Тверь", [])


def test_what_is_not_read_is_named() -> None:
    headings = ["№", "Название", "Адрес", "Тел.\u00a0директора", "Название"]
    assert unknown_headings([["Библиотеки"], headings]) == ("Тел. директора", "Название")
    assert unknown_headings([]) == ()


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (["#REF!", "ЦГБ"], "broken"),
        (["Тверь", "ЦГБ", "з" * 121], "too-long"),
        (["Тверь", "Ц" * 201], "too-long"),
        (["Тверь", "ЦГБ", "", "", "", "к" * 81], "too-long"),
    ],
)
def test_nothing_is_cut_and_no_error_taken_for_words(cells: list[str], code: str) -> None:
    good, [bad] = read_branches([[*HEAD, "Краткое название"], cells])
    assert (good, bad.number, bad.code) == ([], 2, code)


def test_a_formula_without_its_value_is_named() -> None:
    good, bad = read_branches([HEAD, ["", "ЦГБ"], ["Тверь", "Полевого"]], {2, 4})
    assert [branch.name for branch in good] == ["Полевого"]
    assert bad == [BadRow(2, "formula"), BadRow(4, "formula")]
