"""The catalogue: the same in every language, nothing missing, nothing left over, and every message can be said."""

import ast
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.texts import LOCALES, Texts
from tests.templates import said_in_templates

ROOT = Path(__file__).parents[2]
LANGUAGES = ("ru", "en")
FORMS = {"ru": {"one", "few", "other"}, "en": {"one", "other"}}
"""Plural forms that a message must have as soon as it has one of them; «many» is said by «other»."""
PLURALS = {"zero", "one", "two", "few", "many", "other"}
KEY = re.compile(r"[a-z]+(-[a-z0-9_]+)+")
BEGINNING = re.compile(r"[a-z]+-([a-z0-9_]+-)*")
REFUSALS = ("Refusal", "Gone", "NotAllowed", "refuse")
PACKAGES = ("bot", "handlers", "storage", "domain")


class Parts(Visitor):
    """The variables of a message, and the names of the variants of each choice in it."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.choices: list[set[str]] = []

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - as the visitor wants it
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802
        keys = (variant.key for variant in node.variants)
        self.choices.append({key.name if isinstance(key, ftl.Identifier) else str(key.value) for key in keys})
        self.generic_visit(node)


@cache
def catalogue(language: str) -> dict[str, ftl.Message]:
    found: dict[str, ftl.Message] = {}
    for file in sorted((LOCALES / language).glob("*.ftl")):
        resource = FluentParser().parse(file.read_text(encoding="utf-8"))
        for entry in resource.body:
            assert not isinstance(entry, ftl.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{entry.id.name} twice"
                found[entry.id.name] = entry
    return found


def parts(language: str, key: str) -> Parts:
    visitor = Parts()
    visitor.visit(catalogue(language)[key])
    return visitor


@dataclass
class Found:
    """What the code says: keys in calls of `say(…)` and refusals' codes, with their files; whatever may be a key."""

    said: list[tuple[str, str]] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    beginnings: set[str] = field(default_factory=set)
    """What keys begin with whose end comes from a value."""


@cache
def found() -> Found:
    """Read once: the trees of all files would take 100 MB."""
    keys, beginnings = said_in_templates()
    found = Found([("a template", key) for key in keys], keys=set(keys), beginnings=set(beginnings))
    for file in (file for package in PACKAGES for file in (ROOT / package).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            _look_at(node, str(file.relative_to(ROOT)), found)
    return found


def _look_at(node: ast.AST, file: str, found: Found) -> None:
    if isinstance(node, ast.Call) and node.args:
        first = node.args[0]
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            found.said += [(file, first.value)] if _is_say(node.func) else []
            found.refused += [(file, first.value)] if _name(node.func) in REFUSALS else []
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value):
        found.keys.add(node.value)
    elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
        beginning = str(node.values[0].value)
        found.beginnings |= {beginning} if BEGINNING.fullmatch(beginning) else set()


def _is_say(function: ast.expr) -> bool:
    is_plain = isinstance(function, ast.Attribute) and function.attr == "plain"
    return is_plain or _name(function) in ("say", "stop", "complain")


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_every_language_has_the_same_keys() -> None:
    assert set(catalogue("ru")) == set(catalogue("en"))


def test_every_language_speaks_of_the_same() -> None:
    variables = {key: [parts(language, key).variables for language in LANGUAGES] for key in catalogue("ru")}
    assert {key: both for key, both in variables.items() if both[0] != both[1]} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_complete(language: str) -> None:
    wanted = FORMS[language]
    for key in catalogue(language):
        for choice in parts(language, key).choices:
            named = choice & PLURALS
            assert not named - {"other"} or named == wanted, f"{key}: {choice}"


def test_every_key_that_is_said_is_there() -> None:
    assert not [(file, key) for file, key in found().said if key not in catalogue("ru")]


def test_every_refusal_has_its_words() -> None:
    assert not [(file, code) for file, code in found().refused if f"refusal-{code}" not in catalogue("ru")]


def test_every_key_is_used() -> None:
    beginnings = found().beginnings - {"refusal-"}
    codes = (*found().keys, *(code for _, code in found().refused))
    keys = found().keys | {f"refusal-{code}" for code in codes}
    assert not [key for key in catalogue("ru") if key not in keys and not key.startswith(tuple(beginnings))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_can_be_said(language: str) -> None:
    say = Texts(ZoneInfo("Europe/Moscow"))(language)
    for key in catalogue(language):
        for value in (0, 1, 3, 21, "<x>"):
            words = say(key, **dict.fromkeys(parts(language, key).variables, value))
            assert words.strip(), key
            assert "<x>" not in words, f"{key} is not escaped"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_is_a_whole_sentence(language: str) -> None:
    """Also where it stands above a screen. One is what the author of a questionnaire wrote."""
    say = Texts(ZoneInfo("Europe/Moscow"))(language)
    refusals = [key for key in catalogue(language) if key.startswith("refusal-") and key != "refusal-form-said"]
    words = {say.plain(key, **dict.fromkeys(parts(language, key).variables, n)) for key in refusals for n in (0, 1, 5)}
    assert not [one for one in words if not one.endswith((".", "?", "!", "…"))]


@pytest.mark.parametrize(("tag", "language"), [("en-GB", "en"), ("ru", "ru"), ("de", "ru"), (None, "ru"), ("", "ru")])
def test_whoever_speaks_another_language_is_answered_in_russian(tag: str | None, language: str) -> None:
    assert Texts(ZoneInfo("Europe/Moscow"))(tag).language == language
