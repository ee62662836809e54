"""What partners say to their parts in events: one transaction each, with the word that the librarian gets of it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.event import Event
from domain.joint import Agreed, Standing, Voice, keep_time, overruled
from domain.life import Status
from domain.partner import PartState
from domain.people import Person
from domain.policy import Policy
from domain.refusal import Gone, NotAllowed
from storage import cards, outbox
from storage.audit import note
from storage.database import AnyDatabase
from storage.drafts import drop
from storage.event_rows import load
from storage.outbox import Message
from storage.parts import Word, message, parts_of, put, representatives, tell, to_agreed
from storage.staff import responsible
from storage.tables import event_partners, events, partner_reps

Rule = Callable[[Event, Agreed], Standing]
NEWS = ("part-accepted", "part-answer")
"""To the librarian: an acceptance, which needs nothing done, and everything else."""
OVERRULED = "part-changed"
"""To a representative: a colleague has said otherwise for the partner."""


@dataclass(frozen=True, slots=True)
class Said:
    """What came of an answer: the event, the part, and how it stood before."""

    event: Event
    before: Agreed
    after: Agreed


class Joint:
    def __init__(self, db: AnyDatabase, policy: Policy, admins: Collection[int]) -> None:
        self._db = db
        self._policy = policy
        self._admins = admins

    async def of(self, event_id: int) -> list[Agreed]:
        """The event's partners with what they have said, in the order in which they were entered."""
        async with self._db.read() as conn:
            return await parts_of(conn, event_id)

    async def one(self, event_id: int, partner_id: int) -> Agreed:
        """The part of one partner; `Gone` if it has none in this event."""
        async with self._db.read() as conn:
            return await _find(conn, event_id, partner_id)

    async def answer(
        self, event_id: int, partner_id: int, rule: Rule, voice: Voice, *, draft_id: int | None = None
    ) -> Said:
        """Keeps what a representative says for the partner; the librarian is told. `Refusal` says why not."""
        now = voice.at

        async def job(conn: AsyncConnection) -> Said:
            event = await load(conn, event_id, lock=True)
            await _require_rep(conn, partner_id, voice.member_id)
            before = await _find(conn, event_id, partner_id)
            after = rule(event, before)
            if draft_id is not None:
                await drop(conn, draft_id)
            if _same(before.standing, after):
                return Said(event, before, before)
            await put(conn, event_id, partner_id, after)
            await cards.touch(conn, event_id, now)
            await self._tell_librarian(conn, event, partner_id, after, now)
            await self._tell_overruled(conn, event, partner_id, overruled(before.standing, after), now)
            await note(conn, now, voice.member_id, "part-answered", ("event", event_id), after=_note(partner_id, after))
            return Said(event, before, await _find(conn, event_id, partner_id))

        return await self._db.write(job)

    async def keep_time(self, event_id: int, partner_id: int, actor: Person, now: datetime) -> Said:
        """The librarian keeps the event's time: the partner that proposed another is told, and asked again."""

        async def job(conn: AsyncConnection) -> Said:
            event = await load(conn, event_id, lock=True)
            before = await _find(conn, event_id, partner_id)
            after = keep_time(event, before, now)
            await put(conn, event_id, partner_id, after)
            await cards.touch(conn, event_id, now)
            await tell(conn, event, Word("part-kept", partner_id, _moment(now)), self._policy, now)
            await note(conn, now, actor.id, "time-kept", ("event", event_id), after={"partner": partner_id})
            return Said(event, before, await _find(conn, event_id, partner_id))

        return await self._db.write(job)

    async def waiting(self, member_id: int, now: datetime) -> list[tuple[Event, Agreed]]:
        """Coming events of the partners that the person acts for, whose part is yet to be agreed."""
        own = select(partner_reps.c.partner_id).where(partner_reps.c.member_id == member_id)
        stale = (event_partners.c.state == PartState.ACCEPTED) & (event_partners.c.said_of != events.c.starts_at)
        query = (
            select(event_partners)
            .join(events, events.c.id == event_partners.c.event_id)
            .where(
                event_partners.c.partner_id.in_(own),
                events.c.status.in_((Status.AGREEING, Status.PUBLISHED)),
                events.c.starts_at > now,
                (event_partners.c.state == PartState.ASKED) | stale,
            )
            .order_by(events.c.starts_at, event_partners.c.partner_id)
        )
        async with self._db.read() as conn:
            rows = (await conn.execute(query)).all()
            return [(await load(conn, row.event_id), to_agreed(row)) for row in rows]

    async def _tell_librarian(
        self, conn: AsyncConnection, event: Event, partner_id: int, after: Standing, now: datetime
    ) -> None:
        """One card: a word that has not gone yet is said together with this one."""
        unsent = await outbox.supersede(conn, event.id, NEWS, now)
        due = self._policy.send_at(now, event.fields.starts_at, pressing=False)
        people = await responsible(conn, event.responsible_id, event.fields.branch_id, self._admins)
        partners = {chat: _together(unsent.get(chat, {}), partner_id) for _, chat in people}
        wants_reading = after.state is not PartState.ACCEPTED or after.comment is not None
        loud = wants_reading or any(len(named) > 1 for named in partners.values())
        await outbox.add(
            conn,
            [
                Message(
                    NEWS[int(loud)],
                    event.id,
                    chat,
                    f"p{partner_id}-{_moment(now)}",
                    due,
                    member,
                    args={"partners": partners[chat]},
                    use_until=event.fields.starts_at,
                )
                for member, chat in people
            ],
        )

    async def _tell_overruled(
        self, conn: AsyncConnection, event: Event, partner_id: int, member_id: int | None, now: datetime
    ) -> None:
        """One message, which shows the part as it stands when it goes."""
        await outbox.supersede(conn, event.id, (OVERRULED,), now, beginning=f"p{partner_id}-")
        due = self._policy.send_at(now, event.fields.starts_at, pressing=False)
        word = Word(OVERRULED, partner_id, _moment(now))
        people = [one for one in await representatives(conn, partner_id) if one[0] == member_id]
        await outbox.add(conn, [message(event, word, one, due) for one in people])


async def _find(conn: AsyncConnection, event_id: int, partner_id: int) -> Agreed:
    found = next((one for one in await parts_of(conn, event_id) if one.partner_id == partner_id), None)
    if found is None:
        raise Gone("joint-gone")
    return found


async def _require_rep(conn: AsyncConnection, partner_id: int, member_id: int) -> None:
    query = select(partner_reps.c.id).where(
        partner_reps.c.partner_id == partner_id, partner_reps.c.member_id == member_id
    )
    if (await conn.execute(query)).first() is None:
        raise NotAllowed


def _same(before: Standing, after: Standing) -> bool:
    """Whether the partner has said just this already, whoever said it."""
    return _content(before) == _content(after)


def _content(standing: Standing) -> tuple[object, ...]:
    return (standing.state, standing.brings, standing.reason, standing.proposed_at, standing.said_of, standing.comment)


def _together(unsent: dict[str, Any], partner_id: int) -> list[int]:
    return [*(one for one in unsent.get("partners", ()) if one != partner_id), partner_id]


def _note(partner_id: int, after: Standing) -> dict[str, object]:
    return {"partner": partner_id, "state": str(after.state), "brings": list(after.brings)}


def _moment(now: datetime) -> str:
    return f"{now:%Y%m%d%H%M%S%f}"
