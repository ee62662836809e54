"""Writes spreadsheets: XLSX, and CSV as Excel opens it (BOM, «;»). No cell counts as a formula (LESSONS X 85–87)."""

import csv
import io
from collections.abc import Iterable, Sequence
from math import ceil
from typing import Any

from domain.cells import as_text, guarded

WIDEST = 50
"""Letters of the widest column, unless a text would not fit even so; longer text is wrapped."""
A4 = 9
"""As workbooks call it."""
PAGE = 220
"""Letters side by side on a page that can still be read: at some 60 % of their size."""
Rows = Iterable[Sequence[str]]


def write_xlsx(headings: Sequence[str], rows: Rows) -> bytes:
    """A workbook of one sheet: headings that stay in sight and filter, every cell text."""
    from xlsxwriter import Workbook

    from bot.row_heights import Sheet, lines_of, make_room, wide_enough

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    sheet, bold = book.add_worksheet(worksheet_class=Sheet), book.add_format({"bold": True, "valign": "top"})
    text = book.add_format({"valign": "top", "text_wrap": True, "num_format": "@", "quote_prefix": True})
    lines = [headings, *rows]
    longest = [max(cells, key=len) for cells in zip(*lines, strict=True)]
    widths = [wide_enough([cell], min(len(cell) + 2, WIDEST)) for cell in longest]
    for number, row in enumerate(lines):
        for column, cell in enumerate(row):
            if cell:
                sheet.write_string(number, column, as_text(cell), text if number else bold)
        make_room(sheet, number, max(map(lines_of, row, widths), default=1) if number else 1)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    set_up_print(sheet, sum(widths))
    sheet.autofilter(0, 0, max(len(lines) - 1, 1), len(headings) - 1)
    book.close()
    return out.getvalue()


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
