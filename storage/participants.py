"""Who comes for the partners of an event: by their own answer, by a librarian's note, and groups without names."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, delete, func, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.participants import Group, Participant
from domain.people import Person
from domain.person_name import PersonName
from domain.refusal import Gone
from domain.seats import RsvpState
from storage.audit import note
from storage.database import AnyDatabase
from storage.tables import checkins, event_partners, members, participants, partner_reps, partners, rsvps
from storage.upsert import insert_new


class Participants:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def known(self, event_id: int) -> list[Participant]:
        """Everybody who acts for a partner of the event, in the order of the partners, the primary ones first."""
        async with self._db.read() as conn:
            return [_participant(row) for row in await conn.execute(_known(event_id))]

    async def groups(self, event_id: int) -> list[Group]:
        """Groups without names, in the order of entry."""
        columns = (participants.c.id, participants.c.group_name, participants.c.people)
        query = select(*columns).where(participants.c.event_id == event_id, participants.c.group_name.is_not(None))
        async with self._db.read() as conn:
            return [Group(*row) for row in await conn.execute(query.order_by(participants.c.id))]

    async def note(self, event_id: int, rep_id: int, actor: Person, now: datetime, *, comes: bool) -> None:
        """Writes down that the representative comes, or no longer; twice is as good as once."""

        async def job(conn: AsyncConnection) -> None:
            await _require_known(conn, event_id, rep_id)
            one = (participants.c.event_id == event_id, participants.c.rep_id == rep_id)
            if comes:
                await conn.execute(insert_new(participants), [{"event_id": event_id, "rep_id": rep_id}])
            else:
                await conn.execute(delete(participants).where(*one))
            after = {"rep": rep_id, "comes": comes}
            await note(conn, now, actor.id, "participant-noted", ("event", event_id), after=after)

        await self._db.write(job)

    async def add_group(self, event_id: int, group: Group, actor: Person, now: datetime) -> None:
        async def job(conn: AsyncConnection) -> None:
            row = {"event_id": event_id, "group_name": group.name, "people": group.people}
            await conn.execute(insert(participants).values(row))
            await note(conn, now, actor.id, "group-added", ("event", event_id), after={"people": group.people})

        await self._db.write(job)

    async def drop_group(self, event_id: int, group_id: int, actor: Person, now: datetime) -> None:
        """Takes a group off the list; `Gone` if it is not there."""

        async def job(conn: AsyncConnection) -> None:
            one = (participants.c.id == group_id, participants.c.event_id == event_id, participants.c.rep_id.is_(None))
            if not (await conn.execute(delete(participants).where(*one))).rowcount:
                raise Gone("participants-group-gone")
            await note(conn, now, actor.id, "group-dropped", ("event", event_id))

        await self._db.write(job)


def _known(event_id: int) -> Select[Any]:
    going = and_(
        rsvps.c.event_id == event_id, rsvps.c.member_id == partner_reps.c.member_id, rsvps.c.state == RsvpState.GOING
    )
    noted = and_(participants.c.event_id == event_id, participants.c.rep_id == partner_reps.c.id)
    people = (
        partner_reps.join(event_partners, event_partners.c.partner_id == partner_reps.c.partner_id)
        .join(partners, partners.c.id == partner_reps.c.partner_id)
        .outerjoin(members, members.c.id == partner_reps.c.member_id)
        .outerjoin(rsvps, going)
        .outerjoin(participants, noted)
    )
    own = (partners.c.short_name, members.c.name.label("account"))
    there = or_(checkins.c.rep_id == partner_reps.c.id, checkins.c.member_id == partner_reps.c.member_id)
    came = select(checkins.c.id).where(checkins.c.event_id == event_id, there).exists()
    said = (rsvps.c.member_id.label("said"), participants.c.id.label("noted"), came.label("came"))
    order = (event_partners.c.number, event_partners.c.partner_id, partner_reps.c.is_primary.desc(), partner_reps.c.id)
    query = select(partner_reps, *own, *said).select_from(people).where(event_partners.c.event_id == event_id)
    return query.order_by(*order)


async def _require_known(conn: AsyncConnection, event_id: int, rep_id: int) -> None:
    found = _known(event_id).with_only_columns(func.count()).order_by(None).where(partner_reps.c.id == rep_id)
    if not (await conn.execute(found)).scalar_one():
        raise Gone("participants-rep-gone")


def _participant(row: Row[Any]) -> Participant:
    return Participant(
        rep_id=row.id,
        partner_id=row.partner_id,
        partner=row.short_name,
        name=_name(row),
        position=row.position,
        clergy_rank=row.clergy_rank,
        account=row.account,
        member_id=row.member_id,
        salutation=row.salutation,
        said=row.said is not None,
        noted=row.noted is not None,
        came=bool(row.came),
    )


def _name(row: Row[Any]) -> PersonName | None:
    """The name as the register has it; None: they are known by their account alone."""
    if not row.last_name:
        return None
    return PersonName(row.last_name, row.first_name or "", row.patronymic or "", row.initials or "")
