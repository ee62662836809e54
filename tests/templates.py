"""What the pages' templates say, for the tests of the catalogue."""

import re
from functools import cache
from pathlib import Path

TEMPLATES = Path(__file__).parents[1] / "bot" / "web" / "templates"
SAID = re.compile(r'say(?:\.plain)?\("([a-z0-9_-]+)"( ~)?')


@cache
def said_in_templates() -> tuple[frozenset[str], frozenset[str]]:
    """Keys that are said outright, and how those begin whose end comes from a value."""
    found = [match for file in TEMPLATES.glob("*.html") for match in SAID.findall(file.read_text(encoding="utf-8"))]
    return frozenset(key for key, open_end in found if not open_end), frozenset(key for key, end in found if end)
