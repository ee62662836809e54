"""Spares the tests what memory makes dear: the disk behind it, and the garbage collector's long looks around."""

import gc
import os
import shutil
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")
ROOM = 4 * 1024**3


def write_to_memory() -> None:
    """No disk need keep what a test writes: with one, each of a test's many commits would wait for it."""
    if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None


def leave_alone_what_stays() -> None:
    """The garbage collector looks no more at what is there now, as in the product, and seldomer at what comes."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 5, 5)
