"""Links that let somebody in: as staff, or as a partner's representative. For one use, with an end date, revocable."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_urlsafe
from typing import Any

from sqlalchemy import ColumnElement, Row, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.people import Grant, Role
from domain.refusal import Refusal
from storage import promised
from storage.audit import note
from storage.database import AnyDatabase
from storage.letting_go import LetGo
from storage.partner_rows import load_open
from storage.tables import invitations

LASTS = timedelta(days=30)
PARTNER_REP = str(Role.PARTNER_REP)


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a link promises. `role` is a staff role or `partner_rep`; `rep_id`: for whom of the register it is."""

    token: str
    role: str
    branch_id: int | None
    partner_id: int | None
    rep_id: int | None
    event_id: int | None
    created_by: int | None
    expires_at: datetime
    used_by: int | None = None
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Denied:
    """Who turned out not to be meant, and what became of what they had said for the partner.

    `closed`: links that they had handed on and nobody had used; `let_in`: who came in by others of theirs, and stays.
    Everybody makes links of their own, so whom those have let in, or may still, is not among them: that is to be looked
    into one by one.
    """

    invitation: Invitation
    member_id: int
    let_go: LetGo | None
    closed: int = 0
    let_in: int = 0


class Invitations:
    def __init__(self, db: AnyDatabase, admins: Collection[int]) -> None:
        """`admins`: accounts that the settings name as administrators."""
        self._db = db
        self._admins = admins

    async def for_partner(
        self, partner_id: int, event_id: int | None, actor_id: int, now: datetime, *, rep_id: int | None = None
    ) -> str:
        """The token of an invitation to act for a partner; the same one as long as it is good."""
        what = {"role": PARTNER_REP, "partner_id": partner_id, "event_id": event_id, "rep_id": rep_id}
        return await self._issue(what, actor_id, now)

    async def for_staff(self, grant: Grant, actor_id: int, now: datetime) -> str:
        """The token of an invitation into a role."""
        return await self._issue({"role": str(grant.role), "branch_id": grant.branch_id}, actor_id, now)

    async def open(self, token: str, now: datetime) -> Invitation:
        """The invitation behind the token; a `Refusal` says why there is none."""
        async with self._db.read() as conn:
            found = _invitation(_good(await _find(conn, token), None, now))
            if found.partner_id is not None:
                await load_open(conn, found.partner_id)
            return found

    async def find(self, token: str) -> Invitation | None:
        """The invitation, open or not."""
        async with self._db.read() as conn:
            row = await _find(conn, token)
        return _invitation(row) if row else None

    async def standing(self, partner_id: int | None, now: datetime) -> list[Invitation]:
        """Links that still open: into the partner, or (None) into the staff; the first to end first."""
        into = invitations.c.role != PARTNER_REP if partner_id is None else invitations.c.partner_id == partner_id
        query = select(invitations).where(into, *_is_good(now))
        async with self._db.read() as conn:
            rows = await conn.execute(query.order_by(invitations.c.expires_at, invitations.c.token))
            return [_invitation(row) for row in rows]

    async def take_up(self, token: str, member_id: int, now: datetime) -> Invitation:
        """Binds the invitation to the person and gives what it promises. Again by the same person: the same."""

        return await self._db.write(lambda conn: take_up(conn, token, member_id, self._admins, now))

    async def revoke(self, token: str, actor_id: int | None, now: datetime) -> Invitation:
        """The link opens nothing any more. One that has been used is for `deny`."""

        async def job(conn: AsyncConnection) -> Invitation:
            row = await _find(conn, token, lock=True)
            if row is None or row.revoked_at is not None:
                raise Refusal("link-revoked-already")
            if row.used_by is not None:
                raise Refusal("link-used-already")
            await _set(conn, token, revoked_at=now)
            await _note(conn, "invitation-revoked", row._mapping, actor_id, now)
            return _invitation(row)

        return await self._db.write(job)

    async def deny(self, token: str, actor_id: int, now: datetime) -> Denied:
        """«Это не он»: takes back at once what the link has given, and tells the person. A second time is refused.

        Links that the person has handed on meanwhile open nothing any more.
        """

        async def job(conn: AsyncConnection) -> Denied:
            row = await _find(conn, token, lock=True)
            if row is None or row.used_by is None or row.revoked_at is not None:
                raise Refusal("deny-nothing")
            await _set(conn, token, revoked_at=now)
            gone = await promised.take_back(conn, row, actor_id, now)
            closed = await _close_handed_on(conn, row, actor_id, now)
            return Denied(_invitation(row), row.used_by, gone, closed, await _let_in(conn, row))

        return await self._db.write(job)

    async def _issue(self, what: dict[str, Any], actor_id: int, now: datetime) -> str:
        return await self._db.write(lambda conn: issue(conn, what, actor_id, now))


async def issue(conn: AsyncConnection, what: dict[str, Any], actor_id: int, now: datetime) -> str:
    """The token of an invitation into what is meant, in the transaction that is open; the same one while it is good.

    Everybody has links of their own: what one hands on can be closed, and whoever made it is told of its use.
    """
    if what.get("partner_id") is not None:
        await load_open(conn, what["partner_id"])
    same = [_equals(name, value) for name, value in {**what, "created_by": actor_id}.items()]
    query = select(invitations.c.token).where(*same, *_is_good(now)).order_by(invitations.c.created_at)
    found = (await conn.execute(query)).scalars().first()
    if found is not None:
        return str(found)
    token = token_urlsafe(12)
    row = {"token": token, "created_by": actor_id, "created_at": now, "expires_at": now + LASTS}
    await conn.execute(insert(invitations).values(row | what))
    await _note(conn, "invitation-made", what, actor_id, now)
    return token


async def take_up(
    conn: AsyncConnection, token: str, member_id: int, admins: Collection[int], now: datetime
) -> Invitation:
    """Binds the invitation to the person, in the transaction that is open; a `Refusal` comes before any write."""
    row = _good(await _find(conn, token, lock=True), member_id, now)
    if row.used_by is None:
        await promised.give(conn, row, member_id, now)
        await _set(conn, token, used_by=member_id, used_at=now)
        await promised.tell_of_use(conn, row, member_id, admins, now)
    return _invitation(row)


async def _close_handed_on(conn: AsyncConnection, row: Row[Any], actor_id: int, now: datetime) -> int:
    """How many links of whoever came in by this one are closed before anybody could use them."""
    closing = update(invitations).where(*_handed_on(row), *_is_good(now)).values(revoked_at=now)
    closed = (await conn.execute(closing.returning(invitations))).all()
    for one in closed:
        await _note(conn, "invitation-revoked", one._mapping, actor_id, now)
    return len(closed)


async def _let_in(conn: AsyncConnection, row: Row[Any]) -> int:
    used = (invitations.c.used_by.is_not(None), invitations.c.revoked_at.is_(None))
    return int((await conn.execute(select(func.count()).where(*_handed_on(row), *used))).scalar_one())


def _handed_on(row: Row[Any]) -> tuple[ColumnElement[bool], ...]:
    """Links that whoever came in by this one has made since, by the right that it gave."""
    since = (invitations.c.created_by == row.used_by, invitations.c.created_at >= row.used_at)
    return since if row.partner_id is None else (*since, invitations.c.partner_id == row.partner_id)


async def _find(conn: AsyncConnection, token: str, *, lock: bool = False) -> Row[Any] | None:
    query = select(invitations).where(invitations.c.token == token)
    return (await conn.execute(query.with_for_update() if lock else query)).one_or_none()


def _good(row: Row[Any] | None, member_id: int | None, now: datetime) -> Row[Any]:
    if row is None:
        raise Refusal("link-unknown")
    if row.revoked_at is not None:
        raise Refusal("link-revoked")
    if row.used_at is not None and (row.used_by is None or row.used_by != member_id):
        raise Refusal("link-used")
    if row.used_at is None and now >= row.expires_at:
        raise Refusal("link-expired")
    return row


def _is_good(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return invitations.c.used_at.is_(None), invitations.c.revoked_at.is_(None), invitations.c.expires_at > now


async def _set(conn: AsyncConnection, token: str, **values: object) -> None:
    await conn.execute(update(invitations).where(invitations.c.token == token).values(values))


async def _note(conn: AsyncConnection, action: str, what: Any, actor_id: int | None, now: datetime) -> None:
    partner_id = what.get("partner_id")
    subject = ("partner", partner_id) if partner_id is not None else ("member", actor_id or 0)
    after = {name: what.get(name) for name in ("role", "branch_id") if what.get(name) is not None}
    await note(conn, now, actor_id, action, subject, after=after)


def _equals(name: str, value: object) -> Any:
    return invitations.c[name].is_(None) if value is None else invitations.c[name] == value


def _invitation(row: Row[Any]) -> Invitation:
    return Invitation(**{name: row._mapping[name] for name in Invitation.__slots__})
