"""What the fields of a paper are called in its template: by words that a librarian can type."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from domain.event_papers import Values

FILE = Path(__file__).parent / "data" / "paper_fields.toml"


@cache
def fields() -> Mapping[str, Mapping[str, str]]:
    """By list («fields»: of the paper itself), the name of each field."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def own_fields() -> list[str]:
    """Those of the paper itself."""
    return list(fields()["fields"].values())


def inner_fields() -> frozenset[str]:
    """Those of what stands in lists."""
    return frozenset(name for part, names in fields().items() if part != "fields" for name in names.values())


def named(values: Values) -> Values:
    """The values by the names that templates have for them."""
    return dict(_named(values, "fields"))


def _named(values: Values, part: str) -> Iterator[tuple[str, "str | list[Values]"]]:
    names = fields()[part]
    for name, value in values.items():
        yield names[name], value if isinstance(value, str) else [dict(_named(one, name)) for one in value]
