"""Several processes of the bot behind one nginx, on a database and a Redis that they share."""

import asyncio
import re
from pathlib import Path
from typing import Self

from sandbox.server import Sandbox
from tests.nursery import Bot, bear
from tests.process import environment, kill
from tests.servers import free_port, nginx_before, redis_server

SECRET = "a-secret-of-the-test"


class Fleet:
    """`async with Fleet(box, url, folder) as fleet:` starts them; each has a folder and a log of its own."""

    def __init__(self, box: Sandbox, url: str, folder: Path, number: int = 3, **settings: str) -> None:
        self.redis = redis_server()
        self._ports = [free_port() for _ in range(number)]
        self._nginx = nginx_before(self._ports, folder)
        self._box = box
        self._url = url
        self._folder = folder
        self._settings = settings
        self._bots: dict[int, Bot] = {}

    async def __aenter__(self) -> Self:
        await asyncio.gather(self.redis.start(), self._nginx.start())
        for number in range(len(self._ports)):
            await self.start(number)
        return self

    async def __aexit__(self, *_: object) -> None:
        alive = [bot for bot in self._bots.values() if bot.returncode is None]
        for bot in alive:
            bot.terminate()
        await asyncio.gather(*(bot.wait() for bot in alive))
        await self._nginx.stop()
        await self.redis.stop()

    async def start(self, number: int) -> None:
        """Starts that one; returns at once."""
        folder = self._folder / str(number)
        folder.mkdir(exist_ok=True)
        (folder / "bot.log").touch()
        own = {
            "ROUNDTABLE_REDIS__URL": f"redis://127.0.0.1:{self.redis.port}/0",
            "ROUNDTABLE_TELEGRAM__MODE": "webhook",
            "ROUNDTABLE_TELEGRAM__WEBHOOK__URL": f"http://127.0.0.1:{self._nginx.port}/telegram",
            "ROUNDTABLE_TELEGRAM__WEBHOOK__PORT": str(self._ports[number]),
            "ROUNDTABLE_TELEGRAM__WEBHOOK__SECRET": SECRET,
            **self._settings,
        }
        words = ["run", "--clock-url", f"{self._box.url}/clock"]
        self._bots[number] = await bear(words, folder, environment(self._box, self._url) | own, folder / "bot.log")

    async def kill(self, number: int) -> None:
        """`kill -9`."""
        await kill(self._bots[number])

    def is_alive(self, number: int) -> bool:
        return self._bots[number].returncode is None

    async def started(self, times: int, within: float = 120.0) -> None:
        """Waits until so many starts have come to their end; nobody tells when another process has."""
        async with asyncio.timeout(within):
            while self.count_all("event='webhook-set'") < times:  # noqa: ASYNC110 - other processes tell nobody
                await asyncio.sleep(0.05)

    def names(self) -> list[str]:
        """What they are called in the database, by number; of the last start."""
        return [
            re.findall(r"event='replica-here' replica='(\w+)'", self.log_of(number))[-1]
            for number in range(len(self._ports))
        ]

    def count(self, number: int, words: str) -> int:
        """How many lines of its log have the words."""
        return self.log_of(number).count(words)

    def count_all(self, words: str) -> int:
        return self.log().count(words)

    def log(self) -> str:
        return "\n".join(self.log_of(number) for number in range(len(self._ports)))

    def log_of(self, number: int) -> str:
        return (self._folder / str(number) / "bot.log").read_text(encoding="utf-8")
