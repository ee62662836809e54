"""The journal of a period as a workbook; done in a process of its own."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

from bot.child import report
from bot.sheet_files import draw_book
from domain.form_6nk import Line, parse_form
from domain.journal import Entry
from domain.journal_sheets import Wording, journal_sheets

FORMS = Path(__file__).parent / "data" / "6nk"


def draw_journal(entries: Sequence[Entry], year: int, wording: Wording) -> bytes:
    """With what the form of that year asks for."""
    return draw_book(journal_sheets(entries, form_of(year), wording, report))


def form_of(year: int, folder: Path = FORMS) -> tuple[Line, ...]:
    """The form of the year: the newest that is not later, else the oldest there is."""
    known = sorted(int(file.stem) for file in folder.glob("*.toml"))
    wanted = max((one for one in known if one <= year), default=known[0])
    return parse_form(tomllib.loads((folder / f"{wanted}.toml").read_text(encoding="utf-8")))
