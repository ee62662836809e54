"""Rows of a table as they are read from a file of any kind: so many, so wide, and cells as the text that one sees."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from bot.child import report
from domain.cells import unguarded
from domain.refusal import Refusal

MOST_ROWS = 20_000
MOST_COLUMNS = 400
"""Cells further to the right are not looked at; long before them a table is refused for its width."""


class BadTable(Refusal):
    """The file is no table that can be read."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text as the sheet has them, empty ones included; `uncomputed`: numbers of rows with a formula in them
    whose value the file does not have."""

    rows: list[list[str]]
    uncomputed: frozenset[int] = frozenset()

    @property
    def is_wide(self) -> bool:
        """Whether any row has several cells: a sheet of one column may tell how to fill the table in."""
        return any(len(list(filter(str.strip, row))) > 1 for row in self.rows)


def first_table(tables: Iterable[Table]) -> Table:
    """The first with something in it; one of a single column only where no other says more."""
    column: Table | None = None
    for table in tables:
        if table.is_wide:
            return table
        column = column or (table if table.rows else None)
    if column is None:
        raise BadTable("table-empty")
    return column


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
