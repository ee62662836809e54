"""Words of a file that minutes were written in: .docx or .txt. Done in a process of its own."""

import io
from typing import Any

from domain.minutes import LONGEST
from domain.refusal import Refusal

ENCODINGS = ("utf-8-sig", "cp1251")


def read_words(name: str, data: bytes) -> str:
    """Paragraphs and rows of tables, a line each. `Refusal` for what is neither, or longer than minutes are."""
    text = _of_docx(data) if name.casefold().endswith(".docx") else _of_text(name, data)
    if len(text) > LONGEST:
        raise Refusal("text-too-long", most=LONGEST, length=len(text))
    return text


def _of_text(name: str, data: bytes) -> str:
    if not name.casefold().endswith(".txt") or b"\x00" in data:
        raise Refusal("minutes-file")
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refusal("minutes-file")


def _of_docx(data: bytes) -> str:
    from docx import Document
    from docx.table import Table

    try:
        document: Any = Document(io.BytesIO(data))
        blocks = list(document.iter_inner_content())
    except Exception:  # noqa: BLE001 - whatever python-docx makes of something else
        raise Refusal("minutes-file") from None
    lines: list[str] = []
    for block in blocks:
        rows = block.rows if isinstance(block, Table) else ()
        lines += [" | ".join(cell.text for cell in row.cells) for row in rows] or [getattr(block, "text", "")]
    return "\n".join(lines)
