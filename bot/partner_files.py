"""Files of the register, read and written in a process of their own; what they take and give must pickle.

Whatever may be long travels as pieces, pickled each apart: unpacking one never holds up the loop.
"""

import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.table_files import write_csv, write_xlsx
from bot.tables import read_table
from domain.partner_match import Change, compare
from domain.partner_merge import KnownPartner
from domain.partner_preview import ImportPreview, pieces, preview_of
from domain.partner_sheet import headings, rows
from domain.partner_table import read_partners

PIECE = 50
"""Organisations in a piece."""
Pieces = Sequence[bytes]


def pack(partners: Sequence[KnownPartner]) -> bytes:
    """A piece of the register."""
    return pickle.dumps(partners)


def unpack(piece: bytes) -> Sequence[Change]:
    """A piece of the changes that `examine` has found."""
    changes: Sequence[Change] = pickle.loads(piece)  # noqa: S301 - our own process wrote it
    return changes


def examine(
    file: bytes,
    register: Pieces,
    branches: Mapping[str, int],
    said: Mapping[tuple[int, int], bool],
    *,
    merge: bool,
    most: int,
) -> tuple[ImportPreview, Pieces]:
    """Reads a file and compares it with the register: what is shown, and all changes. `BadTable` if it can't be read.

    `said` and `merge` as `compare` takes them; `most`: how many faults and doubts are shown.
    """
    content = read_table(file)
    table = read_partners(content.rows, branches, content.uncomputed)
    found = compare(table.rows, list(_known(register)), said, merge=merge)
    return preview_of(table, found, most), [pickle.dumps(piece) for piece in pieces(found.changes, PIECE)]


def draw(register: Pieces, branches: Mapping[int, str], *, as_csv: bool, people: bool) -> bytes:
    """The register as a file: CSV, or else XLSX."""
    partners = (partner for partner in _known(register) if not partner.is_archived)
    write = write_csv if as_csv else write_xlsx
    return write(headings(people=people), rows(partners, branches, people=people))


def _known(register: Iterable[bytes]) -> Iterator[KnownPartner]:
    for piece in register:
        yield from pickle.loads(piece)  # noqa: S301 - the bot packed it
