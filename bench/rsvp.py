"""What an answer costs when few people come, and when many do."""

import asyncio
import statistics
import time
from pathlib import Path

from bench.table import Row, plain
from bench.town import FIRST_ACCOUNT, NOW, add_people, event_with, librarian, open_store
from domain.event import Event
from domain.seats import Answer
from storage.store import Store

ROUNDS = 300


async def answer_costs(folder: Path, few: int = 10, many: int = 10_000) -> dict[str, float]:
    """Median seconds of one answer with few and with many participants, taken in turn in one run; and their ratio."""
    store, _ = await open_store(folder)
    host = await librarian(store)
    ids = await add_people(store, FIRST_ACCOUNT, many + ROUNDS)
    crowd, newcomers = ids[:many], ids[many:]
    small, large = await event_with(store, host, crowd[:few]), await event_with(store, host, crowd)
    costs: dict[int, list[float]] = {small.id: [], large.id: []}
    for member in newcomers:
        for event in (small, large):
            costs[event.id].append(await _one(store, event, member))
    await store.close()
    medians = [statistics.median(costs[event.id]) for event in (small, large)]
    return {"few": medians[0], "many": medians[1], "ratio": medians[1] / medians[0]}


async def _one(store: Store, event: Event, member: int) -> float:
    begun = time.perf_counter()
    await store.rsvps.answer(event.id, member, Answer.GOING, NOW)
    return time.perf_counter() - begun


def rows(folder: Path) -> list[Row]:
    costs = asyncio.run(answer_costs(folder))
    return [
        plain("an answer with 10 participants, median", costs["few"]),
        plain("an answer with 10,000 participants, median", costs["many"]),
        Row("the second to the first", f"{costs['ratio']:.2f}", "< 1.20", costs["ratio"] < 1.2),
    ]
