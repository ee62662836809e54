"""What form 6-НК asks of events, kept as data by year: numbers of rows change from year to year (DOMAIN.md §5.1)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.journal import Entry

COUNTS: Mapping[str, Callable[[Entry], int]] = {
    "events": lambda _: 1,
    "visits": lambda one: one.report.visits_total if one.report else 0,
    "visits_to14": lambda one: one.report.visits_to14 if one.report else 0,
    "visits_15_30": lambda one: one.report.visits_15_30 if one.report else 0,
    "visits_disability": lambda one: one.report.visits_disability if one.report else 0,
    "online_views": lambda one: (one.report.online_views or 0) if one.report else 0,
}


@dataclass(frozen=True, slots=True)
class Line:
    """A figure of the form. `row`: its number there, as far as that is known; without `modes` or `ages` all count."""

    name: str
    count: str
    row: str = ""
    modes: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()

    def figure(self, entries: Iterable[Entry]) -> int:
        return sum(map(COUNTS[self.count], filter(self._counts, entries)))

    def _counts(self, one: Entry) -> bool:
        return (not self.modes or one.mode in self.modes) and (not self.ages or one.age in self.ages)


def parse_form(data: Mapping[str, Any]) -> tuple[Line, ...]:
    """The lines of a year's file; `ValueError` for a figure that nobody counts."""
    lines = tuple(map(_line, data["lines"]))
    unknown = {line.count for line in lines} - set(COUNTS)
    if unknown:
        raise ValueError(f"unknown figure: {', '.join(sorted(unknown))}")
    return lines


def totals(lines: Sequence[Line], entries: Sequence[Entry]) -> list[int]:
    return [line.figure(entries) for line in lines]


def _line(row: Mapping[str, Any]) -> Line:
    sets = {name: frozenset(row.get(name, ())) for name in ("modes", "ages")}
    return Line(row["name"], row["count"], str(row.get("row", "")), **sets)
