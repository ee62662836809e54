"""Words with letters of two alphabets that look alike."""

import time

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


@pytest.mark.parametrize("word", ["щ", "щs", "щ1"])
def test_a_long_text_takes_no_time(word: str) -> None:
    begun = time.thread_time()
    assert len(one_alphabet(word * 20_000)) == 20_000 * len(word)
    assert time.thread_time() - begun < 1
