"""Files that minutes were written in."""

import io
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml

from bot.minutes_file import read_words
from domain.refusal import Refusal
from tests.other_documents import OTHERS


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


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_plain_text_of_any_age(encoding: str) -> None:
    assert read_words("протокол.txt", "Слушали: Ёлкину".encode(encoding)) == "Слушали: Ёлкину"


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.docx", b"PK"), ("a.txt", b"\x00\x01"), ("a", b""), ("a.txt", b"\x98\xff")],
)
def test_what_is_no_text_is_said(name: str, data: bytes) -> None:
    with pytest.raises(Refusal, match="minutes-file"):
        read_words(name, data)


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RUN = "<w:r><w:t>{}</w:t></w:r>"
PARAGRAPH = f"<w:p {W}>{{}}</w:p>"


def with_xml(*blocks: str) -> bytes:
    made: Any = Document()
    for block in blocks:
        made.element.body.insert_element_before(parse_xml(block), "w:sectPr")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("inner", "seen"),
    [
        (f"{RUN.format('Решили: ')}<w:ins w:id='1' w:author='А'>{RUN.format('принять')}</w:ins>", "Решили: принять"),
        ("<w:del w:id='1' w:author='А'><w:r><w:delText>нет</w:delText></w:r></w:del>" + RUN.format("да"), "да"),
        (f"<w:sdt><w:sdtContent>{RUN.format('27 апреля')}</w:sdtContent></w:sdt>", "27 апреля"),
        (f"<w:r><w:pict><w:txbxContent><w:p>{RUN.format('в рамке')}</w:p></w:txbxContent></w:pict></w:r>", "в рамке"),
        ("<w:r><w:t>а</w:t><w:tab/><w:t>б</w:t><w:br/><w:t>в</w:t></w:r>", "а\tб\nв"),
    ],
)
def test_all_is_read_that_word_shows(inner: str, seen: str) -> None:
    assert read_words("a.docx", with_xml(PARAGRAPH.format(inner))).strip() == seen


def test_a_whole_part_in_a_form_and_a_table_with_joined_cells_are_read() -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr><w:p>" + RUN + "</w:p></w:tc>"
    joined = cell.format('<w:gridSpan w:val="2"/><w:vMerge/>', "Слушали")
    table = f"<w:tbl {W}><w:tblGrid/><w:tr>{joined}{cell.format('', 'Лапину')}</w:tr></w:tbl>"
    form = f"<w:sdt {W}><w:sdtContent>{PARAGRAPH.format(RUN.format('Протокол'))}</w:sdtContent></w:sdt>"
    assert read_words("a.docx", with_xml(form, table)) == "Протокол\nСлушали | Лапину"


def test_a_book_is_too_long() -> None:
    with pytest.raises(Refusal, match="text-too-long"):
        read_words("a.txt", b"a" * 200_001)


@pytest.mark.parametrize(("name", "data"), [("протокол", document(1)), ("a.txt", document(1)), ("a.DOC", document(1))])
def test_a_document_is_one_whatever_it_is_called(name: str, data: bytes) -> None:
    assert "Слушали" in read_words(name, data)


@pytest.mark.parametrize(("data", "kind"), OTHERS, ids=[kind for _, kind in OTHERS])
def test_it_is_said_what_a_document_of_another_kind_is(data: bytes, kind: str) -> None:
    with pytest.raises(Refusal, match="papers-not-docx") as found:
        read_words("a.docx", data)
    assert found.value.values == {"file": "a.docx", "kind": kind}
