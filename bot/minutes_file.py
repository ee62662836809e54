"""Words of a file that minutes were written in: .docx or .txt. Done in a process of its own."""

import io
from collections.abc import Iterator
from typing import Any

from bot.document_kinds import document_kind
from domain.minutes import LONGEST
from domain.refusal import Refusal

ENCODINGS = ("utf-8-sig", "cp1251")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
UNSEEN = frozenset({"del", "moveFrom", "Fallback", "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sectPr"})
"""Parts of a document that nobody reads: what was taken out, what stands in for something else, how it looks."""
WRAPPERS = frozenset({"sdt", "sdtContent", "ins", "customXml"})
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read_words(name: str, data: bytes) -> str:
    """Paragraphs and rows of tables, a line each. `Refusal` for what is neither, or longer than minutes are."""
    kind = document_kind(data)
    if kind not in ("docx", ""):
        raise Refusal("papers-not-docx", file=name, kind=kind)
    text = _of_docx(data) if kind else _of_text(name, data)
    if len(text) > LONGEST:
        raise Refusal("text-too-long", most=LONGEST, length=len(text))
    return text


def _of_text(name: str, data: bytes) -> str:
    """Notepad's «Unicode» begins with a mark and has zeros in it; no other text has."""
    if not name.casefold().endswith(".txt") or (b"\x00" in data and not data.startswith(UTF_16)):
        raise Refusal("minutes-file")
    for encoding in ("utf-16",) if data.startswith(UTF_16) else ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refusal("minutes-file")


def _of_docx(data: bytes) -> str:
    """What Word shows: what was put in while changes were tracked, too, and what stands in forms and boxes."""
    from docx import Document

    try:
        document: Any = Document(io.BytesIO(data))
        return "\n".join(_lines(document.element.body))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - whatever python-docx makes of something else
        raise Refusal("minutes-file") from None


def _lines(block: Any) -> Iterator[str]:
    """A line for each paragraph and each row of a table, however deep in frames that are not seen."""
    for one in block.iterchildren("*"):
        kind = _kind(one)
        if kind == "p":
            yield "".join(_words(one))
        elif kind == "tr":
            yield " | ".join("\n".join(_lines(cell)) for cell in _cells(one))
        elif kind not in UNSEEN:
            yield from _lines(one)


def _cells(row: Any) -> Iterator[Any]:
    for one in row.iterchildren("*"):
        if _kind(one) == "tc":
            yield one
        elif _kind(one) in WRAPPERS:
            yield from _cells(one)


def _words(paragraph: Any) -> Iterator[str]:
    for one in paragraph.iterchildren("*"):
        kind = _kind(one)
        if kind in SIGNS:
            yield SIGNS[kind]
        elif kind == "t":
            yield one.text or ""
        elif kind == "p":  # in a box within the paragraph
            yield "\n" + "".join(_words(one))
        elif kind not in UNSEEN:
            yield from _words(one)


def _kind(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
