"""A letter to 3,000 people under Telegram's limits, and meanwhile presses by the clock: who keeps whom waiting."""

import asyncio
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bench.bots import TOKEN, ours
from bench.crowd import Finger, Pressing, by_the_clock
from bench.presses import known
from bench.table import Row, seconds
from bench.town import add_people, librarian, open_store, seat
from domain.event import EventFields
from domain.segment import guests_of
from handlers.callbacks import RsvpAnswer
from sandbox.limits import Limits
from sandbox.people import Person
from sandbox.server import Sandbox

PEOPLE, LIMIT, PRESSES_A_SECOND, FINGERS = 3_000, 30, 100, 500
PATIENCE = 150
LATER = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Crowded:
    """`letters` in so many `seconds`, from the first to the last; `refused`: how often the messenger said 429."""

    letters: int
    seconds: float
    refused: int
    presses: Pressing

    @property
    def share(self) -> float:
        """The rate, of the limit."""
        return (self.letters - 1) / self.seconds / LIMIT


async def crowded(folder: Path) -> Crowded:
    async with Sandbox(TOKEN, limits=Limits(overall=LIMIT)) as box:
        people = known(box, PEOPLE)
        url, event = await _letter(folder, box, people)
        async with ours(box, url, folder):
            begun, sent = asyncio.Event(), asyncio.Event()
            fingers = [_finger(box, person, event) for person in people[:FINGERS]]
            letters = asyncio.create_task(_all_sent(box, begun, sent))
            await begun.wait()
            presses = await by_the_clock(box, fingers, PRESSES_A_SECOND, sent)
            return Crowded(*await letters, box.counter.given, presses)


async def _letter(folder: Path, box: Sandbox, people: list[Person]) -> tuple[str, int]:
    """A letter to everybody who comes, confirmed just now; and the event, to which all have been seated."""
    store, url = await open_store(folder)
    host, now = await librarian(store), box.clock.now().replace(microsecond=0)
    members = await add_people(store, people[0].id, len(people))
    event = await store.events.publish(EventFields("Вечер", now + LATER, "6+"), host, now)
    await seat(store, event.id, members)
    draft = await store.broadcasts.draft(host.id, "Ждём вас на вечере!", guests_of(event.id), now)
    letter = await store.broadcasts.confirm(draft.id, draft.revision, now)
    assert letter.reach.reached == PEOPLE, letter.reach
    await store.close()
    return url, event.id


def _finger(box: Sandbox, person: Person, event: int) -> Finger:
    """With a card that came long ago: a new one would count among the messages."""
    answers = [RsvpAnswer(event_id=event, answer=number).pack() for number in (0, 1)]
    buttons = [[{"text": data, "callback_data": data} for data in answers]]
    card = box.world.put_message(
        person.chat, box.world.bot, {"text": "Вечер", "reply_markup": {"inline_keyboard": buttons}}
    )
    return Finger(person, card, (answers[0], answers[1]))


async def _all_sent(box: Sandbox, begun: asyncio.Event, done: asyncio.Event) -> tuple[int, float]:
    """How many letters went, and in how many seconds from the first: all, or as many as within one's patience."""
    first, letters, seen = time.perf_counter(), 0, 0
    while letters < PEOPLE and time.perf_counter() - first < PATIENCE:
        await box.world.changes.wait(box.world.changes.version, 1)
        fresh, seen = box.calls[seen:], len(box.calls)
        letters += sum(call.method == "sendMessage" and call.outcome == 200 for call in fresh)
        if letters and not begun.is_set():
            first = time.perf_counter()
            begun.set()
    begun.set()
    done.set()
    return letters, time.perf_counter() - first


def rows(folder: Path) -> list[Row]:
    found = asyncio.run(crowded(folder))
    wait = found.presses.quantile(0.99)
    return [
        Row("a letter to 3,000 people: its rate, of 30 a second", f"{found.share:.1%}", "≥ 98 %", found.share >= 0.98),
        Row("… refusals by the messenger (429)", str(found.refused), "0", not found.refused),
        Row(f"… meanwhile {PRESSES_A_SECOND} presses a second: 99 in 100 wait", seconds(wait), "< 1.0 s", wait < 1),
    ]
