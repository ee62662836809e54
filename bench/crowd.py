"""People on the sandbox who act as fast as they are answered, or by the clock, and how long each waited."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count, cycle
from typing import Protocol

from sandbox import acts
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.shapes import Json, text_body

PATIENCE = 30
TOO_MANY = 500
Answered = Callable[[], bool]
"""Whether an act has had its answer."""


class Actor(Protocol):
    def act(self, box: Sandbox) -> Answered: ...


@dataclass(frozen=True, slots=True)
class Pressing:
    """`waits`: seconds of each act from the finger to its answer; `seconds`: of them all together."""

    waits: tuple[float, ...]
    seconds: float

    @property
    def rate(self) -> float:
        """Acts a second."""
        return len(self.waits) / self.seconds

    def quantile(self, share: float) -> float:
        return sorted(self.waits)[min(len(self.waits) - 1, int(len(self.waits) * share))]


@dataclass(slots=True)
class Finger:
    """Somebody with a card, who presses one button and the other in turn."""

    person: Person
    card: Json
    buttons: tuple[str, str]
    turns: "count[int]" = field(default_factory=count)

    def act(self, box: Sandbox) -> Answered:
        data = self.buttons[next(self.turns) % 2]
        message = box.world.chats[self.person.id].messages[self.card["message_id"]]
        return _pressed(box, self.person, message, data)


@dataclass(slots=True)
class Talker:
    """Somebody in a form, who types an answer and presses one in turn."""

    person: Person
    turns: "count[int]" = field(default_factory=count)

    def act(self, box: Sandbox) -> Answered:
        if next(self.turns) % 2:
            message = next(one for one in reversed(self.person.chat.messages.values()) if "reply_markup" in one)
            return _pressed(
                box, self.person, message, message["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
            )
        mine = acts.write(box.world, self.person.account, self.person.chat, text_body("Провели вместе два вечера"))
        return lambda: next(reversed(self.person.chat.messages)) > mine["message_id"]


def _pressed(box: Sandbox, person: Person, message: Json, data: str) -> Answered:
    query = box.world.presses[acts.press(box.world, person.account, message, data)]
    return lambda: query.answered


async def finger(person: Person, first: str, labels: tuple[str, str]) -> Finger:
    """Somebody who has written the first words and got a card with these buttons."""
    await person.says(first)
    card = await person.sees_button(labels[0], PATIENCE)
    found = [acts.button_of(card, label) for label in labels]
    return Finger(person, card, tuple(str(button["callback_data"]) for button in found if button))  # type: ignore[arg-type]  # two


async def pressing(box: Sandbox, actors: Sequence[Actor], number: int) -> Pressing:
    """So many acts in all; each person acts again once answered."""
    run, begun = _Run(box, list(actors)), time.perf_counter()
    for _ in range(number):
        while not run.free:
            await run.change()
        run.go(run.free.pop(0))
    while run.waiting:
        await run.change()
    return Pressing(tuple(run.waits), time.perf_counter() - begun)


async def by_the_clock(box: Sandbox, actors: Sequence[Actor], a_second: float, until: asyncio.Event) -> Pressing:
    """So many acts a second, one person after the other, whether or not those before have been answered.

    A bot that leaves too many waiting is given no more: the waits say already that it cannot keep up.
    """
    run, begun, turns = _Run(box, []), time.perf_counter(), cycle(actors)
    for number in count():
        while (ahead := begun + number / a_second - time.perf_counter()) > 0:
            await run.change(ahead)
        if until.is_set():
            break
        if len(run.waiting) < TOO_MANY:
            run.go(next(turns))
        await asyncio.sleep(0)  # whoever is late must not keep the sandbox from answering
    while run.waiting:
        await run.change()
    return Pressing(tuple(run.waits), time.perf_counter() - begun)


@dataclass(slots=True)
class _Run:
    box: Sandbox
    free: list[Actor]
    waiting: list[tuple[Answered, Actor, float]] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    def go(self, actor: Actor) -> None:
        at = time.perf_counter()
        self.waiting.append((actor.act(self.box), actor, at))

    async def change(self, within: float | None = None) -> None:
        """Until something happens, or (if told so) for so long."""
        changes = self.box.world.changes
        if not await changes.wait(changes.version, within or PATIENCE) and within is None:
            raise TimeoutError("the bot has stopped answering")
        self.look()

    def look(self) -> None:
        """Notes who has been answered since the last look; whoever has waited for so long gets no answer any more."""
        now, still = time.perf_counter(), []
        for answered, actor, at in self.waiting:
            if answered() or now - at > PATIENCE:
                self.waits.append(now - at)
                self.free.append(actor)
            else:
                still.append((answered, actor, at))
        self.waiting = still
