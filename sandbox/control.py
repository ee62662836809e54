"""What the page (and a program that drives the sandbox over HTTP) reads, and the clock that it turns."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from aiohttp import web

from sandbox.pictures import kind_of_picture
from sandbox.state import state_of
from sandbox.world import World

NextMoment = Callable[[datetime], Awaitable[datetime | None]]
HEARTBEAT = 15.0


class Control:
    """The routes `/clock` and `/sandbox/…`."""

    def __init__(self, world: World, next_moment: Callable[[], NextMoment | None]) -> None:
        self._world = world
        self._next_moment = next_moment

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.get("/clock", self._read_clock),
            web.post("/clock", self._turn_clock),
            web.get("/sandbox/state", self._state),
            web.get("/sandbox/events", self._events),
            web.get("/sandbox/file/{file}", self._file),
        ]

    async def _read_clock(self, request: web.Request) -> web.Response:
        after = request.query.get("after", "")
        clock = self._world.clock
        return web.json_response(await clock.follow(int(after)) if after.isdigit() else clock.reading())

    async def _turn_clock(self, request: web.Request) -> web.Response:
        clock = self._world.clock
        wish = await request.json()
        if "frozen" in wish:
            await clock.freeze(frozen=bool(wish["frozen"]))
        if "now" in wish:
            moment = datetime.fromisoformat(wish["now"])
            await clock.set(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
        if "forward" in wish:
            await clock.forward(seconds=float(wish["forward"]))
        if wish.get("next") and not await self._to_next():
            return web.json_response({"error": "nothing is planned"}, status=409)
        self._world.changes.touch()
        return web.json_response(clock.reading())

    async def _to_next(self) -> bool:
        ask = self._next_moment()
        moment = await ask(self._world.clock.now()) if ask else None
        if moment is not None:
            await self._world.clock.set(moment)
        return moment is not None

    async def _state(self, _request: web.Request) -> web.Response:
        return web.json_response(state_of(self._world))

    async def _events(self, request: web.Request) -> web.StreamResponse:
        """Sends the whole state after each change, as server-sent events."""
        stream = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await stream.prepare(request)
        try:
            while True:
                version = self._world.changes.version
                state = json.dumps(state_of(self._world), ensure_ascii=False)
                await stream.write(f"data: {state}\n\n".encode())
                await self._world.changes.wait(version, HEARTBEAT)
                await asyncio.sleep(0.05)
        except (ConnectionResetError, asyncio.CancelledError):
            return stream

    async def _file(self, request: web.Request) -> web.Response:
        """A file as the page shows it: a picture as one, whatever else as something to keep."""
        found = self._world.files.get(request.match_info["file"])
        if found is None:
            return web.Response(status=404)
        name, data = found
        kind = kind_of_picture(data)
        headers = {"X-Content-Type-Options": "nosniff"}
        if kind is None:
            headers["Content-Disposition"] = f'attachment; filename="{_ascii(name)}"'
        return web.Response(body=data, content_type=kind or "application/octet-stream", headers=headers)


def _ascii(name: str) -> str:
    return "".join(
        letter if letter.isascii() and letter.isprintable() and letter not in '"\\' else "_" for letter in name
    )
