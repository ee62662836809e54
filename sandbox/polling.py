"""Updates to the bot: fetched by one poller at a time, or brought to its webhook."""

import asyncio
import re
from asyncio import TaskGroup
from contextlib import suppress
from functools import partial

import aiohttp

from sandbox.errors import ApiError, bad
from sandbox.shapes import Json
from sandbox.world import USUAL_UPDATES, World

MOST = 100
FAR_AHEAD = 10
LONGEST = 50
MOST_SECRET = 256
USUAL_CONNECTIONS, MOST_CONNECTIONS = 40, 100
SECRET = re.compile(r"[\w-]*", re.ASCII)
HERE = ("http://127.0.0.1", "http://localhost")
"""Telegram itself brings updates to HTTPS addresses alone."""
TAKEN = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
HOOKED = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
HOOK_SET = "Conflict: terminated by setWebhook request"


class Intake:
    """Hands updates out. They stay until the bot confirms them by a later offset, or answers its webhook with 2xx."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.copies = 1
        self._poll = 0
        self._pusher: asyncio.Task[None] | None = None

    async def get_updates(self, params: Json) -> list[Json]:
        """Waits for updates from `offset` on, as long as `timeout` says; a later poller ends this one with 409.

        Which kinds are wanted counts for what happens from now on, and until something else is said.
        """
        if self._world.webhook is not None:
            raise ApiError(409, HOOKED)
        self._poll += 1
        mine = self._poll
        self._world.update_changes.touch()
        self._set_wanted(params)
        self._forget(_whole(params, "offset"))
        deadline = asyncio.get_running_loop().time() + min(_whole(params, "timeout"), LONGEST)
        while not self._world.updates and (left := deadline - asyncio.get_running_loop().time()) > 0:
            await self._world.update_changes.wait(self._world.update_changes.version, left)
            if mine != self._poll:
                raise ApiError(409, HOOK_SET if self._world.webhook else TAKEN)
        return self._world.updates[: max(1, min(_whole(params, "limit") or MOST, MOST))]

    async def set_webhook(self, params: Json) -> bool:
        url, secret = params.get("url") or "", params.get("secret_token") or ""
        if not url:
            return await self.delete_webhook(params)
        if not url.startswith(("https://", *HERE)):
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        if len(secret) > MOST_SECRET:
            raise bad("secret token is too long")
        if not SECRET.fullmatch(secret):
            raise bad("secret token contains unallowed characters")
        self._set_wanted(params)
        self._drop_pending(params)
        at_once = max(1, min(_whole(params, "max_connections") or USUAL_CONNECTIONS, MOST_CONNECTIONS))
        self._world.webhook = {"url": url, "secret": secret, "at_once": at_once}
        self._poll += 1
        self._world.update_changes.touch()
        self._world.changes.touch()
        self._restart()
        return True

    async def delete_webhook(self, params: Json) -> bool:
        self._world.webhook = None
        self._world.changes.touch()
        self._drop_pending(params)
        await self.stop()
        return True

    async def info(self, _params: Json) -> Json:
        url = self._world.webhook["url"] if self._world.webhook else ""
        return {"url": url, "has_custom_certificate": False, "pending_update_count": len(self._world.updates)}

    async def close(self) -> None:
        """Lets go of whoever waits for updates, and hands out no more."""
        self._poll += 1
        self._world.update_changes.touch()
        await self.stop()

    async def stop(self) -> None:
        if self._pusher is not None:
            self._pusher.cancel()
            with suppress(asyncio.CancelledError):
                await self._pusher
            self._pusher = None

    def _set_wanted(self, params: Json) -> None:
        wanted = params.get("allowed_updates")
        if wanted is not None:
            self._world.wanted = frozenset(wanted) or USUAL_UPDATES

    def _forget(self, offset: int) -> None:
        """What is before the offset; a negative one counts from the end.

        One far ahead is of before a week without updates, after which their numbers begin anew anywhere: it is none.
        """
        if 0 < offset <= self._world.newest_update + FAR_AHEAD:
            self._world.confirm(offset)
        elif offset < 0 and self._world.updates[offset:]:
            self._world.confirm(self._world.updates[offset:][0]["update_id"])

    def _drop_pending(self, params: Json) -> None:
        if params.get("drop_pending_updates"):
            self._world.updates.clear()

    def _restart(self) -> None:
        if self._pusher is not None:
            self._pusher.cancel()
        self._pusher = asyncio.create_task(self._push())

    async def _push(self) -> None:
        """Brings updates side by side for many people; those of one in their order, each once the last has arrived."""
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30)) as session, TaskGroup() as group:
            under_way: set[int] = set()
            while self._world.webhook is not None:
                version = self._world.update_changes.version
                room = self._world.webhook["at_once"] - len(under_way)
                for person, update in list(first_of_each(self._world.updates, under_way).items())[: max(0, room)]:
                    under_way.add(person)
                    group.create_task(self._bring_all(session, update)).add_done_callback(
                        partial(self._brought, under_way, person)
                    )
                await self._world.update_changes.wait(version, 60)

    def _brought(self, under_way: set[int], person: int, _task: asyncio.Task[None]) -> None:
        under_way.discard(person)
        self._world.update_changes.touch()

    async def _bring_all(self, session: aiohttp.ClientSession, update: Json) -> None:
        """Brings the update, as often as `copies` says: what was brought and not heard of, comes again."""
        arrived = await asyncio.gather(*(self._bring(session, update) for _ in range(self.copies)))
        if all(arrived):
            self._world.confirm_one(update["update_id"])
        else:
            await asyncio.sleep(0.2)

    async def _bring(self, session: aiohttp.ClientSession, update: Json) -> bool:
        hook = self._world.webhook or {"url": "", "secret": ""}
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook["secret"]} if hook["secret"] else {}
        try:
            async with session.post(hook["url"], json=update, headers=headers) as response:
                return response.ok
        except (aiohttp.ClientError, TimeoutError):
            return False


def first_of_each(updates: list[Json], busy: set[int]) -> dict[int, Json]:
    """The first update of each person, by person, but for those who are busy."""
    first: dict[int, Json] = {}
    for update in updates:
        first.setdefault(_person(update), update)
    return {person: update for person, update in first.items() if person not in busy}


def _person(update: Json) -> int:
    body = next(value for key, value in update.items() if key != "update_id")
    return int((body.get("from") or body.get("chat") or {"id": 0})["id"])


def _whole(params: Json, name: str) -> int:
    return int(params.get(name) or 0)
