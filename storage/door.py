"""The door: who has come in, with a sign-up or without, groups without names, and codes that say who it is."""

from datetime import datetime
from secrets import token_urlsafe
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, func, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.door import AT_DOOR, Expected, Party, Tally, check_people, released, require_door
from domain.event import Event
from domain.people import Person
from domain.policy import Policy
from domain.refusal import Gone, Refusal
from domain.seats import Rsvp, RsvpState, seat_by_hand
from storage.audit import note
from storage.database import AnyDatabase
from storage.event_rows import load
from storage.rsvps import Answered, Rsvps
from storage.tables import checkins, members, participants, partner_reps, partners, passes, rsvps
from storage.upsert import insert_new


class Door:
    def __init__(self, db: AnyDatabase, policy: Policy, rsvps: Rsvps) -> None:
        self._db = db
        self._policy = policy
        self._rsvps = rsvps

    async def expected(self, event_id: int) -> list[Expected]:
        """Who has a seat, in the order of the list of guests; then whom staff noted down without an account."""
        async with self._db.read() as conn:
            signed = [_signed(row) for row in await conn.execute(_going(event_id))]
            return signed + [_noted(row) for row in await conn.execute(_without_account(event_id))]

    async def others(self, event_id: int) -> list[Party]:
        """Groups, and those who came one by one."""
        alone = (checkins.c.event_id == event_id, checkins.c.member_id.is_(None), checkins.c.rep_id.is_(None))
        query = select(checkins.c.id, checkins.c.group_name, checkins.c.people).where(*alone).order_by(checkins.c.id)
        async with self._db.read() as conn:
            return [Party(*row) for row in await conn.execute(query)]

    async def tally(self, event: Event) -> Tally:
        """How many were expected and have come."""
        async with self._db.read() as conn:
            signed = or_(checkins.c.rep_id.is_not(None), _has_seat(event.id))
            came = await _sum(conn, and_(checkins.c.event_id == event.id, signed))
            everybody = await _sum(conn, checkins.c.event_id == event.id)
            noted = len((await conn.execute(_without_account(event.id))).all())
        return Tally(event.seats.taken + noted, came, everybody - came)

    async def people(self, event_id: int) -> int:
        """How many have come in."""
        async with self._db.read() as conn:
            return await _sum(conn, checkins.c.event_id == event_id)

    async def came(self, event_id: int) -> dict[int, int]:
        """How many have come in with each member."""
        query = select(checkins.c.member_id, checkins.c.people).where(checkins.c.event_id == event_id)
        async with self._db.read() as conn:
            return {row[0]: row[1] for row in await conn.execute(query.where(checkins.c.member_id.is_not(None)))}

    async def unsigned(self, event_id: int) -> list[tuple[str, int]]:
        """Members who came in though they had never answered, with how many."""
        answered = select(rsvps.c.member_id).where(rsvps.c.event_id == event_id)
        query = select(members.c.name, checkins.c.people).join(members, members.c.id == checkins.c.member_id)
        query = query.where(checkins.c.event_id == event_id, checkins.c.member_id.not_in(answered))
        async with self._db.read() as conn:
            return [(row[0], row[1]) for row in await conn.execute(query.order_by(checkins.c.id))]

    async def check_in(
        self,
        event_id: int,
        who: tuple[int | None, int | None],
        actor: Person,
        now: datetime,
        *,
        came: bool,
        unsigned: bool = False,
    ) -> int:
        """Notes that a party has come in, or that this was a mistake; how many people that is.

        `who`: the member or the one of the register. Somebody without a seat is refused, unless `unsigned` is meant.
        """

        async def job(conn: AsyncConnection) -> int:
            event = await load(conn, event_id)
            require_door(event, now)
            people = await _party(conn, event_id, who, unsigned=unsigned)
            await _note_party(conn, event_id, who, people, by=(actor.id, now), came=came)
            return people

        return await self._db.write(job)

    async def walk_ins(self, event_id: int, people: int, actor: Person, now: datetime) -> None:
        """So many have come one by one without a sign-up: the whole number, so that a second press changes nothing."""
        await self._db.write(lambda conn: _put_others(conn, event_id, None, people, by=(actor.id, now)))

    async def group(self, event_id: int, name: str, people: int, actor: Person, now: datetime) -> None:
        """A group without names has come; of the same name in place of what was noted before."""
        check_people(people)
        await self._db.write(lambda conn: _put_others(conn, event_id, name, people, by=(actor.id, now)))

    async def drop(self, event_id: int, checkin_id: int) -> None:
        """Takes a group off the list again."""
        one = (checkins.c.id == checkin_id, checkins.c.event_id == event_id, checkins.c.member_id.is_(None))
        await self._db.write(lambda conn: conn.execute(delete(checkins).where(*one)))

    async def code(self, event_id: int, member_id: int, now: datetime) -> str:
        """The token of the person's code, the same one each time; `Refusal` for who has no seat."""

        async def job(conn: AsyncConnection) -> str:
            mine = (passes.c.event_id == event_id, passes.c.member_id == member_id)
            (await load(conn, event_id)).require_open()
            await _party(conn, event_id, (member_id, None), unsigned=False)
            row = {"token": token_urlsafe(12), "event_id": event_id, "member_id": member_id, "created_at": now}
            await conn.execute(insert_new(passes), [row])
            return str((await conn.execute(select(passes.c.token).where(*mine))).scalar_one())

        return await self._db.write(job)

    async def behind(self, token: str) -> tuple[int, int]:
        """The event and the member of a code; `Gone` if there is none."""
        query = select(passes.c.event_id, passes.c.member_id).where(passes.c.token == token)
        async with self._db.read() as conn:
            row = (await conn.execute(query)).one_or_none()
        if row is None:
            raise Gone("door-code-unknown")
        return row.event_id, row.member_id

    async def take_seat(self, event_id: int, member_id: int, now: datetime) -> Answered:
        """Somebody who waits takes a seat that nobody has claimed; whoever is first has it."""
        minutes = self._policy.events.door_minutes

        async def job(conn: AsyncConnection) -> Answered:
            event = await load(conn, event_id, lock=True)
            free = released(event, await claimed(conn, event_id), now, minutes)

            def rule(_event: Event, before: Rsvp | None) -> Rsvp:
                if before is None or before.state is not RsvpState.QUEUED:
                    raise Refusal("not-waiting-you")
                if before.party > free:
                    raise Refusal("door-offer-gone")
                return seat_by_hand(before, member_id, AT_DOOR)

            return await self._rsvps.change_within(conn, event_id, member_id, rule, now)

        return await self._db.write(job)


async def claimed(conn: AsyncConnection, event_id: int) -> int:
    """Seats of those who have come, and of those who have taken one at the door and are on their way."""
    come = await _sum(conn, checkins.c.event_id == event_id)
    there = select(checkins.c.member_id).where(checkins.c.event_id == event_id, checkins.c.member_id.is_not(None))
    taken = (rsvps.c.event_id == event_id, rsvps.c.state == RsvpState.GOING, rsvps.c.note == AT_DOOR)
    on_way = select(func.coalesce(func.sum(1 + rsvps.c.guests), 0)).where(*taken, rsvps.c.member_id.not_in(there))
    return come + int((await conn.execute(on_way)).scalar_one())


async def _sum(conn: AsyncConnection, condition: ColumnElement[bool]) -> int:
    query = select(func.coalesce(func.sum(checkins.c.people), 0)).where(condition)
    return int((await conn.execute(query)).scalar_one())


def _has_seat(event_id: int) -> ColumnElement[bool]:
    going = select(rsvps.c.member_id).where(rsvps.c.event_id == event_id, rsvps.c.state == RsvpState.GOING)
    return checkins.c.member_id.in_(going)


async def _party(conn: AsyncConnection, event_id: int, who: tuple[int | None, int | None], *, unsigned: bool) -> int:
    """How many people the party is; `Refusal` for who never signed up."""
    member_id, rep_id = who
    if rep_id is not None:
        noted = (participants.c.event_id == event_id, participants.c.rep_id == rep_id)
        if (await conn.execute(select(participants.c.id).where(*noted))).first() is None:
            raise Gone("participants-rep-gone")
        return 1
    going = (rsvps.c.event_id == event_id, rsvps.c.member_id == member_id, rsvps.c.state == RsvpState.GOING)
    guests = (await conn.execute(select(rsvps.c.guests).where(*going))).scalar_one_or_none()
    if guests is None and not unsigned:
        raise Refusal("door-not-signed")
    return 1 + (guests or 0)


async def _note_party(
    conn: AsyncConnection,
    event_id: int,
    who: tuple[int | None, int | None],
    people: int,
    *,
    by: tuple[int, datetime],
    came: bool,
) -> None:
    member_id, rep_id = who
    one = checkins.c.member_id == member_id if rep_id is None else checkins.c.rep_id == rep_id
    if not came:
        await conn.execute(delete(checkins).where(checkins.c.event_id == event_id, one))
        return
    row = {"event_id": event_id, "member_id": member_id, "rep_id": rep_id, "people": people}
    await conn.execute(insert_new(checkins), [row | {"by_id": by[0], "at": by[1]}])


async def _put_others(
    conn: AsyncConnection, event_id: int, name: str | None, people: int, *, by: tuple[int, datetime]
) -> None:
    actor_id, now = by
    require_door(await load(conn, event_id, lock=True), now)
    alone = (checkins.c.event_id == event_id, checkins.c.member_id.is_(None), checkins.c.rep_id.is_(None))
    await conn.execute(delete(checkins).where(*alone, checkins.c.group_name.is_not_distinct_from(name)))
    if people:
        row = {"event_id": event_id, "group_name": name, "people": check_people(people), "at": now, "by_id": actor_id}
        await conn.execute(insert(checkins).values(row))
    await note(conn, now, actor_id, "door-noted", ("event", event_id), after={"people": people})


def _going(event_id: int) -> Any:
    came = and_(checkins.c.event_id == event_id, checkins.c.member_id == rsvps.c.member_id)
    joined = (
        rsvps.join(members, members.c.id == rsvps.c.member_id)
        .outerjoin(partners, partners.c.id == rsvps.c.partner_id)
        .outerjoin(checkins, came)
    )
    columns = (rsvps.c.member_id, rsvps.c.guests, members.c.name, partners.c.short_name, checkins.c.people)
    going = (rsvps.c.event_id == event_id, rsvps.c.state == RsvpState.GOING)
    order = (rsvps.c.ticket, rsvps.c.answered_at, rsvps.c.member_id)
    return select(*columns).select_from(joined).where(*going).order_by(*order)


def _without_account(event_id: int) -> Any:
    came = and_(checkins.c.event_id == event_id, checkins.c.rep_id == participants.c.rep_id)
    joined = (
        participants.join(partner_reps, partner_reps.c.id == participants.c.rep_id)
        .join(partners, partners.c.id == partner_reps.c.partner_id)
        .outerjoin(checkins, came)
    )
    named = (partner_reps.c[name] for name in ("last_name", "first_name", "patronymic", "position"))
    columns = (participants.c.rep_id, partners.c.short_name, checkins.c.people, *named)
    query = select(*columns).select_from(joined)
    signed = select(rsvps.c.member_id).where(rsvps.c.event_id == event_id, rsvps.c.state == RsvpState.GOING)
    alone = partner_reps.c.member_id.is_(None) | partner_reps.c.member_id.not_in(signed)
    return query.where(participants.c.event_id == event_id, alone).order_by(participants.c.id)


def _signed(row: Any) -> Expected:
    return Expected(row.member_id, None, row.name, row.short_name, people=1 + row.guests, came=row.people or 0)


def _noted(row: Any) -> Expected:
    name = " ".join(filter(None, (row.last_name, row.first_name, row.patronymic)))
    return Expected(None, row.rep_id, name, row.short_name, row.position, came=row.people or 0)
