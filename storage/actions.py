"""What was taken on at events: by whom, until when, whether it is done; who takes it on is told and reminded."""

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Row, Select, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.event import Event
from domain.minutes import Action
from domain.people import Person
from domain.policy import Policy
from domain.refusal import Gone
from storage import outbox
from storage.audit import note
from storage.database import AnyDatabase
from storage.outbox import Message
from storage.staff import responsible
from storage.tables import actions, events, members, partner_reps, partners

GIVEN, DUE, DONE, DROPPED = "action", "action-due", "action-done", "action-dropped"
REMINDED = timedelta(days=3)
"""Before the day on which it is due."""
USEFUL = timedelta(days=30)
MOST = 100


class Actions:
    def __init__(self, db: AnyDatabase, policy: Policy, admins: Collection[int] = ()) -> None:
        self._db = db
        self._policy = policy
        self._admins = admins

    async def of(self, event_id: int) -> list[Action]:
        """All of an event, in the order of entry."""
        return await self._found(_known().where(actions.c.event_id == event_id))

    async def get(self, action_id: int) -> Action:
        async with self._db.read() as conn:
            return await _load(conn, action_id)

    async def open_for(self, member_id: int) -> list[Action]:
        """What the organisations that the member acts for have still to do."""
        own = select(partner_reps.c.partner_id).where(partner_reps.c.member_id == member_id)
        return await self._found(_known().where(actions.c.partner_id.in_(own), actions.c.done_at.is_(None)))

    async def open_before(self, event: Event) -> list[Action]:
        """What is left of earlier events of the same form in the same branch: it heads the agenda of the next."""
        same = (events.c.form == event.fields.form, events.c.starts_at < event.fields.starts_at)
        here = events.c.branch_id.is_not_distinct_from(event.fields.branch_id)
        earlier = select(events.c.id).where(*same, here, events.c.id != event.id)
        return await self._found(_known().where(actions.c.event_id.in_(earlier), actions.c.done_at.is_(None)))

    async def add(self, action: Action, actor: Person, now: datetime) -> Action:
        """Keeps it; those who act for the organisation are told."""

        async def job(conn: AsyncConnection) -> Action:
            own = {"event_id": action.event_id, "item_id": action.item_id, "partner_id": action.partner_id}
            rest = {"text": action.text, "due_on": action.due_on, "created_by": actor.id, "created_at": now}
            added = await conn.execute(insert(actions).values(own | rest).returning(actions.c.id))
            kept = await _load(conn, int(added.scalar_one()))
            await self._tell(conn, kept, GIVEN, "once", now)
            await note(conn, now, actor.id, "action-added", ("event", action.event_id))
            return kept

        return await self._db.write(job)

    async def finish(self, action_id: int, actor: Person, now: datetime) -> Action:
        """It is done; whoever answers for the event is told. Said twice it counts once."""

        async def job(conn: AsyncConnection) -> Action:
            before = await _load(conn, action_id)
            if before.is_done:
                return before
            done = update(actions).where(actions.c.id == action_id).values(done_at=now, done_by=actor.id)
            await conn.execute(done)
            await self._tell_staff(conn, before, actor, now)
            await note(conn, now, actor.id, "action-done", ("event", before.event_id))
            return await _load(conn, action_id)

        return await self._db.write(job)

    async def drop(self, action_id: int, actor: Person, now: datetime) -> Action:
        """Takes it back; which it was. Whoever has heard of it is told, unless it was done.

        Not who acts for the organisation no more, or answers for the event no more: it is nothing of theirs now.
        """

        async def job(conn: AsyncConnection) -> Action:
            old = await _load(conn, action_id)
            await outbox.supersede(conn, action_id, (GIVEN, DUE), now)
            if not old.is_done:
                heard = await outbox.heard(conn, action_id, (GIVEN, DUE))
                await self._tell_dropped(conn, old, heard - {actor.account_id}, now)
            await conn.execute(delete(actions).where(actions.c.id == action_id))
            await note(conn, now, actor.id, "action-dropped", ("event", old.event_id))
            return old

        return await self._db.write(job)

    async def remind(self, now: datetime) -> None:
        """Three days before it is due, once; a reminder that was missed comes late, until the day."""
        today = now.astimezone(self._policy.zone).date()
        soon = (actions.c.due_on >= today, actions.c.due_on <= today + REMINDED, actions.c.done_at.is_(None))

        async def job(conn: AsyncConnection) -> None:
            for row in (await conn.execute(_known().where(*soon))).all():
                one = _action(row)
                await self._tell(conn, one, DUE, f"due{one.due_on}", now)

        await self._db.write(job)

    async def _found(self, query: Select[Any]) -> list[Action]:
        async with self._db.read() as conn:
            return [_action(row) for row in await conn.execute(query.order_by(actions.c.id).limit(MOST))]

    async def _tell(self, conn: AsyncConnection, one: Action, kind: str, moment: str, now: datetime) -> None:
        """Those who act for the organisation; one that is the library's own concerns whoever answers for the event."""
        people = await self._people(conn, one)
        until = self._until(one.due_on, now)
        due = self._policy.send_at(now, until, pressing=False)
        letters = [Message(kind, one.id, chat, moment, due, member, use_until=until) for member, chat in people]
        await outbox.add(conn, letters)

    async def _tell_dropped(self, conn: AsyncConnection, old: Action, chats: Collection[int], now: datetime) -> None:
        """What it was goes along, for it is kept nowhere any more, and goes with the message (`storage.keeping`)."""
        due = self._policy.send_at(now, now + USEFUL, pressing=False)
        args = {"event": old.event_id, "text": old.text, "organisation": old.organisation}
        people = [(member, chat) for member, chat in await self._people(conn, old) if chat in chats]
        letters = [Message(DROPPED, old.id, chat, "once", due, member, args=args) for member, chat in people]
        await outbox.add(conn, letters)

    async def _people(self, conn: AsyncConnection, one: Action) -> list[tuple[int, int]]:
        if one.partner_id is None:
            return await self._staff(conn, one)
        joined = members.join(partner_reps, partner_reps.c.member_id == members.c.id)
        query = select(members.c.id, members.c.account_id).select_from(joined)
        rows = await conn.execute(query.where(partner_reps.c.partner_id == one.partner_id, members.c.reachable))
        return [(row.id, row.account_id) for row in rows]

    async def _tell_staff(self, conn: AsyncConnection, one: Action, actor: Person, now: datetime) -> None:
        due = self._policy.send_at(now, now + USEFUL, pressing=False)
        people = [(member, chat) for member, chat in await self._staff(conn, one) if member != actor.id]
        await outbox.add(conn, [Message(DONE, one.id, chat, "once", due, member) for member, chat in people])

    async def _staff(self, conn: AsyncConnection, one: Action) -> list[tuple[int, int]]:
        query = select(events.c.responsible_id, events.c.branch_id).where(events.c.id == one.event_id)
        event = (await conn.execute(query)).one()
        return await responsible(conn, event.responsible_id, event.branch_id, self._admins)

    def _until(self, due_on: date | None, now: datetime) -> datetime:
        """Until the day is over; of what has no term for a month."""
        if due_on is None:
            return now + USEFUL
        over = datetime.combine(due_on + timedelta(days=1), time(), self._policy.zone).astimezone(UTC)
        return max(over, now + timedelta(days=1))


def _known() -> Select[Any]:
    organisation = partners.c.name.label("organisation")
    return select(actions, organisation).select_from(actions.outerjoin(partners, partners.c.id == actions.c.partner_id))


async def _load(conn: AsyncConnection, action_id: int) -> Action:
    row = (await conn.execute(_known().where(actions.c.id == action_id))).one_or_none()
    if row is None:
        raise Gone("minutes-action-gone")
    return _action(row)


def _action(row: Row[Any]) -> Action:
    return Action(
        id=row.id,
        event_id=row.event_id,
        text=row.text,
        partner_id=row.partner_id,
        organisation=row.organisation or "",
        due_on=row.due_on,
        item_id=row.item_id,
        done_at=row.done_at,
    )
