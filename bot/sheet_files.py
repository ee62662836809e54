"""Results of a survey as a workbook; done in a process of its own."""

import io
from typing import Any

from domain.cells import as_text
from domain.results_sheets import Material, Sheet, sheets

WIDTH = 28


def draw_results(material: Material) -> bytes:
    """The workbook: numbers are numbers, and no cell counts as a formula."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    bold = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
    text = book.add_format({"valign": "top", "text_wrap": True, "num_format": "@", "quote_prefix": True})
    for one in sheets(material):
        _write(book.add_worksheet(one.name[:31]), one, bold, text)
    book.close()
    return out.getvalue()


def _write(sheet: Any, one: Sheet, bold: Any, text: Any) -> None:
    for row, line in enumerate(one.lines):
        for column, cell in enumerate(line):
            if isinstance(cell, str):
                sheet.write_string(row, column, as_text(cell), text if row else bold)
            elif cell is not None:
                sheet.write_number(row, column, cell)
    sheet.set_column(0, max(map(len, one.lines)), WIDTH)
    sheet.freeze_panes(1, 1)
