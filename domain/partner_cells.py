"""Reads the cells of one row of the register's spreadsheet, its telephones as `domain.partner_spread` leaves them.

A cell that means nothing is a `BadCell`.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache

from domain.cells import one_line, parted
from domain.clergy import without_rank
from domain.partner import Grade
from domain.partner_words import GRADES, KINDS, NO, SECTORS, YES, by_word, plain
from domain.person_name import INITIALS, PersonName, read_name

Record = Mapping[str, str]
Said = dict[str, object]

MOST: dict[str, int] = {
    "name": 300,
    "short_name": 120,
    "legal_form": 20,
    "address": 300,
    "site": 200,
    "email": 120,
    "notes": 2000,
    "last_name": 80,
    "first_name": 80,
    "patronymic": 80,
    "full_name": 240,
    "position": 300,
    "clergy_rank": 80,
    "salutation": 200,
    "rep_email": 120,
}
"""The longest text of each column, as the tables have it."""
LONGEST_ALIAS = 300
SHOWN = 60
LETTER = re.compile(r"[A-ZА-ЯЁ]\.?")
PATRONYMIC = re.compile(r"[А-ЯЁ][а-яё]+(?:вич|вна|ична|ьич|мич)")
"""What stands behind a first name, where a surname is missing: «Анна Ивановна»."""
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
TEXTS = ("short_name", "legal_form", "address", "phone", "site", "notes")
PERSON_TEXTS = ("position", "clergy_rank", "salutation", "rep_phone")


class BadCell(ValueError):  # noqa: N818 - says what the cell is
    """A cell that can't be taken: why (a code), in which column, and what it says."""

    def __init__(self, code: str, column: str = "", value: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.column = column
        value = one_line(value)
        self.value = value if len(value) <= SHOWN else value[: SHOWN - 1] + "…"


def read_organisation(record: Record, branches: Mapping[str, int]) -> tuple[Said, tuple[str, ...], tuple[int, ...]]:
    """What the row says of the organisation: single values, aliases, ids of branches. Empty cells say nothing."""
    for column, most in MOST.items():
        if len(record.get(column, "")) > most:
            raise BadCell("too-long", column, record[column])
    said: Said = {name: record[name] for name in TEXTS if record.get(name)}
    for name, read in READERS.items():
        if record.get(name):
            said[name] = read(name, record[name])
    return said, _aliases(record), _branches(record, branches)


def read_person(record: Record) -> tuple[PersonName, Said] | None:
    """The person of the row with what it says of them; None where there is none. A rank may stand beside the name."""
    record, rank = _without_rank(record)
    said: Said = {name.removeprefix("rep_"): record[name] for name in PERSON_TEXTS if record.get(name)}
    said = {"clergy_rank": rank} | said if rank else said
    for name, read in PERSON_READERS.items():
        if record.get(name):
            said[name.removeprefix("rep_")] = read(name, record[name])
    person = _name(record)
    if person is None and said:
        raise BadCell("no-person", "last_name", str(next(iter(said.values()))))
    return None if person is None else (person, said)


def _without_rank(record: Record) -> tuple[Record, str]:
    """The row with the name alone in the cell of the name, and the rank that stood there.

    In the cell of the surname, too, unless the table has a column for ranks: what is exported is read as it was.
    """
    names = ("full_name",) if "clergy_rank" in record else ("full_name", "last_name")
    cells = {name: without_rank(record.get(name, "")) for name in names}
    rank = next((rank for _, rank in cells.values() if rank), "")
    return (dict(record) | {name: cell for name, (cell, own) in cells.items() if own}, rank)


def _name(record: Record) -> PersonName | None:
    last, first, patronymic = (record.get(part, "") for part in ("last_name", "first_name", "patronymic"))
    if not (last or first or patronymic):
        return _full_name(record.get("full_name", ""))
    if not last:
        raise BadCell("no-person", "last_name", " ".join((first, patronymic)))
    if not first and not patronymic:
        with_initials = read_name(last)
        return with_initials if with_initials and with_initials.initials and "." in last else PersonName(last)
    initials = _initials(first, patronymic)
    return PersonName(last, initials=initials) if initials else PersonName(last, first, patronymic)


def _initials(first: str, patronymic: str) -> str:
    """«Е.П.», from one cell or from two; nothing where a name stands."""
    found = INITIALS.fullmatch(first) if "." in first else None
    if found is None or (patronymic and not LETTER.fullmatch(patronymic)):
        return ""
    second = found[2] or patronymic[:1]
    return f"{found[1]}." + (f"{second}." if second else "")


def _full_name(text: str) -> PersonName | None:
    if not text:
        return None
    name = read_name(text)
    if name is None:
        raise BadCell("bad-name", "full_name", text)
    if not name.patronymic and PATRONYMIC.fullmatch(name.first):
        raise BadCell("no-person", "full_name", text)
    return name


def _aliases(record: Record) -> tuple[str, ...]:
    aliases = parted(record.get("aliases", ""))
    for alias in aliases:
        if len(alias) > LONGEST_ALIAS:
            raise BadCell("too-long", "aliases", alias)
    return aliases


def _branches(record: Record, branches: Mapping[str, int]) -> tuple[int, ...]:
    names = parted(record.get("branches", ""))
    for name in names:
        if plain(name) not in branches:
            raise BadCell("unknown-branch", "branches", name)
    return tuple(branches[plain(name)] for name in names)


def _email(column: str, text: str) -> object:
    if not EMAIL.fullmatch(text):
        raise BadCell("bad-email", column, text)
    return text


def _sector(column: str, text: str) -> object:
    return _known(_words()["sector"], "unknown-sector", column, text)


def _kind(column: str, text: str) -> object:
    return _known(_words()["kind"], "unknown-kind", column, text)


def _grade(column: str, text: str) -> object:
    return Grade(_known(_words()["grade"], "unknown-grade", column, text))


def _yes_or_no(column: str, text: str) -> object:
    word = text.strip().casefold()
    if word not in (*YES, *NO):
        raise BadCell("not-yes-or-no", column, text)
    return word in YES


def _known(words: Mapping[str, str], code: str, column: str, text: str) -> str:
    found = words.get(plain(text))
    if found is None:
        raise BadCell(code, column, text)
    return found


@cache
def _words() -> dict[str, dict[str, str]]:
    return {"sector": by_word(SECTORS), "kind": by_word(KINDS), "grade": by_word(GRADES)}


Read = Callable[[str, str], object]
READERS: dict[str, Read] = {"sector": _sector, "kind": _kind, "grade": _grade, "email": _email}
PERSON_READERS: dict[str, Read] = {"rep_email": _email, "is_primary": _yes_or_no}
