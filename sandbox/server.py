"""The sandbox as a whole: one web server with the Bot API, the clock, the page and what drives it."""

from pathlib import Path
from typing import Self

from aiohttp import web

from sandbox.actors import Call
from sandbox.botapi import BotApi
from sandbox.clock import Clock
from sandbox.control import Control, NextMoment
from sandbox.limits import Counter, Limits
from sandbox.people import Group, Person
from sandbox.polling import Intake
from sandbox.trouble import Trouble
from sandbox.wishes import Wishes
from sandbox.world import World

PAGE = Path(__file__).parent / "page"
MOST_BYTES = 60 * 1024 * 1024


class Sandbox:
    """`async with Sandbox() as box:` serves at `box.url`; a bot with any token may call it, or only with `token`.

    `limits` None: nothing is refused with 429. `next_moment` says where «to the next reminder» leads.
    """

    def __init__(
        self,
        token: str | None = None,
        *,
        limits: Limits | None = None,
        clock: Clock | None = None,
        host: str = "127.0.0.1",
        port: int = 0,
    ) -> None:
        self.clock = clock or Clock()
        self.counter = Counter(limits)
        self.trouble = Trouble()
        self.world = World(self.clock, self.counter, self.trouble)
        self.next_moment: NextMoment | None = None
        self._intake = Intake(self.world)
        self._api = BotApi(self.world, self._intake, token)
        self._control = Control(self.world, lambda: self.next_moment)
        self._wishes = Wishes(self.world)
        self._address = (host, port)
        self.url = ""

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self) -> None:
        app = web.Application(client_max_size=MOST_BYTES)
        app.add_routes([*self._api.routes(), *self._control.routes(), *self._wishes.routes(), web.get("/", _index)])
        app.router.add_static("/page/", PAGE)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await self.open()

    async def open(self) -> None:
        """Lets callers in, at the same address as before."""
        host, port = self._address
        self._site = web.TCPSite(self._runner, host, port)
        await self._site.start()
        self._address = (host, int(self._runner.addresses[0][1]))
        self.url = f"http://{host}:{self._address[1]}"

    async def shut(self) -> None:
        """Refuses every connection, and cuts those that stand: the machine is gone, and its clock with it."""
        await self._site.stop()
        for connection in self._runner.server.connections if self._runner.server else ():
            if connection.transport is not None:
                connection.transport.abort()

    async def stop(self) -> None:
        await self._intake.close()
        self.clock.changes.touch()
        self.world.changes.touch()
        await self._runner.cleanup()

    def bring_each(self, times: int) -> None:
        """From now on each update is brought to the webhook so many times, at once."""
        self._intake.copies = times

    @property
    def calls(self) -> list[Call]:
        """The bot's calls so far, but for its questions for updates."""
        return self.world.calls

    def person(self, name: str, language: str | None = "ru", username: str | None = None) -> Person:
        """Somebody new with an account."""
        return Person(self.world, self.world.add_person(name, language, username))

    def group(self, title: str, *members: Person, kind: str = "group") -> Group:
        """A group, supergroup or channel; the bot comes in when a member adds it."""
        return Group(self.world, self.world.add_group(title, [member.id for member in members], kind))

    def channel(self, title: str, *members: Person, username: str | None = None) -> Group:
        """A channel, with a public name if one is given."""
        made = self.group(title, *members, kind="channel")
        made.chat.username = username
        return made

    async def settled(self, within: float = 10.0) -> None:
        """Waits until the bot has confirmed every update."""
        while self.world.updates:
            version = self.world.changes.version
            if not await self.world.changes.wait(version, within):
                raise AssertionError(f"{len(self.world.updates)} updates were not confirmed")


async def _index(_request: web.Request) -> web.FileResponse:
    return web.FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-store"})
