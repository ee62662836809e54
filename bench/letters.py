"""What a letter to many costs: to show whom it gets to, and to send it with one press."""

import asyncio
import time
from pathlib import Path

from sqlalchemy import insert

from bench.table import Row, plain, under
from bench.town import FIRST_ACCOUNT, NOW, add_people, librarian, open_store
from domain.segment import partners_by
from storage.store import Store
from storage.tables import partner_reps

PEOPLE = 3_000
PARTNERS = 300


async def letter_costs(folder: Path) -> dict[str, float]:
    """Seconds of the numbers below a preview, and of the press that confirms, with so many people in two lists each."""
    store, _ = await open_store(folder)
    host = await librarian(store)
    await _represent(store, await add_people(store, FIRST_ACCOUNT, PEOPLE))
    begun = time.perf_counter()
    reach = await store.broadcasts.reach(partners_by().rest(7), NOW)
    shown = time.perf_counter()
    draft = await store.broadcasts.draft(host.id, "Здравствуйте!", partners_by().rest(7), NOW)
    drafted = time.perf_counter()
    await store.broadcasts.confirm(draft.id, draft.revision, NOW)
    sent = time.perf_counter()
    await store.close()
    return {"people": reach.reached, "preview": shown - begun, "confirm": sent - drafted}


async def _represent(store: Store, people: list[int]) -> None:
    """Everybody acts for two partners."""
    ids = [await store.partners.add(f"П{number}", f"П{number}", "education", None, NOW) for number in range(PARTNERS)]
    rows = [
        {"partner_id": ids[(index + step) % PARTNERS], "member_id": member, "is_primary": False, "since": NOW}
        for index, member in enumerate(people)
        for step in (0, 1)
    ]
    await store.db.write(lambda conn: conn.execute(insert(partner_reps), rows))


def rows(folder: Path) -> list[Row]:
    costs = asyncio.run(letter_costs(folder))
    return [
        plain("a letter to 3,000 people: its preview", costs["preview"]),
        under("… the press that sends it", costs["confirm"], 1),
    ]
