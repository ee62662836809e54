"""Papers of events: templates of the library's own folder before those that come with the program."""

from pathlib import Path

from bot.child import in_child
from bot.console import sentence
from bot.minutes_file import read_words
from bot.office import Office, office_program
from bot.paper_templates import fill
from bot.settings import BadSettings
from domain.event_papers import Values
from domain.paper_fields import sort_of
from handlers.papers.files import PaperFiles

SHIPPED = Path(__file__).parent / "data" / "papers"
KINDS = (".docx", ".dotx", ".docm", ".dotm", ".doc", ".odt", ".ott", ".rtf", ".pages")
"""What a library may keep as its template, the only kind that is filled first."""


def paper_files(folder: str) -> PaperFiles:
    """`folder` is that of the settings, or empty; `BadSettings` where there is no such folder."""
    if folder and not Path(folder).is_dir():
        raise BadSettings(f"[papers] templates: {folder}: {sentence('cli-setting-no-folder')}")

    async def make(name: str, values: Values) -> bytes:
        file = template_of(name, folder)
        return await in_child(fill, file.read_bytes(), file.name, values, sort_of(name))

    async def read(name: str, data: bytes) -> str:
        return await in_child(read_words, name, data)

    program = office_program()
    return PaperFiles(make, read, Office(program).pdf if program else None)


def template_of(name: str, folder: str) -> Path:
    """The library's own, if it has one of that name; one of another kind is to be refused, not passed over."""
    found = Path(folder).iterdir() if folder else ()
    own = [one for one in found if one.stem == name and one.suffix.casefold() in KINDS and one.is_file()]
    return min(own, key=lambda one: KINDS.index(one.suffix.casefold()), default=SHIPPED / f"{name}.docx")
