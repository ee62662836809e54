"""Workbooks for tests, made as a methodist would: rows under headings."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook

Rows = Sequence[Sequence[object]]
YES_NO: Rows = [["list_name", "name", "label"], ["yn", "y", "да"], ["yn", "n", "нет"]]


def workbook(survey: Rows, choices: Rows = YES_NO, settings: Rows = ()) -> bytes:
    """An XLSX with the sheets of XLSForm."""
    book = Workbook()
    for name, rows in (("survey", survey), ("choices", choices), ("settings", settings)):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.remove(book.worksheets[0])
    file = BytesIO()
    book.save(file)
    return file.getvalue()
