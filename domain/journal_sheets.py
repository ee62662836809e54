"""The journal as sheets of a workbook: totals by branch as form 6-НК asks for them, then every event."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain.form_6nk import Line, totals
from domain.journal import Entry
from domain.results_sheets import Cell, Sheet

NUMBERS = ("visits_total", "visits_to14", "visits_15_30", "visits_31plus", "visits_disability", "online_views")
COLUMNS = ("number", "date", "time", "branch", "form", "title", "mode", "age", "partners", *NUMBERS, "outcome")
SECOND = timedelta(seconds=1)
WIDTHS = (6, 13, 13, 28, 20, 44, 14, 14, 32, *[12] * len(NUMBERS), 60)
Told = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of the catalogue: headings and values by «column-date», «mode-onsite», «age-to14», «form-round_table»."""

    words: Mapping[str, str]
    zone: ZoneInfo

    def __getitem__(self, key: str) -> str:
        return self.words[key]

    def get(self, kind: str, name: str) -> str:
        """A value in words; one of the library's own as it was written."""
        return self.words.get(f"{kind}-{name}", name)


def journal_sheets(entries: Sequence[Entry], form: Sequence[Line], wording: Wording, told: Told) -> list[Sheet]:
    """Totals first. `told` hears of the step "written" with each event."""
    journal = [_row(number, one, wording, told, len(entries)) for number, one in enumerate(entries, 1)]
    head: list[Cell] = [wording[f"column-{name}"] for name in COLUMNS]
    every = Sheet(wording["sheet-journal"], [head, *journal], WIDTHS)
    return [_summary(entries, form, wording), every]


def _summary(entries: Sequence[Entry], form: Sequence[Line], wording: Wording) -> Sheet:
    """A branch a row, a figure of the form a column; all together in the last row, then what is still missing."""
    rows = (f"{line.name} ({wording['row']} {line.row})" if line.row else line.name for line in form)
    head: list[Cell] = [wording["column-branch"], *rows, wording["column-unreported"]]
    lines: list[list[Cell]] = [head]
    for branch in sorted({one.branch for one in entries}):
        own = [one for one in entries if one.branch == branch]
        lines.append([branch or wording["no-branch"], *totals(form, own), _unreported(own)])
    lines.append([wording["all"], *totals(form, entries), _unreported(entries)])
    lines += [[], [wording["note-once"]], [wording["note-ages"]]]
    return Sheet(wording["sheet-summary"], lines, (40, *[16] * (len(head) - 1)))


def _unreported(entries: Sequence[Entry]) -> int:
    return sum(one.report is None for one in entries)


def _row(number: int, one: Entry, wording: Wording, told: Told, every: int) -> list[Cell]:
    told("written", number, every)
    start, end = one.starts_at.astimezone(wording.zone), (one.ends_at - SECOND).astimezone(wording.zone)
    figures: list[Cell] = [getattr(one.report, name) if one.report else None for name in NUMBERS]
    return [
        number,
        _dates(start, end),
        "" if one.all_day else f"{start:%H.%M}",
        one.branch or wording["no-branch"],
        wording.get("form", one.form) if one.form else "",
        one.title,
        wording.get("mode", one.mode),
        wording.get("age", one.age) if one.age else "",
        "; ".join(one.partners),
        *figures,
        (one.report.outcome or "") if one.report else wording["unreported"],
    ]


def _dates(start: datetime, end: datetime) -> str:
    first, last = f"{start:%d.%m.%Y}", f"{end:%d.%m.%Y}"
    return first if first == last else f"{first}–{last}"
