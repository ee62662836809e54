"""Rows of partners and representatives as values, and back."""

from collections.abc import Collection
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import Row, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.partner import Grade, Partner, PartnerFields, Rep, RepFields
from domain.person_name import PersonName
from domain.refusal import Gone
from storage.tables import partner_branches, partners

COLUMNS = tuple(one.name for one in fields(PartnerFields) if one.name not in ("aliases", "grade", "branch_ids"))
NAME = {"last_name": "last", "first_name": "first", "patronymic": "patronymic", "initials": "initials"}
"""Columns of a representative's name and the parts they keep."""
REP = tuple(one.name for one in fields(RepFields) if one.name != "name")


async def load(conn: AsyncConnection, partner_id: int, *, lock: bool = False) -> Partner:
    """The partner; `Gone` if there is none. `lock`: nobody else changes it until the transaction ends."""
    query = select(partners).where(partners.c.id == partner_id)
    row = (await conn.execute(query.with_for_update() if lock else query)).one_or_none()
    if row is None:
        raise Gone("partner-gone")
    return to_partner(row, (await branches_of(conn, [partner_id])).get(partner_id, ()))


async def load_open(conn: AsyncConnection, partner_id: int) -> Partner:
    """The partner, to be changed; `Gone` also for one that has been archived."""
    partner = await load(conn, partner_id, lock=True)
    if partner.archived_at is not None:
        raise Gone("partner-archived", name=partner.short_name)
    return partner


async def branches_of(conn: AsyncConnection, partner_ids: Collection[int] | None = None) -> dict[int, tuple[int, ...]]:
    """The branches that each partner works with; None: of every partner."""
    query = select(partner_branches).order_by(partner_branches.c.branch_id)
    if partner_ids is not None:
        query = query.where(partner_branches.c.partner_id.in_(partner_ids))
    found: dict[int, tuple[int, ...]] = {}
    for row in await conn.execute(query):
        found[row.partner_id] = (*found.get(row.partner_id, ()), row.branch_id)
    return found


async def save_branches(conn: AsyncConnection, partner_id: int, branch_ids: Collection[int]) -> None:
    await conn.execute(delete(partner_branches).where(partner_branches.c.partner_id == partner_id))
    rows = [{"partner_id": partner_id, "branch_id": branch_id} for branch_id in branch_ids]
    if rows:
        await conn.execute(insert(partner_branches), rows)


def to_columns(given: PartnerFields) -> dict[str, Any]:
    """The fields as columns of the table; branches have a table of their own."""
    values = {name: value for name, value in asdict(given).items() if name != "branch_ids"}
    return values | {"aliases": list(given.aliases)}


def to_partner(row: Row[Any], branch_ids: tuple[int, ...]) -> Partner:
    plain = {name: getattr(row, name) for name in COLUMNS}
    grade = Grade(row.grade) if row.grade else None
    given = PartnerFields(**plain, aliases=tuple(row.aliases), grade=grade, branch_ids=branch_ids)
    return Partner(row.id, given, row.revision, row.created_at, row.updated_at, row.archived_at)


def rep_columns(given: RepFields) -> dict[str, Any]:
    """The fields as columns of the table; parts of a name that are not known are null."""
    parts = {column: getattr(given.name, part, "") or None for column, part in NAME.items()}
    return parts | {name: getattr(given, name) for name in REP}


def to_rep(row: Row[Any]) -> Rep:
    """A row of representatives with `account` and `reachable` of the member."""
    parts = {part: getattr(row, column) or "" for column, part in NAME.items()}
    name = PersonName(**parts) if any(parts.values()) else None
    given = RepFields(name, **{column: getattr(row, column) for column in REP})
    return Rep(row.id, row.partner_id, row.member_id, given, row.since, row.account, bool(row.reachable))
