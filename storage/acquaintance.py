"""What the bot itself knows of working with partners: events, who came, answers, the last contact."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Row, Select, func, or_, select, union, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.life import ANNOUNCED
from domain.partner import Grade, Meeting, PartState, Together
from domain.partner_filter import Facts
from domain.scan import in_order
from domain.seats import RsvpState
from storage.database import AnyDatabase
from storage.partner_rows import branches_of
from storage.tables import event_partners, events, members, partner_reps, partners, proposals, rsvps


class Acquaintance:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def facts(self) -> list[Facts]:
        """Of every partner what filters ask, by short name."""
        async with self._db.read() as conn:
            branches, reachable = await branches_of(conn), await _reachable(conn)
            contacts = await _latest(conn, _contacts())
            columns = ("id", "short_name", "sector", "grade", "archived_at", "created_at")
            rows = await conn.execute(select(*(partners.c[name] for name in columns)))
            found = [_facts(row, branches, reachable, contacts) for row in rows]
        return sorted(found, key=lambda one: (in_order(one.short_name), one.id))

    async def together(self, partner_id: int, now: datetime) -> Together:
        """What was and will be done with the partner."""
        async with self._db.read() as conn:
            past, ahead = await _meetings(conn, partner_id, now)
            count = select(func.count()).select_from(_named(partner_id).where(events.c.starts_at <= now).subquery())
            contact = await _latest(conn, _contacts(now), partner_id)
            return Together(
                events=int((await conn.execute(count)).scalar_one()),
                last=past,
                next=ahead,
                came=await _came(conn, partner_id, now),
                answers=await _answers(conn, partner_id),
                last_contact=contact.get(partner_id),
            )


async def _reachable(conn: AsyncConnection) -> set[int]:
    query = select(partner_reps.c.partner_id).join(members).where(members.c.reachable)
    return set((await conn.execute(query.distinct())).scalars())


def _contacts(now: datetime | None = None) -> CompoundSelect[Any]:
    """Moments of contact: events held (without `now` also those planned), parts answered, proposals, and what
    representatives answered or wrote last.
    """
    held = select(event_partners.c.partner_id, events.c.starts_at.label("at")).join(events)
    held = held.where(events.c.status.in_(ANNOUNCED))
    by_rep = partner_reps.c.member_id
    return union_all(
        held if now is None else held.where(events.c.starts_at <= now),
        select(event_partners.c.partner_id, event_partners.c.answered_at),
        select(proposals.c.partner_id, proposals.c.created_at),
        select(partner_reps.c.partner_id, rsvps.c.answered_at).join(rsvps, rsvps.c.member_id == by_rep),
        select(rsvps.c.partner_id, rsvps.c.answered_at).where(rsvps.c.partner_id.is_not(None)),
        select(partner_reps.c.partner_id, members.c.seen_at).join(members, members.c.id == by_rep),
    )


async def _latest(
    conn: AsyncConnection, moments: CompoundSelect[Any], partner_id: int | None = None
) -> dict[int, datetime]:
    """The latest moment of each partner, or of the one."""
    every = moments.subquery()
    query = select(every.c.partner_id, func.max(every.c.at).label("at")).where(every.c.at.is_not(None))
    if partner_id is not None:
        query = query.where(every.c.partner_id == partner_id)
    return {row.partner_id: row.at for row in await conn.execute(query.group_by(every.c.partner_id))}


def _named(partner_id: int) -> Select[Any]:
    """Events that are not cancelled and for which the partner has not declined its part."""
    mine = (event_partners.c.partner_id == partner_id, event_partners.c.state != PartState.DECLINED)
    query = select(events.c.id, events.c.title, events.c.starts_at).join(event_partners)
    return query.where(*mine, events.c.status.in_(ANNOUNCED))


async def _meetings(conn: AsyncConnection, partner_id: int, now: datetime) -> Sequence[Meeting | None]:
    """The last event that was held, and the next."""
    named, start = _named(partner_id), events.c.starts_at
    past = named.where(start <= now).order_by(start.desc(), events.c.id.desc()).limit(1)
    ahead = named.where(start > now).order_by(start, events.c.id).limit(1)
    rows = [(await conn.execute(query)).one_or_none() for query in (past, ahead)]
    return [Meeting(*row) if row else None for row in rows]


def _theirs(partner_id: int) -> ColumnElement[bool]:
    """Answers by the partner's representatives, or given for it."""
    reps = select(partner_reps.c.member_id).where(partner_reps.c.partner_id == partner_id)
    return or_(
        rsvps.c.partner_id == partner_id, rsvps.c.member_id.in_(reps.where(partner_reps.c.member_id.is_not(None)))
    )


async def _came(conn: AsyncConnection, partner_id: int, now: datetime) -> int:
    """People of the partner who had seats at what was held."""
    query = select(func.coalesce(func.sum(1 + rsvps.c.guests), 0)).join(events, events.c.id == rsvps.c.event_id)
    held = (events.c.status.in_(ANNOUNCED), events.c.starts_at <= now, rsvps.c.state == RsvpState.GOING)
    return int((await conn.execute(query.where(_theirs(partner_id), *held))).scalar_one())


async def _answers(conn: AsyncConnection, partner_id: int) -> int:
    """To how many events the partner has answered: by its part, or by one of its people's coming."""
    said = select(rsvps.c.event_id).where(_theirs(partner_id))
    answered = (event_partners.c.partner_id == partner_id, event_partners.c.answered_at.is_not(None))
    either = union(said, select(event_partners.c.event_id).where(*answered)).subquery()
    return int((await conn.execute(select(func.count()).select_from(either))).scalar_one())


def _facts(
    row: Row[Any], branches: dict[int, tuple[int, ...]], reachable: set[int], contacts: dict[int, datetime]
) -> Facts:
    return Facts(
        id=row.id,
        short_name=row.short_name,
        sector=row.sector,
        grade=Grade(row.grade) if row.grade else None,
        branch_ids=branches.get(row.id, ()),
        archived=row.archived_at is not None,
        reachable=row.id in reachable,
        contact=max(contacts.get(row.id, row.created_at), row.created_at),
    )
