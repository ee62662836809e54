"""Writes spreadsheets: XLSX, and CSV as Excel opens it (BOM, «;»). No cell counts as a formula (LESSONS X 85–87)."""

import csv
import io
from collections.abc import Iterable, Sequence
from math import ceil
from typing import Any

from domain.cells import as_text, guarded

WIDEST = 50
"""Letters of the widest column; longer text is wrapped."""
A4 = 9
"""As workbooks call it."""
PAGE = 220
"""Letters side by side on a page that can still be read: at some 60 % of their size."""
LINE, TALLEST = 15, 409
"""How high a line is, and the highest row that there may be."""
WRAPPING = 1.15
"""Lines break between words, so text takes more room than it has letters."""
Rows = Iterable[Sequence[str]]


def write_xlsx(headings: Sequence[str], rows: Rows) -> bytes:
    """A workbook of one sheet: headings that stay in sight and filter, every cell text."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    sheet, bold = book.add_worksheet(), book.add_format({"bold": True, "valign": "top"})
    text = book.add_format({"valign": "top", "text_wrap": True, "num_format": "@", "quote_prefix": True})
    widths, last = [0] * len(headings), 0
    for last, row in enumerate((headings, *rows)):
        for column, cell in enumerate(row):
            if cell:
                sheet.write_string(last, column, as_text(cell), text if last else bold)
                widths[column] = max(widths[column], len(cell))
        make_room(sheet, last, max((lines_of(cell, WIDEST) for cell in row), default=1))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(width + 2, WIDEST))
    set_up_print(sheet, sum(min(width + 2, WIDEST) for width in widths))
    sheet.autofilter(0, 0, max(last, 1), len(headings) - 1)
    book.close()
    return out.getvalue()


def lines_of(cell: str, width: float) -> int:
    """On how many lines it stands in a column so wide. A guess, rather one too many."""
    if len(cell) < width - 2 and "\n" not in cell:
        return 1
    return sum(max(1, ceil(len(line) * WRAPPING / width)) for line in cell.split("\n"))


def make_room(sheet: Any, row: int, lines: int) -> None:
    """Excel finds the height of a row by itself; LibreOffice writes one row over the other."""
    if lines > 1:
        sheet.set_row(row, min(lines * LINE, TALLEST))


def set_up_print(sheet: Any, letters: float) -> None:
    """Headings and the first column stay in sight, on paper too: A4 across, as few pages side by side as can be read.

    `letters`: how wide all columns are together.
    """
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)
    sheet.fit_to_pages(ceil(letters / PAGE), 0)
    sheet.set_footer("&C&P / &N")


def write_csv(headings: Sequence[str], rows: Rows) -> bytes:
    """CSV in UTF-8 with a BOM, parted by «;»; a cell that begins like a formula has an apostrophe before it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
