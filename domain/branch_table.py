"""Reads rows of a spreadsheet of branches: columns in any order, Russian or English headings."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("название", "библиотека", "name", "library"),
    "short_name": ("краткое название", "кратко", "short name"),
    "aliases": ("другие названия", "варианты", "aliases"),
    "address": ("адрес", "address"),
    "halls": ("залы", "halls"),
    "hours": ("часы работы", "режим работы", "opening hours", "hours"),
    "sanitary": ("санитарный день", "sanitary day"),
}
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_NAMES: dict[str, int] = {
    name: index
    for index, names in enumerate(
        (
            ("пн", "понедельник", "mon", "monday"),
            ("вт", "вторник", "tue", "tuesday"),
            ("ср", "среда", "среду", "wed", "wednesday"),
            ("чт", "четверг", "thu", "thursday"),
            ("пт", "пятница", "пятницу", "fri", "friday"),
            ("сб", "суббота", "субботу", "sat", "saturday"),
            ("вс", "воскресенье", "sun", "sunday"),
        )
    )
    for name in names
}
ORDINALS: dict[str, int] = {
    word: number
    for number, words in {
        1: ("перв", "first"),
        2: ("втор", "second"),
        3: ("трет", "third"),
        4: ("четверт", "четвёрт", "fourth"),
        -1: ("последн", "last"),
    }.items()
    for word in words
}
CLOSED = ("выходной", "закрыто", "closed")
SPAN = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d{2}))?")


@dataclass(frozen=True, slots=True)
class BranchRow:
    """A branch as the spreadsheet gives it; the shapes are those of the table of branches."""

    name: str
    short_name: str
    address: str
    aliases: tuple[str, ...]
    halls: tuple[str, ...]
    hours: Mapping[str, Sequence[str]]
    sanitary: Mapping[str, int] | None


@dataclass(frozen=True, slots=True)
class BadRow:
    """What is wrong with a row, by a code; `number` counts as the spreadsheet does, the headings being row 1."""

    number: int
    code: str
    value: str = ""


class Unreadable(ValueError):  # noqa: N818 - says what the cell is
    """A cell that means nothing; `args` are a code and the cell."""


def read_branches(table: Sequence[Sequence[str]]) -> tuple[list[BranchRow], list[BadRow]]:
    """The branches of a table whose first row holds the headings, and what is wrong with the other rows."""
    if not table:
        return [], [BadRow(1, "no-headings")]
    columns = _columns(table[0])
    missing = [name for name in ("name", "address") if name not in columns]
    if missing:
        return [], [BadRow(1, "no-column", COLUMNS[missing[0]][0])]
    good: list[BranchRow] = []
    bad: list[BadRow] = []
    for number, cells in enumerate(table[1:], 2):
        if any(cell.strip() for cell in cells):
            _sort(number, _record(columns, cells), good, bad)
    return good, bad


def _sort(number: int, record: Mapping[str, str], good: list[BranchRow], bad: list[BadRow]) -> None:
    try:
        row = _branch(record)
        if row.name in {other.name for other in good}:
            raise Unreadable("name-twice", row.name)
        good.append(row)
    except Unreadable as error:
        bad.append(BadRow(number, *error.args))


def read_hours(text: str) -> dict[str, list[str]]:
    """Opening hours: «пн–пт 10–19; сб 9–17; вс выходной» → {"mon": ["10:00", "19:00"], …}. `Unreadable` if not."""
    hours: dict[str, list[str]] = {}
    for part in filter(None, (piece.strip().casefold() for piece in re.split(r"[;\n]", text))):
        days, span = _days(part), SPAN.search(part)
        if not days or (span is None and not any(word in part for word in CLOSED)):
            raise Unreadable("bad-hours", text)
        if span is not None:
            hours |= {DAYS[day]: _span(span, text) for day in days}
    return hours


def spans_of(hours: Mapping[str, Sequence[str]]) -> list[tuple[int, int, str, str]]:
    """Opening hours by stretches of days alike: first and last weekday (Monday = 0), opens, closes."""
    spans: list[tuple[int, int, str, str]] = []
    for day, name in enumerate(DAYS):
        if name not in hours:
            continue
        opens, closes = hours[name]
        if spans and spans[-1][1:] == (day - 1, opens, closes):
            spans[-1] = (spans[-1][0], day, opens, closes)
        else:
            spans.append((day, day, opens, closes))
    return spans


def read_sanitary(text: str) -> dict[str, int] | None:
    """The sanitary day: «последняя среда» → {"weekday": 2, "nth": -1}; an empty cell → None. `Unreadable` if not."""
    words = re.findall(r"[a-zа-яё]+", text.casefold())
    if not words:
        return None
    weekday = next((DAY_NAMES[word] for word in words if word in DAY_NAMES), None)
    nth = next((number for word in words for stem, number in ORDINALS.items() if word.startswith(stem)), None)
    if weekday is None or nth is None:
        raise Unreadable("bad-sanitary-day", text)
    return {"weekday": weekday, "nth": nth}


def _columns(headings: Sequence[str]) -> dict[str, int]:
    known = {heading: name for name, names in COLUMNS.items() for heading in names}
    cleaned = [heading.strip().strip("\ufeff").casefold() for heading in headings]
    return {known[heading]: index for index, heading in enumerate(cleaned) if heading in known}


def _record(columns: Mapping[str, int], cells: Sequence[str]) -> dict[str, str]:
    return {name: cells[index].strip() if index < len(cells) else "" for name, index in columns.items()}


def _branch(record: Mapping[str, str]) -> BranchRow:
    for name, most in (("name", 200), ("address", 300)):
        if not record[name]:
            raise Unreadable(f"no-{name}")
        if len(record[name]) > most:
            raise Unreadable("too-long", record[name][:40])
    return BranchRow(
        name=record["name"],
        short_name=(record.get("short_name") or record["name"])[:80],
        address=record["address"],
        aliases=_list(record.get("aliases", "")),
        halls=_list(record.get("halls", "")),
        hours=read_hours(record.get("hours", "")),
        sanitary=read_sanitary(record.get("sanitary", "")),
    )


def _list(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip()[:120] for part in re.split(r"[,;\n]", cell) if part.strip()))


def _days(part: str) -> range | list[int]:
    found = [DAY_NAMES[word] for word in re.findall(r"[a-zа-яё]+", part) if word in DAY_NAMES]
    is_range = len(found) == 2 and re.search(r"[a-zа-яё]\s*[-–—]\s*[a-zа-яё]", part) is not None
    return range(found[0], found[1] + 1) if is_range else found


def _span(match: re.Match[str], text: str) -> list[str]:
    opens, closes = (f"{int(match[i]):02}:{match[i + 1] or '00'}" for i in (1, 3))
    if not "00:00" <= opens < closes <= "24:00":
        raise Unreadable("bad-hours", text)
    return [opens, closes]
