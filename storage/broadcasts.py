"""Letters to many: a draft that expires, an audience fixed by the press that confirms, one summary afterwards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.policy import Policy
from domain.refusal import Refusal
from domain.segment import Segment, to_json
from storage import outbox as letters
from storage.audit import note
from storage.broadcast_rows import Broadcast, Reach, load, plain, to_broadcast, with_tally
from storage.database import AnyDatabase
from storage.mailing import fan_out, reach_of, sum_up, times, under_way
from storage.segments import KIND, meant, pairs
from storage.tables import broadcasts, members, partners
from storage.telephone import Callee, callees

DRAFT_LASTS = timedelta(days=1)
KEPT = timedelta(days=7)
"""So long after it has expired a draft is there to say so."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A partner by the little that a list shows."""

    id: int
    short_name: str
    sector: str


Content = tuple[str, Segment]
"""What can be changed of a draft: its text and whom it is for."""


class Broadcasts:
    def __init__(self, db: AnyDatabase, policy: Policy) -> None:
        self._db = db
        self._policy = policy

    async def draft(self, author_id: int, text: str, segment: Segment, now: datetime) -> Broadcast:
        row = {"author_id": author_id, "text": text, "segment": to_json(segment), "state": "draft", "revision": 1}
        times = {"created_at": now, "expires_at": now + DRAFT_LASTS}
        added = insert(broadcasts).values(row | times).returning(broadcasts)

        async def job(conn: AsyncConnection) -> Broadcast:
            return to_broadcast((await conn.execute(added)).one())

        return await self._db.write(job)

    async def get(self, broadcast_id: int) -> Broadcast:
        """The letter, a draft or sent; `Gone` if there is none."""
        async with self._db.read() as conn:
            return await load(conn, broadcast_id)

    async def change(self, broadcast_id: int, rule: Callable[[Content], Content], now: datetime) -> Broadcast:
        """Changes a draft's text or segment by the rule; a button that confirms what was there before is dead."""

        async def job(conn: AsyncConnection) -> Broadcast:
            old = await _open_draft(conn, broadcast_id, now)
            text, segment = rule((old.text, old.segment))
            if (text, segment) == (old.text, old.segment):
                return old
            new = {"text": text, "segment": to_json(segment), "revision": old.revision + 1}
            new |= {"expires_at": now + DRAFT_LASTS}
            changed = update(broadcasts).where(broadcasts.c.id == broadcast_id).values(new).returning(broadcasts)
            return to_broadcast((await conn.execute(changed)).one())

        return await self._db.write(job)

    async def drop(self, broadcast_id: int) -> None:
        """Drops a draft; what was sent stays."""
        draft = delete(broadcasts).where(broadcasts.c.id == broadcast_id, broadcasts.c.state == "draft")
        await self._db.write(lambda conn: conn.execute(draft))

    async def forget(self, now: datetime) -> None:
        """Drops the drafts that nobody could send any more for a while."""
        over = delete(broadcasts).where(broadcasts.c.state == "draft", broadcasts.c.expires_at <= now - KEPT)
        await self._db.write(lambda conn: conn.execute(over))

    async def reach(self, segment: Segment, now: datetime) -> Reach:
        """Whom a letter to the segment would get to if it were sent now."""
        async with self._db.read() as conn:
            return await reach_of(conn, segment, now)

    async def partners(self, segment: Segment) -> list[Listed]:
        """The partners that the segment means, by short name."""
        found = select(pairs(segment).subquery().c.partner_id)
        query = select(partners.c.id, partners.c.short_name, partners.c.sector).where(partners.c.id.in_(found))
        async with self._db.read() as conn:
            return [Listed(*row) for row in await conn.execute(query.order_by(partners.c.short_name, partners.c.id))]

    async def calls(self, letter: Broadcast, now: datetime) -> tuple[int, ...]:
        """Partners (ids) whom nobody can be written to for: of a draft as of now, of a letter as it was sent."""
        return letter.reach.calls if letter.state != "draft" else (await self.reach(letter.segment, now)).calls

    async def callees(self, partner_ids: Sequence[int]) -> list[Callee]:
        """Whom to telephone at these partners."""
        async with self._db.read() as conn:
            return await callees(conn, partner_ids)

    async def concerns(self, segment: Segment, member_id: int) -> bool:
        """Whether the segment still means the member."""
        async with self._db.read() as conn:
            query = select(members.c.id).where(members.c.id == member_id, members.c.id.in_(meant(segment)))
            return (await conn.execute(query)).first() is not None

    async def when(self, segment: Segment, now: datetime) -> datetime:
        """When a letter that is confirmed now leaves."""
        async with self._db.read() as conn:
            return (await times(conn, segment, self._policy, now))[0]

    async def confirm(self, broadcast_id: int, revision: int, now: datetime) -> Broadcast:
        """Fixes the audience and puts the letters into the outbox, once: a letter that was sent before is as it is.

        `Refusal` if the draft has expired, or is no longer what was confirmed.
        """

        async def job(conn: AsyncConnection) -> Broadcast:
            old = await load(conn, broadcast_id, lock=True)
            if old.state != "draft":
                return old
            _check(old, revision, now)
            reach = await reach_of(conn, old.segment, now)
            await fan_out(conn, old, self._policy, now)
            sent = {"state": "sent", "confirmed_at": now, "audience": reach.reached, "outcome": {"reach": plain(reach)}}
            done = update(broadcasts).where(broadcasts.c.id == broadcast_id).values(sent).returning(broadcasts)
            after = {"people": reach.reached}
            await note(conn, now, old.author_id, "letter-sent", ("broadcast", broadcast_id), after=after)
            return to_broadcast((await conn.execute(done)).one())

        return await self._db.write(job)

    async def stop(self, broadcast_id: int, now: datetime) -> int:
        """Takes back what has not left yet; how many letters that were."""

        async def job(conn: AsyncConnection) -> int:
            return len(await letters.supersede(conn, broadcast_id, (KIND,), now))

        return await self._db.write(job)

    async def settle(self, now: datetime) -> int:
        """Sums up, once each, the letters of which nothing is under way any more, for their authors; how many."""
        finished = select(broadcasts.c.id).where(broadcasts.c.state == "sent", ~under_way(broadcasts.c.id))
        async with self._db.read() as conn:
            found = list((await conn.execute(finished)).scalars())
        for broadcast_id in found:
            await self._settle_one(broadcast_id, now)
        return len(found)

    async def past(self, author_id: int | None, limit: int, offset: int = 0) -> list[Broadcast]:
        """Letters that were sent, the newest first; of one author, or (None) of all."""
        query = select(broadcasts).where(*_sent_by(author_id)).order_by(broadcasts.c.id.desc())
        async with self._db.read() as conn:
            rows = (await conn.execute(query.limit(limit).offset(offset))).all()
            return [await with_tally(conn, to_broadcast(row)) for row in rows]

    async def count_past(self, author_id: int | None) -> int:
        query = select(func.count()).select_from(broadcasts).where(*_sent_by(author_id))
        async with self._db.read() as conn:
            return int((await conn.execute(query)).scalar_one())

    async def _settle_one(self, broadcast_id: int, now: datetime) -> None:
        still = (broadcasts.c.id == broadcast_id, broadcasts.c.state == "sent", ~under_way(broadcast_id))

        async def job(conn: AsyncConnection) -> None:
            done = update(broadcasts).where(*still).values(state="done").returning(broadcasts)
            row = (await conn.execute(done)).one_or_none()
            if row is not None:
                await sum_up(conn, to_broadcast(row), self._policy, now)

        await self._db.write(job)


def _check(draft: Broadcast, revision: int, now: datetime) -> None:
    if draft.expires_at <= now:
        raise Refusal("letter-expired")
    if draft.revision != revision:
        raise Refusal("letter-changed")


async def _open_draft(conn: AsyncConnection, broadcast_id: int, now: datetime) -> Broadcast:
    """The draft, which can still be changed."""
    found = await load(conn, broadcast_id, lock=True)
    if found.state != "draft":
        raise Refusal("letter-sent")
    _check(found, found.revision, now)
    return found


def _sent_by(author_id: int | None) -> tuple[Any, ...]:
    mine = (broadcasts.c.author_id == author_id,) if author_id is not None else ()
    return broadcasts.c.state != "draft", *mine
