"""Whom to telephone at a partner."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.person_name import PersonName
from storage.tables import members, partner_reps, partners


@dataclass(frozen=True, slots=True)
class Callee:
    """A partner with its own telephone, and its people (name, telephone) as far as theirs are known."""

    id: int
    short_name: str
    phone: str | None
    people: tuple[tuple[str, str], ...] = ()


async def callees(conn: AsyncConnection, partner_ids: Sequence[int]) -> list[Callee]:
    """These partners, by short name."""
    columns = (partners.c.id, partners.c.short_name, partners.c.phone)
    query = select(*columns).where(partners.c.id.in_(partner_ids)).order_by(partners.c.short_name, partners.c.id)
    found = (await conn.execute(query)).all()
    return [Callee(row.id, row.short_name, row.phone, await _people(conn, row.id)) for row in found]


async def _people(conn: AsyncConnection, partner_id: int) -> tuple[tuple[str, str], ...]:
    query = (
        select(partner_reps, members.c.name)
        .outerjoin(members, members.c.id == partner_reps.c.member_id)
        .where(partner_reps.c.partner_id == partner_id, partner_reps.c.phone.is_not(None))
        .order_by(partner_reps.c.is_primary.desc(), partner_reps.c.id)
    )
    found = []
    for row in await conn.execute(query):
        name = PersonName(row.last_name or "", row.first_name or "", row.patronymic or "", row.initials or "")
        found.append((name.full or row.name or "", row.phone))
    return tuple(found)
