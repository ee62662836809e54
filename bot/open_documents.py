"""Tables of LibreOffice and its kin (.ods): the cells of each sheet, as text."""

import io
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from itertools import chain, repeat
from typing import Any
from zipfile import BadZipFile, ZipFile

from bot.table_rows import MOST_COLUMNS, MOST_ROWS, BadTable, Sheet, cell_text
from domain.hidden import Hidden
from domain.partner_headings import letter

CONTENT, MANIFEST, KIND = "content.xml", "META-INF/manifest.xml", "mimetype"
MOST_MANIFEST = 1024 * 1024
NUMBERS = ("float", "percentage", "currency")
GROUPS = (
    "table-header-rows",
    "table-rows",
    "table-row-group",
    "table-header-columns",
    "table-columns",
    "table-column-group",
)
UNSEEN = ("collapse", "filter")
SPACES = {"s": " ", "tab": "\t", "line-break": "\n"}


def read_open(data: bytes) -> Iterator[Sheet]:
    """`BadTable`: "table-locked", "table-not-a-table"."""
    from lxml.etree import LxmlError, iterparse

    try:
        with ZipFile(io.BytesIO(data)) as archive:
            _check(archive)
            hidden: set[str] = set()
            for _, element in iterparse(archive.open(CONTENT), resolve_entities=False, no_network=True):
                if _kind(element) == "style" and _is_hidden(element):
                    hidden.add(_said(element, "name"))
                elif _kind(element) == "table":
                    rows = chain.from_iterable(map(_rows, _inside(element, "table-row")))
                    is_hidden = _said(element, "style-name") in hidden
                    yield Sheet(_said(element, "name"), rows, hidden=partial(_hidden, element), is_hidden=is_hidden)
                    element.clear()
    except (LxmlError, BadZipFile, KeyError, OSError, ValueError) as error:
        raise BadTable("table-not-a-table") from error


def _hidden(table: Any) -> Hidden:
    """What is folded up or filtered out."""
    rows = _unseen(_inside(table, "table-row"), "rows", MOST_ROWS)
    columns = _unseen(_inside(table, "table-column"), "columns", MOST_COLUMNS)
    return Hidden(tuple(row + 1 for row in rows), tuple(map(letter, columns)))


def _unseen(elements: Iterator[Any], what: str, most: int) -> Iterator[int]:
    place = 0
    for one in elements:
        after = place + _times(one, what)
        if _said(one, "visibility") in UNSEEN:
            yield from range(place, min(after, most))
        place = after


def _check(archive: ZipFile) -> None:
    """A text of the same kin is no table; and what is behind a password is told by the list of parts."""
    names = archive.namelist()
    if KIND in names and b"spreadsheet" not in archive.open(KIND).read(200):
        raise BadTable("table-not-a-table")
    if MANIFEST in names and b"encryption-data" in archive.open(MANIFEST).read(MOST_MANIFEST):
        raise BadTable("table-locked")


def _is_hidden(style: Any) -> bool:
    return any(_said(one, "display") == "false" for one in style if _kind(one) == "table-properties")


def _inside(element: Any, *kinds: str) -> Iterator[Any]:
    """Those directly in it, or in a group of rows, columns or headings."""
    for one in element:
        if _kind(one) in kinds:
            yield one
        elif _kind(one) in GROUPS:
            yield from _inside(one, *kinds)


def _rows(row: Any) -> Iterator[list[str]]:
    """The row as often as it is repeated."""
    cells: list[str] = []
    for cell in _inside(row, "table-cell", "covered-table-cell"):
        cells += repeat(_text(cell), min(_times(cell, "columns"), MOST_COLUMNS - len(cells)))
    return repeat(cells if any(cells) else [], min(_times(row, "rows"), MOST_ROWS + 1))


def _times(element: Any, what: str) -> int:
    return max(1, int(_said(element, f"number-{what}-repeated") or 1))


def _text(cell: Any) -> str:
    kind, value = _said(cell, "value-type"), _said(cell, "value")
    if kind in NUMBERS and value:
        return cell_text(float(value))
    if kind == "date" and (day := _said(cell, "date-value")):
        return cell_text(datetime.fromisoformat(day) if "T" in day else date.fromisoformat(day))
    return cell_text("\n".join("".join(_words(one)) for one in cell if _kind(one) == "p"))


def _words(element: Any) -> Iterator[str]:
    """What one reads; not what somebody has noted beside it."""
    yield element.text or ""
    for one in element:
        if sign := SPACES.get(_kind(one)):
            yield sign * (min(int(_said(one, "c") or 1), MOST_COLUMNS) if sign == " " else 1)
        elif _kind(one) != "annotation":
            yield from _words(one)
        yield one.tail or ""


def _said(element: Any, name: str) -> str:
    """The attribute, whatever its namespace is called."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _kind(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
