"""What speaks against a workbook before it is read as XLSForm: macros, too many rows, merged cells, formulas without
values. Whoever made it sees cells, so the words are about cells."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from domain.questionnaire.faults import Fault

SHEETS = frozenset({"survey", "choices", "settings"})
MOST_ROWS = 5000
"""Rows of a sheet that anything stands in."""
MOST_FAULTS = 20
MACROS = "vbaProject.bin"


def cell_faults(data: bytes) -> list[Fault]:
    """All of that; nothing of what is no workbook at all, which the reader names."""
    from openpyxl import load_workbook

    if _has_macros(data):
        return [Fault("macros")]
    try:
        book = load_workbook(BytesIO(data))
    except Exception:  # noqa: BLE001 - openpyxl has no error of its own for files that are none
        return []
    sheets = [sheet for sheet in book.worksheets if sheet.title.casefold() in SHEETS]
    long = [fault for sheet in sheets for fault in _too_long(sheet)]
    if long:
        return long
    formulas = [(sheet.title, cell.coordinate, cell.row) for sheet in sheets for cell in _formulas(sheet)]
    merged = [fault for sheet in sheets for fault in _merged(sheet)]
    return [*merged, *(_without_value(data, formulas) if formulas else ())][:MOST_FAULTS]


def _has_macros(data: bytes) -> bool:
    try:
        return any(name.endswith(MACROS) for name in ZipFile(BytesIO(data)).namelist())
    except (BadZipFile, OSError, ValueError):
        return False


def _too_long(sheet: Any) -> Iterator[Fault]:
    number = sum(1 for row in sheet.iter_rows(values_only=True) if any(one is not None for one in row))
    if number > MOST_ROWS:
        yield Fault("too-many-rows", values={"number": number, "most": MOST_ROWS})


def _merged(sheet: Any) -> Iterator[Fault]:
    for cells in sheet.merged_cells.ranges:
        yield Fault("merged", cells.min_row, {"sheet": sheet.title, "cells": str(cells)})


def _formulas(sheet: Any) -> Iterator[Any]:
    return (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f")


def _without_value(data: bytes, formulas: list[tuple[str, str, int]]) -> Iterator[Fault]:
    """A formula that Excel has worked out is as good as what came of it."""
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(data), data_only=True)
    for sheet, cell, row in formulas:
        if book[sheet][cell].value is None:
            yield Fault("formula", row, {"sheet": sheet, "cells": cell})
