"""Cells of a table in which people write that the same stands there as above: «то же», «-//-»."""

import re
from collections.abc import Sequence

LONGEST = 12
"""Signs of such a cell."""
DITTO = re.compile(
    r"(?:то|тот|та|те|там|он|она|они)\s+же\.?|[-–—\s]*(?:[/\\|]{2}|[«»\"„“”]{1,2}|'')[-–—\s]*", re.IGNORECASE
)
Cells = Sequence[str]


def without_dittos(table: Sequence[Cells], first: int) -> tuple[Sequence[Cells], tuple[int, ...]]:
    """The table with what is meant, and the numbers of the rows where something was the same; `first`: the number of
    the first row below the headings. Where nothing stands above, the words are left.
    """
    last: dict[int, str] = {}
    changed: dict[int, Cells] = {}
    for number, cells in enumerate(table[first - 1 :], first):
        meant = [_meant(cell, last.get(place, "")) for place, cell in enumerate(cells)]
        if meant != list(cells):
            changed[number] = meant
        last.update((place, cell) for place, cell in enumerate(meant) if cell)
    if not changed:
        return table, ()
    return [changed.get(number, cells) for number, cells in enumerate(table, 1)], tuple(changed)


def _meant(cell: str, above: str) -> str:
    return above if above and 0 < len(cell) <= LONGEST and DITTO.fullmatch(cell.strip()) else cell
