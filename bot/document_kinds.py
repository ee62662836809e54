"""What a document is that was sent for a .docx: told by its first bytes, not by its name."""

import io
from collections.abc import Sequence
from zipfile import BadZipFile, ZipFile, ZipInfo

from domain.plain_workbook import LOCKED, OLD_EXCEL, ZIP

OLD_WORD = "WordDocument".encode("utf-16-le")
BEGINNINGS = {b"{\\rtf": "rtf", b"%PDF": "pdf", b"<": "web"}
TYPES = {
    b"ms-word.document.macroEnabled": "docm",
    b"ms-word.template.macroEnabled": "dotx",
    b"wordprocessingml.template": "dotx",
    b"wordprocessingml.document.main": "docx",
}
DIRECTORY, MIMETYPE = "[Content_Types].xml", "mimetype"
PAGES = ("Index/Document.iwa", "Index.zip", "index.xml")
MOST = 1024 * 1024
"""What is read of a part that tells the kind."""
MOST_PACKED, MOST_TEXT, MOST_UNPACKED = 5 * 1024 * 1024, 20 * 1024 * 1024, 100 * 1024 * 1024
"""Of a file, of its texts and of all that is in it, pictures and all: with more there is no work in its process."""
TEXTS = (".xml", ".rels")


def document_kind(data: bytes) -> str:
    """«docx», «doc» …; «locked» behind a password, «huge» for what is too large to be opened; nothing for what is no
    document of a kind that is known.
    """
    if data.startswith(OLD_EXCEL):
        return "locked" if LOCKED in data else "doc" if OLD_WORD in data else ""
    if data.startswith(ZIP):
        return _packed(data)
    return next((kind for start, kind in BEGINNINGS.items() if data.lstrip().startswith(start)), "")


def _packed(data: bytes) -> str:
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            if len(data) > MOST_PACKED or _is_huge(archive.infolist()):
                return "huge"
            names = archive.namelist()
            said = {name: archive.open(name).read(MOST) for name in (DIRECTORY, MIMETYPE) if name in names}
    except (BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError):
        return ""
    if b"opendocument.text" in said.get(MIMETYPE, b""):
        return "odt"
    if any(name in names for name in PAGES):
        return "pages"
    return next((kind for mark, kind in TYPES.items() if mark in said.get(DIRECTORY, b"")), "")


def _is_huge(parts: Sequence[ZipInfo]) -> bool:
    """By what its directory says of it: `zipfile` unpacks no more than that."""
    texts = sum(part.file_size for part in parts if part.filename.casefold().endswith(TEXTS))
    return texts > MOST_TEXT or sum(part.file_size for part in parts) > MOST_UNPACKED
