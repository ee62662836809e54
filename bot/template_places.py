"""Where a template of a paper went wrong: the field itself, as its author knows it, and not what the parser says."""

import re
from typing import TYPE_CHECKING

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
    words = SPACES.sub(" ", MARKUP.sub("", tag)).strip()
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
