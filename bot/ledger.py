"""`erased.csv` beside the back-ups: by number, who was forgotten and when. A back-up put back must forget them too.

There is nothing personal in it: a number, and a moment. A number with an `r` is a representative's in the register.
"""

import csv
import os
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

import structlog

from domain.destruction import Destruction, Ground
from storage.store import Store

log = structlog.get_logger()

NAME = "erased.csv"
HEADING = ["id", "time"]
REP = "r"
NOBODY: Mapping[int, datetime] = MappingProxyType({})


def write_down(folder: Path, erased: Iterable[Destruction], removed: Mapping[int, datetime] = NOBODY) -> None:
    """Adds those who are not in the ledger yet. `removed`: representatives, whether they had an account or not."""
    known = _lines(folder)
    lines = [(str(one.member_id), one.at) for one in erased] + [(f"{REP}{key}", at) for key, at in removed.items()]
    new = [(key, at) for key, at in lines if known.get(key) != at]
    if not new:
        return
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / NAME
    is_new = not file.exists()
    with file.open("a", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerows(([HEADING] if is_new else []) + [[key, at.isoformat()] for key, at in new])
        stream.flush()
        os.fsync(stream.fileno())


def read(folder: Path) -> dict[int, datetime]:
    """When each number was forgotten last."""
    return {int(key): at for key, at in _lines(folder).items() if not key.startswith(REP)}


def read_removed(folder: Path) -> dict[int, datetime]:
    """The same of representatives in the register."""
    return {int(key[1:]): at for key, at in _lines(folder).items() if key.startswith(REP)}


def _lines(folder: Path) -> dict[str, datetime]:
    """A line that is none is passed over."""
    file = folder / NAME
    if not file.exists():
        return {}
    with file.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.reader(stream) if len(row) == len(HEADING)]
    return {row[0]: datetime.fromisoformat(row[1]) for row in rows if row[0].removeprefix(REP).isdigit()}


async def erase_again(store: Store, folder: Path, now: datetime) -> int:
    """Forgets whom a back-up has brought back; how many. Who came anew under the number since is somebody else."""
    ledger = read(folder)
    back = [
        member_id for member_id, since in (await store.members.kept_since(ledger)).items() if since < ledger[member_id]
    ]
    for member_id in back:
        await store.members.erase(member_id, now, Ground.RESTORED)
    number = len(back) + await store.partners.forget_again(read_removed(folder), now)
    if number:
        log.warning("erased-again", people=number)
    return number
