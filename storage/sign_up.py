"""What people say with their sign-up: answers to the organiser's questions, and talks that they offer."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.agenda import AgendaItem, Speaker
from domain.people import Person
from domain.policy import Policy
from domain.refusal import Gone, Refusal
from domain.seats import RsvpState
from domain.sign_up import Answers, Talk, TalkState, offer
from storage import outbox
from storage.audit import note
from storage.database import AnyDatabase
from storage.drafts import drop
from storage.event_rows import load
from storage.outbox import Message
from storage.staff import responsible
from storage.tables import agenda_items, members, partner_reps, rsvp_answers, rsvps, talks
from storage.upsert import upsert

SIGNED = (RsvpState.GOING, RsvpState.QUEUED)


class SignUps:
    def __init__(self, db: AnyDatabase, policy: Policy, admins: Collection[int]) -> None:
        self._db = db
        self._policy = policy
        self._admins = admins

    async def answer(self, event_id: int, member_id: int, answers: Answers, now: datetime, *, draft_id: int) -> None:
        """Keeps what somebody who comes says to the questions; the draft goes with it."""

        async def job(conn: AsyncConnection) -> None:
            await _require_signed(conn, event_id, member_id)
            row = {"event_id": event_id, "member_id": member_id, "answers": dict(answers), "answered_at": now}
            await conn.execute(upsert(rsvp_answers, row))
            await drop(conn, draft_id)

        await self._db.write(job)

    async def answers(self, event_id: int) -> dict[int, Answers]:
        """What those who come have said, by member."""
        query = select(rsvp_answers.c.member_id, rsvp_answers.c.answers).join(
            rsvps, (rsvps.c.event_id == rsvp_answers.c.event_id) & (rsvps.c.member_id == rsvp_answers.c.member_id)
        )
        signed = (rsvp_answers.c.event_id == event_id, rsvps.c.state.in_(SIGNED))
        async with self._db.read() as conn:
            return {row.member_id: row.answers for row in await conn.execute(query.where(*signed))}

    async def answered(self, event_id: int, member_id: int) -> Answers | None:
        """What this person has said."""
        one = (rsvp_answers.c.event_id == event_id, rsvp_answers.c.member_id == member_id)
        async with self._db.read() as conn:
            found: Answers | None = (
                await conn.execute(select(rsvp_answers.c.answers).where(*one))
            ).scalar_one_or_none()
        return found

    async def offer(self, event_id: int, person: Person, topic: str, now: datetime) -> None:
        """Somebody who comes offers to speak, or changes the topic; its librarian is told."""

        async def job(conn: AsyncConnection) -> None:
            event = await load(conn, event_id)
            talk = offer(event, person.id, topic, now)
            await _require_signed(conn, event_id, person.id)
            row = {"event_id": event_id, "member_id": person.id, "topic": talk.topic, "state": talk.state}
            await conn.execute(upsert(talks, row | {"item_id": None, "minutes": None, "offered_at": now}))
            people = await responsible(conn, event.responsible_id, event.fields.branch_id, self._admins)
            due, moment = (
                self._policy.send_at(now, event.fields.starts_at, pressing=False),
                f"{person.id}-{int(now.timestamp())}",
            )
            args = {"speaker": person.id}
            until = event.fields.starts_at
            letters = [
                Message("talk", event_id, chat, moment, due, member, args=args, use_until=until)
                for member, chat in people
            ]
            await outbox.add(conn, letters)

        await self._db.write(job)

    async def talks(self, event_id: int) -> list[Talk]:
        """What was offered, in order."""
        query = select(talks).where(talks.c.event_id == event_id).order_by(talks.c.offered_at, talks.c.member_id)
        async with self._db.read() as conn:
            return [_talk(row) for row in await conn.execute(query)]

    async def talk(self, event_id: int, member_id: int) -> Talk | None:
        async with self._db.read() as conn:
            return await _find(conn, event_id, member_id)

    async def decide(self, event_id: int, member_id: int, actor: Person, now: datetime, *, taken: bool) -> Talk:
        """Takes the talk into the programme, or not; who offered it is told."""

        async def job(conn: AsyncConnection) -> Talk:
            event = await load(conn, event_id, lock=True)
            talk = await _find(conn, event_id, member_id)
            if talk is None or talk.state is not TalkState.OFFERED:
                raise Gone("talk-gone")
            item_id = await _into_programme(conn, event_id, talk) if taken else None
            state = TalkState.TAKEN if taken else TalkState.DECLINED
            one = (talks.c.event_id == event_id, talks.c.member_id == member_id)
            await conn.execute(update(talks).where(*one).values(state=state, item_id=item_id))
            chat = (await conn.execute(select(members.c.account_id).where(members.c.id == member_id))).scalar_one()
            due = self._policy.send_at(now, event.fields.starts_at, pressing=False)
            await outbox.add(
                conn, [Message("talk-answer", event_id, chat, f"{state}-{int(now.timestamp())}", due, member_id)]
            )
            await note(conn, now, actor.id, "programme-changed", ("event", event_id))
            return Talk(member_id, talk.topic, talk.minutes, state, item_id)

        return await self._db.write(job)


async def _into_programme(conn: AsyncConnection, event_id: int, talk: Talk) -> int:
    """A new item at the end, spoken by whom the register knows, or by the account."""
    last = select(agenda_items.c.number).where(agenda_items.c.event_id == event_id)
    number = (await conn.execute(last.order_by(agenda_items.c.number.desc()).limit(1))).scalar_one_or_none() or 0
    rep = select(partner_reps.c.id).where(partner_reps.c.member_id == talk.member_id).order_by(partner_reps.c.id)
    rep_id = (await conn.execute(rep.limit(1))).scalar_one_or_none()
    who = Speaker(rep_id) if rep_id else Speaker(member_id=talk.member_id)
    item = AgendaItem(0, talk.topic, talk.minutes, who)
    row = {"event_id": event_id, "number": number + 1, "text": item.text, "minutes": item.minutes}
    people = {"rep_id": who.rep_id, "member_id": who.member_id}
    added = await conn.execute(insert(agenda_items).values(row | people).returning(agenda_items.c.id))
    return int(added.scalar_one())


async def _find(conn: AsyncConnection, event_id: int, member_id: int) -> Talk | None:
    one = (talks.c.event_id == event_id, talks.c.member_id == member_id)
    row = (await conn.execute(select(talks).where(*one))).one_or_none()
    return _talk(row) if row else None


async def _require_signed(conn: AsyncConnection, event_id: int, member_id: int) -> None:
    signed = (rsvps.c.event_id == event_id, rsvps.c.member_id == member_id, rsvps.c.state.in_(SIGNED))
    if (await conn.execute(select(rsvps.c.member_id).where(*signed))).first() is None:
        raise Refusal("sign-up-first")


def _talk(row: Row[Any]) -> Talk:
    return Talk(row.member_id, row.topic, row.minutes, TalkState(row.state), row.item_id)
