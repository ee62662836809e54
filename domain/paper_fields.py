"""What the fields of a paper are called in its template: by words that a librarian can type."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from domain.event_papers import Values

DATA = Path(__file__).parent / "data"
PAPER, PLAN = "paper", "plan"


def sort_of(template: str) -> str:
    """Whose fields a template of that name has: the plan's, or those of an event's papers."""
    return PLAN if template == PLAN else PAPER


@cache
def fields(sort: str = PAPER) -> Mapping[str, Mapping[str, str]]:
    """By list («fields»: of the paper itself), the name of each field."""
    return tomllib.loads((DATA / f"{sort}_fields.toml").read_text(encoding="utf-8"))


def own_fields(sort: str = PAPER) -> list[str]:
    """Those of the paper itself."""
    return list(fields(sort)["fields"].values())


def lists(sort: str = PAPER) -> frozenset[str]:
    """Those of the paper itself that are lists."""
    own = fields(sort)["fields"]
    return frozenset(own[part] for part in fields(sort) if part in own)


def inner_fields(sort: str = PAPER) -> frozenset[str]:
    """Those of what stands in lists."""
    return frozenset(name for part, names in fields(sort).items() if part != "fields" for name in names.values())


def named(values: Values, sort: str = PAPER) -> Values:
    """The values by the names that templates have for them."""
    return dict(_named(values, "fields", sort))


def _named(values: Values, part: str, sort: str) -> Iterator[tuple[str, "str | list[Values]"]]:
    names = fields(sort)[part]
    for name, value in values.items():
        yield names[name], value if isinstance(value, str) else [dict(_named(one, name, sort)) for one in value]
