"""Papers from templates: .docx files with fields that somebody without a program can change in Word or LibreOffice.

Done in a process of its own. A template can do nothing but put words in: no code, no files, no addresses.
"""

import io
from typing import TYPE_CHECKING, Any

from bot.document_kinds import document_kind
from bot.paper_file import printable
from bot.template_places import astray_place, half_open_place, misused_place, odd_place, wrong_place
from domain.event_papers import Values
from domain.paper_fields import PAPER, inner_fields, lists, own_fields
from domain.refusal import Refusal

if TYPE_CHECKING:
    from jinja2 import Environment

    from bot.template_document import Template


def fill(template: bytes, file: str, values: Values, sort: str = PAPER) -> bytes:
    """The paper; `file` is what the template is called, `sort` whose fields it has.

    `Refusal`: "papers-no-template" or "papers-not-docx" for what is no .docx, "papers-syntax" where a field is typed
    wrongly, "papers-unknown" for fields that there are not, "papers-elsewhere" for what is not in the file itself.
    """
    document, environment = _opened(template, file), _environment()
    _check(document, environment, file, sort)
    try:
        document.render(_printable(values), environment, autoescape=True)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - whatever an expression comes to
        odd = next(filter(None, map(odd_place, document.texts())), "")
        raise Refusal("papers-syntax", file=file, why=odd) from None
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _opened(template: bytes, file: str) -> "Template":
    from bot.template_document import Template

    if (kind := document_kind(template)) not in ("docx", ""):
        raise Refusal("papers-not-docx", file=file, kind=kind)
    try:
        return Template(template)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - whatever python-docx makes of something else
        raise Refusal("papers-no-template", file=file) from None


def _environment() -> "Environment":
    from jinja2 import DictLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True, loader=DictLoader({}))
    environment.globals.clear()
    return environment


def _check(document: "Template", environment: "Environment", file: str, sort: str) -> None:
    """Before it is filled: so a wrong field is found though its list is empty today."""
    from jinja2 import TemplateError

    if what := document.elsewhere():
        raise Refusal("papers-elsewhere", file=file, what=what)
    if astray := next(filter(None, map(astray_place, document.trees())), ""):
        raise Refusal("papers-syntax", file=file, why=astray)
    known = own_fields(sort)
    if half_open := next(filter(None, (half_open_place(tree, known) for tree in document.trees())), ""):
        raise Refusal("papers-syntax", file=file, why=half_open)
    unknown: set[str] = set()
    for text in document.texts():
        try:
            tree = environment.parse(text)
            unknown |= _unknown(tree, sort)
        except (TemplateError, RecursionError):
            raise Refusal("papers-syntax", file=file, why=wrong_place(text, environment)) from None
        if misused := misused_place(text, environment, tree, lists(sort)):
            raise Refusal("papers-syntax", file=file, why=misused)
    if unknown:
        raise Refusal("papers-unknown", file=file, unknown=", ".join(sorted(unknown)), known=", ".join(sorted(known)))


def _unknown(tree: Any, sort: str) -> set[str]:
    """«адресат», or «человек.возраст» of what stands in a list."""
    from jinja2 import meta, nodes

    own, inner = set(own_fields(sort)), inner_fields(sort)
    found = meta.find_undeclared_variables(tree) - own
    inside = {one.name for one in tree.find_all(nodes.Name) if one.ctx == "store"}
    for one in tree.find_all(nodes.Getattr):
        whose = one.node.name if isinstance(one.node, nodes.Name) else ""
        if whose != "loop" and (one.attr not in inner or whose in own - inside):
            found.add(f"{whose}.{one.attr}" if whose else one.attr)
    return found


def _printable(values: Values) -> dict[str, Any]:
    return {
        name: printable(value) if isinstance(value, str) else [_printable(one) for one in value]
        for name, value in values.items()
    }
