"""Updates that Telegram brings by itself: kept, then answered with 200, then the same path as those polled."""

import asyncio
import hmac
import json

import structlog
from aiogram import Bot
from aiohttp import web

from bot.poller import WANTED, Intake
from bot.settings import Webhook as WebhookSettings

log = structlog.get_logger()

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
MOST_BYTES = 1024 * 1024


class Webhook:
    """A small web server: `POST /telegram` for updates, `GET /healthz` for whoever looks after the bot."""

    def __init__(self, bot: Bot, settings: WebhookSettings, intake: Intake) -> None:
        self._bot = bot
        self._settings = settings
        self._intake = intake

    async def run(self) -> None:
        """Serves until it is cancelled."""
        app = web.Application(client_max_size=MOST_BYTES)
        app.add_routes([web.post("/telegram", self._take), web.get("/healthz", _healthy)])
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        try:
            await web.TCPSite(runner, self._settings.host, self._settings.port).start()
            secret = self._settings.secret.get_secret_value()
            await self._bot.set_webhook(self._settings.url, secret_token=secret, allowed_updates=WANTED)
            await asyncio.Event().wait()
        finally:
            await runner.cleanup()

    async def _take(self, request: web.Request) -> web.Response:
        told = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(told, self._settings.secret.get_secret_value().encode()):
            return web.Response(status=403)
        try:
            update = await request.json()
            update_id = int(update["update_id"])
        except (ValueError, KeyError, TypeError):
            return web.Response(status=400)
        await self._intake([(update_id, json.dumps(update, ensure_ascii=False))])
        return web.Response()


async def _healthy(_request: web.Request) -> web.Response:
    return web.Response(text="ok")
