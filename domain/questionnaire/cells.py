"""What speaks against a workbook before it is read as XLSForm: macros, too many rows, merged cells, formulas without
values. Whoever made it sees cells, so the words are about cells."""

from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import Any
from zipfile import BadZipFile, ZipFile

from domain.cells import BROKEN
from domain.plain_workbook import WORKBOOK, made_plain
from domain.questionnaire.faults import Fault

SHEETS = frozenset({"survey", "choices", "settings"})
SURVEY = "survey"
MOST_ROWS = 5000
"""Rows of a sheet that anything stands in."""
MOST_FAULTS = 20
MACROS = "vbaProject.bin"
KINDS = "[Content_Types].xml"


def openable(data: bytes) -> bytes:
    """The workbook; made plain, if Excel opens it and neither openpyxl nor pyxform does."""
    try:
        return data if _is_usual(data) else made_plain(data)
    except (BadZipFile, KeyError, OSError, ValueError, RuntimeError):
        return data  # and the reader says that it is none


def _is_usual(data: bytes) -> bool:
    from openpyxl import load_workbook

    if WORKBOOK not in ZipFile(BytesIO(data)).read(KINDS):
        return False
    try:
        return bool(load_workbook(BytesIO(data), read_only=True).worksheets)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - openpyxl has no error of its own
        return False


def sheet_with_twice(data: bytes, heading: str) -> str:
    """The sheet in which the heading stands twice."""
    from openpyxl import load_workbook

    for sheet in load_workbook(BytesIO(data), read_only=True).worksheets:
        first = next(sheet.iter_rows(max_row=1, values_only=True), ())
        if [str(cell or "").strip().casefold() for cell in first].count(heading.strip().casefold()) > 1:
            return str(sheet.title)
    return SURVEY


def cell_faults(data: bytes) -> list[Fault]:
    """All of that; nothing of what is no workbook at all, which the reader names.

    Cells are read one by one: some programs dress a million empty ones.
    """
    from openpyxl import load_workbook

    if _has_macros(data):
        return [Fault("macros")]
    try:
        raw, values = (load_workbook(BytesIO(data), read_only=True, data_only=only) for only in (False, True))
        merged = _merged(data)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - openpyxl has no error of its own for files that are none
        return []
    sheets = [sheet for sheet in raw.worksheets if sheet.title.casefold() in SHEETS]
    if long := [fault for sheet in sheets for fault in _too_long(sheet)]:
        return long
    spoilt = (fault for sheet in sheets for fault in _spoilt(sheet, values[sheet.title]))
    return [*merged, *islice(spoilt, MOST_FAULTS)][:MOST_FAULTS]


def _has_macros(data: bytes) -> bool:
    try:
        return any(name.endswith(MACROS) for name in ZipFile(BytesIO(data)).namelist())
    except (BadZipFile, OSError, ValueError):
        return False


def _too_long(sheet: Any) -> Iterator[Fault]:
    sheet.reset_dimensions()
    number = sum(1 for row in sheet.iter_rows(values_only=True) if any(map(_says, row)))
    if number > MOST_ROWS:
        yield Fault("too-many-rows", values={"number": number, "most": MOST_ROWS})


def _says(value: Any) -> bool:
    return value is not None and bool(str(value).strip())


def _merged(data: bytes) -> list[Fault]:
    """Only a workbook in which anything is merged is taken to pieces for it."""
    from openpyxl import load_workbook

    with ZipFile(BytesIO(data)) as archive:
        parts = [one for one in archive.namelist() if one.startswith("xl/worksheets/")]
        if not any(b"mergeCell " in archive.read(one) for one in parts):
            return []
    sheets = [sheet for sheet in load_workbook(BytesIO(data)).worksheets if sheet.title.casefold() in SHEETS]
    return [
        Fault("merged", cells.min_row, {"sheet": sheet.title, "cells": str(cells)})
        for sheet in sheets
        for cells in sheet.merged_cells.ranges
    ]


def _spoilt(sheet: Any, values: Any) -> Iterator[Fault]:
    """Errors, and formulas of which nothing came: one that Excel has worked out is as good as what came of it."""
    values.reset_dimensions()
    for cells, worked_out in zip(sheet.iter_rows(), values.iter_rows(values_only=True), strict=False):
        for cell, value in zip(cells, worked_out, strict=False):
            if isinstance(value, str) and value in BROKEN:
                yield Fault("cell-broken", cell.row, {"sheet": sheet.title, "cells": cell.coordinate, "text": value})
            elif value is None and cell.data_type == "f":
                yield Fault("formula", cell.row, {"sheet": sheet.title, "cells": cell.coordinate})
