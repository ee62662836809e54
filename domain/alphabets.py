"""Words in which letters of two alphabets stand that look alike: «Oрганизация» with a Latin «O»."""

import re

WORD = re.compile(r"[^\W\d_]+")
MIXED = re.compile(r"[A-Za-z][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-z]")
LATIN, CYRILLIC = "ABCEHKMOPTXYaceopxy", "АВСЕНКМОРТХУасеорху"
TO_CYRILLIC, TO_LATIN = str.maketrans(LATIN, CYRILLIC), str.maketrans(CYRILLIC, LATIN)
ONLY_LATIN, ONLY_CYRILLIC = re.compile(r"[A-Za-z]"), re.compile(r"[А-Яа-яЁё]")


def one_alphabet(text: str) -> str:
    """The text with each such word in one alphabet, letter by letter; words that can be in none stay as they are."""
    return WORD.sub(lambda found: _in_one(found[0]) if MIXED.search(found[0]) else found[0], text)


def _in_one(word: str) -> str:
    ways = (word.translate(TO_CYRILLIC), ONLY_LATIN), (word.translate(TO_LATIN), ONLY_CYRILLIC)
    return next((way for way, others in ways if not others.search(way)), word)
