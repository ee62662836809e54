"""What the process costs when nothing happens: memory, and the time to the first word."""

import asyncio
import subprocess
import sys
import time
from pathlib import Path

from bench.table import Row, under
from sandbox.server import Sandbox

TOKEN = "42:BENCH-TOKEN-OF-THE-SANDBOX"
SETTLE_SECONDS = 3


def help_seconds() -> float:
    """The best of five `roundtable --help`."""
    return min(_timed([sys.executable, "-m", "bot", "--help"]) for _ in range(5))


async def idle_megabytes(folder: Path) -> float:
    """Resident memory of a bot that has started and waits."""
    async with Sandbox(TOKEN) as box:
        environment = {
            "ROUNDTABLE_TELEGRAM__TOKEN": TOKEN,
            "ROUNDTABLE_TELEGRAM__API_BASE": box.url,
            "ROUNDTABLE_STORAGE__URL": f"sqlite+aiosqlite:///{folder / 'idle.db'}",
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": str(Path(__file__).parents[1]),
        }
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", cwd=folder, env=environment, stderr=asyncio.subprocess.DEVNULL
        )
        await asyncio.wait_for(_first_poll(box), 30)
        await asyncio.sleep(SETTLE_SECONDS)
        pages = _resident_pages(process.pid)
        process.terminate()
        await process.wait()
        return pages * 4096 / 1e6


async def _first_poll(box: Sandbox) -> None:
    """Waits until the bot has offered its commands: the last thing it does before it waits for people."""
    while not any(call.method == "setMyCommands" for call in box.calls):
        await box.world.changes.wait(box.world.changes.version, 1)


def _resident_pages(pid: int) -> int:
    return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])


def _timed(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def rows(folder: Path) -> list[Row]:
    said, megabytes = help_seconds(), asyncio.run(idle_megabytes(folder))
    return [
        under("`roundtable --help`", said, 0.5),
        Row("memory of an idle bot", f"{megabytes:.0f} MB", "< 250 MB", megabytes < 250),
    ]
