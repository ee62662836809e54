"""Files that minutes were written in."""

import io
from typing import Any

import pytest
from docx import Document

from bot.minutes_file import read_words
from domain.refusal import Refusal


def document(pages: int) -> bytes:
    made: Any = Document()
    for number in range(pages * 40):
        made.add_paragraph(f"{number}. Слушали: о взаимодействии библиотек города с партнёрами, строка за строкой")
    table = made.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Решили", "принять к сведению"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_thirty_pages_are_read_with_their_tables() -> None:
    text = read_words("Протокол.DOCX", document(30))
    assert len(text) > 80_000
    assert text.endswith("Решили | принять к сведению")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251"])
def test_plain_text_of_any_age(encoding: str) -> None:
    assert read_words("протокол.txt", "Слушали: Ёлкину".encode(encoding)) == "Слушали: Ёлкину"


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.docx", b"PK"), ("a.pdf", b"%PDF"), ("a.txt", b"\x00\x01"), ("a", b""), ("a.txt", b"\x98\xff")],
)
def test_what_is_no_text_is_said(name: str, data: bytes) -> None:
    with pytest.raises(Refusal, match="minutes-file"):
        read_words(name, data)


def test_a_book_is_too_long() -> None:
    with pytest.raises(Refusal, match="text-too-long"):
        read_words("a.txt", b"a" * 200_001)
