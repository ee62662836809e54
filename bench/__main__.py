"""`python -m bench` measures everything and writes RESULTS.md; `python -m bench NAME …` prints rows of some measures.

Each measure is a module with `rows(folder)`, and a process of its own: what one leaves in memory burdens no other, and
one that fails leaves the others their rows.
"""

import os
import platform
import subprocess
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path

MEASURES = (
    "rsvp", "presses", "slow_disk", "forms", "crowded", "reminders", "growth", "screens", "letters", "surveys",
    "results", "sheets", "journal", "replicas", "process",
)  # fmt: skip
RESULTS = Path(__file__).parent / "RESULTS.md"
FOUND = Path(__file__).parent / "FOUND.md"
"""What a profile has shown, to be read below the figures."""
PATIENCE = 600
HEAD = """# What things cost

Written by `make bench`. Figures of one machine mean little; ratios within one run mean more.
Machine: {machine}, {cores} cores, Python {python}.

| what | figure | target | reached |
|---|--:|--:|---|
"""


def main() -> None:
    names = sys.argv[1:]
    if names:
        for name in names:
            _print_rows(name)
        return
    head = HEAD.format(machine=platform.machine(), cores=os.cpu_count(), python=platform.python_version())
    table = head + "".join(_measured(name) for name in MEASURES) + FOUND.read_text(encoding="utf-8")
    RESULTS.write_text(table, encoding="utf-8")
    print(table)


def _print_rows(name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for row in import_module(f"bench.{name}").rows(Path(folder)):
            print(row)


def _measured(name: str) -> str:
    """The rows of one measure, one line each."""
    begun = time.perf_counter()
    command = (sys.executable, "-m", "bench", name)
    try:
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=PATIENCE)
    except subprocess.SubprocessError as error:
        print(f"{name}: {error}", file=sys.stderr)
        return f"| {name} | not measured | – | no |\n"
    print(f"{name}: {time.perf_counter() - begun:.0f} s", file=sys.stderr)
    return "".join(f"{line}\n" for line in done.stdout.splitlines() if line.startswith("| "))


main()
