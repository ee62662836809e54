"""What stands in a paper, read back with python-docx."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph


def words_of(data: bytes) -> str:
    """Every paragraph and every row of a table, a line each, cells by tabs; spaces that do not break are spaces."""
    return set_of(data).replace("\u00a0", " ")


def set_of(data: bytes) -> str:
    """The same with the spaces as they are set."""
    document: Any = Document(BytesIO(data))
    return "\n".join(_line(one) for block in document.iter_inner_content() for one in _rows(block))


def _rows(block: Any) -> list[Any]:
    return list(block.rows) if isinstance(block, Table) else [block]


def _line(one: Any) -> str:
    return str(one.text) if isinstance(one, Paragraph) else "\t".join(cell.text for cell in one.cells)
