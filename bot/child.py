"""Work that may take long or much memory is done in a process of its own: `await in_child(function, *args)`.

Files from outside are opened there, and papers and pictures drawn: the loop never waits for them, and what goes wrong
there ends there. The process starts anew each time (as multiprocessing's "spawn" does), may take 512 MB and 60 seconds,
and is killed beyond. One runs at a time.
"""

import asyncio
import os
import pickle
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb
from typing import ParamSpec, TypeVar
from weakref import WeakKeyDictionary

import structlog

from domain.refusal import Refusal

P = ParamSpec("P")
T = TypeVar("T")

MOST_MEMORY = 512 * 1024 * 1024
MOST_SECONDS = 60
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
    async with _turn():
        answer = await _ask(pickle.dumps((function, args, kwargs)), function.__name__)
    outcome, value = pickle.loads(answer)  # noqa: S301 - our own process wrote it
    if outcome == "raised":
        raise value
    result: T = value
    return result


async def _ask(question: bytes, work: str) -> bytes:
    process = await asyncio.create_subprocess_exec(
        *COMMAND,
        env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},  # and nothing that is secret
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(MOST_SECONDS):
            answer, _ = await process.communicate(question)
    except TimeoutError:
        raise _failed("child-too-long", work) from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode or not answer:
        raise _failed("child-too-big" if process.returncode == TOO_BIG else "child-broke", work)
    return answer


def _failed(code: str, work: str) -> ChildFailed:
    log.error(code, work=work)
    return ChildFailed(code)


def _turn() -> asyncio.Lock:
    return _turns.setdefault(asyncio.get_running_loop(), asyncio.Lock())


TOO_BIG = 77


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
    function, args, kwargs = pickle.loads(question)  # noqa: S301 - the bot wrote it
    try:
        return pickle.dumps(("returned", function(*args, **kwargs)))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - raised again where it was asked for
        places = (f"{Path(frame.filename).name}:{frame.lineno}" for frame in extract_tb(error.__traceback__))
        error.add_note("in the child: " + " ".join(places))
        return pickle.dumps(("raised", error))
