"""Reads the settings: a TOML file, and the environment over it. Every fault is named by its section and key."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_origin

from pydantic import ValidationError
from pydantic_settings import SettingsError

from bot.console import sentence
from bot.settings import ENVIRONMENT, BadSettings, Settings
from bot.settings_faults import fault_line, no_section
from bot.toml_file import read_toml

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
        raise BadSettings("\n".join(map(fault_line, error.errors()))) from None
    except SettingsError as error:
        raise BadSettings("\n".join(_not_json()) or str(error)) from None


def _not_json() -> Iterator[str]:
    """Variables of the environment that hold a list or a table and are no JSON."""
    for name, value in sorted(os.environ.items()):
        section, _, key = name.removeprefix(ENVIRONMENT).lower().partition("__")
        wants_json = value.lstrip()[:1] in ("[", "{") or _is_list(section, key)
        if name.startswith(ENVIRONMENT) and wants_json and not _is_json(value):
            yield f"[{section}] {key} ({name}): {sentence('cli-setting-no-list')}"


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
            yield f"[{section.lower()}] ({name}): {no_section(section.lower())}"


def _read(path: Path | None) -> dict[str, Any]:
    return {} if path is None and not DEFAULT_FILE.exists() else read_toml(path or DEFAULT_FILE)
