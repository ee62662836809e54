"""All that is kept of a person as a file: for programs, and for reading."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from handlers.my_data_words import INNER, WORDS
from handlers.say import Say
from handlers.words import file_name
from storage.personal import PersonalData, Record

JSON_NAME = "my-data.json"
TEXT_NAME = "my-data.txt"
"""Where the page has them; to people they are called in words."""
CONTENT = frozenset(("body", "data", "answers"))
"""What the person has written: nothing of it is left out."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Answers in words, each with its question."""

    pairs: tuple[tuple[str, str], ...]


def called(ending: str, say: Say) -> str:
    """What the file is called."""
    return file_name(say.plain("mydata-file"), ending)


def as_json(data: PersonalData) -> bytes:
    """The records as they are kept."""
    return json.dumps(data, ensure_ascii=False, indent=2, default=str).encode()


def as_text(data: PersonalData, say: Say, now: datetime) -> bytes:
    """The same in words, a line a value."""
    lines = [say.plain("mydata-title", when=say.moment(now)), say.plain("mydata-numbers")]
    for part, records in data.items():
        lines += ["", say.plain(f"mydata-{part}").upper()]
        for record in records:
            lines += [*_lines(record, say), ""]
    return "\r\n".join(lines).encode("utf-8-sig")


def rows(record: Record, say: Say) -> list[tuple[str, str]]:
    """What is known in the record, each value with its name; what only a program reads is left to the other file."""
    return [row for name, value in record.items() for row in _said(name, value, say)]


def _said(name: str, value: Any, say: Say) -> Iterator[tuple[str, str]]:
    if isinstance(value, Spoken):
        yield from value.pairs
    elif value not in (None, "", [], {}) and (words := _value(name, value, say)):
        yield say.plain(f"mydata-field-{name}"), words


def _lines(record: Record, say: Say) -> Iterator[str]:
    for name, value in rows(record, say):
        yield f"{name} – {value}" if name.endswith("?") else f"{name}: {value}"


def _value(name: str, value: Any, say: Say) -> str:
    if isinstance(value, bool):
        return say.plain("mydata-yes" if value else "mydata-no")
    if isinstance(value, datetime):
        return say.moment(value)
    if isinstance(value, date):
        return say.day(value, weekday=False)
    if isinstance(value, dict):
        return "; ".join(_inner(value, say, whole=name in CONTENT))
    if isinstance(value, list):
        return ", ".join(_value(name, one, say) for one in value)
    return _text(name, str(value), say)


def _text(name: str, value: str, say: Say) -> str:
    if name == "text_version":
        return edition(value)
    key = WORDS.get(name, {}).get(value)
    moment = _moment(value)
    return say.plain(key) if key else say.moment(moment) if moment else value


def _inner(value: dict[str, Any], say: Say, *, whole: bool) -> Iterator[str]:
    """Its own fields by their names; of what the person has written also the rest."""
    for name, one in value.items():
        words = _value(name if name in INNER or not whole else "body", one, say)
        if name in INNER and words:
            label = say.plain(INNER[name])
            yield f"{label[:1].lower()}{label[1:]}: {words}"
        elif whole and words:
            yield words


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def edition(text_version: str) -> str:
    """The number of a consent's text; its language and hash are for programs."""
    return text_version.split("-")[1] if "-" in text_version else text_version
