"""Whether the messenger is there: where that is in doubt, it is asked who the bot is, until it answers."""

import asyncio

import structlog
from aiogram import Bot

from bot.pacer import unaided

log = structlog.get_logger()

PAUSES = (0.0, 1.0, 2.0, 5.0, 10.0, 20.0, 40.0, 60.0)
"""Seconds before each question; the doubts since the last success count, so a half-dead messenger is not hammered."""
ANSWER_WITHIN = 10
FRESH = 10.0
"""Seconds for which a success proves that the messenger is there. After a longer silence it is asked first, for a
message that is cut off on its way may or may not have arrived."""


class Probe:
    """Open (`is_well`) until somebody doubts, and again once the messenger has answered."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._well = asyncio.Event()
        self._well.set()
        self._doubts = 0
        self._well_at = float("-inf")
        self._task: asyncio.Task[None] | None = None

    @property
    def is_well(self) -> bool:
        return self._well.is_set()

    async def passed(self) -> None:
        """Waits until there is no doubt."""
        await self._well.wait()

    async def fresh(self) -> None:
        """Waits until there is no doubt, and the last success is not long ago."""
        if asyncio.get_running_loop().time() - self._well_at > FRESH:
            self.doubt()
        await self._well.wait()

    def doubt(self) -> None:
        """A call did not get through, or its answer did not. Calls that fail together are one doubt."""
        if self._well.is_set():
            self._well.clear()
            self._task = asyncio.create_task(self._ask())

    def well(self) -> None:
        """A call got through."""
        self._doubts = 0
        self._well_at = asyncio.get_running_loop().time()

    def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    async def _ask(self) -> None:
        while not self._well.is_set():
            pause = PAUSES[min(self._doubts, len(PAUSES) - 1)]
            self._doubts += 1
            await asyncio.sleep(pause)
            try:
                with unaided():
                    await self._bot.get_me(request_timeout=ANSWER_WITHIN)
            except Exception as error:  # noqa: BLE001 - whatever it is, the messenger has not answered
                log.warning("messenger-away", error=type(error).__name__, pause=pause)
            else:
                self._well_at = asyncio.get_running_loop().time()
                self._well.set()
