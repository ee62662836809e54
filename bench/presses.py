"""An answer to an invitation, over HTTP, beside the floor: how many a second, and how long each waits."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bench.bots import TOKEN, floor, ours
from bench.crowd import Finger, Pressing, finger, pressing
from bench.table import Row, seconds
from bench.town import add_people, filled, librarian, open_store
from domain.event import EventFields
from sandbox.people import Person
from sandbox.server import Sandbox

PEOPLE = 30
PRESSES = 1_000
ROUNDS = 3
LATER = timedelta(days=30)
BUTTONS = ("Приду", "Возможно")
TIRELESS = {"ROUNDTABLE_LIMITS__PERSON_BURST": "100000"}
"""Nobody presses as often in earnest: the bot would turn them away."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The middle one of the rounds, of ours and of the floor, taken in turn."""

    ours: Pressing
    floor: Pressing


async def beside_floor(folder: Path, sign_ups: int = 100) -> Beside:
    mine, others = list[Pressing](), list[Pressing]()
    for number in range(ROUNDS):
        mine.append(await of_ours(_new(folder / f"ours{number}"), sign_ups))
        others.append(await _of_floor(_new(folder / f"floor{number}")))
    return Beside(_middle(mine), _middle(others))


async def of_ours(folder: Path, sign_ups: int) -> Pressing:
    """With so many sign-ups in the database."""
    async with Sandbox(TOKEN) as box:
        people = known(box)
        url, event = await invited(folder, people, box, sign_ups)
        async with ours(box, url, folder, **TIRELESS):
            return await _press(box, people, f"/start e{event}")


async def _of_floor(folder: Path) -> Pressing:
    async with Sandbox(TOKEN) as box, floor(box, folder):
        return await _press(box, known(box), "/start")


async def _press(box: Sandbox, people: list[Person], first: str) -> Pressing:
    fingers: list[Finger] = [await finger(person, first, BUTTONS) for person in people]
    await pressing(box, fingers, PRESSES // 10)
    return await pressing(box, fingers, PRESSES)


async def invited(folder: Path, people: list[Person], box: Sandbox, sign_ups: int) -> tuple[str, int]:
    """A database in which those people know the bot and an event to come; others have signed up for others before."""
    store, url = await open_store(folder)
    host = await librarian(store)
    await add_people(store, people[0].id, len(people))
    await filled(store, host, sign_ups)
    soon = EventFields("Вечер", box.clock.now().replace(microsecond=0) + LATER, "6+")
    event = await store.events.publish(soon, host, box.clock.now())
    await store.close()
    return url, event.id


def known(box: Sandbox, number: int = PEOPLE) -> list[Person]:
    """So many people to whom the bot may write."""
    people = [box.person(f"Гость {one}") for one in range(number)]
    for person in people:
        person.account.started = True
    return people


def _new(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _middle(rounds: list[Pressing]) -> Pressing:
    return sorted(rounds, key=lambda one: one.rate)[len(rounds) // 2]


def rows(folder: Path) -> list[Row]:
    both = asyncio.run(beside_floor(folder))
    rate, wait, least = both.ours.rate / both.floor.rate, both.ours.quantile(0.99), both.floor.quantile(0.99)
    return [
        Row("presses a second over HTTP, thirty people at once", f"{both.ours.rate:.0f}"),
        Row("… of the floor, the smallest bot with a commit", f"{both.floor.rate:.0f}"),
        Row("… the first to the second", f"{rate:.2f}", "≥ 1.0", rate >= 1),
        Row("… the longest wait of 99 in 100, ours", seconds(wait), f"≤ {seconds(least)}", wait <= least),
    ]
