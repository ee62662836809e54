"""Papers from templates: .docx files with fields that somebody without a program can change in Word or LibreOffice.

Done in a process of its own. A template can do nothing but put words in: no code, no files, no addresses.
"""

import io
from typing import TYPE_CHECKING, Any

from bot.paper_file import printable
from bot.template_places import odd_place, wrong_place
from domain.event_papers import Values
from domain.paper_fields import PAPER, inner_fields, own_fields
from domain.refusal import Refusal

if TYPE_CHECKING:
    from docxtpl import DocxTemplate
    from jinja2 import Environment

MOST_BYTES = 5 * 1024 * 1024


def fill(template: bytes, file: str, values: Values, sort: str = PAPER) -> bytes:
    """The paper. `Refusal`: "papers-no-template" for what is no .docx, "papers-syntax" where a field is typed wrongly,
    "papers-unknown" for fields that there are not; `file` is what the template is called, `sort` whose fields it has.
    """
    document, environment = _opened(template, file), _environment()
    _check(document, environment, file, sort)
    try:
        document.render(_printable(values), environment, autoescape=True)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - whatever an expression comes to
        odd = next(filter(None, map(odd_place, _texts(document))), "")
        raise Refusal("papers-syntax", file=file, why=odd) from None
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _opened(template: bytes, file: str) -> "DocxTemplate":
    from docxtpl import DocxTemplate

    if len(template) > MOST_BYTES:
        raise Refusal("papers-no-template", file=file)
    try:
        document = DocxTemplate(io.BytesIO(template))
        document.init_docx()
        document.get_xml()
    except Exception:  # noqa: BLE001 - whatever python-docx makes of something else
        raise Refusal("papers-no-template", file=file) from None
    return document


def _environment() -> "Environment":
    from jinja2 import DictLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True, loader=DictLoader({}))
    environment.globals.clear()
    return environment


def _check(document: "DocxTemplate", environment: "Environment", file: str, sort: str) -> None:
    """Before it is filled: so a wrong field is found though its list is empty today."""
    from jinja2 import TemplateError

    unknown: set[str] = set()
    for text in _texts(document):
        try:
            unknown |= _unknown(environment.parse(text), sort)
        except (TemplateError, RecursionError):
            raise Refusal("papers-syntax", file=file, why=wrong_place(text, environment)) from None
    if unknown:
        known = ", ".join(sorted(own_fields(sort)))
        raise Refusal("papers-unknown", file=file, unknown=", ".join(sorted(unknown)), known=known)


def _texts(document: "DocxTemplate") -> list[str]:
    """The body, and whatever stands above and below pages, with the fields mended that Word has torn apart."""
    parts = [document.get_xml()]
    for uri in (document.HEADER_URI, document.FOOTER_URI):
        parts += [xml.decode() if isinstance(xml, bytes) else xml for _, xml in _around(document, uri)]
    return [document.patch_xml(part) for part in parts]


def _around(document: "DocxTemplate", uri: str) -> list[tuple[str, Any]]:
    return [(key, document.get_part_xml(part)) for key, part in document.get_headers_footers(uri)]


def _unknown(tree: Any, sort: str) -> set[str]:
    """«адресат», or «человек.возраст» of what stands in a list."""
    from jinja2 import meta, nodes

    inner = inner_fields(sort)
    found = meta.find_undeclared_variables(tree) - set(own_fields(sort))
    for one in tree.find_all(nodes.Getattr):
        whose = one.node.name if isinstance(one.node, nodes.Name) else ""
        if whose != "loop" and one.attr not in inner:
            found.add(f"{whose}.{one.attr}" if whose else one.attr)
    return found


def _printable(values: Values) -> dict[str, Any]:
    return {
        name: printable(value) if isinstance(value, str) else [_printable(one) for one in value]
        for name, value in values.items()
    }
