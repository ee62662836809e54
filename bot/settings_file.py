"""Reads the settings: a TOML file, and the environment over it. Every fault is named by its section and key."""

import json
import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_origin

from pydantic import ValidationError
from pydantic_settings import SettingsError

from bot.settings import ENVIRONMENT, BadSettings, Settings

DEFAULT_FILE = Path("config.toml")


def load_settings(path: Path | None = None) -> Settings:
    """The settings of the file and the environment. `BadSettings` names each wrong section and key.

    Without a path `config.toml` is read if it is there.
    """
    faults = list(_unknown_variables())
    if faults:
        raise BadSettings("\n".join(faults))
    try:
        return Settings(**_read(path))
    except ValidationError as error:
        raise BadSettings("\n".join(map(_fault, error.errors()))) from None
    except SettingsError as error:
        raise BadSettings("\n".join(_not_json()) or str(error)) from None


def _not_json() -> Iterator[str]:
    """Variables of the environment that hold a list or a table and are no JSON."""
    for name, value in sorted(os.environ.items()):
        section, _, key = name.removeprefix(ENVIRONMENT).lower().partition("__")
        wants_json = value.lstrip()[:1] in ("[", "{") or _is_list(section, key)
        if name.startswith(ENVIRONMENT) and wants_json and not _is_json(value):
            yield f"[{section}] {key}: {name} is no JSON; a list looks like [1, 2]"


def _is_list(section: str, key: str) -> bool:
    fields = getattr(Settings.model_fields[section].annotation, "model_fields", {}) if key else {}
    return key in fields and get_origin(fields[key].annotation) is tuple


def _is_json(value: str) -> bool:
    try:
        json.loads(value)
    except ValueError:
        return False
    return True


def _unknown_variables() -> Iterator[str]:
    """Variables of the environment that mean a section which is not there. Wrong keys are found by the models."""
    for name in sorted(os.environ):
        section, nested, _ = name.removeprefix(ENVIRONMENT).partition("__")
        if name.startswith(ENVIRONMENT) and nested and section.lower() not in Settings.model_fields:
            yield f"{name}: [{section.lower()}] is no section"


def _read(path: Path | None) -> dict[str, Any]:
    if path is None and not DEFAULT_FILE.exists():
        return {}
    file = path or DEFAULT_FILE
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        raise BadSettings(f"{file}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise BadSettings(f"{file}: not UTF-8") from None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadSettings(f"{file}: {error}{_place(text, str(error))}") from None


def _place(text: str, error: str) -> str:
    """The section and the key of the line that is no TOML, never its value, which may be a secret."""
    found = re.search(r"line (\d+)", error)
    above = text.splitlines()[: int(found[1])] if found else text.splitlines()
    sections = [line.strip() for line in above if line.strip().startswith("[")]
    key = above[-1].partition("=")[0].strip() if above and "=" in above[-1] else ""
    return f": {' '.join(part for part in (sections[-1] if sections else '', key) if part)}" if sections or key else ""


PLAINLY = {"extra_forbidden": "unknown key", "tuple_type": "a list is wanted, such as [1, 2]"}
"""What pydantic says in words of its own."""


def _fault(error: Any) -> str:
    if not error["loc"]:
        return str(error["msg"]).removeprefix("Value error, ")
    section, *key = map(str, error["loc"])
    what = PLAINLY.get(error["type"], error["msg"].removeprefix("Value error, "))
    if not key:
        return f"[{section}]: {'unknown section' if error['type'] == 'extra_forbidden' else what}"
    return f"[{section}] {'.'.join(key)}: {what}"
