"""Calendar feeds: whose events a secret address shows. Kept are hashes: who reads the database can fetch nothing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any

from sqlalchemy import ColumnElement, Delete, Row, Select, and_, delete, insert, null, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.event import Event
from domain.life import ANNOUNCED, Status
from domain.partner import PartState
from domain.seats import RsvpState
from storage.database import AnyDatabase
from storage.event_rows import to_event
from storage.staff import in_charge
from storage.tables import calendar_feeds, event_partners, events, members, partner_reps, rsvps

LOOKS_BACK = timedelta(days=90)
MOST = 300
"""Events of one calendar, from the earliest that it looks back to."""
SECOND = timedelta(seconds=1)
KNOWN = (*ANNOUNCED, Status.CANCELLED)
COMING = (RsvpState.GOING, RsvpState.MAYBE, RsvpState.QUEUED)


@dataclass(frozen=True, slots=True)
class Feed:
    """A calendar of the member's own events, or of one branch: then the member is whoever of its staff asked for it."""

    id: int
    member_id: int
    branch_id: int | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in a calendar. `state`: what the calendar's owner has said to it, if it is their own."""

    event: Event
    state: RsvpState | None = None


class Feeds:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def issue(self, member_id: int, branch_id: int | None, now: datetime) -> str:
        """The token of a new address, which is shown once; the one before it opens nothing any more.

        A branch has one address, whoever of its staff asks for it.
        """
        token = token_urlsafe(24)
        row = {"token_hash": _hash(token), "member_id": member_id, "branch_id": branch_id, "created_at": now}

        async def job(conn: AsyncConnection) -> None:
            await conn.execute(select(members.c.id).where(members.c.id == member_id).with_for_update())
            await conn.execute(_drop(member_id, branch_id))
            await conn.execute(insert(calendar_feeds).values(row))

        await self._db.write(job)
        return token

    async def revoke(self, member_id: int, branch_id: int | None) -> None:
        """From now on the address opens nothing."""
        await self._db.write(lambda conn: conn.execute(_drop(member_id, branch_id)))

    async def of(self, member_id: int, branch_id: int | None) -> Feed | None:
        """The calendar of the branch, or the member's own, if it can be fetched."""
        query = select(calendar_feeds).where(_same(member_id, branch_id)).order_by(calendar_feeds.c.id.desc())
        async with self._db.read() as conn:
            row = (await conn.execute(query.limit(1))).one_or_none()
        return _feed(row) if row else None

    async def behind(self, token: str) -> Feed | None:
        """The calendar of an address; None for one that was revoked or never there."""
        query = select(calendar_feeds).where(calendar_feeds.c.token_hash == _hash(token))
        async with self._db.read() as conn:
            row = (await conn.execute(query)).one_or_none()
        return _feed(row) if row else None

    async def entries(self, feed: Feed, now: datetime) -> list[Entry]:
        """What the calendar holds: from three months ago on, the nearest to that first, at most 300."""
        query = _of_branch(feed.branch_id) if feed.branch_id is not None else own_events(feed.member_id)
        since = now - LOOKS_BACK
        recent = query.where(or_(events.c.starts_at > since, events.c.ends_at > since))
        async with self._db.read() as conn:
            rows = await conn.execute(recent.order_by(events.c.starts_at, events.c.id).limit(MOST))
            return [Entry(to_event(row, (), ()), said_of(row)) for row in rows]

    async def changed(self, feed: Feed, material: Sequence[object], now: datetime) -> tuple[str, datetime]:
        """The fingerprint of what the calendar shows now, and since when it has shown just that, by the second."""
        fingerprint = sha256(repr(material).encode()).hexdigest()
        same = select(calendar_feeds.c.fingerprint, calendar_feeds.c.changed_at).where(calendar_feeds.c.id == feed.id)

        async def job(conn: AsyncConnection) -> datetime:
            row = (await conn.execute(same)).one_or_none()
            if row is None or row.fingerprint == fingerprint:
                return row.changed_at if row else now
            at = now.replace(microsecond=0)
            later = max(at, row.changed_at + SECOND) if row.changed_at else at
            new = {"fingerprint": fingerprint, "changed_at": later}
            await conn.execute(update(calendar_feeds).where(calendar_feeds.c.id == feed.id).values(new))
            return later

        async with self._db.read() as conn:
            row = (await conn.execute(same)).one_or_none()
        if row is not None and row.fingerprint == fingerprint:
            return fingerprint, row.changed_at
        return fingerprint, await self._db.write(job)


def own_events(member_id: int) -> Select[Any]:
    """Events that the member may come to, answers for, or takes part in for a partner, also while it is agreed."""
    said = and_(rsvps.c.event_id == events.c.id, rsvps.c.member_id == member_id, rsvps.c.state.in_(COMING))
    represented = select(partner_reps.c.partner_id).where(partner_reps.c.member_id == member_id)
    agreed = select(event_partners.c.event_id).where(
        event_partners.c.partner_id.in_(represented), event_partners.c.state == PartState.ACCEPTED
    )
    mine = or_(rsvps.c.state.is_not(None), events.c.responsible_id == member_id, events.c.id.in_(agreed))
    return select(events, rsvps.c.state.label("said")).select_from(events.outerjoin(rsvps, said)).where(mine)


def said_of(row: Row[Any]) -> RsvpState | None:
    """What the member has said to the event of such a row."""
    return RsvpState(row.said) if row.said else None


def _of_branch(branch_id: int) -> Select[Any]:
    """What the branch has announced."""
    nobody = null()
    there = (events.c.branch_id == branch_id, events.c.status.in_(KNOWN))
    return select(events, nobody.label("said")).where(*there)


async def hand_over(conn: AsyncConnection, member_id: int, admins: Collection[int]) -> None:
    """Calendars of branches stay with those in charge when somebody goes; of nobody in charge they end."""
    own = (calendar_feeds.c.member_id == member_id, calendar_feeds.c.branch_id.is_not(None))
    for row in (await conn.execute(select(calendar_feeds.c.id, calendar_feeds.c.branch_id).where(*own))).all():
        heirs = [one for one, _ in await in_charge(conn, row.branch_id, admins) if one != member_id]
        if heirs:
            left = update(calendar_feeds).where(calendar_feeds.c.id == row.id)
            await conn.execute(left.values(member_id=heirs[0]))


def _drop(member_id: int, branch_id: int | None) -> Delete:
    return delete(calendar_feeds).where(_same(member_id, branch_id))


def _same(member_id: int, branch_id: int | None) -> ColumnElement[bool]:
    if branch_id is not None:
        return calendar_feeds.c.branch_id == branch_id
    return and_(calendar_feeds.c.member_id == member_id, calendar_feeds.c.branch_id.is_(None))


def _feed(row: Row[Any]) -> Feed:
    return Feed(row.id, row.member_id, row.branch_id, row.created_at)


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
