"""Results of a survey as spreadsheets; done in a process of its own."""

import io
from collections.abc import Iterable
from itertools import zip_longest
from typing import Any

from bot.table_files import set_up_print, write_csv
from domain.cells import as_text
from domain.figures import figure
from domain.results_sheets import Cell, Material, Sheet, raw, sheets
from domain.results_summary import Summary, summarise
from domain.sheaf import Sheaf, answered, material

WIDTH = 28


def count_results(sheaf: Sheaf) -> Summary:
    """What the answers come to."""
    return summarise(sheaf.questionnaire, answered(sheaf))


def draw_results(sheaf: Sheaf) -> bytes:
    """The workbook: numbers are numbers, and no cell counts as a formula."""
    return draw_book(sheets(material(sheaf)))


def write_answers(sheaf: Sheaf) -> bytes:
    """An organisation a line, as CSV."""
    return csv_of(material(sheaf))


def csv_of(opened: Material, *, own_words: bool = False) -> bytes:
    """An organisation a line, with figures as the language writes them."""
    comma = opened.wording.language == "ru"
    head, *lines = (_typed(line, comma=comma) for line in raw(opened, own_words=own_words))
    return write_csv(head, lines)


def draw_book(every: Iterable[Sheet]) -> bytes:
    """Sheets as a workbook."""
    from xlsxwriter import Workbook

    from bot.row_heights import Sheet as Worksheet

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    bold = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
    text = book.add_format({"valign": "top", "text_wrap": True, "num_format": "@", "quote_prefix": True})
    number = book.add_format({"valign": "top"})
    for one in every:
        _write(book.add_worksheet(one.name[:31], Worksheet), one, bold, text, number)
    book.close()
    return out.getvalue()


def _write(sheet: Any, one: Sheet, bold: Any, text: Any, number: Any) -> None:
    from bot.row_heights import lines_of, make_room, wide_enough

    given = one.widths or [WIDTH] * max(map(len, one.lines))
    columns = zip_longest(*([_words(cell) for cell in line] for line in one.lines), fillvalue="")
    widths = [wide_enough(cells, width) for cells, width in zip(columns, given, strict=False)]
    for row, line in enumerate(one.lines):
        for column, cell in enumerate(line):
            if isinstance(cell, str):
                sheet.write_string(row, column, as_text(cell), text if row else bold)
            elif cell is not None:
                sheet.write_number(row, column, cell, number)
        make_room(sheet, row, max(map(lines_of, map(_words, line), widths), default=1))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    set_up_print(sheet, sum(widths))


def _words(cell: Cell) -> str:
    return cell if isinstance(cell, str) else ""


def _typed(line: Iterable[Cell], *, comma: bool) -> list[str]:
    return [_figure(cell, comma=comma) if isinstance(cell, float) else str(cell or "") for cell in line]


def _figure(cell: float, *, comma: bool) -> str:
    return figure(cell).replace(".", ",") if comma else figure(cell)
