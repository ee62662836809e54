"""Work that may take long or much memory is done in a process of its own: `await in_child(function, *args)`.

Files from outside are opened there, and papers and pictures drawn: the loop never waits for them, and what goes wrong
there ends there. The process starts anew each time (as multiprocessing's "spawn" does), may take 512 MB and 60 seconds,
and is killed beyond. One runs at a time. How far it is, it says by `report`.
"""

import asyncio
import os
import pickle
import re
import resource
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from traceback import extract_tb
from typing import ParamSpec, TypeVar
from weakref import WeakKeyDictionary

import structlog

from domain.at_work import Told, untold
from domain.refusal import Refusal

P = ParamSpec("P")
T = TypeVar("T")

MOST_MEMORY = 512 * 1024 * 1024
MOST_SECONDS = 60
REPORT_EVERY = 1.0
"""Seconds between two reports."""
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1"}
"""numpy would set memory aside for every core that there is."""
COMMAND = (sys.executable, "-P", "-c", "from bot.child import main; main()")

log = structlog.get_logger()
_turns: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Lock] = WeakKeyDictionary()


class ChildFailed(Refusal):
    """The process did not come to its end: it took too long or too much, or broke."""


async def in_child(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What the function returns, or raises, called in a process of its own. All of it must pickle.

    `ChildFailed`: "child-too-long", "child-too-big" or "child-broke". What it returns is unpickled here at once: large
    results are better given as several `bytes`.
    """
    return await in_child_told(untold, function, *args, **kwargs)


async def in_child_told(told: Told, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """As `in_child`; what the function says by `report` is told here, as it goes."""
    async with _turn():
        answer = await _ask(pickle.dumps((REPORT_EVERY, function, args, kwargs)), function.__name__, told)
    outcome, value = pickle.loads(answer)  # noqa: S301 - our own process wrote it
    if outcome == "raised" and isinstance(value, OSError):  # the disk is full: there is no room for its work
        raise _failed("child-broke", function.__name__) from value
    if outcome == "raised":
        raise value
    result: T = value
    return result


def report(step: str, done: int, every: int = 0) -> None:
    """Says how far the work is; nothing outside of such a process, and nothing soon after the last time."""
    if _reporter is not None:
        _reporter.say(step, done, every)


async def _ask(question: bytes, work: str, told: Told) -> bytes:
    process = await asyncio.create_subprocess_exec(
        *COMMAND,
        env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), **ONE_THREAD},  # and nothing that is secret
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(MOST_SECONDS):
            answer = await _conversation(process, question, told)
    except TimeoutError:
        raise _failed("child-too-long", work) from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode or not answer:
        raise _failed("child-too-big" if process.returncode == TOO_BIG else "child-broke", work)
    return answer


async def _conversation(process: asyncio.subprocess.Process, question: bytes, told: Told) -> bytes:
    """Puts the question and hears the answer, and meanwhile the reports."""
    if process.stdin is None or process.stdout is None or process.stderr is None:
        raise RuntimeError("the process was started without its pipes")
    reports = asyncio.create_task(_listen(process.stderr, told))
    try:
        with suppress(BrokenPipeError, ConnectionResetError):  # it died before it had heard all
            process.stdin.write(question)
            await process.stdin.drain()
        process.stdin.close()
        answer = await process.stdout.read()
        await process.wait()
    finally:
        reports.cancel()
    return answer


async def _listen(reports: asyncio.StreamReader, told: Told) -> None:
    """Passes on what is a report; whatever else a library may print there is dropped."""
    rest = b""
    while block := await reports.read(1 << 16):
        *lines, rest = (rest + block).split(b"\n")
        rest = rest[-1000:]
        for found in filter(None, map(REPORT.fullmatch, lines)):
            told(found[1].decode(), int(found[2]), int(found[3]))


def _failed(code: str, work: str) -> ChildFailed:
    log.error(code, work=work)
    return ChildFailed(code)


def _turn() -> asyncio.Lock:
    return _turns.setdefault(asyncio.get_running_loop(), asyncio.Lock())


TOO_BIG = 77
REPORT = re.compile(rb"report ([a-z]+) (\d+) (\d+)")


class _Reporter:
    def __init__(self, every: float) -> None:
        self._every = every
        self._last = time.monotonic()

    def say(self, step: str, done: int, every: int) -> None:
        if time.monotonic() - self._last >= self._every:
            self._last = time.monotonic()
            os.write(2, f"report {step} {done} {every}\n".encode())


_reporter: _Reporter | None = None


def main() -> None:
    """The process: reads its work from the standard input, writes what came of it."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS + 5, MOST_SECONDS + 5))
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    try:
        answer = _work(sys.stdin.buffer.read())
    except MemoryError:
        os._exit(TOO_BIG)
    out.write(answer)
    out.flush()
    os._exit(0)


def _work(question: bytes) -> bytes:
    global _reporter  # noqa: PLW0603 - the process does one work, and reports on it from now on
    every, function, args, kwargs = pickle.loads(question)  # noqa: S301 - the bot wrote it
    _reporter = _Reporter(every)
    del question  # it may be large
    try:
        return pickle.dumps(("returned", function(*args, **kwargs)))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - raised again where it was asked for
        places = (f"{Path(frame.filename).name}:{frame.lineno}" for frame in extract_tb(error.__traceback__))
        error.add_note("in the child: " + " ".join(places))
        return pickle.dumps(("raised", error))
