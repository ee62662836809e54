"""Templates as they come from people: what was changed or noted in them, typed astray, or taken from outside."""

import asyncio
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.event_paper_files import paper_files
from bot.office import Office, office_program
from bot.paper_templates import fill
from domain.refusal import Refusal
from tests.bot.test_paper_templates import NAMED, refused, template
from tests.docx import set_of
from tests.odd_books import changed
from tests.other_documents import OTHERS

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PLACE = b"<w:p><w:r><w:t>*</w:t></w:r></w:p>"
RUN = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
DELETED = "<w:del w:id='1' w:author='А'><w:r><w:delText>{}</w:delText></w:r></w:del>"
Change = Callable[[str, bytes], tuple[str, bytes]]


def with_xml(body: str, *, rel: str = "", of: str = "document", settings: str = "") -> bytes:
    """A template with that in place of a paragraph; `rel`: what a part is related to besides."""

    def change(name: str, part: bytes) -> tuple[str, bytes]:
        part = part.replace(PLACE, body.encode()) if name == "word/document.xml" else part
        if name == f"word/_rels/{of}.xml.rels":
            part = part.replace(b"</Relationships>", rel.encode() + b"</Relationships>")
        if name == "word/settings.xml":
            part = part.replace(b"</w:settings>", settings.encode() + b"</w:settings>")
        return name, part

    return changed(template("Начало", "*", "Конец"), change)


def with_part(data: bytes, name: str, part: str) -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, part)
    return out.getvalue()


def external(kind: str, target: str) -> str:
    return f'<Relationship Id="rX" Type="{R}/{kind}" Target="{target}" TargetMode="External"/>'


def said(data: bytes) -> str:
    return set_of(fill(data, "invitation.docx", NAMED))


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        assert len(names) == len(set(names))
        return {name: archive.read(name) for name in names}


@pytest.mark.parametrize("words", ["{{r заголовок }}", "{{p заголовок}}", "{{r }}", "{{tr цель}}"])
def test_a_field_whose_words_would_vanish_is_named(words: str) -> None:
    refusal = refused(template(f"до {words} после"))
    assert (refusal.code, refusal.values["why"]) == ("papers-syntax", words)


@pytest.mark.parametrize(
    "words",
    ["{%p for кто in участники %} Строка {{ кто.имя }}", "{{ цель }}{%p if цель %}", "{%p if цель %}{%p if а %}"],
)
def test_what_stands_beside_a_tag_for_the_whole_paragraph_does_not_vanish(words: str) -> None:
    assert refused(template(words, "{%p endfor %}", "{%p endif %}")).values["why"] == words


def test_what_stands_in_the_row_of_a_tag_for_the_whole_row_does_not_vanish() -> None:
    cell = "<w:tc><w:tcPr/><w:p>" + RUN + "</w:p></w:tc>"
    row = "<w:tr>{}</w:tr>"
    table = "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid>{}</w:tbl>"
    start, line, end = "{%tr for кто in участники %}", "{{ кто.имя }}", "{%tr endfor %}"
    rows = (row.format(cell.format(words)) for words in (start, line, end))
    assert "Ветров" in said(with_xml(table.format("".join(rows))))
    in_one = row.format("".join(cell.format(words) for words in (start, line, end)))
    assert refused(with_xml(table.format(in_one))).values["why"] == start + line + end


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("{{ участники }}", "{{ участники }}"),
        ("{{ партнёры }}", "{{ партнёры }}"),
        ("{% for кто in участники %}{{ кто }}{% endfor %}", "{{ кто }}"),
        ("{{ “заголовок” }}", '{{ "заголовок" }}'),
    ],
)
def test_a_field_that_would_print_something_else_is_named(words: str, why: str) -> None:
    refusal = refused(template(words))
    assert (refusal.code, refusal.values["why"]) == ("papers-syntax", why)


def test_a_field_of_a_list_outside_its_list_is_named() -> None:
    assert refused(template("{{ участники.имя }}")).values["unknown"] == "участники.имя"


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\ufeff", "\u00a0"])
def test_signs_that_nobody_sees_are_no_part_of_a_field(sign: str) -> None:
    assert said(template(f"{{{{ {sign}заголовок{sign} }}}}")) == "Круглый стол «Принцип»"


def test_changes_that_were_tracked_count_as_accepted() -> None:
    put_in = f"<w:ins w:id='2' w:author='А'>{RUN.format('овок }}')}</w:ins>"
    words = f"<w:p>{RUN.format('{{ загол')}{DELETED.format('{{ старое }}')}{put_in}</w:p>"
    gone = "<w:p><w:pPr><w:rPr><w:del w:id='3' w:author='А'/></w:rPr></w:pPr>" + DELETED.format("прочь") + "</w:p>"
    made = fill(with_xml(words + gone), "invitation.docx", NAMED)
    assert set_of(made) == "Начало\nКруглый стол «Принцип»\nКонец"
    assert not re.search(rb"<w:(?:ins|del|delText)\b", parts_of(made)["word/document.xml"])


def test_a_deleted_row_does_not_come_back() -> None:
    cell = "<w:tc><w:p>" + RUN.format("{{ старое }}") + "</w:p></w:tc>"
    row = f"<w:tr><w:trPr><w:del w:id='1' w:author='А'/></w:trPr>{cell}</w:tr>"
    assert "старое" not in said(with_xml(f"<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid>{row}</w:tbl><w:p/>"))


def test_notes_in_the_margin_reach_nobody() -> None:
    mark = "<w:commentRangeStart w:id='0'/>{}<w:commentRangeEnd w:id='0'/><w:r><w:commentReference w:id='0'/></w:r>"
    note = f'<Relationship Id="rC" Type="{R}/comments" Target="comments.xml"/>'
    kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    override = b'<Override PartName="/word/comments.xml" ContentType="' + kind + b'"/></Types>'
    data = with_xml(f"<w:p>{mark.format(RUN.format('{{ форма }}'))}</w:p>", rel=note)
    data = with_part(data, "word/comments.xml", f"<w:comments {W}><w:comment w:id='0'/></w:comments>")
    data = changed(
        data, lambda name, part: (name, part.replace(b"</Types>", override) if name.startswith("[") else part)
    )
    made = parts_of(fill(data, "invitation.docx", NAMED))
    assert "word/comments.xml" not in made
    assert b"comment" not in made["word/document.xml"]


def test_what_libreoffice_says_of_a_file_is_filled_in_and_stands_there_once() -> None:
    def change(name: str, part: bytes) -> tuple[str, bytes]:
        theirs = part.replace(
            b"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
            b"http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties",
        )
        if name == "docProps/core.xml":
            theirs = re.sub(rb"<dc:title>.*?</dc:title>|<dc:title/>", b"<dc:title>{{ nothing }}</dc:title>", part)
            theirs = theirs.replace(b"nothing", "заголовок".encode())
        return name, theirs

    made = parts_of(fill(changed(template("Слова"), change), "invitation.docx", NAMED))
    assert "Круглый стол «Принцип»" in made["docProps/core.xml"].decode()


PICTURE = "<w:p><w:r><w:pict><v:imagedata xmlns:v='urn:schemas-microsoft-com:vml'/></w:pict></w:r></w:p>"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/"
LINKED = (
    f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}wordprocessingDrawing"><wp:extent cx="999999" cy="999999"/>'
    f'<wp:docPr id="7" name="p"/><a:graphic xmlns:a="{DRAWING}main"><a:graphicData uri="{DRAWING}picture">'
    f'<pic:pic xmlns:pic="{DRAWING}picture"><pic:nvPicPr><pic:cNvPr id="0" name="p"/><pic:cNvPicPr/></pic:nvPicPr>'
    f'<pic:blipFill><a:blip xmlns:r="{R}" r:link="rX"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="999999" cy="999999"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr>'
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)
FIELD = "<w:p><w:r><w:instrText>{}</w:instrText></w:r><w:r><w:instrText>{}</w:instrText></w:r></w:p>"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (with_xml(PICTURE, rel=external("image", "http://127.0.0.1/a.png")), "http://127.0.0.1/a.png"),
        (with_xml(PICTURE, rel=external("image", "file:///etc/passwd")), "file:///etc/passwd"),
        (with_xml(PICTURE, rel=external("oleObject", "file:///etc/passwd")), "file:///etc/passwd"),
        (with_xml(FIELD.format(" DDE", 'AUTO cmd "/k"')), 'DDEAUTO cmd "/k"'),
        (with_xml(FIELD.format(" INCLUDETEXT ", '"/etc/passwd"')), 'INCLUDETEXT "/etc/passwd"'),
        (with_xml("<w:p><w:fldSimple w:instr=' LINK Excel.Sheet.8 a.xls '/></w:p>"), "LINK Excel.Sheet.8 a.xls"),
    ],
)
def test_what_is_not_in_the_file_itself_is_named(data: bytes, what: str) -> None:
    refusal = refused(data)
    assert (refusal.code, refusal.values["what"]) == ("papers-elsewhere", what)


def test_a_drawing_that_shows_another_file_is_named() -> None:
    drawing = f'<Relationship Id="rX" Type="{R}/image" Target="media/a.svg"/>'
    kind = b'<Default Extension="svg" ContentType="image/svg+xml"/></Types>'
    data = with_part(with_xml("<w:p/>", rel=drawing), "word/media/a.svg", "<svg><image href='file:///a.png'/></svg>")
    data = changed(data, lambda name, part: (name, part.replace(b"</Types>", kind) if name.startswith("[") else part))
    assert refused(data).values["what"] == "file:///a.png"


def test_links_for_people_and_page_numbers_are_no_such_thing() -> None:
    link = f'<w:p xmlns:r="{R}"><w:hyperlink r:id="rX">{RUN.format("{{ форма }}")}</w:hyperlink></w:p>'
    data = with_xml(link + FIELD.format(" PAGE", ""), rel=external("hyperlink", "http://example.org/"))
    assert "Круглый стол" in said(data)


def test_the_address_of_the_template_that_word_began_with_stays_out() -> None:
    attached = f"<w:attachedTemplate xmlns:r='{R}' r:id='rX'/>"
    rels = f'<Relationships xmlns="{R.replace("officeDocument", "package")}">'
    where = external("attachedTemplate", "file:///C:/Users/Anna/Normal.dotm")
    data = with_part(
        with_xml("<w:p/>", settings=attached), "word/_rels/settings.xml.rels", f"{rels}{where}</Relationships>"
    )
    made = parts_of(fill(data, "invitation.docx", NAMED))
    assert b"attachedTemplate" not in made["word/settings.xml"]
    assert not [name for name, part in made.items() if b"Anna" in part]


def test_an_entity_of_a_file_is_not_read() -> None:
    def change(name: str, part: bytes) -> tuple[str, bytes]:
        if name == "word/document.xml":
            head, _, rest = part.partition(b"?>")
            entity = b'?><!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
            return name, head + entity + rest.replace("Слова".encode(), b"&x;")
        return name, part

    assert "root:" not in said(changed(template("Слова"), change))


@pytest.mark.skipif(not office_program(), reason="LibreOffice is absent")
async def test_a_pdf_takes_nothing_from_outside_the_paper() -> None:
    asked: list[bytes] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.readline())
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/a.png"
    async with server:
        await Office(office_program() or "").pdf(with_xml(LINKED, rel=external("image", address)))
    assert asked == []


@pytest.mark.parametrize(("data", "kind"), OTHERS, ids=[kind for _, kind in OTHERS])
def test_it_is_said_what_a_template_of_another_kind_is(data: bytes, kind: str) -> None:
    assert refused(data).values == {"file": "invitation.docx", "kind": kind}


@pytest.mark.parametrize("name", ["announcement.dotx", "announcement.ODT", "announcement.doc"])
async def test_a_template_of_another_kind_is_not_passed_over(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"{\\rtf1 words}")
    with pytest.raises(Refusal, match="papers-not-docx"):
        await paper_files(str(tmp_path)).fill("announcement", NAMED)
    (tmp_path / "announcement.DOCX").write_bytes(template("{{ форма }}"))
    assert set_of(await paper_files(str(tmp_path)).fill("announcement", NAMED)) == "Круглый стол"
