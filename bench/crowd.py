"""People on the sandbox who press as fast as they are answered, and how long each waited."""

import time
from dataclasses import dataclass, field
from itertools import count

from sandbox import acts
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.shapes import Json

PATIENCE = 30


@dataclass(frozen=True, slots=True)
class Pressing:
    """`waits`: seconds of each press from the finger to its answer; `seconds`: of them all together."""

    waits: tuple[float, ...]
    seconds: float

    @property
    def rate(self) -> float:
        """Presses a second."""
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

    def press(self, box: Sandbox) -> str:
        data = self.buttons[next(self.turns) % 2]
        message = box.world.chats[self.person.id].messages[self.card["message_id"]]
        return acts.press(box.world, self.person.account, message, data)


async def finger(person: Person, first: str, labels: tuple[str, str]) -> Finger:
    """Somebody who has written the first words and got a card with these buttons."""
    await person.says(first)
    card = await person.sees_button(labels[0], PATIENCE)
    found = [acts.button_of(card, label) for label in labels]
    return Finger(person, card, tuple(str(button["callback_data"]) for button in found if button))  # type: ignore[arg-type]


async def pressing(box: Sandbox, fingers: list[Finger], presses: int) -> Pressing:
    """So many presses in all; each person presses again once answered."""
    return await _Run(box, list(fingers)).run(presses)


@dataclass(slots=True)
class _Run:
    box: Sandbox
    free: list[Finger]
    pressed: dict[str, tuple[Finger, float]] = field(default_factory=dict)
    waits: list[float] = field(default_factory=list)

    async def run(self, presses: int) -> Pressing:
        begun = time.perf_counter()
        for _ in range(presses):
            while not self.free:
                await self._change()
            who = self.free.pop(0)
            self.pressed[who.press(self.box)] = (who, time.perf_counter())
        while self.pressed:
            await self._change()
        return Pressing(tuple(self.waits), time.perf_counter() - begun)

    async def _change(self) -> None:
        changes = self.box.world.changes
        if not await changes.wait(changes.version, PATIENCE):
            raise TimeoutError("the bot has stopped answering")
        self._look()

    def _look(self) -> None:
        """Notes who has been answered since the last look."""
        now, queries = time.perf_counter(), self.box.world.presses
        for press in [press for press in self.pressed if queries[press].answered]:
            who, at = self.pressed.pop(press)
            self.waits.append(now - at)
            self.free.append(who)
