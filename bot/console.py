"""Sentences of the command line: the catalogue's, without the three seconds that aiogram takes to import."""

from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

FOLDER = Path(__file__).parent / "locales" / "ru"
FILES = ("cli.ftl", "condition.ftl", "sheet.ftl", "questionnaire.ftl")


def sentence(key: str, **values: object) -> str:
    """The sentence, in Russian as the library's people read it."""
    bundle = _bundle()
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise KeyError(key)
    text, faults = bundle.format_pattern(pattern, values)
    if faults:
        raise ValueError(key, *faults)
    return str(text)


@cache
def _bundle() -> FluentBundle:
    bundle = FluentBundle(["ru"], use_isolating=False)
    for file in FILES:
        bundle.add_resource(FluentResource((FOLDER / file).read_text(encoding="utf-8")))
    return bundle
