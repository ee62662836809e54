"""Tables of text: CSV in UTF-8, UTF-16, Windows-1251, DOS or KOI8-R, with any usual separator."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, dropwhile

from bot.table_rows import BadTable, taken
from domain.cells import unguarded

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
UNMARKED = ("utf-16-le", "utf-16-be")
ENCODINGS = ("cp1251", "cp866", "koi8-r")
"""Those of one byte a letter: what is no Russian in the first may be in one of the others."""
SAMPLE = 20_000
SURE, PLAIN = 0.25, 0.9
"""How much more a text must look like Russian to be taken for another encoding's, and how much to be taken at all."""
WORD = re.compile(r"[^\W\d_]+")
CASES = re.compile(r"[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+")
OFTEN, SELDOM = frozenset("оеаинтсрвлкмдпу"), frozenset("ъщэфцюхжш")
SIGNS = frozenset("№«»„“”‘’–—…·•°§\u00a0€™±")
SEPARATORS = ";,\t|"
SAID = re.compile(r'"?sep=([^"\r\n])"?[;,\t| ]*(?:\r\n?|\n|$)', re.IGNORECASE)


def read_text(data: bytes) -> list[list[str]]:
    """The rows. `BadTable`: "table-not-a-table", "table-encoding" for letters that can't be told, "table-quotes" where
    quotation marks would make one row of several.
    """
    text = _decode(data)
    if "\x00" in text:
        raise BadTable("table-not-a-table")
    csv.field_size_limit(1_000_000)
    try:
        return _rows(*_parted(text))
    except csv.Error as error:
        raise BadTable("table-not-a-table") from error


def _rows(text: str, separator: str) -> list[list[str]]:
    """By the rules of CSV, or else as somebody has typed it: a mark that is never closed would swallow what follows.

    Each way is gone only so far as rows are taken.
    """
    try:
        return _taken(csv.reader(_lines(text), delimiter=separator, strict=True))
    except csv.Error:
        return _taken((_line_by_line if _is_even(text, separator) else _closed)(text, separator))


def _taken(rows: Iterable[list[str]]) -> list[list[str]]:
    return taken([unguarded(cell) for cell in row] for row in rows)


def _lines(text: str) -> Iterator[str]:
    """With their ends: only those that part rows, and none that may stand in a cell."""
    return io.StringIO(text, newline="")


def _is_even(text: str, separator: str) -> bool:
    """Whether each line has as many cells, a title above aside."""
    often = (line.count(separator) for line in _lines(text) if line.strip())
    return len(set(dropwhile(lambda number: not number, often))) <= 1


def _line_by_line(text: str, separator: str) -> Iterator[list[str]]:
    """Each line is a row; in one that breaks the rules of CSV marks are signs like others."""
    for line in _lines(text):
        try:
            yield next(csv.reader([line], delimiter=separator, strict=True))
        except csv.Error:
            yield next(csv.reader([line], delimiter=separator, quoting=csv.QUOTE_NONE))


def _closed(text: str, separator: str) -> Iterator[list[str]]:
    """Rows of which none goes on over the end of a line; the last line has one, too, over which a mark would carry."""
    for row in csv.reader(chain(_lines(text), ["\n"]), delimiter=separator):
        if any("\n" in cell or "\r" in cell for cell in row):
            raise BadTable("table-quotes")
        yield row


def _decode(data: bytes) -> str:
    if data.startswith(UTF_16):
        return data.decode("utf-16", errors="replace")
    if b"\x00" in data:
        return _unmarked(data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _of_one_byte(data)


def _unmarked(data: bytes) -> str:
    """UTF-16 that does not say so; anything else with zeros in it is no text."""
    texts = (data.decode(name, errors="replace") for name in UNMARKED)
    found = next((text for text in texts if "\x00" not in text and _likeness(text[:SAMPLE]) >= PLAIN), None)
    if found is None:
        raise BadTable("table-not-a-table")
    return found


def _of_one_byte(data: bytes) -> str:
    texts = {name: data.decode(name, errors="replace") for name in ENCODINGS}
    likely = {name: _likeness(text[:SAMPLE]) for name, text in texts.items()}
    first, second = sorted(likely, key=lambda name: -likely[name])[:2]
    usual = likely[ENCODINGS[0]]
    if first != ENCODINGS[0] and likely[first] >= PLAIN and likely[first] - max(usual, likely[second]) >= SURE:
        return texts[first]
    if usual < PLAIN / 2:
        raise BadTable("table-encoding")
    return texts[ENCODINGS[0]]


def _likeness(text: str) -> float:
    """How much it is like Russian, between −1 and 2: by its cases, and by how often its letters are met."""
    found = [worth for word in WORD.findall(text) if not word.isascii() for worth in _worths(word)]
    others = [sign for sign in text if not sign.isascii() and not sign.isalpha()]
    found += [0.5 if sign in SIGNS else -1.0 for sign in others]
    return sum(found) / len(found) if found else 0.0


def _worths(word: str) -> Iterator[float]:
    is_word = CASES.fullmatch(word) is not None
    for letter in word.lower():
        yield (2.0 if letter in OFTEN else 0.0 if letter in SELDOM else 1.0) if is_word else -1.0


def _parted(text: str) -> tuple[str, str]:
    """The text and its separator. Excel takes that from a first line which says it, and shows no such line."""
    said = SAID.match(text)
    return (text[said.end() :], said[1]) if said else (text, _separator(text))


def _separator(text: str) -> str:
    """The sign that stands equally often in the most of the first lines, outside quotes."""
    outside = "".join(text[:SAMPLE].split('"')[::2])
    lines = [line for line in outside.split("\n")[:50] if line.strip(f"{SEPARATORS}\r ")]
    return max(SEPARATORS, key=lambda sign: _agreeing(sign, lines))


def _agreeing(sign: str, lines: list[str]) -> tuple[int, int]:
    """In how many lines it stands equally often, and how often that is."""
    often = Counter(line.count(sign) for line in lines if sign in line)
    return max(((lines_of, times) for times, lines_of in often.items()), default=(0, 0))
