"""The catalogue: the same messages with the same values in every language, all of them used, all of them there."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, SelectExpression, StringLiteral, VariableReference, Variant
from fluent.syntax.visitor import Visitor

from tests.templates import said_in_templates

ROOT = Path(__file__).parents[2]
LOCALES = ROOT / "bot" / "locales"
GENITIVE = {"form-hides", "refusal-form-too-few"}
"""Where the case leaves two forms: не меньше 1 ответа, не меньше 2 ответов."""
KEY = re.compile(r"[a-z_]+(?:-[a-z0-9_]+)+")


class Used(Visitor):
    """Which values a message speaks of, and which plural forms it knows."""

    def __init__(self) -> None:
        self.values: set[str] = set()
        self.plurals: list[set[str]] = []

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802
        self.values.add(node.id.name)

    def visit_SelectExpression(self, node: SelectExpression) -> None:  # noqa: N802
        self.plurals.append({_name(variant) for variant in node.variants})
        self.generic_visit(node)


def _name(variant: Variant) -> str:
    return getattr(variant.key, "name", None) or str(getattr(variant.key, "value", ""))


@cache
def messages(language: str) -> dict[str, Message]:
    found: dict[str, Message] = {}
    for file in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, Message):
                assert entry.id.name not in found, f"{entry.id.name} twice"
                own = (f"{file.stem}-", f"refusal-{file.stem}-")
                assert entry.id.name.startswith(own), f"{entry.id.name} in {file.name}"
                found[entry.id.name] = entry
    return found


def used(message: Message) -> Used:
    visitor = Used()
    visitor.visit(message)
    return visitor


def nodes(*packages: str) -> Iterator[ast.AST]:
    for package in packages:
        for file in (ROOT / package).rglob("*.py"):
            yield from ast.walk(ast.parse(file.read_text(encoding="utf-8")))


@cache
def constants() -> frozenset[str]:
    """Every string in the code that may be a key."""
    return said_in_templates()[0] | frozenset(
        node.value
        for node in nodes("domain", "handlers", "bot")
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value)
    )


@cache
def beginnings() -> tuple[str, ...]:
    """How keys begin whose end comes from a value: a rule's code, a form's id."""
    made_up = (
        node.values[0] for node in nodes("domain", "handlers", "bot") if isinstance(node, ast.JoinedStr) and node.values
    )
    texts = (str(first.value) for first in made_up if isinstance(first, ast.Constant))
    found = tuple(text for text in texts if re.fullmatch(r"[a-z_]+-(?:[a-z0-9_]+-)*", text))
    return (*found, *said_in_templates()[1])


@cache
def said() -> frozenset[str]:
    """What is said outright: `say("key")`, `say.plain("key")`."""
    calls = (node for node in nodes("handlers", "bot") if isinstance(node, ast.Call) and node.args)
    wanted = (call.args[0] for call in calls if _name_of(call) in ("say", "plain"))
    texts = (one for argument in wanted for one in ast.walk(argument) if isinstance(one, ast.Constant))
    return said_in_templates()[0] | {str(text.value) for text in texts if KEY.fullmatch(str(text.value))}


def _name_of(call: ast.Call) -> str:
    return str(getattr(call.func, "id", None) or getattr(call.func, "attr", ""))


def codes() -> Iterator[str]:
    """The code of every refusal that is raised anywhere."""
    for node in nodes("domain", "storage", "handlers", "bot"):
        if isinstance(node, ast.Call) and _name_of(node) in ("Refusal", "Gone", "NotAllowed") and node.args:
            given = node.args[0]
            either = (given.body, given.orelse) if isinstance(given, ast.IfExp) else (given,)
            yield from (str(one.value) for one in either if isinstance(one, ast.Constant))


def test_both_languages_say_the_same_things() -> None:
    assert set(messages("ru")) == set(messages("en"))
    different = [key for key in messages("ru") if used(messages("ru")[key]).values != used(messages("en")[key]).values]
    assert not different


def test_russian_plurals_are_whole() -> None:
    """Where one form is told from the others, «few» is told too: 1 место, 2 места, 5 мест."""
    halves = [
        key
        for key, message in messages("ru").items()
        if key not in GENITIVE
        and any("one" in forms and not {"few", "other"} <= forms for forms in used(message).plurals)
    ]
    assert not halves


def test_every_message_is_used() -> None:
    assert not [key for key in messages("ru") if key not in constants() and not key.startswith(beginnings())]


def test_every_message_that_is_said_is_there() -> None:
    assert not said() - set(messages("ru"))


@pytest.mark.parametrize("code", sorted({"gone", "not-allowed", *codes()}))
def test_every_refusal_has_words(code: str) -> None:
    assert f"refusal-{code}" in messages("ru")


def test_nothing_is_quoted_that_need_not_be() -> None:
    """A literal in braces is for what cannot stand otherwise: the empty text, a leading space, a brace."""
    for message in messages("ru").values():
        for literal in _literals(message):
            assert literal in ("", " ", "{", "}"), message.id.name


def _literals(message: Message) -> Iterator[str]:
    found: list[str] = []

    class Collect(Visitor):
        def visit_StringLiteral(self, node: StringLiteral) -> None:  # noqa: N802
            found.append(node.value)

    Collect().visit(message)
    yield from found
