"""Workbooks that Excel opens and openpyxl does not, made plain: what the cells say is kept, how they look is not.

Programs that write XLSX by themselves get styles and properties wrong, which Excel forgives; and Excel itself can save
in the «strict» dialect, whose names are others.
"""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

OLD_EXCEL, ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
LOCKED = "EncryptedPackage".encode("utf-16-le")
"""How a container of old Excel names what is in it, if that is a workbook behind a password."""
OFFICE = b"http://schemas.openxmlformats.org/"
STRICT = (
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", OFFICE + b"spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", OFFICE + b"officeDocument/2006/"),
)
WITH_MACROS = re.compile(rb"application/vnd\.(?:ms-excel|openxmlformats-officedocument)[\w.-]*\.main\+xml")
WORKBOOK = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
NAMES = re.compile(rb"<(\w+:)?definedNames\b.*?</(?:\w+:)?definedNames>", re.DOTALL)
FORMAT = re.compile(rb"<(?:\w+:)?numFmt(\s[^>]*?)/?>")
CELL_STYLES = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
CELL_STYLE = re.compile(rb"<(?:\w+:)?xf\b([^>]*)>")
NUMBER = re.compile(rb'\bnumFmtId="(\d+)"')
COLUMN = re.compile(rb"(<(?:\w+:)?col\b)([^>]*?)(/?>)")
FIRST = re.compile(rb"""\bmin=["']0*[1-9]""")
NO_FIRST = re.compile(rb"""\bmin=["'][^"']*["']""")
STYLES = (
    b'<styleSheet xmlns="' + OFFICE + b'spreadsheetml/2006/main">%s<fonts><font/></fonts>'
    b"<fills><fill><patternFill/></fill></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>"
    b'<cellXfs>%s</cellXfs><cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def is_locked(data: bytes) -> bool:
    """Whether it is a workbook behind a password."""
    return data.startswith(OLD_EXCEL) and LOCKED in data


def made_plain(data: bytes) -> bytes:
    """The workbook with plain styles and no properties; whatever `zipfile` raises where it is no ZIP."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED, compresslevel=1) as new:
        for entry in old.infolist():
            name = entry.filename.replace("\\", "/")
            if not entry.is_dir() and not name.startswith("docProps/"):
                new.writestr(name, _plain(name, old.read(entry)))
    return out.getvalue()


def _plain(name: str, part: bytes) -> bytes:
    if not name.endswith((".xml", ".rels")):
        return part
    for strict, usual in STRICT:
        part = part.replace(strict, usual)
    if name == "[Content_Types].xml":
        return WITH_MACROS.sub(_as_workbook, part)
    if name == "xl/workbook.xml":
        return NAMES.sub(b"", part)
    if name.startswith("xl/worksheets/"):
        return _columns(part)
    return _styles(part) if name == "xl/styles.xml" else part


def _columns(part: bytes) -> bytes:
    """A part may be large: it is put together anew only where there is something to mend."""
    are_good = all(FIRST.search(found[2]) for found in COLUMN.finditer(part))
    return part if are_good else COLUMN.sub(_column, part)


def _column(found: re.Match[bytes]) -> bytes:
    """How a column looks, with the number of it; of one that has none nothing is said."""
    start, said, end = found.groups()
    if FIRST.search(said):
        return found[0]
    return start + (NO_FIRST.sub(b'min="1"', said) if NO_FIRST.search(said) else b' min="1" max="1"') + end


def _as_workbook(found: re.Match[bytes]) -> bytes:
    """A template or a workbook for macros is called an ordinary one; other parts keep their kinds."""
    kinds = (b".sheet.", b".template.", b".addin.")
    return WORKBOOK if any(kind in found[0] for kind in kinds) else found[0]


def _styles(part: bytes) -> bytes:
    """Formats of numbers alone: they tell a date from a number."""
    formats = b"".join(b"<numFmt%s/>" % one for one in FORMAT.findall(part))
    styles = CELL_STYLES.search(part)
    numbers = (NUMBER.search(one) for one in CELL_STYLE.findall(styles[0] if styles else b""))
    cells = b"".join(b'<xf numFmtId="%s"/>' % (found[1] if found else b"0") for found in numbers)
    return STYLES % (b"<numFmts>%s</numFmts>" % formats if formats else b"", cells or b"<xf/>")
