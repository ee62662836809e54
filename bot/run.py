"""Runs the bot as a process: by itself, or together with the sandbox."""

import asyncio
import gc
import signal
import socket
import tempfile
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from pathlib import Path
from typing import Any

import structlog

from bot.app import App
from bot.clock import RemoteClock, SystemClock
from bot.late_types import make_ready_what_is_used
from bot.logs import set_up_logs
from bot.settings import Settings, Web
from storage.alone import alone
from storage.company import in_company

log = structlog.get_logger()


async def run_bot(settings: Settings, clock_url: str) -> None:
    """Runs until the process is told to stop; then finishes what is in hand."""
    with alone(settings.storage.url):
        await _unless_stopped(_bot(settings, clock_url))


async def run_sandbox(host: str, port: int, *, empty: bool, ready: Callable[[str], None]) -> None:
    """Serves the sandbox's page with the bot on it; everything is kept in a folder that goes with the process.

    `ready` is told the page's address, once the bot answers.
    """
    with tempfile.TemporaryDirectory(prefix="roundtable-") as folder:
        await _unless_stopped(_sandbox(host, port, Path(folder), empty=empty, ready=ready))


async def _sandbox(host: str, port: int, folder: Path, *, empty: bool, ready: Callable[[str], None]) -> None:
    from bot.sample import Sample
    from sandbox.server import Sandbox

    set_up_logs()
    sample = Sample.read()
    async with Sandbox(token=sample.token, host=host, port=port) as box:
        sample.seat(box)
        pages = f"http://{host}:{free_port(host, Web().port)}"
        app = App(sample.settings(box.url, folder, pages), RemoteClock(f"{box.url}/clock"))
        box.next_moment = app.next_moment

        async def fill() -> None:
            await sample.fill(app.store, app.clock.now(), empty=empty)
            ready(box.url)

        await _live(app, fill)


async def _bot(settings: Settings, clock_url: str) -> None:
    async with in_company(settings.storage.url, several=bool(settings.redis.url)):
        await _live(App(settings, RemoteClock(clock_url) if clock_url else SystemClock()))


async def _live(app: App, first: Callable[[], Awaitable[None]] | None = None) -> None:
    """Starts the bot, and works until it is cancelled. From then on the garbage collector leaves alone what stays."""
    asyncio.get_running_loop().set_exception_handler(_report)
    try:
        await app.start()
        if first is not None:
            await first()
        make_ready_what_is_used()
        gc.collect()
        gc.freeze()
        await app.run()
    finally:
        await app.stop()


async def _unless_stopped(work: Coroutine[Any, Any, None]) -> None:
    """Does the work until it ends, or until the process is told to stop, from the first moment on."""
    task = asyncio.create_task(work)
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(sign, task.cancel)
    with suppress(asyncio.CancelledError):
        await task


def free_port(host: str, wished: int) -> int:
    """The port that is wished for, or any that is free."""
    for port in (wished, 0):
        with suppress(OSError), socket.create_server((host, port)) as found:
            return int(found.getsockname()[1])
    raise OSError("no port is free")


def _report(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """What asyncio has to complain of, without the text of the error, which may quote a person."""
    log.error("event-loop", reason=context["message"].split("\n")[0], exc_info=context.get("exception"))
