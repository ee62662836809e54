"""Bots as processes of their own, forked from one that has imported the program already.

A start costs a fraction of a second instead of the seconds that the imports take, so a bot can be killed a hundred
times in a test. All else is as at a start by the command line: own pid, own files and locks, own settings.
"""

import asyncio
import atexit
import gc
import json
import os
import select
import signal
import subprocess
import sys
import traceback
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from subprocess import CompletedProcess, TimeoutExpired
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any, NoReturn
from zoneinfo import ZoneInfo

ROOT = Path(__file__).parents[1]


class Bot:
    """A process that was born here; `returncode` is known once `wait()` has returned, negative for a signal."""

    def __init__(self, nursery: "Nursery", pid: int) -> None:
        self._nursery = nursery
        self.pid = pid
        self.returncode: int | None = None

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def terminate(self) -> None:
        os.kill(self.pid, signal.SIGTERM)

    async def wait(self) -> int:
        if self.returncode is None:
            await _death_of(self.pid)
            self.returncode = int(self._nursery.ask(wait=self.pid))
        return self.returncode


class Nursery:
    """The process that forks; it goes when this one does, and takes with it what still lives."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.nursery"]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
        )
        self._lock = Lock()
        atexit.register(self.close)

    def ask(self, **what: Any) -> Any:
        with self._lock:
            assert self._process.stdin is not None
            assert self._process.stdout is not None
            self._process.stdin.write(json.dumps(what) + "\n")
            self._process.stdin.flush()
            return json.loads(self._process.stdout.readline())

    def close(self) -> None:
        self._process.communicate()


@cache
def nursery() -> Nursery:
    return Nursery()


async def bear(words: list[str], folder: Path, environment: Mapping[str, str], log: Path) -> Bot:
    """Starts `roundtable WORDS` in the folder; returns at once. What it says goes to the end of `log`."""
    order = {"words": words, "folder": str(folder), "environment": dict(environment), "log": str(log)}
    return Bot(nursery(), await asyncio.to_thread(lambda: int(nursery().ask(**order, out=os.devnull))))


def run(words: list[str], folder: Path, environment: Mapping[str, str], within: float = 60.0) -> CompletedProcess[str]:
    """`roundtable WORDS` in the folder, from its start to its end."""
    with TemporaryDirectory() as aside:
        out, log = Path(aside) / "out", Path(aside) / "log"
        order = {"words": words, "folder": str(folder), "environment": dict(environment)}
        pid = int(nursery().ask(**order, log=str(log), out=str(out)))
        is_over = _is_over(pid, within)
        code = int(nursery().ask(wait=pid))
        if not is_over:
            raise TimeoutExpired(words, within)
        return CompletedProcess(words, code, out.read_text(encoding="utf-8"), log.read_text(encoding="utf-8"))


def _is_over(pid: int, within: float) -> bool:
    """Waits for its end; what takes longer is killed."""
    handle = os.pidfd_open(pid)
    try:
        ended, _, _ = select.select([handle], [], [], within)
        if not ended:
            os.kill(pid, signal.SIGKILL)
        return bool(ended)
    finally:
        os.close(handle)


async def _death_of(pid: int) -> None:
    loop, over = asyncio.get_running_loop(), asyncio.Event()
    handle = os.pidfd_open(pid)
    loop.add_reader(handle, over.set)
    try:
        await over.wait()
    finally:
        loop.remove_reader(handle)
        os.close(handle)


def main() -> None:
    """Takes orders by lines; answers a birth with the pid, `wait` with what the process ended with."""
    import aiosqlite  # noqa: F401
    import sqlalchemy.dialects.sqlite.aiosqlite  # noqa: F401

    import bot.run  # noqa: F401
    from bot.cli import main as roundtable
    from bot.texts import Texts

    Texts(ZoneInfo("UTC"))  # read once, for all
    gc.collect()
    gc.freeze()  # what is shared stays shared
    children: set[int] = set()
    for line in sys.stdin:
        order = json.loads(line)
        if "wait" in order:
            _, status = os.waitpid(order["wait"], 0)
            children.discard(order["wait"])
            answer = os.waitstatus_to_exitcode(status)
        else:
            answer = os.fork()
            if not answer:
                _live(roundtable, order)
            children.add(answer)
        print(answer, flush=True)  # noqa: T201
    for child in children:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)


def _live(roundtable: Any, order: dict[str, Any]) -> NoReturn:
    """The child: a program as it would be started by its command line."""
    _settle(order)
    code: Any = 1
    try:
        roundtable()
        code = 0
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001 - as the interpreter would say it
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 0 if code is None else 1)


def _settle(order: dict[str, Any]) -> None:
    nothing = os.open(os.devnull, os.O_RDONLY)
    out, log = (os.open(order[one], os.O_WRONLY | os.O_CREAT | os.O_APPEND) for one in ("out", "log"))
    for here, there in ((nothing, 0), (out, 1), (log, 2)):
        os.dup2(here, there)
    os.chdir(order["folder"])
    os.environ.clear()
    os.environ.update(order["environment"])
    sys.argv = ["roundtable", *order["words"]]


if __name__ == "__main__":
    main()
