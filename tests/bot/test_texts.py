"""The catalogue: the same in every language, nothing missing, nothing left over, and every message can be said."""

import ast
import re
from collections.abc import Iterator
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


@cache
def trees() -> list[tuple[str, ast.Module]]:
    files = [file for package in PACKAGES for file in (ROOT / package).rglob("*.py")]
    return [(str(file.relative_to(ROOT)), ast.parse(file.read_text(encoding="utf-8"))) for file in files]


def nodes() -> Iterator[tuple[str, ast.AST]]:
    for file, tree in trees():
        yield from ((file, node) for node in ast.walk(tree))


def said() -> Iterator[tuple[str, str]]:
    """Keys that stand in a call of `say(…)` or `say.plain(…)`, with their file."""
    yield from (("a template", key) for key in said_in_templates()[0])
    for file, node in nodes():
        if isinstance(node, ast.Call) and node.args and _is_say(node.func):
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield file, first.value


def _is_say(function: ast.expr) -> bool:
    if isinstance(function, ast.Attribute) and function.attr == "plain":
        return True
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name in ("say", "_tell", "_stop")


def mentioned() -> tuple[set[str], set[str]]:
    """Whatever may be a key, and what dynamic keys begin with."""
    keys, beginnings = map(set[str], said_in_templates())
    for _, node in nodes():
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value):
            keys.add(node.value)
        if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            beginnings.add(str(node.values[0].value))
    return keys, {beginning for beginning in beginnings if re.fullmatch(r"[a-z]+-([a-z0-9_]+-)*", beginning)}


def refusals() -> Iterator[tuple[str, str]]:
    for file, node in nodes():
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in REFUSALS:
            codes = [arg.value for arg in node.args[:1] if isinstance(arg, ast.Constant)]
            yield from ((file, code) for code in codes if isinstance(code, str))


def test_every_language_has_the_same_keys() -> None:
    assert set(catalogue("ru")) == set(catalogue("en"))


@pytest.mark.parametrize("key", sorted(catalogue("ru")))
def test_every_language_speaks_of_the_same(key: str) -> None:
    assert parts("ru", key).variables == parts("en", key).variables


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_complete(language: str) -> None:
    wanted = FORMS[language]
    for key in catalogue(language):
        for choice in parts(language, key).choices:
            named = choice & PLURALS
            assert not named - {"other"} or named == wanted, f"{key}: {choice}"


def test_every_key_that_is_said_is_there() -> None:
    assert not [(file, key) for file, key in said() if key not in catalogue("ru")]


def test_every_refusal_has_its_words() -> None:
    assert not [(file, code) for file, code in refusals() if f"refusal-{code}" not in catalogue("ru")]


def test_every_key_is_used() -> None:
    keys, beginnings = mentioned()
    beginnings -= {"refusal-"}
    keys |= {f"refusal-{code}" for code in (*keys, *(code for _, code in refusals()))}
    assert not [key for key in catalogue("ru") if key not in keys and not key.startswith(tuple(beginnings))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_can_be_said(language: str) -> None:
    say = Texts(ZoneInfo("Europe/Moscow"))(language)
    for key in catalogue(language):
        for value in (0, 1, 3, 21, "<x>"):
            words = say(key, **dict.fromkeys(parts(language, key).variables, value))
            assert words.strip(), key
            assert "<x>" not in words, f"{key} is not escaped"


@pytest.mark.parametrize(("tag", "language"), [("en-GB", "en"), ("ru", "ru"), ("de", "ru"), (None, "ru"), ("", "ru")])
def test_whoever_speaks_another_language_is_answered_in_russian(tag: str | None, language: str) -> None:
    assert Texts(ZoneInfo("Europe/Moscow"))(tag).language == language
