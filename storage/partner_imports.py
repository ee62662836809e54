"""Spreadsheets of the register on their way in: kept while somebody looks, staged in pieces, made true at once.

What a file comes to is written beside the register in pieces, so that no transaction is long; then one short
transaction of a few statements makes all of it true. A process that is killed before leaves staged rows that nobody
sees and `tidy` drops.
"""

import asyncio
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, func, insert, or_, select, tuple_, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.partner import PartnerFields
from domain.partner_match import Change
from domain.partner_merge import KnownPartner, KnownRep, RepChange
from domain.person_name import read_name
from domain.refusal import Refusal
from storage import reps
from storage.database import AnyDatabase
from storage.import_switch import REGISTER, make_true
from storage.partner_rows import branches_of, rep_columns, to_columns, to_partner
from storage.tables import audit, branches, partner_imports, partners, staged_branches, staged_partners, staged_reps
from storage.unit import apart

PAGE = 50
"""Organisations that are read or written at a time."""
MANY = 1_000
"""Staged rows that are dropped at a time."""
LASTS = timedelta(hours=1)
"""How long a file that was looked at can be confirmed."""
STAGED = (staged_reps, staged_branches, staged_partners)
Said = Mapping[tuple[int, int], bool]
Columns = dict[str, Any]


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that somebody has looked at. `outcome` is what they were shown, `said` what they said of doubts."""

    id: int
    file: bytes
    outcome: str
    said: Said


class PartnerImports:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def mark(self) -> int:
        """Where the register stands: `finish` refuses when it has changed since."""
        query = select(func.max(audit.c.id)).where(audit.c.subject_kind.in_(REGISTER))
        async with self._db.read() as conn:
            return (await conn.execute(query)).scalar_one() or 0

    async def register(self) -> AsyncIterator[list[KnownPartner]]:
        """The register with its people and its archive, page by page, so that nobody waits long."""
        last = 0
        while page := await self._page(last):
            yield page
            last = page[-1].id
            await asyncio.sleep(0)

    async def branch_names(self) -> list[tuple[int, tuple[str, ...]]]:
        """What each branch may be called: the full name first."""
        async with self._db.read() as conn:
            rows = await conn.execute(select(branches).order_by(branches.c.id))
            return [(row.id, (row.name, row.short_name, *row.aliases)) for row in rows]

    async def keep(self, file: bytes, outcome: str, member_id: int | None, now: datetime) -> int:
        """Keeps a file for whoever looks at it; their earlier ones are dropped. Its id."""
        row: Columns = {"member_id": member_id, "file": file, "said": [], "outcome": outcome}
        times = {"created_at": now, "expires_at": now + LASTS}
        own = partner_imports.c.member_id
        earlier = delete(partner_imports).where(own == member_id, partner_imports.c.done_at.is_(None))

        async def job(conn: AsyncConnection) -> int:
            if member_id is not None:
                await conn.execute(earlier)
            added = await conn.execute(insert(partner_imports).values(row | times).returning(partner_imports.c.id))
            return int(added.scalar_one())

        return await self._db.write(job)

    async def get(self, import_id: int, member_id: int | None, now: datetime) -> KeptFile:
        """The file that this person looked at; a `Refusal` once it is done or over."""
        query = select(partner_imports).where(partner_imports.c.id == import_id)
        async with self._db.read() as conn:
            row = (await conn.execute(query)).one_or_none()
        if row is None or row.member_id != member_id or (row.done_at is None and row.expires_at <= now):
            raise Refusal("import-over")
        if row.done_at is not None:
            raise Refusal("import-done")
        return KeptFile(row.id, row.file, row.outcome, {(number, key): same for number, key, same in row.said})

    async def note(self, import_id: int, said: Said, outcome: str) -> None:
        """Keeps what was said of doubts, and what is shown now."""
        values = {"said": [[number, key, same] for (number, key), same in said.items()], "outcome": outcome}
        kept = update(partner_imports).where(partner_imports.c.id == import_id).values(values)
        await self._db.write(lambda conn: conn.execute(kept))

    async def drop(self, import_id: int, member_id: int | None) -> None:
        """The person does not want it."""
        mine = (partner_imports.c.id == import_id, partner_imports.c.member_id == member_id)
        gone = delete(partner_imports).where(*mine, partner_imports.c.done_at.is_(None))
        await self._db.write(lambda conn: conn.execute(gone))

    async def stage(self, import_id: int, changes: Sequence[Change]) -> None:
        """Writes a piece beside the register; it does not count yet. `Refusal` if the file has been dropped."""
        organisations = [_staged(import_id, change) for change in changes]
        joint = [
            {"import_id": import_id, "number": change.number, "branch_id": branch_id}
            for change in changes
            for branch_id in _new_branches(change)
        ]
        people = [_staged_rep(import_id, change.number, rep) for change in changes for rep in change.reps]
        with apart():
            try:
                await self._write_rows(
                    (staged_partners, organisations), (staged_branches, joint), (staged_reps, people)
                )
            except IntegrityError as error:
                raise Refusal("import-over") from error

    async def unstage(self, import_id: int) -> None:
        """Drops what is staged, in pieces."""
        for table in STAGED:
            await self._drop(table, table.c.import_id == import_id)

    async def finish(self, import_id: int, mark: int, actor_id: int | None, now: datetime) -> None:
        """Makes true what is staged, all of it, once; a `Refusal` where the register is not as it was at `mark`."""
        await self._db.write(lambda conn: make_true(conn, import_id, mark, actor_id, now))

    async def tidy(self, now: datetime) -> None:
        """Drops files that are over, and whatever was staged for files that are over or done."""
        over = or_(partner_imports.c.expires_at <= now, partner_imports.c.done_at.is_not(None))
        async with self._db.read() as conn:
            old = list((await conn.execute(select(partner_imports.c.id).where(over))).scalars())
        for import_id in old:
            await self.unstage(import_id)
        late = partner_imports.c.expires_at <= now
        if old:
            await self._drop(partner_imports, late)

    async def _page(self, after: int) -> list[KnownPartner]:
        query = select(partners).where(partners.c.id > after).order_by(partners.c.id).limit(PAGE)
        async with self._db.read() as conn:
            rows = (await conn.execute(query)).all()
            ids = [row.id for row in rows]
            branch_ids, people = await branches_of(conn, ids), await _people(conn, ids)
        return [
            KnownPartner(
                row.id,
                to_partner(row, branch_ids.get(row.id, ())).fields,
                tuple(people.get(row.id, ())),
                is_archived=row.archived_at is not None,
            )
            for row in rows
        ]

    async def _write_rows(self, *pieces: tuple[Table, list[Columns]]) -> None:
        async def job(conn: AsyncConnection) -> None:
            for table, rows in pieces:
                if rows:
                    await conn.execute(insert(table), rows)

        await self._db.write(job)

    async def _drop(self, table: Table, which: ColumnElement[bool]) -> None:
        """Deletes so many rows at a time that nobody waits."""
        key = tuple(table.primary_key.columns)
        some = delete(table).where(tuple_(*key).in_(select(*key).where(which).limit(MANY)))

        async def job(conn: AsyncConnection) -> int:
            return (await conn.execute(some)).rowcount

        dropped = MANY
        with apart():
            while dropped == MANY:
                dropped = await self._db.write(job)


async def _people(conn: AsyncConnection, partner_ids: Collection[int]) -> dict[int, list[KnownRep]]:
    """Those who act for the partners; of who is known by the account alone, the name there."""
    found: dict[int, list[KnownRep]] = {}
    for rep in await reps.of(conn, partner_ids):
        name = rep.fields.name or read_name(rep.account or "")
        found.setdefault(rep.partner_id, []).append(KnownRep(rep.id, replace(rep.fields, name=name)))
    return found


def _staged(import_id: int, change: Change) -> Columns:
    known = change.known
    own = {"import_id": import_id, "number": change.number, "partner_id": known.id if known else None}
    return own | to_columns(change.after) | _trail(_plain(known.fields) if known else None, _plain(change.after))


def _staged_rep(import_id: int, number: int, change: RepChange) -> Columns:
    new, old = rep_columns(change.after), rep_columns(change.before) if change.before else None
    return {"import_id": import_id, "number": number, "rep_id": change.rep_id} | new | _trail(old, new)


def _plain(fields: PartnerFields) -> Columns:
    return to_columns(fields) | {"branch_ids": list(fields.branch_ids)}


def _trail(old: Columns | None, new: Columns) -> Columns:
    """As the audit trail has it everywhere: what differs, or all that a new one has; nothing where nothing differs."""
    if old is None:
        return {"before": None, "after": {name: value for name, value in new.items() if value}}
    names = [name for name in new if new[name] != old[name]]
    return {"before": {name: old[name] for name in names} or None, "after": {name: new[name] for name in names} or None}


def _new_branches(change: Change) -> list[int]:
    known = change.known.fields.branch_ids if change.known else ()
    return [branch_id for branch_id in change.after.branch_ids if branch_id not in known]
