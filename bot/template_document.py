"""A template as a document: what stands in it anywhere, as its author sees it, and nothing that comes from elsewhere.

Changes that somebody tracked count as accepted, notes in the margin and macros stay out. Imported where papers are
filled: it takes its time.
"""

import io
import re
from collections.abc import Iterator
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docxtpl import DocxTemplate

from bot.template_places import TAG, shortened
from domain.alphabets import one_alphabet

KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
NOTES = (f"{KIND}footnotes+xml", f"{KIND}endnotes+xml")
STORIES = (f"{KIND}document.main+xml", f"{KIND}header+xml", f"{KIND}footer+xml", *NOTES)
SETTINGS, SVG = f"{KIND}settings+xml", "image/svg+xml"
ACCEPTED = frozenset({"ins", "moveTo"})
"""What holds words that were put in."""
TAKEN_OUT = re.compile(
    r"del|moveFrom|cell(?:Ins|Del|Merge)|\w+Change|comment(?:RangeStart|RangeEnd|Reference)|move(?:From|To)Range\w+"
)
LEFT_OUT = re.compile(r".*/(?:comments\w*|people|vbaProject|attachedTemplate)")
"""Parts that are not for who gets a paper; of the template that a document was begun with Word keeps the address."""
FETCHING = re.compile(r"\s*(?:DDE(?:AUTO)?|INCLUDE(?:TEXT|PICTURE)?|LINK|IMPORT|DATABASE)\b.*", re.DOTALL)
ELSEWHERE = re.compile(rb"""href\s*=\s*["'](?!#|data:)([^"']+)""")
"""What a drawing takes from another file."""
UNSEEN = re.compile("[\u200b-\u200f\u00ad\u2060\ufeff]")
PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")


class Template(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """Whatever python-docx raises where it is no .docx."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data))
        self.init_docx()
        self.get_xml()
        for rel in self.docx.part.package.rels.values():
            if rel.reltype.endswith("/metadata/core-properties"):  # as LibreOffice has it, and python-docx not
                rel._reltype = RELATIONSHIP_TYPE.CORE_PROPERTIES
        for part in self._parts():
            _drop(part)
            if part.content_type in STORIES:
                self._accept(part)

    def patch_xml(self, src_xml: str) -> str:
        """With the fields mended that Word has torn apart, without signs in them that nobody sees, and without letters
        of the other alphabet.
        """
        return TAG.sub(lambda found: one_alphabet(UNSEEN.sub("", found[0])), super().patch_xml(src_xml))

    def texts(self) -> list[str]:
        """All that is filled in: the body, what stands around it, and what the file says of itself."""
        stories = [self.patch_xml(self.get_xml())]
        stories += [self.patch_xml(self.get_part_xml(part)) for part in self._stories()[1:]]
        return stories + [str(getattr(self.docx.core_properties, name)) for name in PROPERTIES]

    def trees(self) -> list[Any]:
        """The same as trees, before anything is mended."""
        return [_tree(part) for part in self._stories()]

    def elsewhere(self) -> str:
        """What is to be taken from another file or address when the paper is opened; nothing if all is in it."""
        for part in self._parts():
            for rel in part.rels.values():
                if rel.is_external and not rel.reltype.endswith("/hyperlink"):
                    return shortened(rel.target_ref)
            if part.content_type == SVG and (found := ELSEWHERE.search(part.blob)):
                return shortened(found[1].decode(errors="replace"))
        return next((shortened(field) for tree in self.trees() for field in _fields(tree) if FETCHING.match(field)), "")

    def render_footnotes(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        """And those at the end, which docxtpl leaves."""
        for part in self._stories():
            if part.content_type in NOTES:
                part._blob = self.render_xml_part(
                    self.patch_xml(self.get_part_xml(part)), part, context, jinja_env
                ).encode()

    def _parts(self) -> list[Any]:
        return list(self.docx.part.package.iter_parts())

    def _stories(self) -> list[Any]:
        """The body first."""
        others = [part for part in self._parts() if part.content_type in STORIES and part is not self.docx.part]
        return [self.docx.part, *others]

    def _accept(self, part: Any) -> None:
        tree = _tree(part)
        accept_changes(tree)
        if part.content_type in NOTES:
            part._blob = self.xml_to_string(tree).encode()


def accept_changes(tree: Any) -> None:
    """What was taken out goes, with the rows and paragraphs that were; what was put in stays."""
    for row in [one for one in tree.iter("{*}tr") if one.find("{*}trPr/{*}del") is not None]:
        row.getparent().remove(row)
    for table in [one for one in tree.iter("{*}tbl") if one.find("{*}tr") is None]:
        table.getparent().remove(table)
    deleted = [one for one in tree.iter("{*}p") if one.find("{*}pPr/{*}rPr/{*}del") is not None]
    for one in [one for one in tree.iter("{*}*") if TAKEN_OUT.fullmatch(_kind(one))]:
        if one.getparent() is not None:
            one.getparent().remove(one)
    for one in [one for one in tree.iter("{*}*") if _kind(one) in ACCEPTED]:
        _unwrap(one)
    for paragraph in deleted:
        parent = paragraph.getparent()
        if not "".join(paragraph.itertext()).strip() and len(parent.findall("{*}p")) > 1:
            parent.remove(paragraph)


def _drop(part: Any) -> None:
    for key in [key for key, rel in part.rels.items() if LEFT_OUT.fullmatch(rel.reltype)]:
        del part.rels[key]
    if part.content_type == SETTINGS:
        for one in list(part.element.iter("{*}attachedTemplate", "{*}trackRevisions")):
            one.getparent().remove(one)


def _fields(tree: Any) -> Iterator[str]:
    """What fields of Word are to do, paragraph by paragraph."""
    for one in tree.iter("{*}fldSimple"):
        yield next((value for name, value in one.attrib.items() if name.endswith("}instr")), "")
    for paragraph in tree.iter("{*}p"):
        yield "".join(one.text or "" for one in paragraph.iter("{*}instrText"))


def _unwrap(element: Any) -> None:
    parent = element.getparent()
    place = parent.index(element)
    parent[place : place + 1] = list(element)


def _tree(part: Any) -> Any:
    return part.element if hasattr(part, "element") else parse_xml(part.blob)


def _kind(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
