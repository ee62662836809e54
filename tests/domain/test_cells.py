"""Cells: harmless on the way out, the same on the way in again."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.cells import as_text, guarded, joined, lines, one_line, parted, unguarded

NASTY = st.text(st.sampled_from("='+-@\t\r\n;\"\\,«» аЯ1\ufeff\u00a0\u200b"), max_size=12)
ANY = st.text(max_size=40) | NASTY


@pytest.mark.parametrize("text", ["=1+1", "+7 900", "-5", "@SUM", "\tx", "\rx", "'=x", "''+x"])
def test_what_begins_like_a_formula_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Радио", "'Ромашка'", "", "8 (4822) 34-29-20", "1=1", " =1"])
def test_everything_else_stays_as_it_is(text: str) -> None:
    assert (guarded(text), as_text(text), unguarded(text)) == (text, text, text)


@given(ANY)
@example("'=")
@example("''@")
def test_what_was_guarded_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert unguarded(as_text(text)) == text


@given(st.lists(ANY.map(one_line).filter(bool), unique=True))
@example(["a;b", "c\\", "\\;", "\\"])
def test_several_values_share_a_cell(values: list[str]) -> None:
    assert list(parted(joined(values))) == values


def test_values_are_parted_by_line_breaks_too() -> None:
    assert parted("ДК; дом культуры\nклуб;;\n ДК ") == ("ДК", "дом культуры", "клуб")


@given(ANY)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert one_line(one_line(text)) == one_line(text)
    assert lines(lines(text)) == lines(text)


def test_a_name_is_one_line_whatever_breaks_it() -> None:
    assert one_line(" МБУ\n«ДК\u00a0пос.\u200b Сахарово»\t") == "МБУ «ДК пос. Сахарово»"
    assert lines(" один\r\nдва\u2028три\u00a0четыре\x07 ") == "один\nдва\nтри четыре"
