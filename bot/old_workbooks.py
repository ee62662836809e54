"""Workbooks of Excel 97–2003: the cells of each sheet, as text."""

import os
from collections.abc import Iterator
from functools import partial
from typing import Any

from bot.hidden_parts import of_old
from bot.table_rows import MOST_COLUMNS, BadTable, Sheet, cell_text
from domain.plain_workbook import is_locked

WORD = "WordDocument".encode("utf-16-le")
"""What a container of old Word has in it."""
VISIBLE, HIDDEN = 0, 1
"""States of a sheet; in a third only a macro shows it."""


def read_old(data: bytes) -> Iterator[Sheet]:
    """`BadTable`: "table-locked", "table-old-excel" for what even Excel of today may not open."""
    from xlrd import open_workbook

    if is_locked(data):
        raise BadTable("table-locked")
    if WORD in data:
        raise BadTable("table-not-a-table")
    try:
        with open(os.devnull, "w", encoding="utf-8") as nowhere:
            book = open_workbook(file_contents=data, logfile=nowhere, ragged_rows=True)
            sheets = [sheet for sheet in book.sheets() if sheet.visibility in (VISIBLE, HIDDEN)]
    except MemoryError:
        raise
    except Exception as error:  # whatever xlrd stumbles over
        raise BadTable("table-locked" if "encrypted" in str(error) else "table-old-excel") from error
    for sheet in sheets:
        rows, hidden = _rows(sheet, book.datemode), partial(of_old, data, sheet.number)
        yield Sheet(sheet.name, rows, hidden=hidden, is_hidden=sheet.visibility == HIDDEN)


def _rows(sheet: Any, datemode: int) -> Iterator[list[str]]:
    return (_row(sheet, number, datemode) for number in range(sheet.nrows))


def _row(sheet: Any, number: int, datemode: int) -> list[str]:
    return [_text(cell, datemode) for cell in sheet.row(number)[:MOST_COLUMNS]]


def _text(cell: Any, datemode: int) -> str:
    from xlrd import XL_CELL_BOOLEAN, XL_CELL_DATE, XL_CELL_ERROR, XLDateError, error_text_from_code, xldate_as_datetime

    if cell.ctype == XL_CELL_ERROR:
        return str(error_text_from_code.get(cell.value, ""))
    if cell.ctype == XL_CELL_BOOLEAN:
        return str(bool(cell.value))
    if cell.ctype == XL_CELL_DATE:
        try:
            return cell_text(xldate_as_datetime(cell.value, datemode))
        except (XLDateError, OverflowError, ValueError):
            return cell_text(cell.value)
    return cell_text(cell.value)
