"""Rows of a table as they are read from a file of any kind: so many, so wide, and cells as the text that one sees."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from bot.child import report
from domain.cells import unguarded
from domain.hidden import Hidden
from domain.refusal import Refusal

MOST_ROWS = 20_000
MOST_COLUMNS = 400
"""Cells further to the right are not looked at; long before them a table is refused for its width."""
GLANCE = 50
"""Rows of a further sheet that tell whether there is a table on it."""
Rows = list[list[str]]
Fits = Callable[[Rows], bool]
"""Whether the rows are a table of what is looked for."""


class BadTable(Refusal):
    """The file is no table that can be read."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text as the sheet has them, empty ones included; `uncomputed`: numbers of rows with a formula in them
    whose value the file does not have; `others`: names of further sheets in sight with tables, which are not read;
    `hidden`: what is not in sight.
    """

    rows: Rows
    uncomputed: frozenset[int] = frozenset()
    others: tuple[str, ...] = ()
    hidden: Hidden = field(default_factory=Hidden)

    @property
    def is_wide(self) -> bool:
        """Whether any row has several cells: a sheet of one column may tell how to fill the table in."""
        return _is_wide(self.rows)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet before it is read; `hidden`: what of it is not in sight."""

    name: str
    rows: Iterable[list[str]]
    uncomputed: Callable[[], frozenset[int]] = frozenset
    hidden: Callable[[], Hidden] = Hidden
    is_hidden: bool = False

    def read(self) -> Table:
        rows = taken(self.rows)
        return Table(rows, self.uncomputed(), hidden=self.hidden()) if rows else Table(rows)

    def glanced_at(self) -> list[str]:
        """Its name, if there is a table on it; it can't be read any more."""
        return [self.name] if _is_wide(islice(self.rows, GLANCE)) else []


def anything(_rows: Rows) -> bool:
    """Any table will do."""
    return True


def first_table(sheets: Iterable[Sheet], fits: Fits) -> Table:
    """The first in sight that fits, with the names of the others; one of a single column where no other says more.

    `BadTable`: "table-empty", "table-hidden" where there are tables only out of sight.
    """
    best, worth, own = Table([]), 0, ""
    wide: list[str] = []
    unseen: list[str] = []
    for sheet in sheets:
        if sheet.is_hidden:
            unseen += sheet.glanced_at()
            continue
        if worth == MOST_WORTH:
            wide += sheet.glanced_at()
            continue
        table = sheet.read()
        wide += [sheet.name] if table.is_wide else []
        if _worth(table, fits) > worth:
            best, worth, own = table, _worth(table, fits), sheet.name
    if not worth:
        raise _nothing(unseen)
    others = tuple(name for name in wide if name != own)
    return replace(best, others=others, hidden=replace(best.hidden, sheets=tuple(unseen)))


MOST_WORTH = 4
FEW, LONGEST_NAME = 5, 31
"""How many hidden sheets are named where there is nothing else to say; letters that Excel lets a name have."""


def _nothing(unseen: list[str]) -> BadTable:
    names = ", ".join(name[:LONGEST_NAME] for name in unseen[:FEW])
    return BadTable("table-hidden", sheets=names) if unseen else BadTable("table-empty")


def _worth(table: Table, fits: Fits) -> int:
    return 1 + 2 * fits(table.rows) + table.is_wide if table.rows else 0


def _is_wide(rows: Iterable[list[str]]) -> bool:
    return any(sum(map(bool, map(str.strip, row))) > 1 for row in rows)


def taken(rows: Iterable[list[str]]) -> list[list[str]]:
    """All rows up to the last that says something; `BadTable` where there are more than are read."""
    found: list[list[str]] = []
    blank: list[list[str]] = []
    for row in rows:
        if not any(map(str.strip, row)):
            blank += [_trimmed(row)] if len(blank) < MOST_ROWS else ()
            continue
        found += [*blank, _trimmed(row)]
        blank = []
        report("read", len(found))
        if len(found) > MOST_ROWS:
            raise BadTable("table-too-many-rows")
    return found


def cell_text(cell: Any) -> str:
    """A value as the text that one sees in the cell."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return unguarded(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return _date(cell) if isinstance(cell, date | time) else str(cell)


def _trimmed(row: list[str]) -> list[str]:
    """Without the empty cells at its end."""
    last = max((n for n, cell in enumerate(row) if cell), default=-1)
    return row[: last + 1]


def _date(cell: date | time) -> str:
    if isinstance(cell, datetime) and cell.time() == time():
        return f"{cell:%d.%m.%Y}"
    if isinstance(cell, datetime):
        return f"{cell:%d.%m.%Y %H:%M}"
    return f"{cell:%H:%M}" if isinstance(cell, time) else f"{cell:%d.%m.%Y}"
