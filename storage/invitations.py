"""Links that let somebody in: as staff, or as a partner's representative. For one use, with an end date."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_urlsafe
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.people import Grant, Role
from domain.refusal import Refusal
from storage.audit import note
from storage.database import AnyDatabase
from storage.reps import bind
from storage.tables import invitations, roles

LASTS = timedelta(days=30)
PARTNER_REP = "partner_rep"


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation that still opens. `role` is a staff role or `partner_rep`."""

    token: str
    role: str
    branch_id: int | None
    partner_id: int | None
    event_id: int | None
    expires_at: datetime


class Invitations:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def for_partner(self, partner_id: int, event_id: int | None, actor_id: int, now: datetime) -> str:
        """The token of an invitation to act for a partner; the same one as long as it is good."""
        return await self._issue({"role": PARTNER_REP, "partner_id": partner_id, "event_id": event_id}, actor_id, now)

    async def for_staff(self, grant: Grant, actor_id: int, now: datetime) -> str:
        """The token of an invitation into a role."""
        return await self._issue({"role": str(grant.role), "branch_id": grant.branch_id}, actor_id, now)

    async def open(self, token: str, now: datetime) -> Invitation:
        """The invitation behind the token; a `Refusal` says why there is none."""
        async with self._db.read() as conn:
            return _invitation(_good(await _find(conn, token), None, now))

    async def take_up(self, token: str, member_id: int, now: datetime) -> Invitation:
        """Binds the invitation to the person and gives what it promises. Again by the same person: the same."""

        return await self._db.write(lambda conn: take_up(conn, token, member_id, now))

    async def revoke(self, token: str, now: datetime) -> None:
        statement = update(invitations).where(invitations.c.token == token).values(revoked_at=now)
        await self._db.write(lambda conn: conn.execute(statement))

    async def _issue(self, what: dict[str, Any], actor_id: int, now: datetime) -> str:
        async def job(conn: AsyncConnection) -> str:
            same = [_equals(name, value) for name, value in what.items()]
            good = (invitations.c.used_by.is_(None), invitations.c.revoked_at.is_(None), invitations.c.expires_at > now)
            found = (await conn.execute(select(invitations.c.token).where(*same, *good))).scalars().first()
            if found is not None:
                return str(found)
            token = token_urlsafe(12)
            row = {"token": token, "created_by": actor_id, "created_at": now, "expires_at": now + LASTS}
            await conn.execute(insert(invitations).values(row | what))
            return token

        return await self._db.write(job)


async def take_up(conn: AsyncConnection, token: str, member_id: int, now: datetime) -> Invitation:
    """Binds the invitation to the person, in the transaction that is open; a `Refusal` comes before any write."""
    row = _good(await _find(conn, token), member_id, now)
    if row.used_by is None:
        await _use(conn, row, member_id, now)
    return _invitation(row)


async def _find(conn: AsyncConnection, token: str) -> Row[Any] | None:
    return (await conn.execute(select(invitations).where(invitations.c.token == token))).one_or_none()


def _good(row: Row[Any] | None, member_id: int | None, now: datetime) -> Row[Any]:
    if row is None:
        raise Refusal("link-unknown")
    if row.revoked_at is not None:
        raise Refusal("link-revoked")
    if row.used_by is not None and row.used_by != member_id:
        raise Refusal("link-used")
    if row.used_by is None and now >= row.expires_at:
        raise Refusal("link-expired")
    return row


async def _use(conn: AsyncConnection, row: Row[Any], member_id: int, now: datetime) -> None:
    if row.role == PARTNER_REP:
        await bind(conn, row.partner_id, member_id, None, now)
    else:
        grant = {"member_id": member_id, "role": Role(row.role), "branch_id": row.branch_id, "granted_at": now}
        await conn.execute(insert(roles).values(grant))
    used = update(invitations).where(invitations.c.token == row.token).values(used_by=member_id, used_at=now)
    await conn.execute(used)
    await note(conn, now, member_id, "invitation-used", ("member", member_id), after={"role": row.role})


def _equals(name: str, value: object) -> Any:
    return invitations.c[name].is_(None) if value is None else invitations.c[name] == value


def _invitation(row: Row[Any]) -> Invitation:
    return Invitation(row.token, row.role, row.branch_id, row.partner_id, row.event_id, row.expires_at)
