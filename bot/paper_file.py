"""Papers as DOCX, for Word and LibreOffice; done in a process of its own."""

import io
from typing import TYPE_CHECKING, Any

from bot.pictures import draw_charts
from domain.paper import Blank, Block, Columns, Heading, Paper, Picture, Points, Rows, Text

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
"""What papers here are written in; LibreOffice has one as wide."""
SIZE, SMALL, TABLE = 11, 9, 9
STYLES = {"Normal": SIZE, "Heading 1": 14, "Heading 2": 12, "Heading 3": SIZE}
NARROW = 1.95
"""Centimetres of a column of figures; several share the width with the words."""
LINES = "_" * 78


def write_paper(paper: Paper) -> bytes:
    """The file."""
    from docx import Document

    document = Document()
    _Writer(document, paper).write()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


class _Writer:
    def __init__(self, document: "Document", paper: Paper) -> None:
        self._document, self._paper = document, paper
        self._columns = 1

    def write(self) -> None:
        self._set_up()
        self._head()
        for block in self._paper.blocks:
            self._put(block)

    def _set_up(self) -> None:
        """A4, margins, one font, the language, what the file says of itself."""
        from docx.shared import Cm, Pt

        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin, section.right_margin = Cm(2.5), Cm(1.5)
        section.top_margin, section.bottom_margin = Cm(2), Cm(1.8)
        for name, size in STYLES.items():
            style: Any = self._document.styles[name]
            style.font.name, style.font.size, style.font.bold = FONT, Pt(size), name != "Normal"
            _fonts(style.element, self._paper.language)
        about = self._document.core_properties
        about.title, about.language, about.author = self._paper.title, self._paper.language, self._paper.over
        about.comments = ""
        footer = section.footer.paragraphs[0]
        self._run(footer, self._paper.footer, SMALL)

    def _head(self) -> None:
        self._centred(self._paper.over, SIZE)
        self._centred(self._paper.title, 16, bold=True)
        self._centred(self._paper.under, 13, after=10)

    def _put(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Text():
                self._text(block)
            case Points():
                for line in block.lines:
                    style = "List Number" if block.numbered else "List Bullet"
                    self._run(self._paragraph(after=2, style=style), line)
            case Rows():
                self._table(block)
            case Picture():
                self._picture(block)
            case Blank():
                for _ in range(block.lines):
                    self._run(self._paragraph(after=6), LINES)
            case Columns():
                self._turn(block.number)

    def _heading(self, heading: Heading) -> None:
        from docx.shared import Pt, RGBColor

        paragraph = self._document.add_heading(level=heading.level)
        run = paragraph.add_run(heading.text)
        run.font.color.rgb = RGBColor(0, 0, 0)
        paragraph.paragraph_format.space_before = Pt(14 if heading.level == 1 else 8)
        paragraph.paragraph_format.space_after = Pt(4)
        paragraph.paragraph_format.keep_with_next = True

    def _text(self, text: Text) -> None:
        from docx.shared import Cm

        paragraph = self._paragraph(after=1 if text.quote else 4)
        if text.quote:
            paragraph.paragraph_format.left_indent = Cm(0.75)
        if text.bold:
            self._run(paragraph, f"{text.bold} ", bold=True)
        self._run(paragraph, text.text, SMALL if text.small else SIZE)

    def _table(self, rows: Rows) -> None:
        """The title, the table and its notes on one page, unless they are longer than one."""
        from docx.shared import Cm

        title = self._paragraph(after=2, before=4)
        title.paragraph_format.keep_with_next = True
        self._run(title, rows.title, 10, bold=True)
        table = self._document.add_table(rows=0, cols=len(rows.head), style="Table Grid")
        table.autofit = False
        widths = self._widths(len(rows.head))
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        last = len(rows.rows) if not rows.notes else len(rows.rows) + 1
        for place, line in enumerate((rows.head, *rows.rows)):
            cells = table.add_row().cells
            for column, words in enumerate(line):
                self._cell(cells[column], words, widths[column], head=place == 0, right=column > 0, keep=place < last)
        _header(table.rows[0])
        for note in rows.notes:
            self._run(self._paragraph(before=2, after=2), note, SMALL, italic=True)
        self._paragraph(after=0, size=3)

    def _cell(self, cell: "_Cell", words: str, width: float, *, head: bool, right: bool, keep: bool) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Cm, Pt

        cell.width = Cm(width)
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.keep_with_next = keep
        if right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self._run(paragraph, words, TABLE, bold=head)

    def _picture(self, picture: Picture) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Cm

        [drawn] = draw_charts([picture.chart])
        paragraph = self._paragraph(after=6)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        shape = paragraph.add_run().add_picture(io.BytesIO(drawn), width=Cm(min(self._width, 7.5)))
        shape._inline.docPr.set("descr", picture.chart.title)

    def _turn(self, number: int) -> None:
        """A new section on the same page, in so many columns."""
        from docx.enum.section import WD_SECTION
        from docx.oxml.ns import qn

        section: Any = self._document.add_section(WD_SECTION.CONTINUOUS)
        columns = section._sectPr.find(qn("w:cols"))
        columns.set(qn("w:num"), str(number))
        columns.set(qn("w:space"), "400")
        self._columns = number

    @property
    def _width(self) -> float:
        """Centimetres of a column."""
        return 17.0 if self._columns == 1 else (17.0 - 0.7 * (self._columns - 1)) / self._columns

    def _widths(self, number: int) -> list[float]:
        narrow = NARROW if self._columns > 1 else 2.4
        return [self._width - narrow * (number - 1), *([narrow] * (number - 1))]

    def _centred(self, text: str, size: float, *, bold: bool = False, after: float = 2) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        if text:
            paragraph = self._paragraph(after=after)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            self._run(paragraph, text, size, bold=bold)

    def _paragraph(
        self, *, after: float = 4, before: float = 0, style: str | None = None, size: float | None = None
    ) -> "Paragraph":
        from docx.shared import Pt

        paragraph = self._document.add_paragraph(style=style)
        paragraph.paragraph_format.space_after = Pt(after)
        paragraph.paragraph_format.space_before = Pt(before)
        if size:
            paragraph.paragraph_format.line_spacing = Pt(size)
        return paragraph

    def _run(
        self, paragraph: "Paragraph", text: str, size: float = SIZE, *, bold: bool = False, italic: bool = False
    ) -> None:
        from docx.shared import Pt

        run = paragraph.add_run(printable(text))
        run.font.size, run.bold, run.italic = Pt(size), bold, italic


def printable(text: str) -> str:
    """Without signs that XML does not take."""
    return "".join(sign for sign in text if sign in "\n\t" or sign.isprintable() or sign in "\u00a0\u00ad\u200d")


def _fonts(style: Any, language: str) -> None:
    """The font for Cyrillic too, and the language that spelling is checked in."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = style.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(kind), FONT)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        fonts.attrib.pop(qn(theme), None)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), {"ru": "ru-RU", "en": "en-GB"}.get(language, language))
    properties.append(spoken)


def _header(row: Any) -> None:
    """The row stands again on top of each page that the table goes on to."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
