"""Reads spreadsheets into rows of text: XLSX, XLS, ODS, and CSV.

Files come from outside, so `read_table` is for a process of its own (`bot/child.py`), and looks before it unpacks.
"""

import io
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.hidden_parts import of_part
from bot.old_workbooks import read_old
from bot.open_documents import CONTENT, read_open
from bot.table_rows import MOST_COLUMNS, MOST_ROWS, BadTable, Fits, Sheet, Table, anything, cell_text, first_table
from bot.text_tables import read_text
from domain.hidden import Hidden
from domain.plain_workbook import OLD_EXCEL, ZIP, made_plain

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MOST_BYTES = 20 * 1024 * 1024
"""What is read at all; what Telegram gives a bot, too."""
MOST_UNPACKED = 200 * 1024 * 1024
MOST_RATIO = 100
"""How much an XLSX may grow when it is unpacked; tables of text grow five- to thirtyfold."""
SMALL = 10 * 1024 * 1024
"""What may grow as it likes."""
WORKBOOKS = (".xlsx", ".xlsm", ".xls")
OTHER_TABLES = ("xl/workbook.bin", "Index/Tables/")
"""What is in a table of Excel's binary kind, of Numbers: a ZIP, too."""
VISIBLE, HIDDEN = "visible", "hidden"
"""States of a sheet; in a third only a macro shows it."""
OTHER = (b"%PDF", b"{\\rtf", b"<")
"""How texts begin that are no tables of text: PDF, RTF, pages."""
OLD_EXCHANGE = (b"ID;P", b"TABLE\r\n0,1", b"TABLE\n0,1")
"""How tables in the exchange kinds of old Excel begin: .slk, .dif."""
UTF_8_MARK = b"\xef\xbb\xbf"


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


def read_table(data: bytes, fits: Fits = anything) -> Table:
    """The first visible sheet with a table that fits, or with any. The kind of file is told by its first bytes, not by
    its name."""
    check_size(len(data))
    if data.removeprefix(UTF_8_MARK).lstrip().startswith(OTHER):
        raise BadTable("table-not-a-table")
    if data.startswith(OLD_EXCHANGE):
        raise BadTable("table-other-kind")
    if data.startswith(OLD_EXCEL):
        return first_table(read_old(data), fits)
    table = _packed(data, fits) if data.startswith(ZIP) else Table(read_text(data))
    if not any(cell.strip() for row in table.rows for cell in row):
        raise BadTable("table-empty")
    return table


def _packed(data: bytes, fits: Fits) -> Table:
    return first_table(read_open(data), fits) if CONTENT in _look_before(data) else _workbook(data, fits)


def _workbook(data: bytes, fits: Fits) -> Table:
    """What Excel opens and openpyxl does not is made plain first."""
    try:
        return first_table(_sheets(data), fits)
    except (BadTable, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - openpyxl raises whatever it stumbles over
        return _odd_workbook(data, fits)


def _odd_workbook(data: bytes, fits: Fits) -> Table:
    try:
        return first_table(_sheets(made_plain(data)), fits)
    except (BadTable, MemoryError):
        raise
    except Exception as error:
        raise BadTable("table-not-a-table") from error


def _sheets(data: bytes) -> Iterator[Sheet]:
    for number, sheet in enumerate(_open(data, values=True)):
        rows = ([cell_text(cell) for cell in row] if any(row) else [] for row in _cells(sheet))
        is_hidden = sheet.sheet_state != VISIBLE
        yield Sheet(sheet.title, rows, partial(_uncomputed, data, number), partial(_hidden, sheet), is_hidden)


def _look_before(data: bytes) -> list[str]:
    """What is in the ZIP, unless its directory says too much of it; `zipfile` unpacks no more than that says."""
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
    if "xl/workbook.xml" not in names and CONTENT not in names:
        raise BadTable(
            "table-other-kind" if any(name.startswith(OTHER_TABLES) for name in names) else "table-not-a-table"
        )
    return names


def _open(data: bytes, *, values: bool) -> list["ReadOnlyWorksheet"]:
    """The sheets that one sees or can bring into sight, there may be none; `ValueError` where openpyxl finds no sheet
    at all.
    """
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=values, keep_links=False)
    if not book.worksheets:
        raise ValueError("no sheets")
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state in (VISIBLE, HIDDEN)]
    for sheet in sheets:
        sheet.reset_dimensions()
    return sheets


def _cells(sheet: "ReadOnlyWorksheet") -> Iterator[tuple[Any, ...]]:
    for row in sheet.iter_rows(values_only=True):
        yield row[:MOST_COLUMNS]


def _hidden(sheet: "ReadOnlyWorksheet") -> Hidden:
    with sheet._get_source() as part:
        return of_part(part)


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
    """Numbers of the rows, on a sheet of those, in which a formula stands without its value: programs that write tables
    leave it out."""
    if not _has_formulas(data):
        return frozenset()
    values, raw = _open(data, values=True)[number], _open(data, values=False)[number]
    rows = islice(zip(_cells(values), _cells(raw), strict=False), MOST_ROWS)
    return frozenset(row for row, (value, cell) in enumerate(rows, 1) if _is_uncomputed(value, cell))


def _is_uncomputed(values: tuple[Any, ...], cells: tuple[Any, ...]) -> bool:
    return any(
        value is None and isinstance(cell, str) and cell.startswith("=")
        for value, cell in zip(values, cells, strict=False)
    )
