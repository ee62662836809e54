"""A thousand reminders due at one minute: what they cost the bot itself, apart from any waiting for its turn."""

import asyncio
import os
import time
from asyncio.subprocess import Process
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bench.bots import TOKEN, ours
from bench.presses import known
from bench.table import Row, plain, under
from bench.town import FIRST_ACCOUNT, NOW, POLICY, add_people, librarian, open_store, seat
from bot.delivery import AT_ONCE, LEASE
from bot.texts import Texts
from domain.event import EventFields
from handlers.context import Library
from handlers.notices import render
from sandbox.server import Sandbox
from storage.store import Store

EVENTS, EACH = 20, 50
PATIENCE = 120
AHEAD = timedelta(days=7, minutes=30)
"""So long before them the events are published: the word a week before is due in half an hour."""
UNPACED = {"ROUNDTABLE_LIMITS__OVERALL_PER_SECOND": "1000", "ROUNDTABLE_LIMITS__CHAT_BURST": "1000"}
TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class FanOut:
    """Seconds: to claim and render them all, nothing sent; and of the processor, until the last has gone."""

    rendered: float
    sent: float


async def fan_out(folder: Path) -> FanOut:
    for part in ("rendered", "sent"):
        (folder / part).mkdir()
    return FanOut(await _rendered(folder / "rendered"), await _sent(folder / "sent"))


async def _rendered(folder: Path) -> float:
    """As delivery does it: fanned out, claimed by so many, each drawn from live data."""
    due, texts = NOW + AHEAD, Texts(POLICY.zone)
    library = Library("МБС", POLICY, ("ru",), "bot")
    store = Store(await _due(folder, FIRST_ACCOUNT, due), POLICY)
    begun, drawn, now = time.perf_counter(), 0, due - timedelta(days=7) + timedelta(minutes=1)
    await store.reminders.fire(now)
    while letters := await store.outbox.claim("bench", now, AT_ONCE, LEASE):
        notices = await asyncio.gather(*(render(one, store, texts, library, now) for one in letters))
        drawn += sum(notice is not None for notice in notices)
    spent = time.perf_counter() - begun
    await store.close()
    assert drawn == EVENTS * EACH, drawn
    return spent


async def _sent(folder: Path) -> float:
    async with Sandbox(TOKEN) as box:
        people = known(box, EVENTS * EACH)
        url = await _due(folder, people[0].id, box.clock.now().replace(second=0, microsecond=0) + AHEAD)
        async with ours(box, url, folder, **UNPACED) as process:
            await _calls(box, "setMyCommands", 1)
            await asyncio.sleep(1)  # what is done at the start is done
            before = _worked(process)
            await box.clock.forward(minutes=31)
            await _calls(box, "sendMessage", EVENTS * EACH)
            return _worked(process) - before


async def _due(folder: Path, first: int, start: datetime) -> str:
    """Events at one moment, each with people of its own."""
    store, url = await open_store(folder)
    host = await librarian(store)
    people = await add_people(store, first, EVENTS * EACH)
    for number in range(EVENTS):
        event = await store.events.publish(EventFields(f"Вечер {number}", start, "6+"), host, start - AHEAD)
        await seat(store, event.id, people[number * EACH : (number + 1) * EACH])
    await store.close()
    return url


async def _calls(box: Sandbox, method: str, number: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while sum(call.method == method for call in box.calls) < number:
            await box.world.changes.wait(box.world.changes.version, 1)


def _worked(process: Process) -> float:
    """Seconds of the processor that the process and its threads have had."""
    parts = Path(f"/proc/{process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(parts[11]) + int(parts[12])) / TICK


def rows(folder: Path) -> list[Row]:
    found = asyncio.run(fan_out(folder))
    return [
        under("1,000 reminders due at one minute, claimed and rendered", found.rendered, 3),
        plain("… sent too: the bot's own time (of the processor) until all have gone", found.sent),
    ]
