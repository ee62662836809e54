"""Workbooks as a methodist makes them, for what is sent in chat."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook

SHIPPED = Path(__file__).parents[2] / "bot" / "data" / "our_partners.xlsx"
Rows = Sequence[Sequence[str]]

SHORT: Mapping[str, Rows] = {
    "survey": [
        ["type", "name", "label", "relevant", "required"],
        ["select_one yes_no", "works", "Работаем ли мы вместе?", "", "yes"],
        ["text", "why", "Почему нет?", "${works} = 'no'", ""],
    ],
    "choices": [["list_name", "name", "label"], ["yes_no", "yes", "да"], ["yes_no", "no", "нет"]],
    "settings": [["form_title", "form_id"], ["Короткая анкета", "short"]],
}


def workbook(sheets: Mapping[str, Rows]) -> bytes:
    book, out = Workbook(), BytesIO()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(out)
    return out.getvalue()
