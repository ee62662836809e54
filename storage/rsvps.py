"""Answers to invitations: one transaction each, whose cost does not grow with the number of participants."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.event import Event
from domain.joint import Voice
from domain.people import Person, Purpose
from domain.policy import Policy
from domain.refusal import Refusal
from domain.seats import Answer, Rsvp, RsvpState, Window, answer, seat_by_hand
from storage import cards, parts, substitutes
from storage.asking import ask_questions
from storage.audit import note
from storage.database import AnyDatabase
from storage.event_rows import load, to_event
from storage.promotion import promote, tell_seated_by_hand
from storage.rsvp_rows import find, place_of, put, to_labelled_rsvp, to_rsvp
from storage.tables import consents, events, members, partner_reps, rsvps

SIGNED = (RsvpState.GOING, RsvpState.QUEUED)


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of an answer. `place` is the place in the queue, counted from 1; None when not waiting."""

    event: Event
    before: Rsvp | None
    after: Rsvp
    place: int | None


@dataclass(frozen=True, slots=True)
class Guest:
    """An answer with the account's name, for those who may see it."""

    rsvp: Rsvp
    name: str


class Rsvps:
    def __init__(self, db: AnyDatabase, policy: Policy) -> None:
        self._db = db
        self._policy = policy

    async def answer(
        self,
        event_id: int,
        member_id: int,
        wish: Answer,
        now: datetime,
        *,
        guests: int | None = None,
        reason: str | None = None,
        partner_id: int | None = None,
        shown: cards.Shown | None = None,
    ) -> Answered:
        """Keeps the person's answer: takes a seat or queues, frees one, moves the queue up. `Refusal` says why not.

        `shown` is the person's own message on which the answer was pressed; it stays up to date from then on.
        """

        async def job(conn: AsyncConnection) -> Answered:
            done = await self.answer_within(
                conn, event_id, member_id, wish, now, guests=guests, reason=reason, partner_id=partner_id
            )
            if shown is not None:
                await cards.remember(conn, event_id, member_id, shown)
            return done

        return await self._db.write(job)

    async def answer_within(
        self,
        conn: AsyncConnection,
        event_id: int,
        member_id: int,
        wish: Answer,
        now: datetime,
        *,
        guests: int | None = None,
        reason: str | None = None,
        partner_id: int | None = None,
    ) -> Answered:
        """The same in the transaction that is open; a `Refusal` comes before any write.

        A representative answers for the partner, if it takes part in the event.
        """

        def rule(event: Event, before: Rsvp | None) -> Rsvp:
            event.require_open()
            Window(event.deadline, event.begins_at).check(wish, now)
            new = answer(event.seats, before, member_id, wish, guests)
            return replace(new, reason=reason or new.reason, partner_id=new.partner_id or acts_for)

        event = await load(conn, event_id, lock=True)
        acts_for = partner_id or await _partner(conn, event, member_id)
        return await self._change(conn, event, member_id, rule, now)

    async def explain(self, event_id: int, member_id: int, reason: str) -> None:
        """Keeps why the person will not come; nothing if the answer has changed meanwhile."""
        one = (rsvps.c.event_id == event_id, rsvps.c.member_id == member_id, rsvps.c.state == RsvpState.DECLINED)
        await self._db.write(lambda conn: conn.execute(update(rsvps).where(*one).values(reason=reason)))

    async def seat(self, event_id: int, member_id: int, why: str, actor: Person, now: datetime) -> Answered:
        """Seats somebody out of turn or above the limit, by a librarian's word, which is noted."""

        def rule(event: Event, before: Rsvp | None) -> Rsvp:
            event.require_open()
            return seat_by_hand(before, member_id, why)

        async def job(conn: AsyncConnection) -> Answered:
            done = await self.change_within(conn, event_id, member_id, rule, now)
            await tell_seated_by_hand(conn, done.event, done.before, now)
            after = {"member": member_id, "why": why}
            await note(conn, now, actor.id, "seated-by-hand", ("event", event_id), after=after)
            return done

        return await self._db.write(job)

    async def of(self, event_id: int, member_id: int) -> Rsvp | None:
        """What the person has said to the event."""
        async with self._db.read() as conn:
            return await find(conn, event_id, member_id)

    async def place(self, event_id: int, ticket: int) -> int:
        """The place in the queue of the party with this ticket, counted from 1."""
        async with self._db.read() as conn:
            return await place_of(conn, event_id, ticket)

    async def mine(self, member_id: int, since: datetime) -> list[tuple[Event, Rsvp]]:
        """The person's answers to events that begin after `since`, refusals too, the nearest first."""
        query = (
            select(events, *(column.label(f"rsvp_{column.name}") for column in rsvps.c))
            .join(rsvps, rsvps.c.event_id == events.c.id)
            .where(rsvps.c.member_id == member_id, events.c.starts_at > since)
            .order_by(events.c.starts_at, events.c.id)
        )
        async with self._db.read() as conn:
            return [(to_event(row, (), ()), to_labelled_rsvp(row)) for row in await conn.execute(query)]

    async def guests(self, event_id: int, states: Collection[RsvpState], limit: int, offset: int = 0) -> list[Guest]:
        """Who answered so, in order of seats and tickets."""
        query = (
            select(rsvps, members.c.name)
            .join(members, members.c.id == rsvps.c.member_id)
            .where(rsvps.c.event_id == event_id, rsvps.c.state.in_(states))
            .order_by(rsvps.c.state, rsvps.c.ticket, rsvps.c.answered_at, rsvps.c.member_id)
        )
        async with self._db.read() as conn:
            return [Guest(to_rsvp(row), row.name) for row in await conn.execute(query.limit(limit).offset(offset))]

    async def named(self, event_id: int, limit: int) -> list[str]:
        """Names of those who come and agreed to be named, in order of their answers."""
        willing = (consents.c.purpose == Purpose.NAMING, consents.c.withdrawn_at.is_(None))
        query = (
            select(members.c.name)
            .join(rsvps, rsvps.c.member_id == members.c.id)
            .join(consents, consents.c.member_id == members.c.id)
            .where(rsvps.c.event_id == event_id, rsvps.c.state == RsvpState.GOING, *willing)
            .order_by(rsvps.c.answered_at, members.c.id)
        )
        async with self._db.read() as conn:
            return list((await conn.execute(query.limit(limit))).scalars())

    async def substitute(self, event_id: int, member_id: int, now: datetime) -> str:
        """The token of a link by which a colleague may come instead; the same one as long as nobody took it up."""
        return await self._db.write(lambda conn: substitutes.token_for(conn, event_id, member_id, now))

    async def instead(self, token: str, member_id: int | None) -> tuple[int, int | None]:
        """The event and the partner behind a colleague's link; `Refusal` if there is none for this member."""
        async with self._db.read() as conn:
            row = await substitutes.behind(conn, token)
        if row.used_by not in (None, member_id):
            raise Refusal("link-used")
        return row.event_id, row.partner_id

    async def come_instead(self, token: str, member_id: int, now: datetime) -> Answered:
        """«Приду» by a colleague's link, for the partner that the colleague was to act for."""
        return await self._db.write(lambda conn: self.instead_within(conn, token, member_id, now))

    async def instead_within(self, conn: AsyncConnection, token: str, member_id: int, now: datetime) -> Answered:
        """The same in the transaction that is open; a `Refusal` comes before any write."""
        row = await substitutes.behind(conn, token)
        if row.used_by not in (None, member_id):
            raise Refusal("link-used")
        done = await self.answer_within(conn, row.event_id, member_id, Answer.GOING, now, partner_id=row.partner_id)
        await substitutes.used(conn, token, member_id)
        if row.used_by is None and done.after.state is RsvpState.GOING:
            due = self._policy.send_at(now, done.event.fields.starts_at, pressing=False)
            await substitutes.tell(conn, done.event, row.member_id, member_id, due)
        return done

    async def out_of_reach(self, event_id: int) -> int:
        """How many of those who come, wait or may come cannot be written to: they have blocked the bot."""
        concerned = (rsvps.c.event_id == event_id, rsvps.c.state != RsvpState.DECLINED, members.c.reachable.is_(False))
        joined = rsvps.join(members, members.c.id == rsvps.c.member_id)
        query = select(func.count()).select_from(joined).where(*concerned)
        async with self._db.read() as conn:
            return int((await conn.execute(query)).scalar_one())

    async def states(self, event_id: int, member_ids: Collection[int]) -> dict[int, RsvpState]:
        """What these members have said to the event."""
        some = (rsvps.c.event_id == event_id, rsvps.c.member_id.in_(member_ids))
        async with self._db.read() as conn:
            rows = await conn.execute(select(rsvps.c.member_id, rsvps.c.state).where(*some))
            return {row.member_id: RsvpState(row.state) for row in rows}

    async def change_within(
        self,
        conn: AsyncConnection,
        event_id: int,
        member_id: int,
        rule: Callable[[Event, Rsvp | None], Rsvp],
        now: datetime,
    ) -> Answered:
        """Changes what the member has said by the rule, in the transaction that is open."""
        return await self._change(conn, await load(conn, event_id, lock=True), member_id, rule, now)

    async def _change(
        self,
        conn: AsyncConnection,
        event: Event,
        member_id: int,
        rule: Callable[[Event, Rsvp | None], Rsvp],
        now: datetime,
    ) -> Answered:
        before = await find(conn, event.id, member_id)
        after = rule(event, before)
        if before is None or replace(after, answered_at=before.answered_at) != before:
            after = replace(after, answered_at=now)
            event, after = await self._save(conn, event, before, after, now)
        place = await place_of(conn, event.id, after.ticket) if after.ticket is not None else None
        return Answered(event, before, after, place)

    async def _save(
        self, conn: AsyncConnection, event: Event, before: Rsvp | None, after: Rsvp, now: datetime
    ) -> tuple[Event, Rsvp]:
        """Writes the answer and what follows from it; the event and the answer as they are then."""
        changed = await put(conn, event, before, after)
        if after.partner_id is not None and after.state in SIGNED:
            await parts.come(conn, event, after.partner_id, Voice(after.member_id, now))
        has_risen = await promote(conn, changed, self._policy, now)
        if _signs_up(before, after) and event.fields.questions:
            await ask_questions(conn, event, after.member_id, now)
        await cards.touch(conn, event.id, now)
        if has_risen:
            return await load(conn, event.id), await find(conn, event.id, after.member_id) or after
        return changed, after


def _signs_up(before: Rsvp | None, after: Rsvp) -> bool:
    return after.state in SIGNED and (before is None or before.state not in SIGNED)


async def _partner(conn: AsyncConnection, event: Event, member_id: int) -> int | None:
    """The partner of the event for which the person acts."""
    taking_part = [part.partner_id for part in event.fields.partners]
    if not taking_part:
        return None
    own = (partner_reps.c.member_id == member_id, partner_reps.c.partner_id.in_(taking_part))
    query = select(partner_reps.c.partner_id).where(*own)
    return (await conn.execute(query.order_by(partner_reps.c.partner_id).limit(1))).scalar_one_or_none()
