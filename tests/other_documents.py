"""Documents of every kind that people have besides .docx, as far as they tell what they are."""

import io
import zipfile

from tests.odd_books import LOCKED
from tests.other_books import container

TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{}</Types>'
MAIN = '<Override PartName="/word/document.xml" ContentType="application/vnd.{}.main+xml"/>'


def _packed(name: str, part: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, part)
    return out.getvalue()


def _word(kind: str) -> bytes:
    return _packed("[Content_Types].xml", TYPES.format(MAIN.format(kind)))


def _large(*parts: tuple[str, int]) -> bytes:
    """A document with parts of so many megabytes that take no room until they are unpacked."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        kind = "openxmlformats-officedocument.wordprocessingml.document"
        archive.writestr("[Content_Types].xml", TYPES.format(MAIN.format(kind)))
        for name, size in parts:
            archive.writestr(name, bytes(size * 1024 * 1024))
    return out.getvalue()


OTHERS = [
    (LOCKED, "locked"),
    (_word("ms-word.document.macroEnabled"), "docm"),
    (_word("ms-word.template.macroEnabled"), "dotx"),
    (_word("openxmlformats-officedocument.wordprocessingml.template"), "dotx"),
    (_large(("word/document.xml", 30)), "huge"),
    (_large(("word/media/image1.bmp", 60), ("word/media/image2.bmp", 60)), "huge"),
    (_packed("word/media/image1.jpeg", "x" * (5 * 1024 * 1024 + 1)), "huge"),
    (container("WordDocument", b"words"), "doc"),
    (_packed("mimetype", "application/vnd.oasis.opendocument.text"), "odt"),
    (_packed("Index/Document.iwa", ""), "pages"),
    (b"{\\rtf1 words}", "rtf"),
    (b"%PDF-1.7", "pdf"),
    (b"<html>words</html>", "web"),
]
