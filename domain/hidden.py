"""What of a workbook nobody sees who looks at it: rows and columns that are hidden or filtered out, hidden sheets."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from domain.row_numbers import stretches


@dataclass(frozen=True, slots=True)
class Hidden:
    """Rows by their numbers, columns by their letters: they are read like any other. Sheets by name: they are not."""

    rows: tuple[int, ...] = ()
    columns: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()

    def under(self, last: int, table: Sequence[Sequence[str]], columns: Collection[str]) -> "Hidden":
        """As much of it as matters: rows below the number `last` in which something stands, columns that are read."""
        full = {number for number, cells in enumerate(table, 1) if number > last and any(map(str.strip, cells))}
        rows = tuple(number for number in self.rows if number in full)
        return Hidden(rows, tuple(one for one in self.columns if one in columns), self.sheets)

    @property
    def said(self) -> Iterator[tuple[str, dict[str, object]]]:
        """What there is, by its kind: how many, and which."""
        found = {"rows": (self.rows, stretches(self.rows)), "columns": (self.columns, ", ".join(self.columns))}
        found["sheets"] = (self.sheets, ", ".join(self.sheets))
        return ((kind, {"number": len(them), "which": which}) for kind, (them, which) in found.items() if them)
