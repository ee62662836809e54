"""Presses a second with one, two and three processes behind one nginx, on PostgreSQL and Redis.

The sandbox, nginx, PostgreSQL and whoever presses work on the same machine: on two cores three cannot be thrice as
quick as one. What is to be seen is that they do not get in one another's way.
"""

import asyncio
from pathlib import Path

from bench.bots import TOKEN
from bench.crowd import Finger, Pressing, finger, pressing
from bench.presses import BUTTONS, LATER, known
from bench.table import Row, seconds
from bench.town import LIBRARIAN, POLICY, add_people, librarian
from domain.event import EventFields
from sandbox.people import Person
from sandbox.server import Sandbox
from storage.store import Store
from tests.engines import NO_POSTGRES, POSTGRES, drop_templates, migrated
from tests.replicas import Fleet
from tests.servers import NGINX, NO_NGINX, NO_REDIS, REDIS

PRESSES = 500
NUMBERS = (1, 2, 3)
LACKS = [why for there, why in ((POSTGRES, NO_POSTGRES), (NGINX, NO_NGINX), (REDIS, NO_REDIS)) if not there]


async def measure(folder: Path) -> dict[int, Pressing]:
    """By the number of processes."""
    try:
        return {number: await _with(folder, number) for number in NUMBERS}
    finally:
        await drop_templates()


async def _with(folder: Path, number: int) -> Pressing:
    async with migrated("postgresql", folder) as url, Sandbox(TOKEN) as box:
        people = known(box)
        event = await _invite(url, people, box)
        async with Fleet(box, url, _new(folder / f"{number}"), number, ROUNDTABLE_TELEGRAM__TOKEN=TOKEN) as fleet:
            await fleet.started(number)
            fingers: list[Finger] = [await finger(person, f"/start e{event}", BUTTONS) for person in people]
            await pressing(box, fingers, PRESSES // 5)
            return await pressing(box, fingers, PRESSES)


async def _invite(url: str, people: list[Person], box: Sandbox) -> int:
    """Those people know the bot and an event to come."""
    store = Store(url, POLICY, [LIBRARIAN])
    host = await librarian(store)
    await add_people(store, people[0].id, len(people))
    soon = EventFields("Вечер", box.clock.now().replace(microsecond=0) + LATER, "6+")
    event = await store.events.publish(soon, host, box.clock.now())
    await store.close()
    return event.id


def _new(folder: Path) -> Path:
    folder.mkdir()
    return folder


def rows(folder: Path) -> list[Row]:
    if LACKS:
        return [Row("presses a second of several processes", f"not measured: {LACKS[0]}")]
    found = asyncio.run(measure(folder))
    first = found[NUMBERS[0]].rate
    return [
        Row(
            "presses a second behind nginx, PostgreSQL, one process" if number == 1 else f"… {number} processes",
            f"{one.rate:.0f} ({one.rate / first:.2f} of one), 99 in 100 within {seconds(one.quantile(0.99))}",
        )
        for number, one in found.items()
    ]
