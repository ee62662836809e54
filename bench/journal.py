"""What the journal and the plan of two thousand events cost."""

import asyncio
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import insert

from bench.table import Row, under
from bench.town import NOW, START, librarian, open_store
from bot.event_paper_files import paper_files
from bot.journal_files import journal_files
from bot.policy import policy_of
from bot.settings import Settings
from bot.texts import Texts
from domain.at_work import untold
from domain.paper_fields import named
from handlers.context import Library
from handlers.handing_in.plan import plan_values
from handlers.handing_in.words import wording
from storage.library import BranchFields
from storage.store import Store
from storage.tables import event_reports, events

EVENTS, BRANCHES = 2000, 21


@dataclass(frozen=True, slots=True)
class JournalCosts:
    """Seconds."""

    journal: float
    plan: float


async def journal_costs(folder: Path) -> JournalCosts:
    store, _ = await open_store(folder)
    await _fill(store)
    say = Texts(ZoneInfo("Europe/Moscow"))("ru")
    bounds = (START, START + timedelta(days=400))
    before = time.perf_counter()
    held = await store.journal.held(*bounds, None)
    await journal_files().journal(held, 2026, wording(say), untold)
    between = time.perf_counter()
    planned = await store.journal.planned(*bounds, None)
    library = Library("МБС", policy_of(Settings()), ("ru",), "", personal_data_in_chat=True)
    await paper_files("").fill("plan", named(plan_values(planned, "2018 год", library, say), "plan"))
    after = time.perf_counter()
    await store.close()
    assert len(held) == len(planned) == EVENTS
    return JournalCosts(between - before, after - between)


async def _fill(store: Store) -> None:
    """A year of a system of libraries."""
    person = await librarian(store)
    fields = [BranchFields(f"Библиотека {n}", f"№ {n}", f"ул. Советская, {n}") for n in range(BRANCHES)]
    await store.branches.put_all(fields, None, NOW)
    ids = [one.id for one in await store.branches.named()]
    rows = [_row(number, ids[number % BRANCHES], person.id) for number in range(EVENTS)]
    await store.db.write(lambda conn: conn.execute(insert(events), rows))
    told = [
        {"event_id": number, "visits_total": 30, "visits_to14": number % 30, "links": []}
        for number in range(1, EVENTS + 1)
    ]
    await store.db.write(lambda conn: conn.execute(insert(event_reports), told))


def _row(number: int, branch: int, person: int) -> dict[str, object]:
    start = START + timedelta(hours=4 * number)
    lists: dict[str, object] = {"audience": [], "questions": []}
    return lists | {
        "id": number + 1, "status": "reported", "revision": 1, "title": f"Литературный вечер «Встреча {number}»",
        "form": "literary_evening", "starts_at": start, "ends_at": start + timedelta(hours=1), "branch_id": branch,
        "mode": "onsite", "age_mark": "6+", "admission": "free", "responsible_id": person, "created_at": NOW,
    }  # fmt: skip


def rows(folder: Path) -> list[Row]:
    costs = asyncio.run(journal_costs(folder))
    return [
        under("2,000 events: the journal", costs.journal, 10),
        under("… the plan", costs.plan, 10),
    ]
