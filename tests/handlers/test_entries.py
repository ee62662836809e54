"""Whatever the trail keeps has words, in both languages."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.texts import keys_of
from handlers.entries import ACTIONS, NAMED

ROOT = Path(__file__).parents[2]


def noted() -> Iterator[str]:
    """The actions in every `note(conn, at, actor, "action", …)` of the code."""
    for file in (ROOT / "storage").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "note":
                values = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
                yield from (value for value in values if isinstance(value, str))


def test_every_action_that_is_noted_has_its_words() -> None:
    assert not set(noted()) - ACTIONS


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_action_and_every_field_can_be_said(language: str) -> None:
    wanted = {f"audit-did-{action}" for action in ACTIONS} | {f"audit-field-{name}" for name in NAMED}
    assert wanted == {key for key in keys_of(language) if key.startswith(("audit-did-", "audit-field-"))}
