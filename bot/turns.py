"""Workers beside those of other processes: a person's updates go in order and one at a time, wherever they came in."""

import json
from collections.abc import Sequence
from typing import Any

import structlog

from bot.gate import Gate
from bot.patience import patiently
from bot.workers import PARTING, Workers
from storage.inbox import Letter

log = structlog.get_logger()


class SharedWorkers(Workers):
    """What the database gives this process a turn for."""

    _is_parting = False

    async def take_in(self, updates: Sequence[tuple[int, str]]) -> None:
        """Keeps each; what is not for this process to do now, is done by whoever has the person's turn."""
        for update_id, body in updates:
            with self._standstill.while_keeping([(update_id, body)]):
                letter = await self._store.turns.put(update_id, person_in(body), body, self._clock.now(), self.name)
            if letter is not None:
                self._start(letter, self._gate)

    async def take_up(self) -> int:
        for stray in await self._store.turns.strays():
            await self._store.turns.belongs(stray.update_id, person_in(stray.body))
        return await self.take_over()

    async def take_over(self) -> int:
        """What nobody has in hand was let in once, and comes past no gate again."""
        letters = await self._store.turns.take_up(self.name)
        for letter in letters:
            log.warning("update-taken-over", update_id=letter.update_id)
            self._start(letter)
        return len(letters)

    async def flush(self, *_: object) -> None:
        """Marks what was answered late; any other update was marked by itself."""
        done, self._closing = self._closing, set()
        if done:
            await self._store.inbox.put([], done, self._clock.now())

    async def finish(self, within: float = PARTING) -> None:
        self._is_parting = True
        await super().finish(within)

    async def _open(self, letter: Letter, gate: Gate | None) -> None:
        try:
            await super()._open(letter, gate)
        except Exception:
            log.exception("worker-failed", update_id=letter.update_id)
            await patiently(lambda: self._store.inbox.fail(letter.update_id))
        await self._pass_on(letter)

    async def _pass_on(self, letter: Letter) -> None:
        answered = letter.update_id in self._closing
        self._closing.discard(letter.update_id)
        turns, going_on = self._store.turns, not self._is_parting
        following = await patiently(lambda: turns.after(letter, self.name, answered=answered, going_on=going_on))
        if following is not None:
            self._start(following, self._gate)


def person_in(body: str) -> int:
    """Whose update it is, as `bot.lanes.person_of` says of one that has been read; 0 for what belongs to nobody."""
    update: dict[str, Any] = json.loads(body)
    inner = next((value for value in update.values() if isinstance(value, dict)), {})
    chat = inner.get("chat")
    is_private = not isinstance(chat, dict) or chat.get("type") == "private"
    who = (inner.get("from") if is_private else None) or chat
    found = who.get("id") if isinstance(who, dict) else None
    return found if isinstance(found, int) else 0
