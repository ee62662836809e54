"""Writes spreadsheets: XLSX, and CSV as Excel opens it (BOM, «;»). No cell counts as a formula (LESSONS X 85–87)."""

import csv
import io
from collections.abc import Iterable, Sequence

from domain.cells import as_text, guarded

WIDEST = 50
"""Letters of the widest column; longer text is wrapped."""
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
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(width + 2, WIDEST))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(last, 1), len(headings) - 1)
    book.close()
    return out.getvalue()


def write_csv(headings: Sequence[str], rows: Rows) -> bytes:
    """CSV in UTF-8 with a BOM, parted by «;»; a cell that begins like a formula has an apostrophe before it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
