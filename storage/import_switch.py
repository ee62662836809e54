"""Makes a staged import true: a few statements for all rows together, in one transaction."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, Table, exists, insert, literal, null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.refusal import Refusal
from storage.audit import note
from storage.tables import (
    audit,
    partner_branches,
    partner_imports,
    partner_reps,
    partners,
    staged_branches,
    staged_partners,
    staged_reps,
)

REGISTER = ("partner", "rep")
"""What the audit trail calls the register's own."""
OWN = ("import_id", "number", "partner_id", "rep_id", "id", "before", "after")
FIELDS = tuple(column.name for column in staged_partners.columns if column.name not in OWN)
REP = tuple(column.name for column in staged_reps.columns if column.name not in OWN)
NAME = ("last_name", "first_name", "patronymic", "initials")


async def make_true(conn: AsyncConnection, import_id: int, mark: int, actor_id: int | None, now: datetime) -> None:
    """All that is staged for the import counts from now on. A `Refusal` leaves everything as it was."""
    await _claim(conn, import_id, now)
    await _compare(conn, import_id, mark)
    here = staged_partners.c.import_id == import_id
    new = staged_partners.c.partner_id.is_(None)
    await _change_partners(conn, here, now)
    await _add_partners(conn, here & new, now)
    await _add_branches(conn, here)
    await _change_reps(conn, import_id)
    await _add_reps(conn, here, now)
    await _trail(conn, here, actor_id, now)
    await _trail_of_reps(conn, import_id, actor_id, now)
    await note(conn, now, actor_id, "partners-imported", ("import", import_id))


async def _claim(conn: AsyncConnection, import_id: int, now: datetime) -> None:
    """Once only, also for two who press at the same time."""
    mine = update(partner_imports).where(partner_imports.c.id == import_id, partner_imports.c.done_at.is_(None))
    if not (await conn.execute(mine.values(done_at=now, file=b""))).rowcount:
        raise Refusal("import-done")


async def _compare(conn: AsyncConnection, import_id: int, mark: int) -> None:
    changed = select(audit.c.id).where(audit.c.subject_kind.in_(REGISTER), audit.c.id > mark).limit(1)
    same_name = staged_partners.c.name == partners.c.name
    own = staged_partners.c.partner_id.is_not_distinct_from(partners.c.id)
    taken = select(partners.c.id).join(staged_partners, same_name).where(staged_partners.c.import_id == import_id, ~own)
    for query in (changed, taken.limit(1)):
        if (await conn.execute(query)).first() is not None:
            raise Refusal("import-outdated")


async def _change_partners(conn: AsyncConnection, here: ColumnElement[bool], now: datetime) -> None:
    values = {name: staged_partners.c[name] for name in FIELDS}
    own = {"revision": partners.c.revision + 1, "updated_at": now, "archived_at": None}
    changed = update(partners).where(here, staged_partners.c.partner_id == partners.c.id)
    await conn.execute(changed.values(values | own))


async def _add_partners(conn: AsyncConnection, which: ColumnElement[bool], now: datetime) -> None:
    columns = (*(staged_partners.c[name] for name in FIELDS), _at(partners.c.created_at, now))
    rows = select(*columns).where(which).order_by(staged_partners.c.number)
    await conn.execute(insert(partners).from_select([*FIELDS, "created_at"], rows, include_defaults=False))


async def _add_branches(conn: AsyncConnection, here: ColumnElement[bool]) -> None:
    same = (partner_branches.c.partner_id == partners.c.id, partner_branches.c.branch_id == staged_branches.c.branch_id)
    rows = (
        select(partners.c.id, staged_branches.c.branch_id)
        .join(staged_partners, staged_partners.c.name == partners.c.name)
        .join(staged_branches, _together(staged_branches))
        .where(here, ~exists().where(*same))
    )
    await conn.execute(insert(partner_branches).from_select(["partner_id", "branch_id"], rows))


async def _change_reps(conn: AsyncConnection, import_id: int) -> None:
    values = {name: staged_reps.c[name] for name in REP}
    which = (staged_reps.c.import_id == import_id, staged_reps.c.rep_id == partner_reps.c.id)
    await conn.execute(update(partner_reps).where(*which).values(values))


async def _add_reps(conn: AsyncConnection, here: ColumnElement[bool], now: datetime) -> None:
    columns = (partners.c.id, *(staged_reps.c[name] for name in REP), _at(partner_reps.c.since, now))
    rows = (
        select(*columns)
        .join(staged_partners, staged_partners.c.name == partners.c.name)
        .join(staged_reps, _together(staged_reps))
        .where(here, staged_reps.c.rep_id.is_(None))
        .order_by(staged_reps.c.id)
    )
    await conn.execute(insert(partner_reps).from_select(["partner_id", *REP, "since"], rows))


async def _trail(conn: AsyncConnection, here: ColumnElement[bool], actor_id: int | None, now: datetime) -> None:
    """Who, what, before and after, for each organisation."""
    is_new = staged_partners.c.partner_id.is_(None)
    for which, action in ((is_new, "partner-added"), (~is_new, "partner-changed")):
        rows = _entries(staged_partners, partners.c.id, action, actor_id, now)
        query = rows.join(partners, partners.c.name == staged_partners.c.name).where(
            here, which, staged_partners.c.after.is_not(null())
        )
        await conn.execute(insert(audit).from_select(ENTRY, query))


async def _trail_of_reps(conn: AsyncConnection, import_id: int, actor_id: int | None, now: datetime) -> None:
    here = staged_reps.c.import_id == import_id
    changed = _entries(staged_reps, staged_reps.c.rep_id, "rep-changed", actor_id, now)
    await conn.execute(insert(audit).from_select(ENTRY, changed.where(here, staged_reps.c.rep_id.is_not(None))))
    added = (
        _entries(staged_reps, partner_reps.c.id, "rep-added", actor_id, now)
        .join(staged_partners, _together(staged_reps))
        .join(partners, partners.c.name == staged_partners.c.name)
        .join(partner_reps, _same_new(now))
        .where(here, staged_reps.c.rep_id.is_(None))
    )
    await conn.execute(insert(audit).from_select(ENTRY, added))


ENTRY = ["at", "actor_id", "action", "subject_kind", "subject_id", "before", "after"]


def _entries(staged: Table, subject: Column[int], action: str, actor_id: int | None, now: datetime) -> Select[Any]:
    kind = action.partition("-")[0]
    who = literal(actor_id, audit.c.actor_id.type) if actor_id is not None else null()
    fixed = (_at(audit.c.at, now), who, literal(action), literal(kind))
    return select(*fixed, subject, staged.c.before, staged.c.after).select_from(staged)


def _same_new(now: datetime) -> ColumnElement[bool]:
    """The row of a person who has just come."""
    same = partner_reps.c.partner_id == partners.c.id
    for name in NAME:
        same &= partner_reps.c[name].is_not_distinct_from(staged_reps.c[name])
    return same & (partner_reps.c.since == now)


def _together(staged: Table) -> ColumnElement[bool]:
    return (staged.c.import_id == staged_partners.c.import_id) & (staged.c.number == staged_partners.c.number)


def _at(column: Column[datetime], now: datetime) -> ColumnElement[datetime]:
    return literal(now, column.type)
