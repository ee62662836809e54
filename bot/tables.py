"""Reads spreadsheets into rows of text: XLSX, and CSV in UTF-8 or Windows-1251 with any of the usual separators."""

import csv
import io
from pathlib import Path

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 20_000
ZIP = b"PK\x03\x04"


class BadTable(Exception):  # noqa: N818 - `args[0]` is a code
    """Why the file is no table that can be read: too-large, old-excel, not-a-table."""


def read_table(file: Path) -> list[list[str]]:
    """The rows of the first sheet. The kind of file is told by its first bytes, not by its name."""
    if file.stat().st_size > MOST_BYTES:
        raise BadTable("too-large")
    data = file.read_bytes()
    if data.startswith(ZIP):
        return _workbook(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise BadTable("old-excel")
    return _csv(_decode(data))


def _workbook(data: bytes) -> list[list[str]]:
    from zipfile import BadZipFile

    from openpyxl import load_workbook

    try:
        sheet = load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[0]
    except (BadZipFile, KeyError, ValueError, IndexError) as error:
        raise BadTable("not-a-table") from error
    rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=100, values_only=True)
    return [["" if cell is None else str(cell) for cell in row] for row in rows]


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1251", errors="replace")


def _csv(text: str) -> list[list[str]]:
    if "\x00" in text:
        raise BadTable("not-a-table")
    heading = text.split("\n", 1)[0]
    separator = max(";,\t", key=heading.count)
    return list(csv.reader(io.StringIO(text), delimiter=separator))[:MOST_ROWS]
