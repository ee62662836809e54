"""Reads the consents' texts: those that are shipped, and the library's own over them."""

import re
from collections.abc import Iterable
from pathlib import Path

from bot.console import sentence
from bot.os_words import words_of
from bot.settings import BadSettings
from domain.consent_text import NAMES, ConsentText, ConsentTexts
from domain.people import Purpose

SHIPPED = Path(__file__).parent / "data" / "consents"
FILE = re.compile(rf"({'|'.join(Purpose)})-(\d{{1,4}})\.([a-z]{{2}})\.txt")
OPEN = re.compile(r"\{([^{}]*)\}")
LONGEST = 1700
"""Letters: two texts and their buttons stand on one screen."""


def load_consents(folder: str, languages: Iterable[str]) -> ConsentTexts:
    """Every text by purpose, version and language; a file of `folder` («events-2.ru.txt») replaces one shipped.

    `BadSettings` names the file that cannot be used, or the text that is missing.
    """
    found = _read(SHIPPED)
    if folder:
        found |= _read(_folder(folder))
    order = list(languages)
    texts = sorted(found.values(), key=lambda text: (text.language not in order, text.language != order[0]))
    return ConsentTexts(tuple(texts))


def _folder(name: str) -> Path:
    folder = Path(name)
    if not folder.is_dir():
        raise _bad(folder, "cli-setting-no-folder")
    return folder


def _read(folder: Path) -> dict[tuple[Purpose, int, str], ConsentText]:
    found = {}
    for file in sorted(folder.iterdir()):
        if name := FILE.fullmatch(file.name):
            text = ConsentText(Purpose(name[1]), int(name[2]), name[3], _body(file))
            found[text.purpose, text.number, text.language] = text
    return found


def _body(file: Path) -> str:
    try:
        body = file.read_text(encoding="utf-8-sig").strip()
    except OSError as error:
        raise BadSettings(f"[privacy] consents: {words_of(error)}") from None
    except UnicodeDecodeError:
        raise _bad(file, "cli-toml-letters") from None
    unknown = set(OPEN.findall(body)) - set(NAMES)
    if unknown:
        raise _bad(file, "cli-setting-consent-field", field=f"{{{min(unknown)}}}", known=_braced(NAMES))
    if not 0 < len(body) <= LONGEST:
        raise _bad(file, "cli-setting-consent-length", most=str(LONGEST), length=str(len(body)))
    return body


def _braced(names: Iterable[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names))


def _bad(file: Path, key: str, **values: object) -> BadSettings:
    return BadSettings(f"[privacy] consents: {file}: {sentence(key, **values)}")
