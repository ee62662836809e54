"""Reads rows of a spreadsheet into partners with their representatives: columns in any order, one row a person."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from domain.cells import BROKEN, lines, one_line
from domain.partner_cells import BadCell, read_organisation, read_person
from domain.partner_words import COLUMNS, PERSON, by_word, plain
from domain.person_name import PersonName

MOST_COLUMNS = 100
HEADINGS_WITHIN = 20
"""Rows in which the headings are looked for: a title may stand above them."""
TOTAL = re.compile(r"(?:итого|всего|total)\b", re.IGNORECASE)
"""How the last row begins where somebody has counted."""
WHOLE = 0
"""Instead of a row's number: the fault is the whole file's."""
Record = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, by a code: with a row, counted as the spreadsheet does, or with the `WHOLE`.

    `column` is the file's heading.
    """

    number: int
    code: str
    column: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class RepRow:
    """A person of the file. `said` holds what its cells say of `RepFields`, empty cells say nothing."""

    name: PersonName
    said: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """An organisation of the file; `number` is its first row. `said` holds what its cells say of `PartnerFields`."""

    number: int
    name: str
    said: Mapping[str, object]
    aliases: tuple[str, ...] = ()
    branch_ids: tuple[int, ...] = ()
    reps: tuple[RepRow, ...] = ()


@dataclass(frozen=True, slots=True)
class PartnerTable:
    """What a file says: organisations in the order of their first rows, faults, headings that mean nothing here.

    `has_people`: anything stands in a column that is about a person.
    """

    rows: tuple[PartnerRow, ...] = ()
    faults: tuple[Fault, ...] = ()
    unknown: tuple[str, ...] = ()
    has_people: bool = False


@dataclass(slots=True)
class _Draft:
    """An organisation of which more rows may come."""

    number: int
    name: str
    said: dict[str, object] = field(default_factory=dict)
    aliases: dict[str, None] = field(default_factory=dict)
    branch_ids: set[int] = field(default_factory=set)
    reps: dict[PersonName, dict[str, object]] = field(default_factory=dict)


def read_partners(
    table: Sequence[Sequence[str]], branches: Mapping[str, int], uncomputed: Collection[int] = ()
) -> PartnerTable:
    """The partners of a table. `branches`: ids by name, as `plain` has it; `uncomputed`: rows with formulas unknown.

    A row that holds nothing but such a formula is no empty row, not even below all others. A row without an
    organisation goes on with the one above. What two rows of one organisation say must agree. Neither the numbers of
    columns below the headings are an organisation nor a total.
    """
    start = _heading_row(table)
    if start is None:
        return PartnerTable(faults=(Fault(WHOLE, "no-headings"),))
    if sum(bool(cell.strip()) for cell in table[start]) > MOST_COLUMNS:
        return PartnerTable(faults=(Fault(WHOLE, "too-many-columns", value=str(MOST_COLUMNS)),))
    columns = _columns(table[start])
    reader = _Reader(branches, {name: table[start][place].strip() for name, place in columns.items()})
    for number in range(start + 2, max((len(table), *uncomputed)) + 1):
        cells = table[number - 1] if number <= len(table) else ()
        if number == start + 2 and _is_numbering(cells):
            continue
        if number in uncomputed or any(cell.strip() for cell in cells):
            reader.take(number, _record(columns, cells), is_computed=number not in uncomputed)
    return PartnerTable(reader.rows(), tuple(reader.faults), _unknown(table[start]), reader.has_people)


class _Reader:
    """Takes the rows one by one."""

    def __init__(self, branches: Mapping[str, int], headings: Mapping[str, str]) -> None:
        self._branches = branches
        self._headings = headings
        self._drafts: dict[str, _Draft] = {}
        self._current: _Draft | None = None
        self.faults: list[Fault] = []
        self.has_people = False

    def take(self, number: int, record: Record, *, is_computed: bool) -> None:
        self.has_people |= any(record.get(column) for column in PERSON)
        try:
            if not is_computed:
                raise BadCell("formula")
            _check_whole(record)
            if not TOTAL.match(record.get("name", "")):
                self._take(number, record)
        except BadCell as bad:
            self.faults.append(Fault(number, bad.code, self._headings.get(bad.column, ""), bad.value))

    def rows(self) -> tuple[PartnerRow, ...]:
        return tuple(_row(draft) for draft in self._drafts.values())

    def _take(self, number: int, record: Record) -> None:
        self._current = draft = self._draft(number, record)
        said, aliases, branch_ids = read_organisation(record, self._branches)
        _agree(draft.said, said, record)
        draft.aliases |= dict.fromkeys(alias for alias in aliases if alias != draft.name)
        draft.branch_ids |= set(branch_ids)
        person = read_person(record)
        if person is not None:
            self._add(draft, *person, record)

    def _draft(self, number: int, record: Record) -> _Draft:
        name = record.get("name", "")
        if name:
            return self._drafts.setdefault(name, _Draft(number, name))
        if self._current is None or any(record.get(column) for column in record if column not in PERSON):
            self._current = None
            raise BadCell("no-name", "name")
        return self._current

    def _add(self, draft: _Draft, name: PersonName, said: Mapping[str, object], record: Record) -> None:
        others = (rep for other, rep in draft.reps.items() if other != name)
        if said.get("is_primary") and any(rep.get("is_primary") for rep in others):
            raise BadCell("two-primary", "is_primary", draft.name)
        _agree(draft.reps.setdefault(name, {}), said, record, {"phone": "rep_phone", "email": "rep_email"})


def _check_whole(record: Record) -> None:
    for column, cell in record.items():
        if cell in BROKEN:
            raise BadCell("broken", column, cell)


def _agree(
    kept: dict[str, object],
    said: Mapping[str, object],
    record: Record,
    columns: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Adds what is said; `BadCell` where something else was said before. `columns`: those that are named otherwise."""
    for name, value in said.items():
        if kept.get(name, value) != value:
            column = columns.get(name, name)
            raise BadCell("contradicts", column, record[column])
    kept |= said


def _row(draft: _Draft) -> PartnerRow:
    reps = tuple(RepRow(name, said) for name, said in draft.reps.items())
    return PartnerRow(draft.number, draft.name, draft.said, tuple(draft.aliases), tuple(sorted(draft.branch_ids)), reps)


def _heading_row(table: Sequence[Sequence[str]]) -> int | None:
    """The first row that names the organisation's column; the one with the most headings among the first rows."""
    counts = {n: len(found) for n, row in enumerate(table[:HEADINGS_WITHIN]) if "name" in (found := _columns(row))}
    return max(counts, key=lambda n: (counts[n], -n), default=None)


def _is_numbering(cells: Sequence[str]) -> bool:
    """«1», «2», «3» below the headings, as tables on paper have it."""
    numbers = [cell.strip() for cell in cells if cell.strip()]
    return len(numbers) > 1 and numbers == [str(number) for number in range(1, len(numbers) + 1)]


def _columns(headings: Sequence[str]) -> dict[str, int]:
    """Where each known column stands; the first of two alike."""
    known = by_word(COLUMNS)
    found = ((known.get(plain(heading)), place) for place, heading in enumerate(headings))
    return dict(reversed([(name, place) for name, place in found if name is not None]))


def _unknown(headings: Sequence[str]) -> tuple[str, ...]:
    known = by_word(COLUMNS)
    return tuple(one_line(heading) for heading in headings if plain(heading) and plain(heading) not in known)


def _record(columns: Mapping[str, int], cells: Sequence[str]) -> Record:
    return dict(_cleaned(columns, cells))


def _cleaned(columns: Mapping[str, int], cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    for name, place in columns.items():
        cell = cells[place] if place < len(cells) else ""
        yield name, lines(cell) if name in ("notes", "aliases", "branches") else one_line(cell)
