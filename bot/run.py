"""Runs the bot as a process: by itself, or together with the sandbox."""

import asyncio
import gc
import signal
import tempfile
from pathlib import Path
from typing import Any

import structlog

from bot.app import App
from bot.clock import RemoteClock, SystemClock
from bot.logs import set_up_logs
from bot.settings import Settings
from handlers.say import Say
from storage.alone import alone

log = structlog.get_logger()


async def run_bot(settings: Settings, clock_url: str) -> None:
    """Runs until the process is told to stop; then finishes what is in hand."""
    with alone(settings.storage.url):
        app = App(settings, RemoteClock(clock_url) if clock_url else SystemClock())
        await _start(app)
        await _until_stopped(app)


async def run_sandbox(host: str, port: int, *, empty: bool, say: Say) -> None:
    """Serves the sandbox's page with the bot on it; everything is kept in a folder that goes with the process."""
    from bot.sample import Sample
    from sandbox.server import Sandbox

    set_up_logs()
    sample = Sample.read()
    with tempfile.TemporaryDirectory(prefix="roundtable-") as folder:
        async with Sandbox(token=sample.token, host=host, port=port) as box:
            sample.seat(box)
            url = f"sqlite+aiosqlite:///{Path(folder) / 'sandbox.db'}"
            app = App(sample.settings(box.url, url), RemoteClock(f"{box.url}/clock"))
            box.next_moment = app.next_moment
            await _start(app)
            await sample.fill(app.store, app.clock.now(), empty=empty)
            print(say.plain("cli-sandbox", url=box.url), flush=True)  # noqa: T201 - this is what the command is for
            await _until_stopped(app)


async def _start(app: App) -> None:
    """Starts the bot; from then on the garbage collector leaves alone what stays for good."""
    asyncio.get_running_loop().set_exception_handler(_report)
    try:
        await app.start()
    except BaseException:
        await app.stop()
        raise
    gc.collect()
    gc.freeze()


def _report(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """What asyncio has to complain of, without the text of the error, which may quote a person."""
    log.error("event-loop", reason=context["message"].split("\n")[0], exc_info=context.get("exception"))


async def _until_stopped(app: App) -> None:
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(sign, stopping.set)
    running = asyncio.create_task(app.run())
    waiting = asyncio.create_task(stopping.wait())
    await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    running.cancel()
    for outcome in await asyncio.gather(running, return_exceptions=True):
        if isinstance(outcome, Exception):
            raise outcome
