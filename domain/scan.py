"""Reading things out of a text one by one: what has been read is blanked, so that it can be told what is left."""

import re
from collections.abc import Callable

BLANK = "\0"
"""Stands where something has been read. It is neither a space nor part of a word."""

_ALIKE = str.maketrans(
    {"ё": "е", "Ё": "е", BLANK: " "} | dict.fromkeys("–—−‑‒", "-") | dict.fromkeys("\u00a0\u202f\t", " ")
)


class Unread(ValueError):  # noqa: N818 - says what the text is
    """A text that cannot be read: `code` says why, `value` is the part that is meant."""

    def __init__(self, code: str, value: str = "") -> None:
        super().__init__(code, value)
        self.code, self.value = code, value


def fold(text: str) -> str:
    """The text in small letters with plain dashes and spaces and without «ё», each letter in its old place."""
    alike = text.translate(_ALIKE)
    small = alike.lower()
    if len(small) == len(alike):
        return small
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in alike)


def in_order(text: str) -> list[tuple[int, int, str]]:
    """The key by which a list is put in order: «ё» as «е», and «Школа № 9» before «Школа № 10»."""
    parts = re.findall(r"[0-9]+|[^0-9]+", fold(text).strip("«»\"„“”' "))
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts]


def blank(plain: str, start: int, end: int) -> str:
    """The text with one stretch of it marked as read."""
    return plain[:start] + BLANK * (end - start) + plain[end:]


def take(
    pattern: re.Pattern[str], plain: str, accept: Callable[[re.Match[str]], bool] = lambda _match: True
) -> tuple[re.Match[str] | None, str]:
    """The first acceptable match and the text without it; None and the same text if there is none."""
    found = next(filter(accept, pattern.finditer(plain)), None)
    return (found, blank(plain, *found.span())) if found else (None, plain)
