"""`roundtable import partners` and `roundtable export partners`: what a file would do, done whole or not at all."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from bot.console import sentence
from bot.partner_sheets import PartnerSheets
from bot.policy import policy_of
from bot.settings import Settings
from bot.table_rows import MOST_ROWS
from bot.tables import read_file
from domain.partner_match import Doubt
from domain.partner_preview import ImportPreview
from domain.refusal import Refusal
from domain.row_numbers import stretches
from storage.migrate import upgrade
from storage.store import Store

Tell = Callable[..., None]
"""Takes the key of a sentence and its values."""
STEPS = {"read": "cli-import-rows", "checked": "cli-import-checked", "staged": "cli-import-staging"}
"""What is said of each step of the work."""


async def import_table(file: Path, settings: Settings, tell: Tell, *, check: bool, merge: bool) -> bool:
    """Imports the partners of a spreadsheet; with `check` only says what would happen. False: it can't be imported."""
    store = await _open(settings)
    tell("cli-import-reading", file=str(file))
    try:
        return await _import(PartnerSheets(store), read_file(file), tell, check=check, merge=merge, name=file.name)
    except Refusal as refusal:
        tell(f"cli-{refusal.code}", file=str(file), **refusal.values)
        return False
    finally:
        await store.close()


async def export_table(file: Path, settings: Settings) -> None:
    """Writes the register: CSV if the file is called so, otherwise XLSX."""
    store = await _open(settings)
    try:
        data = await PartnerSheets(store).export(as_csv=file.suffix.casefold() == ".csv")
    finally:
        await store.close()
    file.write_bytes(data)  # noqa: ASYNC240 - nothing else is going on


async def _import(sheets: PartnerSheets, data: bytes, tell: Tell, *, check: bool, merge: bool, name: str) -> bool:
    now = datetime.now(UTC)

    def told(step: str, done: int, every: int) -> None:
        tell(STEPS[step], done=done, all=every)

    preview = await sheets.preview_import(data, None, now, merge=merge, most=MOST_ROWS, name=name, told=told)
    _describe(preview, tell, merge=merge)
    if preview.bad or check:
        await sheets.drop_import(preview.import_id, None)
        tell("cli-nothing-changed")
        return not preview.bad
    await sheets.apply_import(preview.import_id, None, now, undecided=True, merge=merge, told=told)
    tell("cli-imported")
    return True


def _describe(preview: ImportPreview, tell: Tell, *, merge: bool) -> None:
    for key, values in _lines(preview):
        tell(key, **values)
    if preview.doubts and not merge:
        tell("cli-import-apart")
    if merge and any(doubt.is_faint for doubt in preview.doubts):
        tell("cli-import-faint")


def _lines(preview: ImportPreview) -> Iterator[tuple[str, dict[str, object]]]:
    for fault in preview.faults:
        values = {"row": fault.number, "column": fault.column, "value": fault.value}
        yield f"sheet-fault-{fault.code}", values
    yield from _unread(preview)
    for what, rows in sorted(preview.done.items()):
        yield f"sheet-done-{what}", {"rows": stretches(rows, len(rows))}
    for doubt in preview.doubts:
        yield from _pairs(doubt)
    yield "sheet-counts", {"new": preview.new, "changed": preview.changed, "same": preview.same}
    if preview.fields:
        fields = (f"{sentence(f'sheet-field-{name}')} – {number}" for name, number in preview.fields.items())
        yield "sheet-fields", {"fields": ", ".join(fields)}
    if preview.doubtful:
        yield "sheet-doubtful", {"number": preview.doubtful}
    if preview.bad_rows:
        yield "sheet-bad", {"number": preview.bad_rows}


def _unread(preview: ImportPreview) -> Iterator[tuple[str, dict[str, object]]]:
    """What of the file was not read, and what was though nobody sees it."""
    if preview.unknown:
        yield "sheet-unknown", {"columns": ", ".join(preview.unknown)}
    if preview.nameless:
        yield "sheet-nameless", {"columns": ", ".join(preview.nameless)}
    if preview.others:
        yield "sheet-others", {"sheets": ", ".join(preview.others)}
    for what, which in preview.hidden.said:
        yield f"sheet-hidden-{what}", which


def _pairs(doubt: Doubt) -> Iterator[tuple[str, dict[str, object]]]:
    for _, other in doubt.others:
        yield "cli-import-pair", {"row": doubt.number, "mine": doubt.mine.name, "other": other.name}


async def _open(settings: Settings) -> Store:
    await upgrade(settings.storage.url)
    return Store(settings.storage.url, policy_of(settings), settings.library.admins)
