"""Workbooks that Excel opens and whoever wrote them got wrong: a good one with a part of it changed."""

import io
import re
import zipfile
from collections.abc import Callable

FILLS = re.compile(rb"<fills.*?</fills>")
CREATED = re.compile(rb"(<dcterms:created[^>]*>)[^<]*")
OFFICE = b"http://schemas.openxmlformats.org/"
Change = Callable[[str, bytes], tuple[str, bytes]]


def changed(book: bytes, change: Change) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(*change(name, old.read(name)))
    return out.getvalue()


def _without_fill(name: str, part: bytes) -> tuple[str, bytes]:
    return name, FILLS.sub(b"<fills><fill/></fills>", part)


def _with_a_colour_of_the_web(name: str, part: bytes) -> tuple[str, bytes]:
    colour = b'<fills><fill><patternFill patternType="solid"><fgColor rgb="#FFFF00"/></patternFill></fill></fills>'
    return name, FILLS.sub(colour, part)


def _with_a_date_of_ours(name: str, part: bytes) -> tuple[str, bytes]:
    return name, CREATED.sub(rb"\g<1>27.04.2018 14:00", part)


def _strict(name: str, part: bytes) -> tuple[str, bytes]:
    part = part.replace(OFFICE + b"spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main")
    return name, part.replace(OFFICE + b"officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/")


def _with_backslashes(name: str, part: bytes) -> tuple[str, bytes]:
    return name.replace("/", "\\"), part


def _for_macros(name: str, part: bytes) -> tuple[str, bytes]:
    usual = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    return name, part.replace(usual, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml")


ODD: dict[str, Change] = {
    "without a fill": _without_fill,
    "with a colour of the web": _with_a_colour_of_the_web,
    "with a date of ours": _with_a_date_of_ours,
    "strict": _strict,
    "with backslashes": _with_backslashes,
    "for macros, without any": _for_macros,
}
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")
