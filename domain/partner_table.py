"""Reads rows of a spreadsheet into partners with their representatives: columns in any order, one row a person."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from domain.cells import BROKEN, lines, one_line
from domain.ditto import without_dittos
from domain.partner_aside import begins_another, is_aside, is_only_number
from domain.partner_cells import BadCell, read_organisation, read_person
from domain.partner_headings import OWN, Headings, find_headings, nameless
from domain.partner_spread import PERSON_IN_NAME, divided, set_aside, spread
from domain.partner_words import MAY_NAME, NOTHING, PERSON, SEVERAL, plain
from domain.person_name import PersonName

MOST_COLUMNS = 100
LINES = ("notes", "aliases", "branches", "full_name", *SEVERAL)
"""Columns in whose cells a line break says something."""
CHECKED = ("sector", "kind", "grade", "branches", "full_name", *SEVERAL)
"""Columns in which «нет» or a dash is nothing; elsewhere it may be what somebody wrote."""
DASHES = re.compile(r"[-–—−_.\s]+")
PASSED, SAME = "passed", "same"
"""What is told of rows that are no organisation, and of those that say «то же»; see `partner_spread` for the rest."""
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
    """An organisation of the file; `number` is its first row. `said` holds what its cells say of `PartnerFields`.

    `more`: lines that the notes are to have besides, such as a second telephone.
    """

    number: int
    name: str
    said: Mapping[str, object]
    aliases: tuple[str, ...] = ()
    branch_ids: tuple[int, ...] = ()
    reps: tuple[RepRow, ...] = ()
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartnerTable:
    """What a file says: organisations in the order of their first rows, faults, headings that mean nothing here.

    `has_people`: anything stands in a column that is about a person. `nameless`: letters of columns under no heading in
    which something stands. `done`: rows in which something was not simply
    taken over, by what it was (`partner_spread`).
    """

    rows: tuple[PartnerRow, ...] = ()
    faults: tuple[Fault, ...] = ()
    unknown: tuple[str, ...] = ()
    has_people: bool = False
    nameless: tuple[str, ...] = ()
    done: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class _Draft:
    """An organisation of which more rows may come."""

    number: int
    name: str
    said: dict[str, object] = field(default_factory=dict)
    aliases: dict[str, None] = field(default_factory=dict)
    branch_ids: set[int] = field(default_factory=set)
    reps: dict[PersonName, dict[str, object]] = field(default_factory=dict)
    more: dict[str, None] = field(default_factory=dict)


def read_partners(
    table: Sequence[Sequence[str]], branches: Mapping[str, int], uncomputed: Collection[int] = ()
) -> PartnerTable:
    """The partners of a table. `branches`: ids by name, as `plain` has it; `uncomputed`: rows with formulas unknown.

    A row that holds nothing but such a formula is no empty row, not even below all others. A row without an
    organisation goes on with the one above. What two rows of one organisation say must agree. Numbers of columns below
    the headings are no organisation, and neither are subheadings, totals and signatures.
    """
    headings = find_headings(table)
    if headings is None:
        return PartnerTable(faults=(Fault(WHOLE, "no-headings"),))
    if headings.another:
        return PartnerTable(faults=(Fault(WHOLE, "side-by-side", value=headings.another),))
    if headings.width > MOST_COLUMNS:
        return PartnerTable(faults=(Fault(WHOLE, "too-many-columns", value=str(MOST_COLUMNS)),))
    reader = _Reader(branches, headings)
    above = table[max(0, headings.last - 1) : headings.last + 1]
    known = {place for places in headings.places.values() for place in places}
    first = headings.last + 2
    table, same = (table, ()) if headings.is_exported else without_dittos(table, first)
    for number in range(first, max((len(table), *uncomputed)) + 1):
        cells = table[number - 1] if number <= len(table) else ()
        if (number == first and _is_numbering(cells)) or is_only_number(cells, known):
            continue
        if is_aside(cells, above, headings.places["name"][0], known):
            reader.pass_over(number)
        elif begins_another(cells, headings.places["name"][0], known):
            reader.faults.append(Fault(number, "another-table", value=cells[headings.places["name"][0]].strip()))
            break
        elif number in uncomputed or any(cell.strip() for cell in cells):
            reader.take(number, _record(headings, cells), is_computed=number not in uncomputed)
    return PartnerTable(
        reader.rows(),
        tuple(reader.faults),
        headings.unknown,
        reader.has_people,
        nameless(table, headings),
        reader.done() | ({SAME: same} if same else {}),
    )


class _Reader:
    """Takes the rows one by one."""

    def __init__(self, branches: Mapping[str, int], headings: Headings) -> None:
        self._branches = branches
        self._headings = headings
        self._drafts: dict[str, _Draft] = {}
        self._current: _Draft | None = None
        self.faults: list[Fault] = []
        self.has_people = False
        self._done: dict[str, list[int]] = defaultdict(list)

    def take(self, number: int, record: Record, *, is_computed: bool) -> None:
        self.has_people |= any(record.get(column) for column in PERSON)
        try:
            if not is_computed:
                raise BadCell("formula")
            _check_whole(record)
            self._take(number, self._divided(number, record))
        except BadCell as bad:
            self.has_people |= bad.code == PERSON_IN_NAME
            self.faults.append(Fault(number, bad.code, self._headings.names.get(bad.column, ""), bad.value))

    def pass_over(self, number: int) -> None:
        """What is no organisation ends the one above, too."""
        self._current = None
        self._note(number, PASSED)

    def rows(self) -> tuple[PartnerRow, ...]:
        return tuple(_row(draft) for draft in self._drafts.values())

    def done(self) -> dict[str, tuple[int, ...]]:
        return {what: tuple(numbers) for what, numbers in self._done.items()}

    def _take(self, number: int, record: Record) -> None:
        if not any(record.get(column) for column in ("name", *MAY_NAME)):
            self._draft(number, record)
        name = record.get("name", "")
        beside = self._headings.beside if name else OWN
        row = spread(record, beside, goes_on=not name or name in self._drafts)
        self.has_people |= any(row.record.get(column) for column in PERSON)
        self._current = draft = self._draft(number, row.record)
        written = row.record | {column: cell for column, cell in record.items() if cell}
        said, aliases, branch_ids = read_organisation(row.record, self._branches)
        set_aside(row, said, draft.said)
        _agree(draft.said, said, written)
        draft.more |= dict.fromkeys(row.more)
        self._note(number, *row.done)
        draft.aliases |= dict.fromkeys(alias for alias in aliases if alias != draft.name)
        draft.branch_ids |= set(branch_ids)
        person = read_person(row.record)
        if person is not None:
            self._add(draft, *person, written)

    def _divided(self, number: int, record: Record) -> Record:
        if not self._headings.is_line:
            return record
        row = divided(record)
        self._note(number, *row.done)
        return row.record

    def _note(self, number: int, *done: str) -> None:
        for what in done:
            self._done[what].append(number)

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
    branch_ids = tuple(sorted(draft.branch_ids))
    return PartnerRow(
        draft.number, draft.name, draft.said, tuple(draft.aliases), branch_ids, reps, more=tuple(draft.more)
    )


def _is_numbering(cells: Sequence[str]) -> bool:
    """«1», «2», «3» below the headings, as tables on paper have it."""
    numbers = [cell.strip() for cell in cells if cell.strip()]
    return len(numbers) > 1 and numbers == [str(number) for number in range(1, len(numbers) + 1)]


def _record(headings: Headings, cells: Sequence[str]) -> Record:
    """The cells by their columns; those of which somebody wrote that there is nothing are empty."""
    several = (*LINES, "name") if headings.is_line else LINES
    return {
        name: "\n".join(_cleaned(name, cells, places, lines if name in several else one_line))
        for name, places in headings.places.items()
    }


def _cleaned(name: str, cells: Sequence[str], places: Sequence[int], clean: Callable[[str], str]) -> Iterator[str]:
    there = (clean(cells[place]) for place in places if place < len(cells))
    return (cell for cell in there if cell and not _is_nothing(name, cell))


def _is_nothing(name: str, cell: str) -> bool:
    return name in CHECKED and (DASHES.fullmatch(cell) is not None or plain(cell) in NOTHING)
