"""A small web server for whoever looks after the bot: `/healthz`, `/healthz/alive`, `/healthz/ready`, `/metrics`.

It listens only where the settings say, apart from everything that people reach.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog
from aiohttp import web

from bot.metrics import CONTENT_TYPE
from bot.settings import Health

log = structlog.get_logger()

PATIENCE = 3.0
"""Seconds for the database to answer."""
SILENCE = 30.0
"""Seconds without a heartbeat after which the process counts as dead."""


@dataclass(frozen=True, slots=True)
class Signs:
    """Where to look: seconds since the last heartbeat (0 before the first), whether the bot is at work, whether the
    database answers (it raises), and the figures.
    """

    silent_for: Callable[[], float]
    is_at_work: Callable[[], bool]
    ping: Callable[[], Awaitable[None]]
    metrics: Callable[[], Awaitable[bytes]]

    def is_alive(self) -> bool:
        """A process that is not alive had better be started anew."""
        return self.silent_for() < SILENCE

    async def is_ready(self) -> bool:
        """One that is not ready had better be given no updates."""
        return self.is_alive() and self.is_at_work() and await self._database_answers()

    async def _database_answers(self) -> bool:
        try:
            async with asyncio.timeout(PATIENCE):
                await self.ping()
        except Exception as error:  # noqa: BLE001 - whatever it is, it does not answer
            log.warning("not-ready", error=type(error).__name__)
            return False
        return True


class Vitals:
    """The server; without a port there is none."""

    def __init__(self, settings: Health, signs: Signs) -> None:
        self._settings = settings
        self._signs = signs
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        if not self._settings.port:
            return
        app = web.Application()
        app.add_routes(
            [
                web.get("/healthz", self._ready),
                web.get("/healthz/alive", self._alive),
                web.get("/healthz/ready", self._ready),
                web.get("/metrics", self._metrics),
            ]
        )
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, self._settings.host, self._settings.port).start()
        log.info("health-served", host=self._settings.host, port=self._settings.port)

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def _alive(self, _request: web.Request) -> web.Response:
        return answer("alive" if self._signs.is_alive() else "silent", good=self._signs.is_alive())

    async def _ready(self, _request: web.Request) -> web.Response:
        return await ready(self._signs)

    async def _metrics(self, _request: web.Request) -> web.Response:
        return web.Response(body=await self._signs.metrics(), headers={"Content-Type": CONTENT_TYPE})


async def ready(signs: Signs) -> web.Response:
    """200 from the first moment at which updates are taken, 503 before and whenever they could not be kept."""
    good = await signs.is_ready()
    return answer("ready" if good else "not ready", good=good)


def answer(word: str, *, good: bool) -> web.Response:
    return web.Response(text=word + "\n", status=200 if good else 503)
