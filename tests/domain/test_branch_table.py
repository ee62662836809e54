"""A spreadsheet of branches: what is read, and what is said of what cannot be."""

import pytest

from domain.branch_table import BadRow, Unreadable, read_branches, read_hours, read_sanitary, spans_of

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


def test_days_alike_are_one_stretch() -> None:
    assert spans_of(read_hours("пн–пт 10–19; сб 9–17")) == [(0, 4, "10:00", "19:00"), (5, 5, "09:00", "17:00")]
    assert spans_of({}) == []


@pytest.mark.parametrize("text", ["пн 25–26", "19–10 пн", "пн с утра", "10–19"])
def test_hours_that_mean_nothing_are_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read_hours(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [("последний вторник месяца", (1, -1)), ("Last Wednesday", (2, -1)), ("первый понедельник", (0, 1)), ("", None)],
)
def test_the_sanitary_day_is_the_nth_weekday(text: str, day: tuple[int, int] | None) -> None:
    expected = None if day is None else {"weekday": day[0], "nth": day[1]}
    assert read_sanitary(text) == expected


def test_a_sanitary_day_that_means_nothing_is_refused() -> None:
    with pytest.raises(Unreadable):
        read_sanitary("иногда")
