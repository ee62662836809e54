"""Tables as programs other than Excel of today write them: LibreOffice (.ods), and Excel 97–2003 (.xls)."""

import io
import struct
import zipfile
from collections.abc import Iterable
from datetime import date

from domain.plain_workbook import OLD_EXCEL

KIND = b"application/vnd.oasis.opendocument.spreadsheet"
NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "style", "table", "text")
)
STYLES = (
    '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>'
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
)
STRING = 'office:value-type="string"'
END = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/>'
"""How LibreOffice ends a sheet: with all that is empty."""


DAY = 14
"""The number of the usual way to write a date."""
BROKEN = "#REF!"
Value = str | float | date
SECTOR, SMALLEST = 512, 4096
LAST, NONE = 0xFFFFFFFE, 0xFFFFFFFF


def open_document(*sheets: str, kind: bytes = KIND, manifest: str = "", hidden: bool = True) -> bytes:
    """An .ods of sheets, given by their rows; the second and further ones are `hidden`."""
    tables = "".join(
        f'<table:table table:name="{number}" table:style-name="{"ta2" if number and hidden else "ta1"}">'
        f"<table:table-column/>{rows}{END}</table:table-row></table:table>"
        for number, rows in enumerate(sheets)
    )
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kind, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def row_of(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def rows_of(rows: Iterable[Iterable[str]]) -> str:
    return "".join(row_of(*map(cell_of, row)) for row in rows)


def cell_of(*lines: str, said: str = "") -> str:
    words = "".join(f"<text:p>{line}</text:p>" for line in lines)
    return f"<table:table-cell {said or STRING}>{words}</table:table-cell>"


def old_workbook(*rows: tuple[Value, ...], hidden_row: int | None = None, hidden_column: int | None = None) -> bytes:
    """A sheet of Excel 97–2003: its records in a container of one stream. The first row and column are 0."""
    cells = b"".join(
        _cell(number, place, value) for number, cells in enumerate(rows) for place, value in enumerate(cells)
    )
    looks = b""
    if hidden_row is not None:
        looks += _record(0x208, struct.pack("<HHHHHHI", hidden_row, 0, 9, 255, 0, 0, 0x20))
    if hidden_column is not None:
        looks += _record(0x7D, struct.pack("<HHHHHH", hidden_column, hidden_column, 2560, 0, 1, 0))
    sheet = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0)) + looks + cells + _record(0x0A, b"")
    name = "Лист".encode("utf-16-le")
    start = _record(0x809, struct.pack("<HHHHII", 0x600, 0x5, 0, 0, 0, 0)) + _record(0x42, struct.pack("<H", 1200))
    start += b"".join(_record(0xE0, struct.pack("<HH", 0, style) + bytes(16)) for style in (0, DAY))
    place = len(start) + 4 + 8 + len(name) + 4
    bound = _record(0x85, struct.pack("<IBBBB", place, 0, 0, 4, 1) + name)
    return container("Workbook", start + bound + _record(0x0A, b"") + sheet)


def container(name: str, stream: bytes) -> bytes:
    """A file as Office wrote it before 2007, with one stream in it."""
    stream = stream.ljust(max(SMALLEST, -(-len(stream) // SECTOR) * SECTOR), b"\0")
    last = 1 + len(stream) // SECTOR
    chain = [0xFFFFFFFD, LAST, *range(3, last + 1), LAST]
    head = OLD_EXCEL + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<9I", 0, 1, 1, 0, SMALLEST, LAST, 0, LAST, 0) + struct.pack("<I", 0)
    table = struct.pack(f"<{len(chain)}I", *chain)
    entries = _entry("Root Entry", 5, LAST, 0, child=1) + _entry(name, 2, 2, len(stream))
    return head.ljust(SECTOR, b"\xff") + table.ljust(SECTOR, b"\xff") + entries.ljust(SECTOR, b"\0") + stream


def _entry(name: str, kind: int, start: int, size: int, child: int = NONE) -> bytes:
    label = (name + "\0").encode("utf-16-le")
    tree = struct.pack("<HBBIII", len(label), kind, 1, NONE, NONE, child)
    return label.ljust(64, b"\0") + tree + bytes(36) + struct.pack("<IQ", start, size)


def _cell(number: int, place: int, value: Value) -> bytes:
    where = struct.pack("<HHH", number, place, int(isinstance(value, date)))
    if isinstance(value, date):
        return _record(0x203, where + struct.pack("<d", (value - date(1899, 12, 30)).days))
    if isinstance(value, bool):
        return _record(0x205, where + struct.pack("<BB", value, 0))
    if value == BROKEN:
        return _record(0x205, where + struct.pack("<BB", 0x17, 1))
    if isinstance(value, str):
        return _record(0x204, where + struct.pack("<HB", len(value), 1) + value.encode("utf-16-le"))
    return _record(0x203, where + struct.pack("<d", value))


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body
