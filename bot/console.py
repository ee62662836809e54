"""Sentences of the command line: the catalogue's, without the three seconds that aiogram takes to import."""

from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

FOLDER = Path(__file__).parent / "locales" / "ru"
HELP = ("help.ftl",)
FILES = ("cli.ftl", "condition.ftl", "sheet.ftl", "questionnaire.ftl")
"""What commands say; reading all of the catalogue takes a second, and only for what a rule refuses is it wanted."""


def sentence(key: str, **values: object) -> str:
    """The sentence, in Russian as the library's people read it."""
    bundle = _bundle(HELP if key.startswith("help-") else FILES)
    if not bundle.has_message(key):
        bundle = _bundle(tuple(file.name for file in FOLDER.glob("*.ftl")))
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise KeyError(key)
    text, faults = bundle.format_pattern(pattern, values)
    if faults:
        raise ValueError(key, *faults)
    return str(text)


@cache
def _bundle(files: tuple[str, ...]) -> FluentBundle:
    bundle = FluentBundle(["ru"], use_isolating=False)
    for file in files:
        bundle.add_resource(FluentResource((FOLDER / file).read_text(encoding="utf-8")))
    return bundle
