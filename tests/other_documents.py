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


OTHERS = [
    (LOCKED, "locked"),
    (_word("ms-word.document.macroEnabled"), "docm"),
    (_word("ms-word.template.macroEnabled"), "dotx"),
    (_word("openxmlformats-officedocument.wordprocessingml.template"), "dotx"),
    (container("WordDocument", b"words"), "doc"),
    (_packed("mimetype", "application/vnd.oasis.opendocument.text"), "odt"),
    (_packed("Index/Document.iwa", ""), "pages"),
    (b"{\\rtf1 words}", "rtf"),
    (b"%PDF-1.7", "pdf"),
    (b"<html>words</html>", "web"),
]
