"""The bot as a real process, to be killed."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from sandbox.server import Sandbox
from tests.nursery import ROOT, Bot, bear

__all__ = ["ROOT", "TOKEN"]

TOKEN = "42:TEST-TOKEN-OF-THE-SANDBOX"


def environment(box: Sandbox, url: str) -> dict[str, str]:
    """The settings of a bot on this sandbox with this database."""
    own = {
        "ROUNDTABLE_TELEGRAM__TOKEN": TOKEN,
        "ROUNDTABLE_TELEGRAM__API_BASE": box.url,
        "ROUNDTABLE_STORAGE__URL": url,
        "PYTHONPATH": str(ROOT),
    }
    return {key: value for key, value in os.environ.items() if not key.startswith("ROUNDTABLE_")} | own


async def start_bot(box: Sandbox, url: str, folder: Path, *, clock: str = "", **settings: str) -> Bot:
    """Starts `roundtable run` in a folder of its own; returns at once. `clock`: where the time is asked for instead."""
    return await bear(_words(clock or box.url), folder, environment(box, url) | settings, folder / "bot.log")


async def start_command(box: Sandbox, url: str, folder: Path) -> Process:
    """The same by the command line, which takes its time over the imports."""
    with (folder / "bot.log").open("ab") as log:
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *_words(box.url),
            cwd=folder,
            env=environment(box, url),
            stdout=DEVNULL,
            stderr=log,
        )


def _words(address: str) -> list[str]:
    return ["run", "--clock-url", f"{address}/clock"]


async def kill(process: Process | Bot) -> None:
    """`kill -9`: no word of farewell."""
    if process.returncode is None:
        process.kill()
    await process.wait()


@asynccontextmanager
async def running_bot(box: Sandbox, url: str, folder: Path, *, clock: str = "", **settings: str) -> AsyncIterator[Bot]:
    process = await start_bot(box, url, folder, clock=clock, **settings)
    try:
        yield process
    finally:
        await kill(process)


@asynccontextmanager
async def running_command(box: Sandbox, url: str, folder: Path) -> AsyncIterator[Process]:
    process = await start_command(box, url, folder)
    try:
        yield process
    finally:
        await kill(process)


async def until(box: Sandbox, enough: Callable[[], bool], within: float = 30.0) -> None:
    """Waits until something is so in the sandbox, looking after each change."""
    deadline = asyncio.get_running_loop().time() + within
    while not enough():
        version = box.world.changes.version
        left = deadline - asyncio.get_running_loop().time()
        if left <= 0 or not await box.world.changes.wait(version, left):
            raise AssertionError("it did not come to that")
