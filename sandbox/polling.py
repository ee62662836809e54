"""Updates to the bot: fetched by one poller at a time, or brought to its webhook."""

import asyncio
from contextlib import suppress

import aiohttp

from sandbox.errors import ApiError, bad
from sandbox.world import Json, World

MOST = 100
TAKEN = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
HOOKED = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


class Intake:
    """Hands updates out. They stay until the bot confirms them by a later offset, or answers its webhook with 2xx."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._poll = 0
        self._pusher: asyncio.Task[None] | None = None

    async def get_updates(self, params: Json) -> list[Json]:
        """Waits for updates from `offset` on, as long as `timeout` says; a later poller ends this one with 409."""
        if self._world.webhook is not None:
            raise ApiError(409, HOOKED)
        self._poll += 1
        mine = self._poll
        self._world.update_changes.touch()
        offset = int(params.get("offset") or 0)
        if offset > 0:
            self._world.confirm(offset)
        deadline = asyncio.get_running_loop().time() + min(float(params.get("timeout") or 0), 50)
        while not (ready := self._ready(params)) and (left := deadline - asyncio.get_running_loop().time()) > 0:
            await self._world.update_changes.wait(self._world.update_changes.version, left)
            if mine != self._poll:
                raise ApiError(409, TAKEN)
        return ready

    async def set_webhook(self, params: Json) -> bool:
        url = params.get("url") or ""
        if not url.startswith(("https://", "http://127.0.0.1", "http://localhost")):
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        self._world.webhook = {"url": url, "secret": params.get("secret_token") or ""}
        self._restart()
        return True

    async def delete_webhook(self, params: Json) -> bool:
        self._world.webhook = None
        if params.get("drop_pending_updates"):
            self._world.updates.clear()
        await self.stop()
        return True

    async def info(self, _params: Json) -> Json:
        url = self._world.webhook["url"] if self._world.webhook else ""
        return {"url": url, "has_custom_certificate": False, "pending_update_count": len(self._world.updates)}

    async def stop(self) -> None:
        if self._pusher is not None:
            self._pusher.cancel()
            with suppress(asyncio.CancelledError):
                await self._pusher
            self._pusher = None

    def _ready(self, params: Json) -> list[Json]:
        wanted = params.get("allowed_updates")
        if wanted:
            self._world.updates = [one for one in self._world.updates if set(one) & set(wanted)]
        return self._world.updates[: min(int(params.get("limit") or MOST), MOST)]

    def _restart(self) -> None:
        if self._pusher is not None:
            self._pusher.cancel()
        self._pusher = asyncio.create_task(self._push())

    async def _push(self) -> None:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30)) as session:
            while self._world.webhook is not None:
                if self._world.updates:
                    await self._bring(session, self._world.updates[0])
                else:
                    await self._world.update_changes.wait(self._world.update_changes.version, 60)

    async def _bring(self, session: aiohttp.ClientSession, update: Json) -> None:
        hook = self._world.webhook or {"url": "", "secret": ""}
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook["secret"]} if hook["secret"] else {}
        try:
            async with session.post(hook["url"], json=update, headers=headers) as response:
                if response.ok:
                    self._world.confirm(update["update_id"] + 1)
                    return
        except (aiohttp.ClientError, TimeoutError):
            pass
        await asyncio.sleep(0.2)
