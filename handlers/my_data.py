"""All that is kept of a person as a file: for programs, and for reading."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from handlers.say import Say
from storage.personal import PersonalData, Record

JSON_NAME = "my-data.json"
TEXT_NAME = "my-data.txt"


def as_json(data: PersonalData) -> bytes:
    """The records as they are kept."""
    return json.dumps(data, ensure_ascii=False, indent=2, default=str).encode()


def as_text(data: PersonalData, say: Say, now: datetime) -> bytes:
    """The same in words, a line a value."""
    lines = [say.plain("mydata-title", when=say.moment(now))]
    for part, records in data.items():
        lines += ["", say.plain(f"mydata-{part}").upper()]
        for record in records:
            lines += [*_lines(record, say), ""]
    return "\r\n".join(lines).encode("utf-8-sig")


def rows(record: Record, say: Say) -> list[tuple[str, str]]:
    """What is known in the record, each value with its name."""
    return [
        (say.plain(f"mydata-field-{name}"), _value(value, say))
        for name, value in record.items()
        if value not in (None, "", [], {})
    ]


def _lines(record: Record, say: Say) -> Iterator[str]:
    for name, value in rows(record, say):
        yield f"{name}: {value}"


def _value(value: Any, say: Say) -> str:
    if isinstance(value, bool):
        return say.plain("mydata-yes" if value else "mydata-no")
    if isinstance(value, datetime):
        return say.moment(value)
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False, default=str)
    return say.plain(WORDS[value]) if value in WORDS else str(value)


WORDS = {
    "ru": "settings-language-ru",
    "en": "settings-language-en",
    "invitation": "mydata-kind-invitation",
    "moved": "mydata-kind-moved",
    "relocated": "mydata-kind-relocated",
    "cancelled": "mydata-kind-cancelled",
    "seat": "mydata-kind-seat",
    "reminder-week": "mydata-kind-reminder",
    "reminder-day": "mydata-kind-reminder",
    "reminder-hours": "mydata-kind-reminder",
    "thanks": "mydata-kind-thanks",
    "part": "mydata-kind-part",
    "sent": "mydata-state-sent",
    "failed": "mydata-state-failed",
    "unknown": "mydata-state-unknown",
    "missed": "mydata-state-missed",
    "unreachable": "mydata-state-failed",
    "superseded": "mydata-state-superseded",
    "ready": "mydata-state-ready",
    "events": "privacy-purpose-events",
    "naming": "privacy-purpose-naming",
    "survey": "privacy-purpose-survey",
    "going": "mydata-value-going",
    "queued": "mydata-value-queued",
    "maybe": "mydata-value-maybe",
    "declined": "mydata-value-declined",
    "admin": "role-admin",
    "director": "role-director",
    "methodist": "role-methodist",
    "librarian": "role-librarian",
}
