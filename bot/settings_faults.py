"""What is wrong with a setting, and what is expected there, in plain words."""

import os
from difflib import get_close_matches
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bot.console import sentence
from bot.settings import ENVIRONMENT, Settings

SHAPES = {"api_base": "cli-setting-address", "url": "cli-setting-page"}
"""Texts that have a shape, by their keys."""


def fault_line(error: Any) -> str:
    """One line for what pydantic found: the section, the key, and what is expected there. Never the value."""
    path = [part for part in error["loc"] if isinstance(part, str)]
    if error["type"] == "value_error":
        what = sentence(str(error["ctx"]["error"]))
    else:
        what = _unknown(path) if error["type"] == "extra_forbidden" else _expected(path)
    return f"{_place(path)}: {what}" if path else what


def no_section(name: str) -> str:
    """Which sections there are, or the one that is alike."""
    return sentence("cli-setting-no-section", known=", ".join(f"[{one}]" for one in _alike(name, [])))


def _unknown(path: list[str]) -> str:
    if len(path) == 1:
        return no_section(path[0])
    return sentence("cli-setting-no-key", known=", ".join(_alike(path[-1], path[:-1])))


def _alike(name: str, section: list[str]) -> list[str]:
    names = list(_keys(section))
    return get_close_matches(name, names, 1) or names


def _expected(path: list[str]) -> str:
    field = _keys(path[:-1])[path[-1]]
    if (kind := field.annotation) is not None and _is_section(kind):
        return sentence("cli-setting-section", section=".".join(path))
    if kind is int:
        return sentence("cli-setting-number", least=_limit(field, "ge"), most=_limit(field, "le"))
    if get_origin(kind) is Literal:
        return sentence("cli-setting-choice", known=_quoted(kind))
    if get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        return sentence("cli-setting-numbers") if inner is int else sentence("cli-setting-list", known=_quoted(inner))
    if kind is bool:
        return sentence("cli-setting-switch")
    return _text(path[-1], field)


def _text(key: str, field: FieldInfo) -> str:
    if _limit(field, "pattern"):
        return sentence(SHAPES[key])
    return sentence("cli-setting-filled" if _limit(field, "min_length") else "cli-setting-text")


def _limit(field: FieldInfo, name: str) -> str:
    """As text, so that no number is written with spaces in it."""
    return next((str(getattr(one, name)) for one in field.metadata if getattr(one, name, None) is not None), "")


def _quoted(kind: Any) -> str:
    return ", ".join(f'"{one}"' for one in get_args(kind))


def _is_section(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _place(path: list[str]) -> str:
    """As the file has it; and the variable, where the environment lies over the file."""
    field = _keys(path[:-1]).get(path[-1])
    is_key = len(path) > 1 and not (field and _is_section(field.annotation))
    place = f"[{'.'.join(path[:-1])}] {path[-1]}" if is_key else f"[{'.'.join(path)}]"
    variable = ENVIRONMENT + "__".join(path).upper()
    return f"{place} ({variable})" if variable in os.environ else place


def _keys(section: list[str]) -> dict[str, FieldInfo]:
    """The keys of a section; of the whole without one."""
    model: Any = Settings
    for name in section:
        model = model.model_fields[name].annotation
    return dict(model.model_fields)
