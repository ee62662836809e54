"""Words with letters of two alphabets that look alike."""

import pytest

from domain.alphabets import one_alphabet


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Oрганизация", "Организация"),
        ("MБОУ «Шкoла № 5»", "МБОУ «Школа № 5»"),
        ("e-mаil", "e-mail"),
        ("сentr@tver.ru", "centr@tver.ru"),
        ("IT-куб", "IT-куб"),
        ("ARTель", "ARTель"),
        ("Cop", "Cop"),
        ("", ""),
    ],
)
def test_each_word_is_in_one_alphabet_if_it_can_be(typed: str, meant: str) -> None:
    assert one_alphabet(typed) == meant
