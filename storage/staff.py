"""Whom of the staff a matter concerns."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.life import Review
from domain.people import Role
from storage.tables import members, roles


async def in_charge(conn: AsyncConnection, branch_id: int | None, admins: Collection[int]) -> list[tuple[int, int]]:
    """Member and chat of the librarians of the branch; of all methodists where there is none, or none is meant.

    Where there is no methodist either, of directors and administrators (`admins`: accounts that the settings name).
    """
    own = and_(roles.c.role == Role.LIBRARIAN, roles.c.branch_id == branch_id) if branch_id else false()
    above = roles.c.role.in_((Role.ADMIN, Role.DIRECTOR))
    for circle in (own, roles.c.role == Role.METHODIST):
        if found := await _people(conn, members.c.id.in_(select(roles.c.member_id).where(circle))):
            return found
    return await _people(
        conn, members.c.id.in_(select(roles.c.member_id).where(above)) | members.c.account_id.in_(admins)
    )


async def reviewers(
    conn: AsyncConnection, branch_id: int | None, review: Review, admins: Collection[int]
) -> list[tuple[int, int]]:
    """Who reviews events of the branch: methodists or directors, as the setting says; else those above them."""
    here = or_(roles.c.branch_id.is_(None), roles.c.branch_id == branch_id)
    circles = [Role.METHODIST, Role.DIRECTOR] if review is Review.METHODIST else [Role.DIRECTOR]
    for role in circles:
        held = select(roles.c.member_id).where(roles.c.role == role, here)
        if found := await _people(conn, members.c.id.in_(held)):
            return found
    held = select(roles.c.member_id).where(roles.c.role == Role.ADMIN)
    return await _people(conn, members.c.id.in_(held) | members.c.account_id.in_(admins))


async def responsible(
    conn: AsyncConnection, member_id: int | None, branch_id: int | None, admins: Collection[int]
) -> list[tuple[int, int]]:
    """Who answers for an event; where nobody does, or they can't be reached, those in charge of its branch."""
    found = await _people(conn, members.c.id == member_id) if member_id is not None else []
    return found or await in_charge(conn, branch_id, admins)


async def _people(conn: AsyncConnection, condition: ColumnElement[bool]) -> list[tuple[int, int]]:
    query: Any = select(members.c.id, members.c.account_id).where(condition, members.c.reachable)
    return [(row.id, row.account_id) for row in await conn.execute(query.order_by(members.c.id))]
