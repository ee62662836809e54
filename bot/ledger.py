"""`erased.csv` beside the back-ups: by number, who was forgotten and when. A back-up put back must forget them too.

There is nothing personal in it: a number, and a moment.
"""

import csv
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import structlog

from domain.destruction import Destruction, Ground
from storage.store import Store

log = structlog.get_logger()

NAME = "erased.csv"
HEADING = ["id", "time"]


def write_down(folder: Path, erased: Iterable[Destruction]) -> None:
    """Adds those who are not in the ledger yet."""
    known = read(folder)
    new = [one for one in erased if known.get(one.member_id) != one.at]
    if not new:
        return
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / NAME
    is_new = not file.exists()
    with file.open("a", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerows(([HEADING] if is_new else []) + [[one.member_id, one.at.isoformat()] for one in new])
        stream.flush()
        os.fsync(stream.fileno())


def read(folder: Path) -> dict[int, datetime]:
    """When each number was forgotten last; a line that is none is passed over."""
    file = folder / NAME
    if not file.exists():
        return {}
    found: dict[int, datetime] = {}
    with file.open(encoding="utf-8", newline="") as stream:
        for row in csv.reader(stream):
            if len(row) == len(HEADING) and row[0].isdigit():
                found[int(row[0])] = datetime.fromisoformat(row[1])
    return found


async def erase_again(store: Store, folder: Path, now: datetime) -> int:
    """Forgets whom a back-up has brought back; how many. Who came anew under the number since is somebody else."""
    ledger = read(folder)
    back = [
        member_id for member_id, since in (await store.members.kept_since(ledger)).items() if since < ledger[member_id]
    ]
    for member_id in back:
        await store.members.erase(member_id, now, Ground.RESTORED)
    if back:
        log.warning("erased-again", people=len(back))
    return len(back)
