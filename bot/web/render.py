"""Pages from templates: everything that is not the catalogue's is escaped."""

from functools import cache
from pathlib import Path
from typing import Any, TypedDict

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from domain.refusal import Refusal
from handlers.say import Say

TEMPLATES = Path(__file__).parent / "templates"


class Format(TypedDict):
    content_type: str
    charset: str


FORMAT: Format = {"content_type": "text/html", "charset": "utf-8"}


def page(template: str, say: Say, **values: Any) -> str:
    """The page. In a template `say("key")` is markup, `say.plain("key")` is text, for attributes as well."""
    return _environment().get_template(f"{template}.html").render(say=say, **values)


def refusal_page(refusal: Refusal, say: Say) -> str:
    return page("refused", say, words=say(f"refusal-{refusal.code}", **refusal.values))


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(TEMPLATES)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
