"""Reads a TOML file that somebody wrote by hand; what is wrong with it is said in plain words."""

import re
import tomllib
from pathlib import Path
from typing import Any

from bot.console import sentence
from bot.os_words import words_of
from bot.settings import BadSettings

TWICE = ("Cannot declare", "Cannot overwrite", "Cannot mutate", "Cannot redefine")
"""How the parser's complaint begins where something stands twice."""


def read_toml(file: Path) -> dict[str, Any]:
    """What stands in the file, also after a mark of its encoding. `BadSettings` names the file and the place."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BadSettings(words_of(error)) from None
    except UnicodeDecodeError:
        raise BadSettings(f"{file}: {sentence('cli-toml-letters')}") from None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadSettings(f"{file}: {_what(text, str(error))}{_place(text, str(error))}") from None


def _what(text: str, error: str) -> str:
    found = re.search(r"line (\d+)", error)
    line = found[1] if found else str(len(text.splitlines()))
    if error.startswith(TWICE):
        return sentence("cli-toml-twice", line=line)
    return sentence("cli-toml-line", line=line) if found else sentence("cli-toml-end")


def _place(text: str, error: str) -> str:
    """The section and the key of the line that is no TOML, never its value, which may be a secret."""
    found = re.search(r"line (\d+)", error)
    above = text.splitlines()[: int(found[1])] if found else text.splitlines()
    sections = [line.strip() for line in above if line.strip().startswith("[")]
    key = above[-1].partition("=")[0].strip() if above and "=" in above[-1] else ""
    return f": {' '.join(part for part in (sections[-1] if sections else '', key) if part)}" if sections or key else ""
