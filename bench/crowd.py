"""People on the sandbox who press as fast as they are answered, and how long each waited."""

import asyncio
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
    """`waits`: seconds of each press from the finger to its answer and edit; `seconds`: of them all together."""

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


async def pressing(box: Sandbox, fingers: list[Finger], presses: int, per_second: float | None = None) -> Pressing:
    """So many presses in all: each person presses again once answered, or they take turns, so many a second."""
    return await _Run(box, list(fingers)).run(presses, per_second)


@dataclass(slots=True)
class _Run:
    box: Sandbox
    free: list[Finger]
    pressed: dict[int, tuple[Finger, str, float]] = field(default_factory=dict)
    """By chat: who waits there for the answer and the edit, the press, and when it was."""
    edited: set[int] = field(default_factory=set)
    heard: int = 0
    waits: list[float] = field(default_factory=list)

    async def run(self, presses: int, per_second: float | None) -> Pressing:
        self.box.calls.clear()
        begun = time.perf_counter()
        for number in range(presses):
            await self._wait_for_turn(begun + number / per_second if per_second else begun)
            self._press(self.free.pop(0))
        while self.pressed:
            await self._change()
        return Pressing(tuple(self.waits), time.perf_counter() - begun)

    def _press(self, who: Finger) -> None:
        self.edited.discard(who.person.id)
        self.pressed[who.person.id] = (who, who.press(self.box), time.perf_counter())

    async def _wait_for_turn(self, due: float) -> None:
        while (left := due - time.perf_counter()) > 0:
            await asyncio.sleep(min(left, 0.005))
            self._look()
        while not self.free:
            await self._change()

    async def _change(self) -> None:
        changes = self.box.world.changes
        if not await changes.wait(changes.version, PATIENCE):
            raise TimeoutError("the bot has stopped answering")
        self._look()

    def _look(self) -> None:
        """Notes who has been answered and has seen their card change since the last look."""
        self._listen()
        for chat, (who, press, at) in list(self.pressed.items()):
            if chat in self.edited and self.box.world.presses[press].answered:
                del self.pressed[chat]
                self.waits.append(time.perf_counter() - at)
                self.free.append(who)

    def _listen(self) -> None:
        calls = self.box.calls
        news, self.heard = calls[self.heard :], len(calls)
        self.edited |= {call.chat for call in news if call.method == "editMessageText" and call.chat is not None}
