"""Who of the staff keeps up a partner: whom news of its people concerns."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.people import Role
from domain.rights import ALLOWED, Act
from storage.tables import members, partner_branches, roles

Chat = tuple[int, int]
"""Member and chat."""


async def chat_of(conn: AsyncConnection, member_id: int) -> Chat:
    row = (await conn.execute(select(members.c.id, members.c.account_id).where(members.c.id == member_id))).one()
    return row.id, row.account_id


async def staff_who_may(conn: AsyncConnection, act: Act, admins: Collection[int]) -> list[Chat]:
    """Everyone who may do the act somewhere, as far as they can be written to."""
    return await _people(conn, roles.c.role.in_(ALLOWED[act]), admins)


async def keepers_of(conn: AsyncConnection, partner_id: int | None, admins: Collection[int]) -> list[Chat]:
    """Methodists, and librarians of the branches that the partner works with; the leadership where there is neither.

    None: nobody's partner yet. Whoever has blocked the bot can't keep anything up.
    """
    branches = select(partner_branches.c.branch_id).where(partner_branches.c.partner_id == partner_id)
    near = or_(roles.c.branch_id.is_(None), roles.c.branch_id.in_(branches))
    librarians = and_(roles.c.role == Role.LIBRARIAN, near)
    found = await _people(conn, or_(roles.c.role == Role.METHODIST, librarians), ())
    return found or await _people(conn, roles.c.role.in_((Role.ADMIN, Role.DIRECTOR)), admins)


async def _people(conn: AsyncConnection, role: ColumnElement[bool], admins: Collection[int]) -> list[Chat]:
    holders = members.c.id.in_(select(roles.c.member_id).where(role)) | members.c.account_id.in_(admins)
    query = select(members.c.id, members.c.account_id).where(holders, members.c.reachable).order_by(members.c.id)
    return [(row.id, row.account_id) for row in await conn.execute(query)]
