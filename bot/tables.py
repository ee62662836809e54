"""Reads spreadsheets into rows of text: XLSX, and CSV in UTF-8, UTF-16 or Windows-1251 with any usual separator.

Files come from outside, so `read_table` is for a process of its own (`bot/child.py`), and looks before it unpacks.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.child import report
from domain.cells import unguarded
from domain.plain_workbook import OLD_EXCEL, ZIP, is_locked, made_plain
from domain.refusal import Refusal

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MOST_BYTES = 20 * 1024 * 1024
"""What is read at all; what Telegram gives a bot, too."""
MOST_ROWS = 20_000
MOST_COLUMNS = 400
"""Cells further to the right are not looked at; long before them a table is refused for its width."""
MOST_UNPACKED = 200 * 1024 * 1024
MOST_RATIO = 100
"""How much an XLSX may grow when it is unpacked; tables of text grow five- to thirtyfold."""
SMALL = 10 * 1024 * 1024
"""What may grow as it likes."""
WORKBOOKS = (".xlsx", ".xlsm", ".xls")
OTHER_TABLES = ("content.xml", "xl/workbook.bin", "Index/Tables/")
"""What is in a table of LibreOffice, of Excel's binary kind, of Numbers: a ZIP, too."""
OTHER = (b"%PDF", b"{\\rtf", b"<")
"""How texts begin that are no tables of text: PDF, RTF, pages."""
UTF_8_MARK = b"\xef\xbb\xbf"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class BadTable(Refusal):
    """The file is no table that can be read."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text as the sheet has them, empty ones included; `uncomputed`: numbers of rows with a formula in them
    whose value the file does not have."""

    rows: list[list[str]]
    uncomputed: frozenset[int] = frozenset()


def is_misnamed(data: bytes, name: str) -> bool:
    """Whether a file is called a workbook and is none: a page or a text with another ending."""
    return name.casefold().endswith(WORKBOOKS) and not data.startswith((ZIP, OLD_EXCEL))


def check_size(size: int) -> None:
    """`BadTable` for a file too large to be read or fetched."""
    if size > MOST_BYTES:
        raise BadTable("table-too-large")


def read_file(file: Path) -> bytes:
    """What is in the file, unless it is too large to be a table."""
    check_size(file.stat().st_size)
    return file.read_bytes()


def read_table(data: bytes) -> Table:
    """The first visible sheet with a table. The kind of file is told by its first bytes, not by its name."""
    check_size(len(data))
    if data.startswith(OLD_EXCEL):
        raise BadTable("table-locked" if is_locked(data) else "table-old-excel")
    if data.removeprefix(UTF_8_MARK).lstrip().startswith(OTHER):
        raise BadTable("table-not-a-table")
    table = _workbook(data) if data.startswith(ZIP) else Table(_csv(_decode(data)))
    if not any(cell.strip() for row in table.rows for cell in row):
        raise BadTable("table-empty")
    return table


def _workbook(data: bytes) -> Table:
    """What Excel opens and openpyxl does not is made plain first."""
    _look_before(data)
    try:
        return _sheet(data)
    except (BadTable, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - openpyxl raises whatever it stumbles over
        return _odd_workbook(data)


def _odd_workbook(data: bytes) -> Table:
    try:
        return _sheet(made_plain(data))
    except (BadTable, MemoryError):
        raise
    except Exception as error:
        raise BadTable("table-not-a-table") from error


def _sheet(data: bytes) -> Table:
    """A sheet of one column is taken only where no other says more: it may tell how to fill the table in."""
    column: Table | None = None
    for number, sheet in enumerate(_open(data, values=True)):
        if rows := _taken([_text(cell) for cell in row] if any(row) else [] for row in _cells(sheet)):
            table = Table(rows, _uncomputed(data, number) if _has_formulas(data) else frozenset())
            if any(len(list(filter(str.strip, row))) > 1 for row in rows):
                return table
            column = column or table
    if column is None:
        raise BadTable("table-empty")
    return column


def _look_before(data: bytes) -> None:
    """Refuses a ZIP whose directory says too much of it; `zipfile` unpacks no more than the directory says."""
    from zipfile import BadZipFile, ZipFile

    try:
        entries = ZipFile(io.BytesIO(data)).infolist()
    except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise BadTable("table-not-a-table") from error
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, min(len(data), sum(entry.compress_size for entry in entries)))
    if unpacked > MOST_UNPACKED or (unpacked > SMALL and unpacked / packed > MOST_RATIO):
        raise BadTable("table-zip-bomb")
    names = [entry.filename.replace("\\", "/") for entry in entries]
    if "xl/workbook.xml" not in names:
        raise BadTable(
            "table-other-kind" if any(name.startswith(OTHER_TABLES) for name in names) else "table-not-a-table"
        )


def _open(data: bytes, *, values: bool) -> list["ReadOnlyWorksheet"]:
    """The sheets in sight, there may be none; `ValueError` where openpyxl finds no sheet at all."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=values, keep_links=False)
    if not book.worksheets:
        raise ValueError("no sheets")
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    for sheet in sheets:
        sheet.reset_dimensions()
    return sheets


def _cells(sheet: "ReadOnlyWorksheet") -> Iterator[tuple[Any, ...]]:
    for row in sheet.iter_rows(values_only=True):
        yield row[:MOST_COLUMNS]


def _has_formulas(data: bytes) -> bool:
    from zipfile import ZipFile

    archive = ZipFile(io.BytesIO(data))
    names = (name for name in archive.namelist() if name.startswith("xl/worksheets/"))
    return any(_mentions(archive.open(name), (b"<f>", b"<f ")) for name in names)


def _mentions(file: Any, marks: tuple[bytes, ...]) -> bool:
    before = b""
    while block := file.read(1 << 20):
        if any(mark in before + block for mark in marks):
            return True
        before = block[-3:]
    return False


def _uncomputed(data: bytes, number: int) -> frozenset[int]:
    """Numbers of the rows, on a sheet in sight, in which a formula stands without its value: programs that write tables
    leave it out."""
    values, raw = _open(data, values=True)[number], _open(data, values=False)[number]
    rows = islice(zip(_cells(values), _cells(raw), strict=False), MOST_ROWS)
    return frozenset(row for row, (value, cell) in enumerate(rows, 1) if _is_uncomputed(value, cell))


def _is_uncomputed(values: tuple[Any, ...], cells: tuple[Any, ...]) -> bool:
    return any(
        value is None and isinstance(cell, str) and cell.startswith("=")
        for value, cell in zip(values, cells, strict=False)
    )


def _taken(rows: Iterable[list[str]]) -> list[list[str]]:
    """All rows up to the last that says something; `BadTable` where there are more than are read."""
    taken: list[list[str]] = []
    blank: list[list[str]] = []
    for row in rows:
        if not any(map(str.strip, row)):
            blank += [_trimmed(row)] if len(blank) < MOST_ROWS else ()
            continue
        taken += [*blank, _trimmed(row)]
        blank = []
        report("read", len(taken))
        if len(taken) > MOST_ROWS:
            raise BadTable("table-too-many-rows")
    return taken


def _trimmed(row: list[str]) -> list[str]:
    """Without the empty cells at its end."""
    last = max((n for n, cell in enumerate(row) if cell), default=-1)
    return row[: last + 1]


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return unguarded(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return _date(cell) if isinstance(cell, date | time) else str(cell)


def _date(cell: date | time) -> str:
    if isinstance(cell, datetime) and cell.time() == time():
        return f"{cell:%d.%m.%Y}"
    if isinstance(cell, datetime):
        return f"{cell:%d.%m.%Y %H:%M}"
    return f"{cell:%H:%M}" if isinstance(cell, time) else f"{cell:%d.%m.%Y}"


def _decode(data: bytes) -> str:
    if data.startswith(UTF_16):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1251", errors="replace")


def _csv(text: str) -> list[list[str]]:
    if "\x00" in text:
        raise BadTable("table-not-a-table")
    csv.field_size_limit(1_000_000)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
        return _taken([unguarded(cell) for cell in row] for row in rows)
    except csv.Error as error:
        raise BadTable("table-not-a-table") from error


def _separator(text: str) -> str:
    """The usual sign that is most often outside quotes in the first lines."""
    outside = "".join(text[:20_000].split('"')[::2])
    heading = next((line for line in outside.split("\n") if line.strip(";,\t\r ")), "")
    return max(";,\t", key=heading.count)
