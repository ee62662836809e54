"""Where a template of a paper went wrong: the field itself, as its author knows it, and not what the parser says."""

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

from domain.alphabets import one_alphabet

if TYPE_CHECKING:
    from jinja2 import Environment

TAG = re.compile(r"\{\{(?:(?!\{[{%]).)*?\}\}|\{%(?:(?!\{[{%]).)*?%\}", re.DOTALL)
PLAIN = re.compile(
    r"\{\{[\s-]*[\w.]+[\s-]*\}\}|\{%[\s-]*(?:for\s+\w+\s+in\s+[\w.]+|if\s+[\w.]+|else|endfor|endif)[\s-]*%\}"
)
"""A field, a list and a condition as paper_fields.toml shows them."""
OPENED = re.compile(r"\{[{%](?:(?!\{[{%]|</w:p>).)*", re.DOTALL)
"""One that is never closed, up to the next or to the end of its paragraph."""
ENDS = {"for": "endfor", "if": "endif"}
STRANGE = re.compile(r"\{\{(?:p|r|tr|tc)\s.*?\}\}", re.DOTALL)
"""What docxtpl takes for a value that is markup: words would vanish there."""
ALONE = {
    "p": re.compile(r"\s*\{%p [^{}]*%\}\s*"),
    "tr": re.compile(r"\s*\{%tr [^{}]*%\}\s*"),
    "tc": re.compile(r"\s*\{%tc [^{}]*%\}\s*"),
}
"""The paragraph, row or cell of such a tag vanishes with all that is in it, so it stands alone there."""
HALF_OPEN = re.compile(r"(?<!\{)\{(?:\s+\{)?\s*(\w+)\s*(?:\|[^{}]*)?\}(?:\s*\})?")
"""It has one brace before it, or two that stand apart, and any number of them behind."""
MARKUP, SPACES = re.compile(r"<[^>]*>"), re.compile(r"\s+")
LONGEST = 80


def wrong_place(text: str, environment: "Environment") -> str:
    """What of the template can't be read: a field, a part that does not end or end twice; nothing if all can be."""
    if found := OPENED.search(TAG.sub("", text)):
        return _shown(found[0])
    waiting: list[tuple[str, str]] = []
    for tag in TAG.findall(text):
        kind = tag.strip("{}%- ").partition(" ")[0] if tag.startswith("{%") else ""
        if kind in ENDS.values():
            if not waiting or ENDS[waiting.pop()[0]] != kind:
                return _shown(tag)
        elif not _reads(tag, kind, environment):
            return _shown(tag)
        elif kind in ENDS:
            waiting.append((kind, tag))
    return _shown(waiting[-1][1]) if waiting else ""


def odd_place(text: str) -> str:
    """The first tag that is more than a field, a list or a condition: what can't be filled in is there."""
    return _shown(next((tag for tag in TAG.findall(text) if not PLAIN.fullmatch(tag)), ""))


def astray_place(tree: Any) -> str:
    """A tag for a whole paragraph or row beside which something else stands, or a field that would show nothing."""
    for kind, alone in ALONE.items():
        for one in tree.iter(f"{{*}}{kind}"):
            text = "".join(_own_words(one, kind))
            if f"{{%{kind} " in text and not alone.fullmatch(text):
                return shortened(text)
            if kind == "p" and (found := STRANGE.search(text)):
                return shortened(found[0])
    return ""


def half_open_place(tree: Any, known: Collection[str]) -> str:
    """A field that has not both of its braces on either side: it would stand in the paper as it is."""
    for paragraph in tree.iter("{*}p"):
        for found in HALF_OPEN.finditer("".join(_own_words(paragraph, "p"))):
            if one_alphabet(found[1]) in known:
                return shortened(found[0])
    return ""


def misused_place(text: str, environment: "Environment", tree: Any, lists: Collection[str]) -> str:
    """A field that would print how a program writes a list, or words that stand in quotation marks."""
    from jinja2 import nodes

    whole = {*lists, *(one.target.name for one in tree.find_all(nodes.For) if isinstance(one.target, nodes.Name))}
    for tag in TAG.findall(text):
        said = environment.parse(tag if tag.startswith("{{") else "").find_all(nodes.Output)
        for value in (value for output in said for value in output.nodes):
            if isinstance(value, nodes.Const) or (isinstance(value, nodes.Name) and value.name in whole):
                return _shown(tag)
    return ""


def _own_words(element: Any, kind: str) -> Iterator[str]:
    """What stands in it, but in no other of its kind within."""
    for one in element:
        name = str(one.tag).rpartition("}")[2]
        if name == "t":
            yield one.text or ""
        elif name != kind:
            yield from _own_words(one, kind)


def _reads(tag: str, kind: str, environment: "Environment") -> bool:
    from jinja2 import TemplateError

    if kind in ("else", "elif"):
        return True
    try:
        environment.compile(tag + (f"{{% {ENDS[kind]} %}}" if kind in ENDS else ""))
    except (TemplateError, RecursionError):
        return False
    return True


def _shown(tag: str) -> str:
    return shortened(MARKUP.sub("", tag))


def shortened(words: str) -> str:
    """On one line, not longer than can be shown."""
    words = SPACES.sub(" ", words).strip()
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
