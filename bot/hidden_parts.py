"""Which rows and columns of a sheet are hidden, by hand or by a filter: each kind of workbook says it its own way."""

import os
from typing import IO
from xml.parsers.expat import ExpatError, ParserCreate

from domain.hidden import Hidden
from domain.partner_headings import letter

YES = ("1", "true")
WIDEST = 16_384
"""Columns that a sheet may have."""


def of_part(part: IO[bytes]) -> Hidden:
    """Of the part of an XLSX that holds a sheet."""
    found = _Found()
    parser = ParserCreate()
    parser.StartElementHandler = found.take
    try:
        parser.ParseFile(part)
    except (ExpatError, ValueError):
        return Hidden()
    return Hidden(tuple(sorted(found.rows)), tuple(map(letter, sorted(found.columns))))


def of_old(data: bytes, number: int) -> Hidden:
    """Of a sheet of Excel 97–2003, by its number; nothing where xlrd does not make out how the cells look."""
    from xlrd import open_workbook

    try:
        with open(os.devnull, "w", encoding="utf-8") as nowhere:
            book = open_workbook(file_contents=data, logfile=nowhere, formatting_info=True)
            sheet = book.sheet_by_index(number)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - whatever xlrd stumbles over
        return Hidden()
    rows = (row + 1 for row, looks in sorted(sheet.rowinfo_map.items()) if looks.hidden)
    return Hidden(tuple(rows), tuple(letter(n) for n, looks in sorted(sheet.colinfo_map.items()) if looks.hidden))


class _Found:
    """Takes the elements one by one; a row that does not say its number follows the one above."""

    def __init__(self) -> None:
        self.rows: set[int] = set()
        self.columns: set[int] = set()
        self._row = 0

    def take(self, name: str, said: dict[str, str]) -> None:
        kind = name.rpartition(":")[2]
        if kind == "row":
            self._row = int(said.get("r", self._row + 1))
            self.rows |= {self._row} if said.get("hidden") in YES else set()
        elif kind == "col" and said.get("hidden") in YES:
            self.columns |= _columns(said)


def _columns(said: dict[str, str]) -> set[int]:
    """None where it is not said which they are."""
    first = int(said.get("min", WIDEST + 1))
    last = int(said.get("max", first))
    return set(range(max(first, 1) - 1, min(last, WIDEST)))
