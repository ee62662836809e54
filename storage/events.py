"""Events: one door for each change, which tells whom it concerns and plans the reminders anew."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.event import Event, EventFields, check, hand_in
from domain.joint import Standing
from domain.life import OVER, Status, announced_as, require_step
from domain.people import Person
from domain.policy import Policy
from domain.refusal import Gone, Refusal
from domain.series import spread
from storage import agenda_rows, cards, parts, reviewing
from storage.audit import note
from storage.database import AnyDatabase
from storage.drafts import drop
from storage.event_rows import difference, lasts_until, load, save_details, to_columns, to_event, with_details
from storage.news import Change, concerned, invite, tell
from storage.promotion import promote
from storage.schedule import replan
from storage.tables import event_partners, events, partner_reps, rsvps

HOLDING = (Status.REVIEW, Status.AGREEING, Status.PUBLISHED, *OVER)
"""What a hall is taken by; a draft that was returned blocks none (LESSONS E 64)."""

Rule = Callable[[Event], Event]


@dataclass(frozen=True, slots=True)
class New:
    """An event to be registered, by whom, from which draft, and what its partners have said already."""

    status: Status
    fields: EventFields
    actor: Person
    draft_id: int | None
    agreed: Mapping[int, Standing]
    copy_of: int | None = None


class Events:
    def __init__(self, db: AnyDatabase, policy: Policy, admins: Collection[int] = ()) -> None:
        self._db = db
        self._policy = policy
        self._admins = admins

    async def publish(
        self,
        fields: EventFields,
        actor: Person,
        now: datetime,
        *,
        draft_id: int | None = None,
        agreed: Mapping[int, Standing] | None = None,
        copy_of: int | None = None,
    ) -> Event:
        """Registers and announces the event: reminders are planned, representatives of its partners invited.

        Where a review is asked of this person it waits for that instead, and whoever reviews is told. `agreed`: what
        partners have said to their parts already.
        """
        status = announced_as(actor, fields.branch_id, self._policy.events.review)
        return await self._register(New(status, fields, actor, draft_id, agreed or {}, copy_of), now)

    async def agree_first(
        self,
        fields: EventFields,
        actor: Person,
        now: datetime,
        *,
        draft_id: int | None = None,
        agreed: Mapping[int, Standing] | None = None,
        copy_of: int | None = None,
    ) -> Event:
        """Registers the event for its partners alone, who are asked about their parts; it is announced later."""
        if not fields.partners:
            raise Refusal("joint-no-partners")
        new = New(Status.AGREEING, fields, actor, draft_id, agreed or {}, copy_of)
        return await self._register(new, now)

    async def _register(self, new: New, now: datetime) -> Event:
        check(new.fields)

        async def job(conn: AsyncConnection) -> Event:
            own = {"status": new.status, "revision": 1, "responsible_id": new.actor.id, "created_at": now}
            added = await conn.execute(insert(events).values(to_columns(new.fields) | own).returning(events.c.id))
            event_id = int(added.scalar_one())
            await save_details(conn, event_id, new.fields)
            await agenda_rows.copy(conn, new.copy_of, event_id)
            await parts.put_all(conn, event_id, new.agreed)
            event = await load(conn, event_id)
            await replan(conn, event, self._policy, now)
            await invite(conn, event, self._policy, now)
            await parts.ask(conn, None, event, {}, policy=self._policy, now=now)
            await reviewing.tell(conn, None, event, new.actor, policy=self._policy, admins=self._admins, now=now)
            after = {"title": new.fields.title}
            await note(conn, now, new.actor.id, f"event-{new.status}", ("event", event_id), after=after)
            await _drop(conn, new.draft_id)
            return event

        return await self._db.write(job)

    async def change(
        self, event_id: int, rule: Rule, actor: Person, now: datetime, *, draft_id: int | None = None
    ) -> Event:
        """Changes the event by the rule, in one transaction with all that follows from it.

        Those concerned are told, unsent reminders follow the new date, and seats that were added go to the queue.
        """

        async def job(conn: AsyncConnection) -> Event:
            before = await load(conn, event_id, lock=True)
            after = rule(before)
            await _drop(conn, draft_id)
            if after == before:
                return before
            self._require(before, after, actor)
            await self._save(conn, Change(before, after, actor), now)
            return await load(conn, event_id)

        return await self._db.write(job)

    async def change_all(
        self, event_id: int, rule: Rule, actor: Person, now: datetime, *, draft_id: int | None = None
    ) -> tuple[Event, int]:
        """Changes the event by the rule, and the dates of its series that are still to come in the same way.

        Everybody concerned is told once, however many dates they come to. Also how many other dates that was.
        """

        async def job(conn: AsyncConnection) -> tuple[Event, int]:
            others = [one for one in await _to_come(conn, event_id, now) if one.id != event_id]
            before = await load(conn, event_id, lock=True)
            after, heard = rule(before), set[int]()
            await _drop(conn, draft_id)
            if after != before:
                self._require(before, after, actor)
                await self._save(conn, Change(before, after, actor, heard), now)
            changed = [(one, spread(one, before.fields, after.fields)) for one in others]
            different = [(old, new) for old, new in changed if old != new]
            for old, new in different:
                await self._save(conn, Change(old, new, actor, heard), now)
            return await load(conn, event_id), len(different)

        return await self._db.write(job)

    async def hand_in(self, event_id: int, actor: Person, now: datetime) -> Event:
        """Announces what was being agreed, reviewed or mended; by somebody who needs a review it is put up for that."""
        review = self._policy.events.review

        def rule(event: Event) -> Event:
            return hand_in(event, announced_as(actor, event.fields.branch_id, review))

        return await self.change(event_id, rule, actor, now)

    async def get(self, event_id: int) -> Event:
        """The event; `Gone` if there is none."""
        async with self._db.read() as conn:
            return await load(conn, event_id)

    async def upcoming(self, now: datetime, limit: int, offset: int = 0) -> list[Event]:
        """Published events that are not over, the nearest first; of a series its next date."""
        query = select(events).where(*_announced(now))
        query = query.order_by(events.c.starts_at, events.c.id).limit(limit).offset(offset)
        async with self._db.read() as conn:
            return [await with_details(conn, row) for row in (await conn.execute(query)).all()]

    async def ahead(self, now: datetime, limit: int) -> list[Event]:
        """Published events that have not begun, the nearest first, without their partners and agenda."""
        query = select(events).where(events.c.status == Status.PUBLISHED, events.c.starts_at > now)
        async with self._db.read() as conn:
            rows = await conn.execute(query.order_by(events.c.starts_at, events.c.id).limit(limit))
            return [to_event(row, (), ()) for row in rows]

    async def count_upcoming(self, now: datetime) -> int:
        query = select(func.count()).select_from(events)
        async with self._db.read() as conn:
            found = await conn.execute(query.where(*_announced(now)))
            return int(found.scalar_one())

    async def of_partners(self, member_id: int, now: datetime) -> list[Event]:
        """Coming events of the partners that the person acts for and to which the person has not answered."""
        own = select(partner_reps.c.partner_id).where(partner_reps.c.member_id == member_id)
        named = select(event_partners.c.event_id).where(event_partners.c.partner_id.in_(own))
        answered = select(rsvps.c.event_id).where(rsvps.c.member_id == member_id)
        query = select(events).where(
            events.c.id.in_(named),
            events.c.id.not_in(answered),
            events.c.status == Status.PUBLISHED,
            _first_of_series(),
        )
        async with self._db.read() as conn:
            rows = (await conn.execute(query.where(events.c.starts_at > now).order_by(events.c.starts_at))).all()
            return [await with_details(conn, row) for row in rows]

    async def audience(self, event_id: int, except_id: int) -> int:
        """How many people would be told of a change made by this member."""
        async with self._db.read() as conn:
            return sum(member_id != except_id for member_id, _ in await concerned(conn, event_id))

    async def in_hall(
        self, hall_id: int, starts_at: datetime, ends_at: datetime, except_id: int | None = None
    ) -> list[Event]:
        """Events that hold the hall at some time between the two moments, also those that are still being agreed."""
        during = (events.c.starts_at < ends_at, lasts_until(starts_at))
        query = select(events).where(
            events.c.hall_id == hall_id, events.c.status.in_(HOLDING), ~events.c.all_day, *during
        )
        async with self._db.read() as conn:
            found = [to_event(row, (), ()) for row in await conn.execute(query.order_by(events.c.starts_at))]
        return [event for event in found if event.id != except_id]

    def _require(self, before: Event, after: Event, actor: Person) -> None:
        """`NotAllowed` for a step of the life cycle that is not this person's to make."""
        if before.status is not after.status:
            step = (before.status, after.status)
            require_step(actor, step, before.fields.branch_id, self._policy.events.review)

    async def _save(self, conn: AsyncConnection, change: Change, now: datetime) -> None:
        before, after, actor = change.before, change.after, change.actor
        own = {"revision": before.revision + 1, "status": after.status, "cancel_reason": after.cancel_reason}
        own["remark"] = after.remark
        held = await parts.parts_of(conn, before.id)
        await conn.execute(update(events).where(events.c.id == before.id).values(to_columns(after.fields) | own))
        await save_details(conn, before.id, after.fields)
        changed = await load(conn, before.id)
        await parts.follow_change(conn, before, changed, held, policy=self._policy, now=now)
        await replan(conn, changed, self._policy, now)
        await tell(conn, replace(change, after=changed), self._policy, now)
        await invite(conn, changed, self._policy, now)
        await promote(conn, changed, self._policy, now)
        await reviewing.tell(conn, before, changed, actor, policy=self._policy, admins=self._admins, now=now)
        await cards.touch(conn, before.id, now)
        await note(conn, now, actor.id, "event-changed", ("event", before.id), **difference(before, changed))


async def _to_come(conn: AsyncConnection, event_id: int, now: datetime) -> list[Event]:
    """The dates of the event's series that are announced and still to come, in order, their rows held."""
    series = select(events.c.series_id).where(events.c.id == event_id).scalar_subquery()
    coming = (events.c.series_id == series, events.c.status == Status.PUBLISHED, events.c.starts_at > now)
    query = select(events.c.id).where(*coming).order_by(events.c.starts_at, events.c.id).with_for_update()
    return [await load(conn, one) for one in (await conn.execute(query)).scalars().all()]


def _first_of_series() -> ColumnElement[bool]:
    return or_(events.c.series_id.is_(None), events.c.series_id == events.c.id)


def _announced(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Published and not over; of several dates under one announcement the next."""
    other = events.alias()
    still = (other.c.status == Status.PUBLISHED, other.c.starts_at < events.c.starts_at, other.c.starts_at > now)
    sooner = select(other.c.id).where(other.c.series_id == events.c.series_id, *still)
    alone = or_(events.c.series_id.is_(None), ~sooner.exists())
    return events.c.status == Status.PUBLISHED, lasts_until(now), alone


async def _drop(conn: AsyncConnection, draft_id: int | None) -> None:
    if draft_id is not None:
        await drop(conn, draft_id)


__all__ = ["Events", "Gone"]
