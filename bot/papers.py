"""Papers with people in them, for whoever runs the bot where there are no pages: made on the command line."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.event_paper_files import paper_files
from bot.guest_table import guest_table
from bot.policy import policy_of
from bot.settings import Settings
from bot.texts import Texts
from domain.event_papers import PaperKind
from domain.refusal import Gone, Refusal
from handlers.act import act_file
from handlers.context import Library, Operator
from handlers.forms.desk import Context
from handlers.my_answers import in_words
from handlers.my_data import as_json, as_text
from handlers.papers.gathering import Source, paper
from handlers.say import Say
from storage.migrate import upgrade
from storage.store import Store


async def write_act(settings: Settings, number: int, file: Path) -> None:
    """The act of destruction of that number; `Gone` if there is none."""
    async with _store(settings) as store:
        _, body = act_file(await store.erasures.get(number), _library(settings), _say(settings))
    _write(file, body)


async def write_person(settings: Settings, member_id: int, file: Path) -> None:
    """All that is kept of somebody: JSON, or words if the file is called .txt; `Gone` if there is nothing."""
    say, now = _say(settings), datetime.now(UTC)
    async with _store(settings) as store:
        data, person = await store.personal.of(member_id), await store.members.find(member_id)
        if not data:
            raise Gone
        words = await in_words(data, Context(store, person, say, _library(settings), now)) if person else data
    is_text = file.suffix.casefold() == ".txt"
    _write(file, as_text(words, say, now) if is_text else as_json(data))


async def write_guests(settings: Settings, event_id: int, file: Path) -> None:
    """Who answered the event, as CSV; `Gone` if there is none."""
    async with _store(settings) as store:
        await store.events.get(event_id)
        body = await guest_table(store, event_id, _say(settings))
    _write(file, body)


async def write_paper(settings: Settings, kind: str, event_id: int, file: Path) -> None:
    """A paper of the event: PDF if the file is called .pdf, else DOCX; `Gone` if there is no such event."""
    files, known = paper_files(settings.papers.templates), [str(one) for one in PaperKind]
    if kind not in known:
        raise Refusal("papers-kind", known=", ".join(known))
    is_pdf = file.suffix.casefold() == ".pdf"
    if is_pdf and files.pdf is None:
        raise Refusal("papers-no-office")
    async with _store(settings) as store:
        at = Source(store, _library(settings), _say(settings), datetime.now(UTC))
        body = await paper(await store.events.get(event_id), PaperKind(kind), at, files, as_pdf=is_pdf)
    _write(file, body)


@asynccontextmanager
async def _store(settings: Settings) -> AsyncIterator[Store]:
    await upgrade(settings.storage.url)
    store = Store(settings.storage.url, policy_of(settings), settings.library.admins)
    try:
        yield store
    finally:
        await store.close()


def _library(settings: Settings) -> Library:
    privacy, about = settings.privacy, settings.library
    operator = Operator(privacy.operator, privacy.address, privacy.contact)
    return Library(about.name, policy_of(settings), about.languages, "", operator, contact=settings.papers.contact)


def _say(settings: Settings) -> Say:
    return Texts(ZoneInfo(settings.library.timezone), settings.library.languages)(settings.library.languages[0])


def _write(file: Path, body: bytes) -> None:
    """For the eyes of whoever runs the bot alone."""
    file.touch(mode=0o600)
    file.write_bytes(body)
