"""What an invitation promises: given when it is used, taken back when it was the wrong person; and who is told."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.people import Role
from domain.refusal import Refusal
from domain.rights import Act
from storage import outbox, reps
from storage.audit import note
from storage.denying import note_denial
from storage.keepers import Chat, chat_of, keepers_of, staff_who_may
from storage.letting_go import LetGo, let_go
from storage.outbox import Message
from storage.partner_rows import load_open
from storage.tables import roles


async def give(conn: AsyncConnection, row: Row[Any], member_id: int, now: datetime) -> None:
    """The role, or the acting for the partner; a `Refusal` comes before any write."""
    if row.role == Role.PARTNER_REP:
        await _bind(conn, row, member_id, now)
    else:
        await _grant(conn, row, member_id, now)
    await note(conn, now, member_id, "invitation-used", ("member", member_id), after={"role": row.role})


async def take_back(conn: AsyncConnection, row: Row[Any], actor_id: int, now: datetime) -> LetGo | None:
    """Ends what the link has given, and tells whoever had come in by it."""
    gone = await _end(conn, row, actor_id, now)
    await _tell(conn, "invitation-denied", row, [await chat_of(conn, row.used_by)], now)
    return gone


async def tell_of_use(
    conn: AsyncConnection, row: Row[Any], member_id: int, admins: Collection[int], now: datetime
) -> None:
    """Tells whoever made the link of its first use, so that a wrong person does not stay in."""
    told = [one for one in await _makers(conn, row, admins) if one[0] != member_id]
    await _tell(conn, "invitation-used", row, told, now)


async def _bind(conn: AsyncConnection, row: Row[Any], member_id: int, now: datetime) -> None:
    """One account acts for a partner once; the link stays good for whom it was meant."""
    partner = await load_open(conn, row.partner_id)
    if any(rep.member_id == member_id for rep in await reps.of(conn, [partner.id])):
        raise Refusal("rep-already", name=partner.short_name)
    if row.rep_id is None:
        await reps.bind(conn, partner.id, member_id, None, now)
    else:
        await reps.bind_rep(conn, row.rep_id, member_id)


async def _grant(conn: AsyncConnection, row: Row[Any], member_id: int, now: datetime) -> None:
    if (await conn.execute(select(roles.c.id).where(*_same_role(row, member_id)))).first() is not None:
        raise Refusal("role-already")
    grant = {"member_id": member_id, "role": Role(row.role), "branch_id": row.branch_id, "granted_at": now}
    await conn.execute(insert(roles).values(grant))


async def _end(conn: AsyncConnection, row: Row[Any], actor_id: int, now: datetime) -> LetGo | None:
    if row.role == Role.PARTNER_REP:
        gone = await let_go(conn, row.partner_id, row.used_by, actor_id, now, as_denied=True)
        await note_denial(conn, row.partner_id, row.used_by, actor_id, now)
        return gone
    await conn.execute(delete(roles).where(*_same_role(row, row.used_by)))
    before = {"role": row.role, "branch_id": row.branch_id}
    await note(conn, now, actor_id, "role-taken", ("member", row.used_by), before=before)
    return None


async def _makers(conn: AsyncConnection, row: Row[Any], admins: Collection[int]) -> list[Chat]:
    """Who made the link; if that is a colleague of theirs, or nobody any more, also those who keep the partner up."""
    is_rep = row.role == Role.PARTNER_REP
    staff = await staff_who_may(conn, Act.INVITE_REPS if is_rep else Act.MANAGE_STAFF, admins)
    made_by = [one for one in staff if one[0] == row.created_by]
    if made_by or not is_rep:
        return made_by or staff
    colleagues = [rep.member_id for rep in await reps.of(conn, [row.partner_id]) if rep.member_id == row.created_by]
    own = [await chat_of(conn, one) for one in colleagues if one is not None]
    return [*own, *await keepers_of(conn, row.partner_id, admins)]


async def _tell(conn: AsyncConnection, kind: str, row: Row[Any], people: Collection[Chat], now: datetime) -> None:
    subject, args = row.partner_id or 0, {"token": row.token}
    await outbox.add(conn, [Message(kind, subject, chat, row.token, now, one, args=args) for one, chat in people])


def _same_role(row: Row[Any], member_id: int) -> tuple[ColumnElement[bool], ...]:
    branch = roles.c.branch_id.is_(None) if row.branch_id is None else roles.c.branch_id == row.branch_id
    return roles.c.member_id == member_id, roles.c.role == row.role, branch
