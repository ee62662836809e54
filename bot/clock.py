"""The one clock that `now` comes from."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import structlog

log = structlog.get_logger()

HOLD = aiohttp.ClientTimeout(total=40)
PAUSE = 0.2
"""The clock is asked no more than five times a second, also where the server does not hold the question."""


class SystemClock:
    """The machine's own clock."""

    stands = False

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def start(self) -> None:
        """Ready as it is."""

    async def stop(self) -> None:
        """Nothing to stop."""


class RemoteClock:
    """Reads `GET <url>`, as the sandbox serves it, and goes on by itself between the readings.

    `on_turn` is called when somebody has turned the clock.
    """

    def __init__(self, url: str, on_turn: Callable[[], None] = lambda: None) -> None:
        self._url = url
        self.on_turn = on_turn
        self._read_at = time.monotonic()
        self._reading = datetime.now(UTC)
        self._frozen = False
        self._version: object = None
        self._task: asyncio.Task[None] | None = None

    @property
    def stands(self) -> bool:
        """Whether somebody has stopped the clock."""
        return self._frozen

    def now(self) -> datetime:
        if self._frozen:
            return self._reading
        return self._reading + timedelta(seconds=time.monotonic() - self._read_at)

    async def start(self) -> None:
        """Reads the clock once; then follows it."""
        async with aiohttp.ClientSession(timeout=HOLD) as session:
            await self._read(session, {})
        self._task = asyncio.create_task(self._follow())

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _follow(self) -> None:
        async with aiohttp.ClientSession(timeout=HOLD) as session:
            while True:
                after = {} if self._version is None else {"after": str(self._version)}
                try:
                    await self._read(session, after)
                except (aiohttp.ClientError, TimeoutError, ValueError) as error:
                    log.warning("clock-unreachable", error=type(error).__name__)
                    await asyncio.sleep(1)

    async def _read(self, session: aiohttp.ClientSession, params: dict[str, str]) -> None:
        asked = time.monotonic()
        async with session.get(self._url, params=params) as response:
            response.raise_for_status()
            body = await response.json(content_type=None)
        self._take(body)
        if params:
            await asyncio.sleep(max(0.0, PAUSE - (time.monotonic() - asked)))

    def _take(self, body: Any) -> None:
        reading = body if isinstance(body, dict) else {"now": body}
        moment = _moment(reading.get("now", reading.get("time")))
        by = moment - self.now()
        turned = self._frozen or abs(by) > timedelta(seconds=1)
        self._reading, self._read_at = moment, time.monotonic()
        self._frozen = bool(reading.get("frozen"))
        self._version = reading.get("version")
        if turned:
            log.info("clock-turned", seconds=round(by.total_seconds()))
            self.on_turn()


def _moment(value: object) -> datetime:
    if isinstance(value, int | float):
        return datetime.fromtimestamp(value, UTC)
    moment = datetime.fromisoformat(str(value))
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
