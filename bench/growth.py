"""What grows with the sign-ups in the database: a press, the start and the memory, at 100, 10,000 and a million."""

import asyncio
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.bots import TOKEN, ours
from bench.crowd import finger, pressing
from bench.presses import BUTTONS, invited, known
from bench.table import Row, plain
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.shapes import Json

SIZES = (100, 10_000, 1_000_000)
PRESSES, ROUNDS = 300, 3
PATIENCE = 60
ANYBODY = {"ROUNDTABLE_LIMITS__PERSON_BURST": "10000"}


@dataclass(frozen=True, slots=True)
class Size:
    """With so many sign-ups: seconds of a press and until the first answer of a new process, and its megabytes."""

    press: float
    start: float
    megabytes: float


async def growth(folder: Path) -> dict[int, Size]:
    """The sizes in turn, several times over, so that none has a quiet machine for itself."""
    found: dict[int, list[Size]] = {size: [] for size in SIZES}
    async with AsyncExitStack() as stack:
        places = {size: await stack.enter_async_context(_place(folder / str(size), size)) for size in SIZES}
        for _ in range(ROUNDS):
            for size, place in places.items():
                found[size].append(await place.measured())
    return {size: _middle(rounds) for size, rounds in found.items()}


@dataclass(frozen=True, slots=True)
class _Place:
    """A database of a size with people around it; each time another process begins on it."""

    box: Sandbox
    folder: Path
    people: list[Person]
    url: str
    event: int

    async def measured(self) -> Size:
        begun = time.perf_counter()
        first = await self.people[0].says("/start")
        async with ours(self.box, self.url, self.folder, **ANYBODY) as process:
            await self._answered(first)
            start = time.perf_counter() - begun
            fingers = [await finger(person, f"/start e{self.event}", BUTTONS) for person in self.people]
            await pressing(self.box, fingers, PRESSES // 3)
            done = await pressing(self.box, fingers, PRESSES)
            return Size(1 / done.rate, start, _megabytes(process))

    async def _answered(self, word: Json) -> None:
        async with asyncio.timeout(PATIENCE):
            while next(reversed(self.people[0].chat.messages)) == word["message_id"]:
                await self.box.world.changes.wait(self.box.world.changes.version, 1)


@asynccontextmanager
async def _place(folder: Path, sign_ups: int) -> AsyncIterator[_Place]:
    folder.mkdir()  # noqa: ASYNC240 - nobody waits yet
    async with Sandbox(TOKEN) as box:
        people = known(box)
        url, event = await invited(folder, people, box, sign_ups)
        yield _Place(box, folder, people, url, event)


def _megabytes(process: Process) -> float:
    return int(Path(f"/proc/{process.pid}/statm").read_text(encoding="ascii").split()[1]) * 4096 / 1e6


def _middle(rounds: list[Size]) -> Size:
    """The best press, for others on the machine only ever slow it down; of the rest the middle one."""
    starts, sizes = [one.start for one in rounds], [one.megabytes for one in rounds]
    return Size(min(one.press for one in rounds), median(starts), median(sizes))


def rows(folder: Path) -> list[Row]:
    found = asyncio.run(growth(folder))
    few, many, most = (found[size] for size in SIZES)
    flat, starts, sizes = most.press / many.press, most.start / many.start, most.megabytes / many.megabytes
    return [
        plain("a press over HTTP with 100 sign-ups in the database, thirty people at once", few.press),
        plain("… with 10,000", many.press),
        plain("… with 1,000,000", most.press),
        Row("… the last to the one before", f"{flat:.2f}", "≤ 1.20", flat <= 1.2),
        plain("start of the process to its first answer", few.start),
        plain("… with 1,000,000 sign-ups", most.start),
        Row("… to that with 10,000", f"{starts:.2f}", "≤ 1.20", starts <= 1.2),
        Row("memory after those presses with 1,000,000 sign-ups", f"{most.megabytes:.0f} MB"),
        Row("… to that with 10,000", f"{sizes:.2f}", "≤ 1.20", sizes <= 1.2),
    ]
