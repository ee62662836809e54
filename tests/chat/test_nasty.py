"""Whatever somebody wrote is shown as it was written: in every card, list, letter and file."""

import asyncio
import csv
import re
from collections.abc import AsyncIterator, Iterator
from html import unescape
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import Column, String, Table, Text, cast, literal, update
from structlog.processors import format_exc_info
from structlog.testing import capture_logs

from bot.app import App
from bot.clock import RemoteClock
from bot.sample import Sample
from bot.settings import Settings
from domain.event import cancel
from domain.partner import AgreementFields, RepFields
from domain.people import Grant, Role
from domain.person_name import PersonName
from domain.seats import Answer
from handlers.callbacks import MyPartnerLeave, PrivacyErase, PrivacyWithdraw, SheetExport, StaffTake
from sandbox.people import Person
from sandbox.server import Sandbox
from storage.tables import metadata
from tests.chat.conftest import UNPACED

NASTY = "=1<i>ZZ</i>&lt;b>ZZ\"'>{ $x }[ZZ](//z)`ZZ`\u202e%s<script>№ "
"""Fits the shortest column of free text; what follows it is the row's number, for names are unique."""
AS_WRITTEN = ("<i>ZZ", "&lt;b>ZZ", "[ZZ", "`ZZ")
"""What stands before the mark wherever nothing was taken for markup and nothing escaped twice."""
CODES = {
    "conversations.state",
    "outbox.error",
    "inbox.body",
    "events.poster",
    "cards.inline_id",
    "consent_texts.body",
    "questionnaires.name",
    "partners.email",
    "partners.site",
    "partner_reps.email",
}
"""Long columns that hold no free text."""
LOUD = ("error", "exception", "critical")
PRESSES = 90
"""Of each person."""
LEAVING = {one.__prefix__ for one in (PrivacyErase, PrivacyWithdraw, MyPartnerLeave, StaffTake)}
"""Whoever presses these sees less from then on."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[tuple[Sandbox, Sample, App]]:
    """The sandbox's own case, with names in chat."""
    sample = Sample.read()
    async with Sandbox(sample.token) as box:
        sample.seat(box)
        own = sample.settings(box.url, tmp_path).model_dump()
        own["privacy"]["personal_data_in_chat"], own["limits"] = True, UNPACED
        own["telegram"]["token"] = sample.token
        app = App(Settings.model_validate(own), RemoteClock(f"{box.url}/clock"))
        await app.start()
        await sample.fill(app.store, app.clock.now(), empty=False)
        yield box, sample, app
        await app.stop()


async def _more(app: App, sample: Sample) -> None:
    """What the case lacks: an answer with its reason, an agreement, a representative in full, a request, a letter."""
    store, now = app.store, app.clock.now()
    anna = await store.members.by_account(sample.people["librarian"].id)
    igor = await store.members.by_account(sample.people["college"].id)
    assert anna is not None
    assert igor is not None
    await store.members.grant(anna.id, Grant(Role.ADMIN), None, now)
    await store.rsvps.answer(1, igor.id, Answer.DECLINED, now)
    fields = RepFields(PersonName("Котова", "Ольга", "Ильинична"), "директор", salutation="Ольга!", is_primary=True)
    await store.partners.add_rep(3, fields, anna.id, now)
    await store.agreements.add(1, AgreementFields(notes="x"), anna.id, now)
    await store.rep_requests.ask(igor.id, None, "Завод", "мастер", now)


async def spoil(app: App) -> None:
    """Puts the nasty text into every column of free text that there is, whoever may have written it."""

    async def job(conn: Any) -> None:
        for table in metadata.sorted_tables:
            values = dict(_spoiled(table))
            if values:
                await conn.execute(update(table).values(values))

    await app.store.db.write(job)


def _spoiled(table: Table) -> Iterator[tuple[str, Any]]:
    number = cast(next(iter(table.primary_key.columns)), Text)
    for column in table.columns:
        if _is_free_text(table, column):
            yield column.name, literal(NASTY) + number


def _is_free_text(table: Table, column: Column[Any]) -> bool:
    long = isinstance(column.type, String) and (column.type.length or 999) > len(NASTY)
    return long and not column.primary_key and not column.foreign_keys and f"{table.name}.{column.name}" not in CODES


async def _export(box: Sandbox, app: App, librarian: Person) -> None:
    """The register as a spreadsheet of either kind."""
    await librarian.says("/start")
    await _settled(box, app)
    for as_csv in (0, 1):
        await librarian.presses(SheetExport(as_csv=as_csv).pack(), librarian.screen())
        await _settled(box, app)


async def _crawl(box: Sandbox, app: App, person: Person, commands: tuple[str, ...]) -> None:
    """Says the commands, and presses every button that is shown, each once."""
    seen: set[str] = set()
    for command in commands:
        await person.says(command)
        await _settled(box, app)
    for _ in range(PRESSES):
        button = next(_new(person, seen), None)
        if button is None:
            return
        data, message = button
        seen.add(data)
        await person.presses(data, message)
        await _settled(box, app)


def _new(person: Person, seen: set[str]) -> Iterator[tuple[str, Any]]:
    for message in reversed(list(person.chat.messages.values())):
        for row in message.get("reply_markup", {}).get("inline_keyboard", []):
            for button in row:
                data = button.get("callback_data", "")
                if data and data not in seen and data.partition(":")[0] not in LEAVING:
                    yield data, message


async def _settled(box: Sandbox, app: App) -> None:
    await box.settled()
    while app.workers.in_hand:  # noqa: ASYNC110 - many short waits
        await asyncio.sleep(0.002)


async def test_everything_is_shown_as_it_was_written(bot: tuple[Sandbox, Sample, App]) -> None:
    box, sample, app = bot
    people = sample.people
    await _more(app, sample)
    await spoil(app)
    with capture_logs(processors=[format_exc_info]) as logs:
        work = ("/start", "/events", "/partners", "/staff", "/health", "/survey", "/my")
        await _export(box, app, people["librarian"])
        await _crawl(box, app, people["librarian"], work)
        await _crawl(box, app, people["college"], ("/start", "/start e1", "/my", "/survey", "/privacy"))
        await people["guest"].says("/start e1")
        await _tell_all(box, app, people["librarian"])
    assert [line for line in logs if line["log_level"] in LOUD] == []
    assert not [line for line in logs if "ZZ" in str(line)]
    assert [call.why for call in box.calls if call.outcome == 400 and "not modified" not in call.why] == []
    texts = [_as_seen(call.params, name) for call in box.calls for name in ("text", "caption")]
    marked = [text for text in texts if "ZZ" in text]
    assert len(marked) > 60
    assert [text for text in marked if _is_altered(text)] == []
    _check_files(box)


async def _tell_all(box: Sandbox, app: App, librarian: Person) -> None:
    """A cancellation with its reason, to everybody."""
    anna = await app.store.members.by_account(librarian.id)
    assert anna is not None
    igor = (await app.store.members.by_account(librarian.id + 1)) or anna
    await app.store.rsvps.answer(1, igor.id, Answer.GOING, app.clock.now())
    await app.store.events.change(1, lambda old: cancel(old, NASTY), anna, app.clock.now())
    await box.clock.forward(hours=2)
    async with asyncio.timeout(60):
        while app.figures.messages["cancelled", "sent"] == 0:  # noqa: ASYNC110 - nobody announces it
            await asyncio.sleep(0.02)


def _as_seen(params: dict[str, Any], name: str) -> str:
    """What Telegram makes of it: where it is HTML, tags are taken for what they are, and entities for their signs."""
    text = str(params.get(name, ""))
    return unescape(re.sub(r"<[^>]*>", "", text)) if params.get("parse_mode") else text


def _is_altered(text: str) -> bool:
    """Whether a mark stands behind something else than was written before it."""
    marks = [found.start() for found in re.finditer("ZZ", text)]
    return any(not text[:mark].endswith(tuple(one[:-2] for one in AS_WRITTEN)) for mark in marks)


def _check_files(box: Sandbox) -> None:
    """No cell of a spreadsheet is a formula, none of a table begins like one."""
    files = box.world.files.values()
    assert {Path(name).suffix for name, _ in files} >= {".xlsx", ".csv"}
    for name, data in files:
        if name.endswith(".xlsx"):
            assert list(_formulas(data)) == []
        if name.endswith(".csv"):
            rows = csv.reader(StringIO(data.decode("utf-8-sig")), delimiter=";")
            assert [cell for row in rows for cell in row if cell.startswith(FORMULA)] == []


def _formulas(data: bytes) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(BytesIO(data)):
        yield from (cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f")


def test_the_corpus_reaches_what_people_write() -> None:
    columns = [(table, column) for table in metadata.sorted_tables for column in table.columns]
    found = {f"{table.name}.{column.name}" for table, column in columns if _is_free_text(table, column)}
    assert found >= {"members.name", "events.title", "rsvps.reason", "partners.notes", "broadcasts.text", "chats.title"}
