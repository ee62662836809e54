"""Measures, and writes RESULTS.md beside this file."""

import asyncio
import os
import platform
import tempfile
from pathlib import Path

from bench import journal, letters, presses, results, sheets, surveys
from bench.process import help_seconds, idle_megabytes
from bench.rsvp import measure

RESULTS = Path(__file__).parent / "RESULTS.md"
HEAD = """# What things cost

Written by `make bench`. Figures of one machine mean little; ratios within one run mean more.
Machine: {machine}, {cores} cores, Python {python}.

| what | figure | target | reached |
|---|--:|--:|---|
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        rows = _rows(Path(folder))
    head = HEAD.format(machine=platform.machine(), cores=os.cpu_count(), python=platform.python_version())
    table = head + "".join(f"| {what} | {figure} | {target} | {reached} |\n" for what, figure, target, reached in rows)
    RESULTS.write_text(table, encoding="utf-8")
    print(table)


def _rows(folder: Path) -> list[tuple[str, str, str, str]]:
    answers = measure(folder)
    (folder / "letters").mkdir()
    letter = letters.measure(folder / "letters")
    survey = surveys.measure()
    (folder / "sheets").mkdir()
    (folder / "results").mkdir()
    (folder / "journal").mkdir()
    (folder / "presses").mkdir()
    seconds = help_seconds()
    megabytes = asyncio.run(idle_megabytes(folder))
    return [
        ("an answer with 10 participants, median", f"{answers['few'] * 1000:.2f} ms", "–", "–"),
        ("an answer with 10,000 participants, median", f"{answers['many'] * 1000:.2f} ms", "–", "–"),
        ("the second to the first", f"{answers['ratio']:.2f}", "< 1.20", _mark(answers["ratio"] < 1.2)),
        *press_rows(asyncio.run(presses.beside_floor(folder / "presses"))),
        ("a letter to 3,000 people: its preview", f"{letter['preview'] * 1000:.0f} ms", "–", "–"),
        ("… the press that sends it", f"{letter['confirm'] * 1000:.0f} ms", "< 1 s", _mark(letter["confirm"] < 1)),
        (
            "a questionnaire of 600 rows: opening it",
            f"{survey['open'] * 1000:.0f} ms",
            "< 2 s",
            _mark(survey["open"] < 2),
        ),
        ("… an answer in it, median", f"{survey['answer'] * 1000:.1f} ms", "< 50 ms", _mark(survey["answer"] < 0.05)),
        *result_rows(results.measure(folder / "results")),
        *sheet_rows(sheets.measure(folder / "sheets")),
        *journal_rows(journal.measure(folder / "journal")),
        ("`roundtable --help`", f"{seconds:.2f} s", "< 0.5 s", _mark(seconds < 0.5)),
        ("memory of an idle bot", f"{megabytes:.0f} MB", "< 250 MB", _mark(megabytes < 250)),
    ]


def press_rows(both: presses.Beside) -> list[tuple[str, str, str, str]]:
    rate = both.ours.rate / both.floor.rate
    wait, least = both.ours.quantile(0.99), both.floor.quantile(0.99)
    return [
        ("presses a second over HTTP, thirty people at once", f"{both.ours.rate:.0f}", "–", "–"),
        ("… of the floor, the smallest bot with a commit", f"{both.floor.rate:.0f}", "–", "–"),
        ("… the first to the second", f"{rate:.2f}", "≥ 1.0", _mark(rate >= 1)),
        (
            "… the longest wait of 99 in 100, ours",
            f"{wait * 1000:.0f} ms",
            f"≤ {least * 1000:.0f} ms",
            _mark(wait <= least),
        ),
    ]


def result_rows(costs: results.ResultCosts) -> list[tuple[str, str, str, str]]:
    seen = costs.summary + costs.pictures
    return [
        ("10,000 responses: summary and pictures", f"{seen:.1f} s", "< 5 s", _mark(seen < 5)),
        ("… a page after that", f"{costs.again * 1000:.0f} ms", "–", "–"),
        ("… the workbook", f"{costs.book:.1f} s", "< 10 s", _mark(costs.book < 10)),
        ("… memory above idle, the child counted", f"{costs.memory:.0f} MB", "< 300 MB", _mark(costs.memory < 300)),
        ("… the longest pause of others", f"{costs.pause * 1000:.0f} ms", "< 50 ms", _mark(costs.pause < 0.05)),
    ]


def journal_rows(costs: journal.JournalCosts) -> list[tuple[str, str, str, str]]:
    return [
        ("2,000 events: the journal", f"{costs.journal:.1f} s", "< 10 s", _mark(costs.journal < 10)),
        ("… the plan", f"{costs.plan:.1f} s", "< 10 s", _mark(costs.plan < 10)),
    ]


def sheet_rows(costs: sheets.SheetCosts) -> list[tuple[str, str, str, str]]:
    return [
        ("a sheet of 10,000 partners: its preview", f"{costs.preview:.1f} s", "< 10 s", _mark(costs.preview < 10)),
        ("… its import", f"{costs.apply:.1f} s", "< 20 s", _mark(costs.apply < 20)),
        ("… the longest write", f"{costs.transaction:.2f} s", "< 1 s", _mark(costs.transaction < 1)),
        ("… the longest pause of others", f"{costs.pause * 1000:.0f} ms", "< 50 ms", _mark(costs.pause < 0.05)),
    ]


def _mark(reached: bool) -> str:
    return "yes" if reached else "no"


main()
