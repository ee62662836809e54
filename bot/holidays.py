"""The work calendar of the country: the library's own file, or the one that comes with the program."""

import tomllib
from pathlib import Path

from bot.settings import BadSettings
from domain.calendar import WorkCalendar, parse_calendar

SHIPPED = Path(__file__).parent / "data" / "calendar.toml"


def load_calendar(path: str = "") -> WorkCalendar:
    """The calendar of a file; `BadSettings` when it cannot be read."""
    file = Path(path) if path else SHIPPED
    try:
        return parse_calendar(tomllib.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise BadSettings(f"[quiet_hours] calendar: {file}: {error}") from error
