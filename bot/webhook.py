"""Updates that Telegram brings by itself: kept, then answered with 200, then the same path as those polled."""

import asyncio
import hmac
from itertools import chain, repeat
from typing import Any

import structlog
from aiogram import Bot
from aiohttp import web

from bot.kept import as_kept, number_of
from bot.poller import WANTED, Intake, Room
from bot.settings import Webhook as WebhookSettings
from bot.vitals import Signs, ready
from storage.unavailable import is_unavailable, reason

log = structlog.get_logger()

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
PAUSES = (1, 5, 15, 60)
MOST_BYTES = 1024 * 1024
ROOM_WITHIN = 10.0
"""Seconds to wait until fewer updates are in hand; after that the messenger is asked to come again."""


class Webhook:
    """A small web server: updates by POST at any path, `GET /healthz` for whoever looks after the bot."""

    def __init__(self, bot: Bot, settings: WebhookSettings, intake: Intake, room: Room, signs: Signs) -> None:
        self._bot = bot
        self._settings = settings
        self._intake = intake
        self._room = room
        self._signs = signs

    async def run(self) -> None:
        """Serves until it is cancelled."""
        app = web.Application(client_max_size=MOST_BYTES)
        app.add_routes([web.get("/healthz", self._ready), web.post("/{path:.*}", self._take)])
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        try:
            await web.TCPSite(runner, self._settings.host, self._settings.port).start()
            await self._announce()
            await asyncio.Event().wait()
        finally:
            await runner.cleanup()

    async def _announce(self) -> None:
        """Tells the messenger where to bring updates, until it has taken it."""
        secret = self._settings.secret.get_secret_value()
        for pause in chain(PAUSES, repeat(PAUSES[-1])):
            try:
                await self._bot.set_webhook(self._settings.url, secret_token=secret, allowed_updates=WANTED)
            except Exception as error:  # noqa: BLE001 - what is listened to meanwhile is not lost
                log.error("webhook-not-set", error=str(error), pause=pause)
                await asyncio.sleep(pause)
            else:
                log.info("webhook-set", port=self._settings.port)
                return

    async def _take(self, request: web.Request) -> web.Response:
        told = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(told, self._settings.secret.get_secret_value().encode()):
            return web.Response(status=403)
        try:
            update = await request.json()
            update_id = number_of(update)
        except (ValueError, LookupError, TypeError, RecursionError, web.RequestPayloadError):
            return web.Response(status=400)
        try:
            async with asyncio.timeout(ROOM_WITHIN):
                await self._room()
        except TimeoutError:
            return _later()
        return await self._keep(update_id, update)

    async def _keep(self, update_id: int, update: Any) -> web.Response:
        """What cannot be kept for want of the database may be brought again, to another process if there is one."""
        try:
            await self._intake([(update_id, as_kept(update))])
        except Exception as error:
            if not is_unavailable(error):
                raise
            log.error("database-unavailable", update_id=update_id, reason=reason(error))
            return _later()
        return web.Response()

    async def _ready(self, _request: web.Request) -> web.Response:
        return await ready(self._signs)


def _later() -> web.Response:
    return web.Response(status=503, headers={"Retry-After": "5"})
