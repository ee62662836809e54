"""Bots as processes on the sandbox: ours with a database, and the floor."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sandbox.server import Sandbox

TOKEN = "42:BENCH-TOKEN-OF-THE-SANDBOX"
ROOT = Path(__file__).parents[1]


@asynccontextmanager
async def ours(box: Sandbox, url: str, folder: Path, **settings: str) -> AsyncIterator[Process]:
    """`roundtable run` on the sandbox and its clock; `settings` are more of the environment's names."""
    own = {
        "ROUNDTABLE_TELEGRAM__TOKEN": TOKEN,
        "ROUNDTABLE_TELEGRAM__API_BASE": box.url,
        "ROUNDTABLE_STORAGE__URL": url,
        **settings,
    }
    command = ("-m", "bot", "run", "--clock-url", f"{box.url}/clock")
    async with _process(command, folder, own) as process:
        yield process


@asynccontextmanager
async def floor(box: Sandbox, folder: Path) -> AsyncIterator[Process]:
    async with _process(("-m", "bench.floor", box.url, TOKEN, str(folder / "floor.db")), folder, {}) as process:
        yield process


@asynccontextmanager
async def _process(command: tuple[str, ...], folder: Path, own: dict[str, str]) -> AsyncIterator[Process]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("ROUNDTABLE_")}
    with (folder / "bot.log").open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *command,
            cwd=folder,
            env=clean | own | {"PYTHONPATH": str(ROOT)},
            stdout=DEVNULL,
            stderr=log,
        )
    try:
        yield process
    finally:
        process.terminate()
        await process.wait()
