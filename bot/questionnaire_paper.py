"""A questionnaire as a printed form, DOCX; made in a process of its own."""

from io import BytesIO
from typing import Any

from domain.questionnaire.paper import Ask, Blank, Heading, Lines, Paper, Remark, Scale, Ticks

BOX = "☐"
BOXES = "Segoe UI Symbol"
"""A typeface that has the box; LibreOffice takes another one by itself."""
TYPEFACE, SIZE = "Arial", 10.5
SHORT, MANY = 50, 5
"""So many options of so few letters stand in two columns."""
WIDTH = 17.5
"""Centimetres between the margins of A4."""
GREY = "8C8C8C"


def draw_paper(paper: Paper) -> bytes:
    """The form on A4, to be printed and filled in by hand."""
    from docx import Document

    document = Document()
    _set_up(document, paper)
    _head(document, paper)
    for block in paper.blocks:
        if isinstance(block, Heading):
            _paragraph(document, block.text, bold=True, size=12, before=14, after=4, keeps=True)
        elif isinstance(block, Remark):
            _paragraph(document, block.text, italic=True, before=8, keeps=True)
        else:
            _ask(document, block)
    _paragraph(document, paper.thanks, bold=True, before=6)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _set_up(document: Any, paper: Paper) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin, page.right_margin = Cm(2), Cm(1.5)
    page.top_margin = page.bottom_margin = Cm(1.5)
    style = document.styles["Normal"]
    style.font.name, style.font.size = TYPEFACE, Pt(SIZE)
    style.element.rPr.rFonts.set(qn("w:cs"), TYPEFACE)
    style.paragraph_format.space_after = Pt(2)
    document.core_properties.title = paper.title
    document.core_properties.author = ""
    foot = page.footer.paragraphs[0]
    foot.alignment = 2
    foot.add_run(f"{paper.page} ").font.size = Pt(8)
    _field(foot, "PAGE")


def _field(paragraph: Any, name: str) -> None:
    """What the word processor counts itself."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)


def _head(document: Any, paper: Paper) -> None:
    _paragraph(document, paper.title, bold=True, size=16, after=6, keeps=True)
    for line in paper.head:
        _paragraph(document, line)
    for field in paper.fields:
        _lined(_paragraph(document, f"{field}: ", before=8))


def _ask(document: Any, ask: Ask) -> None:
    _paragraph(document, f"{ask.number}. {ask.text}", bold=True, before=9, keeps=True)
    for hint in ask.hints:
        _paragraph(document, hint, italic=True, size=9, keeps=True)
    answer = ask.answer
    if isinstance(answer, Ticks):
        _ticks(document, answer)
    elif isinstance(answer, Scale):
        _scale(document, answer)
    elif isinstance(answer, Lines):
        for number in range(answer.number):
            _lined(_paragraph(document, "", before=8, keeps=number + 1 < answer.number))
    elif isinstance(answer, Blank):
        _paragraph(document, answer.signs, before=8)


def _ticks(document: Any, ticks: Ticks) -> None:
    if len(ticks.options) > MANY and max(map(len, ticks.options)) <= SHORT:
        _two_columns(document, ticks.options)
    else:
        for number, option in enumerate(ticks.options, 1):
            _tick(_paragraph(document, "", keeps=number < len(ticks.options) or bool(ticks.own)), option)
    if ticks.own:
        _lined(_tick(_paragraph(document, ""), f"{ticks.own}: "))


def _two_columns(document: Any, options: tuple[str, ...]) -> None:
    """Read down the first column, then the second."""
    half = (len(options) + 1) // 2
    table = _table(document, half, [WIDTH / 2, WIDTH / 2])
    for number, option in enumerate(options):
        column, row = divmod(number, half)
        _tick(table.cell(row, column).paragraphs[0], option)
        table.cell(row, column).paragraphs[0].paragraph_format.keep_with_next = row + 1 < half


def _scale(document: Any, scale: Scale) -> None:
    first = 7.5
    rest = (WIDTH - first) / len(scale.options)
    table = _table(document, len(scale.rows) + 1, [first, *[rest] * len(scale.options)])
    table.style = "Table Grid"
    for column, option in enumerate(scale.options, 1):
        _write(table.cell(0, column).paragraphs[0], option, middle=True)
    for row, words in enumerate(scale.rows, 1):
        _write(table.cell(row, 0).paragraphs[0], words)
        for column in range(1, len(scale.options) + 1):
            paragraph = table.cell(row, column).paragraphs[0]
            _box(paragraph)
            paragraph.alignment = 1
    for cells in table.rows[:-1]:
        for cell in cells.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _table(document: Any, rows: int, widths: list[float]) -> Any:
    from docx.shared import Cm

    table = document.add_table(rows=rows, cols=len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        row.height = Cm(0.62)
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
    return table


def _write(paragraph: Any, text: str, *, middle: bool = False) -> None:
    from docx.shared import Pt

    paragraph.add_run(text).font.size = Pt(9.5)
    if middle:
        paragraph.alignment = 1


def _tick(paragraph: Any, words: str) -> Any:
    from docx.shared import Cm

    _box(paragraph)
    paragraph.add_run(f"\t{words}")
    form = paragraph.paragraph_format
    form.left_indent, form.first_line_indent = Cm(0.8), Cm(-0.8)
    form.tab_stops.add_tab_stop(Cm(0.8))
    return paragraph


def _box(paragraph: Any) -> None:
    from docx.oxml.ns import qn

    run = paragraph.add_run(BOX)
    run.font.name = BOXES
    for script in ("w:hAnsi", "w:cs", "w:eastAsia"):
        run._r.rPr.rFonts.set(qn(script), BOXES)


def _lined(paragraph: Any) -> None:
    """A line to write on, to the right margin."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Cm

    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    paragraph.add_run("\t")


def _paragraph(
    document: Any,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: float = SIZE,
    before: float = 0,
    after: float = 2,
    keeps: bool = False,
) -> Any:
    """`keeps`: stays on the page of what follows."""
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)
    form = paragraph.paragraph_format
    form.space_before, form.space_after, form.keep_with_next, form.keep_together = Pt(before), Pt(after), keeps, True
    return paragraph
