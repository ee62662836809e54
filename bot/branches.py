"""`roundtable import branches`: says what the file would change, and changes it all or not at all."""

from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.child import in_child
from bot.table_rows import Table
from bot.tables import read_file, read_table
from domain.branch_table import BadRow, BranchRow, head_of, is_branch_table, read_branches, unknown_headings
from domain.hidden import Hidden
from domain.partner_headings import letter
from domain.refusal import Refusal
from storage.database import connect
from storage.library import Branches, BranchFields
from storage.migrate import upgrade


@dataclass(slots=True)
class Report:
    """Lines to print, as keys of sentences with their values; `is_bad`: rows were refused, nothing was changed."""

    lines: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    is_bad: bool = False


async def import_table(file: Path, url: str, *, check: bool) -> Report:
    """Imports the branches of a spreadsheet; with `check` only says what would happen."""
    report = Report()
    try:
        table = await in_child(read_table, read_file(file), is_branch_table)
    except Refusal as refusal:
        return Report([(f"cli-{refusal.code}", {"file": str(file), **refusal.values})], is_bad=True)
    good, bad = read_branches(table.rows, table.uncomputed)
    if unknown := unknown_headings(table.rows):
        report.lines.append(("sheet-unknown", {"columns": ", ".join(unknown)}))
    if table.others:
        report.lines.append(("sheet-others", {"sheets": ", ".join(table.others)}))
    report.lines += [(f"sheet-hidden-{what}", which) for what, which in _hidden(table).said]
    for row in bad:
        report.lines.append(_fault(row))
    report.is_bad = bool(bad)
    await _compare(url, good, report, write=not check and not bad)
    return report


async def _compare(url: str, good: list[BranchRow], report: Report, *, write: bool) -> None:
    await upgrade(url)
    db = connect(url)
    try:
        branches = Branches(db)
        known = {branch.name for branch in await branches.all()}
        new = sum(row.name not in known for row in good)
        report.lines.append(("cli-branches", {"new": new, "known": len(good) - new}))
        if write:
            await branches.put_all([_fields(row) for row in good], None, datetime.now(UTC))
            report.lines.append(("cli-imported", {}))
        else:
            report.lines.append(("cli-nothing-changed", {}))
    finally:
        await db.close()


def _hidden(table: Table) -> Hidden:
    last, places = head_of(table.rows)
    return table.hidden.under(last, table.rows, set(map(letter, places)))


def _fields(row: BranchRow) -> BranchFields:
    return BranchFields(**asdict(row))


def _fault(row: BadRow) -> tuple[str, dict[str, Any]]:
    return f"cli-row-{row.code}", {"row": row.number, "value": row.value}
