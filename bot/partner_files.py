"""Files of the register, read and written in a process of their own; what they take and give must pickle.

Whatever may be long travels as pieces, pickled each apart: unpacking one never holds up the loop.
"""

import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.child import report
from bot.table_files import write_csv, write_xlsx
from bot.table_rows import BadTable, Table
from bot.tables import is_misnamed, read_table
from domain.hidden import Hidden
from domain.partner_headings import find_headings, letter
from domain.partner_match import Change, compare
from domain.partner_merge import KnownPartner
from domain.partner_preview import ImportPreview, pieces, preview_of
from domain.partner_sheet import headings, rows
from domain.partner_table import PartnerTable, read_partners

PIECE = 50
"""Organisations in a piece."""
Pieces = Sequence[bytes]
NO_TABLE = "table-not-a-table"


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
    name: str = "",
) -> tuple[ImportPreview, Pieces]:
    """Reads a file and compares it with the register: what is shown, and all changes. `BadTable` if it can't be read.

    `said` and `merge` as `compare` takes them; `most`: how many faults and doubts are shown; `name`: the file's.
    """
    table, content = _read(file, branches, name)
    found = compare(table.rows, list(_known(register)), said, merge=merge, told=report)
    preview = replace(preview_of(table, found, most), others=content.others, hidden=_hidden(content))
    return preview, [pickle.dumps(piece) for piece in pieces(found.changes, PIECE)]


def _read(file: bytes, branches: Mapping[str, int], name: str) -> tuple[PartnerTable, Table]:
    """The partners of the file, and the sheet that they are on.

    Text that is called a workbook is taken for a table only where it is one.
    """
    try:
        content = read_table(file, _fits)
    except BadTable as bad:
        raise BadTable("table-not-a-workbook") if bad.code == NO_TABLE and is_misnamed(file, name) else bad from None
    table = read_partners(content.rows, branches, content.uncomputed)
    if is_misnamed(file, name) and any(fault.code == "no-headings" for fault in table.faults):
        raise BadTable("table-not-a-workbook")
    return table, content


def _hidden(content: Table) -> Hidden:
    headings = find_headings(content.rows)
    if headings is None:
        return Hidden(sheets=content.hidden.sheets)
    places = (place for places in headings.places.values() for place in places)
    return content.hidden.under(headings.last + 1, content.rows, set(map(letter, places)))


def _fits(rows: Sequence[Sequence[str]]) -> bool:
    return find_headings(rows) is not None


def draw(register: Pieces, branches: Mapping[int, str], *, as_csv: bool, people: bool) -> bytes:
    """The register as a file: CSV, or else XLSX."""
    partners = (partner for partner in _known(register) if not partner.is_archived)
    write = write_csv if as_csv else write_xlsx
    return write(headings(people=people), rows(partners, branches, people=people))


def _known(register: Iterable[bytes]) -> Iterator[KnownPartner]:
    for piece in register:
        yield from pickle.loads(piece)  # noqa: S301 - the bot packed it
