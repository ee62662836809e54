"""The work calendar of the country: the library's own file, or the one that comes with the program."""

from pathlib import Path

from bot.console import sentence
from bot.settings import BadSettings
from bot.toml_file import read_toml
from domain.calendar import BadCalendar, WorkCalendar, parse_calendar

SHIPPED = Path(__file__).parent / "data" / "calendar.toml"


def load_calendar(path: str = "") -> WorkCalendar:
    """The calendar of a file; `BadSettings` when it cannot be read."""
    file = Path(path) if path else SHIPPED
    try:
        return parse_calendar(read_toml(file))
    except BadSettings as error:
        raise BadSettings(f"[quiet_hours] calendar: {error}") from None
    except BadCalendar as error:
        what = sentence(f"cli-calendar-{error.code}", year=error.year, what=error.what)
        raise BadSettings(f"[quiet_hours] calendar: {file}: {what}") from None
