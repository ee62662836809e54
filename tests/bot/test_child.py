"""Work in a process of its own: what it gives back, what it may not do, and that nobody waits for it."""

import asyncio
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from bot import child
from bot.child import ChildFailed, in_child, in_child_told, report
from domain.refusal import Refusal

ROOT = Path(__file__).parents[2]


def double(number: int, *, more: int = 0) -> int:
    return 2 * number + more


def refuse() -> None:
    raise Refusal("table-empty", size=7)


def divide() -> float:
    return 1 / 0


def secrets() -> list[str]:
    return [name for name in os.environ if name.startswith("ROUNDTABLE_")]


def chatter() -> str:
    sys.stdout.write("not the answer")
    os.write(1, b"nor this")
    return "answer"


def count(to: int) -> int:
    sys.stderr.write("a library warns\n")
    for number in range(1, to + 1):
        report("checked", number, to)
        time.sleep(0.001)
    return to


def sleep(seconds: float) -> None:
    time.sleep(seconds)


def swallow(size: int) -> int:
    return len(bytearray(size))


def die() -> None:
    os._exit(3)


def write_on_a_full_disk() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    with tempfile.TemporaryFile() as file:
        file.write(b"x")


def process() -> int:
    return os.getpid()


def is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def test_the_result_comes_back_from_another_process() -> None:
    assert await in_child(double, 21, more=1) == 43
    assert await in_child(process) != os.getpid()


async def test_what_is_raised_there_is_raised_here_with_its_place_and_without_what_it_quotes() -> None:
    with pytest.raises(Refusal) as refusal:
        await in_child(refuse)
    assert (refusal.value.code, refusal.value.values) == ("table-empty", {"size": 7})
    with pytest.raises(ZeroDivisionError) as error:
        await in_child(divide)
    assert "test_child.py" in error.value.__notes__[0]


async def test_the_child_has_no_secrets_and_may_print_what_it_likes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROUNDTABLE_TELEGRAM__TOKEN", "42:secret")
    assert await in_child(secrets) == []
    assert await in_child(chatter) == "answer"


async def test_it_says_how_far_it_is_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "REPORT_EVERY", 0.1)
    told: list[tuple[str, int, int]] = []
    assert await in_child_told(lambda *how_far: told.append(how_far), count, 300) == 300
    assert [how_far[::2] for how_far in told] == [("checked", 300)] * len(told)
    assert 1 <= len(told) <= 30
    assert await in_child(count, 3) == 3


async def test_it_is_killed_when_it_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "MOST_SECONDS", 1)
    begun = time.monotonic()
    with pytest.raises(ChildFailed, match="child-too-long"):
        await in_child(sleep, 60)
    assert time.monotonic() - begun < 10


async def test_it_gets_no_more_memory_than_it_may() -> None:
    with pytest.raises(ChildFailed, match="child-too-big"):
        await in_child(swallow, child.MOST_MEMORY + 1)


async def test_its_death_is_reported_and_the_next_one_lives() -> None:
    with pytest.raises(ChildFailed, match="child-broke"):
        await in_child(die)
    assert await in_child(double, 1) == 2


async def test_a_full_disk_is_no_fault_of_the_program() -> None:
    with pytest.raises(ChildFailed, match="child-broke"):
        await in_child(write_on_a_full_disk)


async def test_a_cancelled_call_leaves_no_process_behind() -> None:
    task = asyncio.create_task(in_child(sleep, 60))
    await asyncio.sleep(1)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await in_child(double, 1) == 2


async def test_the_loop_goes_on_meanwhile() -> None:
    """Only the longest pause is looked at, and the best of three: the machine may be busy with others."""
    pauses = [await _longest_pause() for _ in range(3)]
    assert min(pauses) < 0.05, pauses


async def _longest_pause() -> float:
    longest, work = 0.0, asyncio.create_task(in_child(swallow, 20_000_000))
    while not work.done():
        before = time.perf_counter()
        await asyncio.sleep(0.001)
        longest = max(longest, time.perf_counter() - before)
    await work
    return longest


@pytest.mark.long
def test_what_draws_is_loaded_in_the_child_alone() -> None:
    heavy = "matplotlib numpy docx openpyxl xlsxwriter PIL"
    code = f"import sys, bot.app; print([name for name in '{heavy}'.split() if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"
