"""Cells of spreadsheets: text made harmless on the way out, and given back as it was on the way in."""

import re
from collections.abc import Iterable

DANGER = re.compile(r"'*[=+\-@\t\r\n]")
"""What a spreadsheet program might take for a formula, or what stands for one already (LESSONS X 87)."""
GUARDED = re.compile(r"'+[=+\-@\t\r\n]")
LINE_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
SIGNIFICANT = re.compile(r"[\\;\n]")
PIECE = re.compile(r"(?:\\.|[^\\;\n]|\\$)+", re.DOTALL)

BROKEN = frozenset(("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!")) | frozenset(
    ("#ССЫЛКА!", "#Н/Д", "#ЗНАЧ!", "#ДЕЛ/0!", "#ИМЯ?", "#ПУСТО!", "#ЧИСЛО!")
)
"""What stands in a cell whose formula went wrong."""


def guarded(text: str) -> str:
    """The text with an apostrophe in front where it would count as a formula."""
    return f"'{text}" if DANGER.match(text) else text


def as_text(text: str) -> str:
    """The text for a cell that is marked as text: only what looks guarded already gets one apostrophe more."""
    return f"'{text}" if GUARDED.match(text) else text


def unguarded(text: str) -> str:
    """What `guarded` or `as_text` was given."""
    return text[1:] if GUARDED.match(text) else text


def one_line(text: str) -> str:
    """The text on one line, one space between words, without signs that nobody sees."""
    words = text.split()
    line = " ".join(words)
    if line.isprintable():
        return line
    return " ".join(filter(None, ("".join(filter(str.isprintable, word)) for word in words)))


def lines(text: str) -> str:
    """The text with its line breaks, without other signs that nobody sees, and without white space at its ends."""
    if text.isprintable():
        return text.strip()
    return "".join(map(_seen, LINE_BREAKS.sub("\n", text))).strip()


def _seen(sign: str) -> str:
    if sign in "\n\t" or sign.isprintable():
        return sign
    return " " if sign.isspace() else ""


def joined(values: Iterable[str]) -> str:
    """Several values in one cell, parted by «;»; one that holds such a sign has a backslash before it."""
    return "; ".join(SIGNIFICANT.sub(lambda sign: f"\\{sign[0]}", value) for value in values)


def parted(cell: str) -> tuple[str, ...]:
    """The values of a cell, each once: parted by «;» or line breaks."""
    pieces = (one_line(re.sub(r"\\(.)", r"\1", piece, flags=re.DOTALL)) for piece in PIECE.findall(cell))
    return tuple(dict.fromkeys(filter(None, pieces)))
