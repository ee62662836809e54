"""Reads rows of a spreadsheet of branches: columns in any order, Russian or English headings."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from domain.cells import BROKEN, lines, one_line
from domain.ditto import without_dittos
from domain.opening_hours import Unreadable, read_hours, read_sanitary
from domain.partner_aside import TOTAL
from domain.partner_words import NUMBERING, by_word, plain

COLUMNS: dict[str, tuple[str, ...]] = {
    "name": (
        "название",
        "библиотека",
        "наименование",
        "название библиотеки",
        "наименование библиотеки",
        "полное название",
        "полное наименование",
        "филиал",
        "филиалы",
        "библиотеки",
        "библиотека-филиал",
        "библиотека, филиал",
        "наименование филиала",
        "название филиала",
        "наименование библиотеки-филиала",
        "полное наименование библиотеки",
        "подразделение",
        "структурное подразделение",
        "наименование структурного подразделения",
        "name",
        "library",
    ),
    "short_name": ("краткое название", "краткое наименование", "сокращённое название", "кратко", "short name"),
    "aliases": ("другие названия", "также называют", "варианты", "aliases"),
    "address": (
        "адрес",
        "адрес библиотеки",
        "почтовый адрес",
        "фактический адрес",
        "местонахождение",
        "адрес местонахождения",
        "address",
    ),
    "halls": ("залы", "halls"),
    "hours": ("часы работы", "режим работы", "график работы", "время работы", "часы", "opening hours", "hours"),
    "sanitary": ("санитарный день", "сан. день", "sanitary day"),
}
HEADINGS_WITHIN = 20
"""Rows in which the headings are looked for."""
MOST = {"name": 200, "address": 300, "short_name": 80}
LONGEST_PART, SHOWN = 120, 40
LINES = ("aliases", "halls", "hours")
"""Columns in whose cells a line break says something."""


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
    """What is wrong with a row, by a code; `number` counts as the spreadsheet does."""

    number: int
    code: str
    value: str = ""


def read_branches(
    table: Sequence[Sequence[str]], uncomputed: Collection[int] = ()
) -> tuple[list[BranchRow], list[BadRow]]:
    """The branches of a table, and what is wrong with its rows. Above the headings there may be a title.

    `uncomputed`: rows with formulas whose value is unknown.
    """
    if not table:
        return [], [BadRow(1, "no-headings")]
    last = _headings(table)
    columns = _columns(table[last])
    missing = [name for name in ("name", "address") if name not in columns]
    if missing:
        return [], [BadRow(last + 1, "no-column", COLUMNS[missing[0]][0])]
    table, _ = without_dittos(table, last + 2)
    good: list[BranchRow] = []
    bad: list[BadRow] = [BadRow(number, "formula") for number in sorted(uncomputed)]
    for number, cells in enumerate(table[last + 1 :], last + 2):
        record = _record(columns, cells)
        if any(record.values()) and number not in uncomputed and not TOTAL.match(record["name"]):
            _sort(number, record, good, bad)
    return good, sorted(bad, key=lambda one: one.number)


def is_branch_table(table: Sequence[Sequence[str]]) -> bool:
    """Whether it has the columns that a table of branches can't do without."""
    return bool(table) and {"name", "address"} <= _columns(table[_headings(table)]).keys()


def head_of(table: Sequence[Sequence[str]]) -> tuple[int, Collection[int]]:
    """The number of the row of the headings, and the places of the columns that are read; 0 where nothing stands."""
    return (_headings(table) + 1, _columns(table[_headings(table)]).values()) if table else (0, ())


def unknown_headings(table: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Those that mean nothing here: their columns are not read."""
    headings = table[_headings(table)] if table else ()
    known = _columns(headings).values()
    return tuple(
        one_line(heading)
        for place, heading in enumerate(headings)
        if place not in known and plain(heading) and plain(heading) not in NUMBERING
    )


def _sort(number: int, record: Mapping[str, str], good: list[BranchRow], bad: list[BadRow]) -> None:
    try:
        row = _branch(record)
        if row.name in {other.name for other in good}:
            raise Unreadable("name-twice", row.name)
        good.append(row)
    except Unreadable as error:
        bad.append(BadRow(number, *error.args))


def _headings(table: Sequence[Sequence[str]]) -> int:
    """The row that names the most columns; the first of those alike."""
    return max(range(min(len(table), HEADINGS_WITHIN)), key=lambda number: (len(_columns(table[number])), -number))


def _columns(headings: Sequence[str]) -> dict[str, int]:
    """Where each column stands; the first of two equal headings counts."""
    known = by_word(COLUMNS)
    found = [(known[plain(heading)], place) for place, heading in enumerate(headings) if plain(heading) in known]
    return dict(reversed(found))


def _record(columns: Mapping[str, int], cells: Sequence[str]) -> dict[str, str]:
    """The cells by their columns, without white space that nobody sees."""
    there = {name: cells[place] if place < len(cells) else "" for name, place in columns.items()}
    return {name: (lines if name in LINES else one_line)(cell) for name, cell in there.items()}


def _branch(record: Mapping[str, str]) -> BranchRow:
    for name, cell in record.items():
        if cell in BROKEN:
            raise Unreadable("broken", cell)
        if len(cell) > MOST.get(name, len(cell)):
            raise Unreadable("too-long", cell[:SHOWN])
    for name in ("name", "address"):
        if not record[name]:
            raise Unreadable(f"no-{name}")
    return BranchRow(
        name=record["name"],
        short_name=record.get("short_name") or record["name"][: MOST["short_name"]],
        address=record["address"],
        aliases=_list(record.get("aliases", "")),
        halls=_list(record.get("halls", "")),
        hours=read_hours(record.get("hours", "")),
        sanitary=read_sanitary(record.get("sanitary", "")),
    )


def _list(cell: str) -> tuple[str, ...]:
    parts = [one_line(part) for part in re.split(r"[,;\n]", cell)]
    if too_long := next((part for part in parts if len(part) > LONGEST_PART), ""):
        raise Unreadable("too-long", too_long[:SHOWN])
    return tuple(dict.fromkeys(filter(None, parts)))
