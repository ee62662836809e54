"""The same presses on disks that take as long to confirm a write as those of most servers do.

A machine whose disk only says that it has written gives the floor its commits for nothing. strace holds back the answer
to each fsync of both bots; nothing else of them is slowed down.
"""

import asyncio
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from bench.presses import beside_floor
from bench.table import Row, plain, seconds

HELD_MS = (1, 3)
"""Disks of clouds and SSDs take one to five milliseconds, one that turns takes ten."""
WRITES = 200
PAGE = b"\0" * 4096


def confirmed_seconds(folder: Path) -> float:
    """The median time that this disk takes to confirm one page."""
    took = list[float]()
    with (folder / "page").open("wb", buffering=0) as file:
        for _ in range(WRITES):
            file.write(PAGE)
            begun = time.perf_counter()
            os.fdatasync(file.fileno())
            took.append(time.perf_counter() - begun)
    return statistics.median(took)


def rows(folder: Path) -> list[Row]:
    own = plain("this machine's disk: a write confirmed, median", confirmed_seconds(folder))
    if shutil.which("strace") is None:
        return [own, Row("… presses with a slower one: no strace here", "–")]
    return [own, *(row for held in HELD_MS for row in _held(folder, held))]


def _held(folder: Path, held: int) -> list[Row]:
    own = folder / f"held{held}"
    own.mkdir()
    done = subprocess.run((*_strace(held), sys.executable, "-m", __name__, own), check=True, stdout=subprocess.PIPE)
    rate, wait, least = json.loads(done.stdout)
    return [
        Row(f"presses with a disk {held} ms slower: ours to the floor", f"{rate:.2f}", "≥ 1.0", rate >= 1),
        Row("… the longest wait of 99 in 100, ours", seconds(wait), f"≤ {seconds(least)}", wait <= least),
    ]


def _strace(held: int) -> tuple[str, ...]:
    calls = "fsync,fdatasync"
    inject = f"inject={calls}:delay_exit={held * 1000}"
    return ("strace", "-f", "--seccomp-bpf", "-qq", "-o", os.devnull, "-e", f"trace={calls}", "-e", inject)


def _measure(folder: Path) -> None:
    both = asyncio.run(beside_floor(folder))
    print(json.dumps([both.ours.rate / both.floor.rate, both.ours.quantile(0.99), both.floor.quantile(0.99)]))


if __name__ == "__main__":
    _measure(Path(sys.argv[1]))
