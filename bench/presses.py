"""An answer to an invitation, over HTTP, beside the floor: how many a second, and how long each waits."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bench.bots import TOKEN, floor, ours
from bench.crowd import Finger, Pressing, finger, pressing
from bench.town import add_people, filled, librarian, open_store
from domain.event import EventFields
from sandbox.people import Person
from sandbox.server import Sandbox
from storage.store import Store

PEOPLE = 30
PRESSES = 1_000
ROUNDS = 3
LATER = timedelta(days=30)
BUTTONS = ("Приду", "Возможно")


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
        people = [_person(box, number) for number in range(PEOPLE)]
        store, url = await open_store(folder)
        event = await _invite(store, people, box, sign_ups)
        async with ours(box, url, folder):
            return await _press(box, people, f"/start e{event}")


async def _of_floor(folder: Path) -> Pressing:
    async with Sandbox(TOKEN) as box, floor(box, folder):
        return await _press(box, [_person(box, number) for number in range(PEOPLE)], "/start")


async def _press(box: Sandbox, people: list[Person], first: str) -> Pressing:
    fingers: list[Finger] = [await finger(person, first, BUTTONS) for person in people]
    await pressing(box, fingers, PRESSES // 10)
    return await pressing(box, fingers, PRESSES)


async def _invite(store: Store, people: list[Person], box: Sandbox, sign_ups: int) -> int:
    """Those people know the bot and an event to come; others have signed up for others before."""
    host = await librarian(store)
    await add_people(store, people[0].id, len(people))
    await filled(store, host, sign_ups)
    soon = EventFields("Вечер", box.clock.now().replace(microsecond=0) + LATER, "6+")
    event = await store.events.publish(soon, host, box.clock.now())
    await store.close()
    return event.id


def _person(box: Sandbox, number: int) -> Person:
    person = box.person(f"Гость {number}")
    person.account.started = True
    return person


def _new(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _middle(rounds: list[Pressing]) -> Pressing:
    return sorted(rounds, key=lambda one: one.rate)[len(rounds) // 2]
