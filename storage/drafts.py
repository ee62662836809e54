"""Forms that are being filled in: every answer is kept at once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.people import Person
from domain.policy import Policy
from domain.refusal import Gone
from storage import outbox
from storage.database import AnyDatabase
from storage.outbox import Message
from storage.tables import drafts, members

Body = dict[str, Any]
LEFT = "draft-left"
"""The message about a draft that was left alone."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A form in the making: one person's, or (`member_id` None) one that all people of a partner go on with.

    `subject` is what it changes or answers (an event, a survey), if anything.
    """

    id: int
    member_id: int | None
    form: str
    subject: int | None
    body: Body
    revision: int
    created_at: datetime
    updated_at: datetime
    partner_id: int | None = None

    def is_of(self, person: Person) -> bool:
        """Whether the person may go on with it: it is theirs, or that of a partner they act for."""
        return self.member_id == person.id if self.partner_id is None else self.partner_id in person.partner_ids


class Drafts:
    def __init__(self, db: AnyDatabase, policy: Policy) -> None:
        self._db = db
        self._policy = policy

    async def start(self, member_id: int, form: str, subject: int | None, body: Body, now: datetime) -> Draft:
        return await self._db.write(lambda conn: start(conn, member_id, form, body, now=now, subject=subject))

    async def find(self, draft_id: int) -> Draft | None:
        async with self._db.read() as conn:
            row = (await conn.execute(select(drafts).where(drafts.c.id == draft_id))).one_or_none()
        return to_draft(row) if row else None

    async def of(self, member_id: int) -> list[Draft]:
        """The person's drafts, the one touched last first."""
        query = select(drafts).where(drafts.c.member_id == member_id).order_by(drafts.c.updated_at.desc())
        async with self._db.read() as conn:
            return [to_draft(row) for row in await conn.execute(query)]

    async def change(self, draft_id: int, rule: Callable[[Body], Body], now: datetime) -> Draft:
        """Changes the body by the rule. Two devices at once come one after the other; a draft that is gone: `Gone`."""

        async def job(conn: AsyncConnection) -> Draft:
            found = select(drafts).where(drafts.c.id == draft_id).with_for_update()
            row = (await conn.execute(found)).one_or_none()
            if row is None:
                raise Gone("draft-gone")
            new = {"body": rule(dict(row.body)), "revision": row.revision + 1, "updated_at": now}
            changed = update(drafts).where(drafts.c.id == draft_id).values(new).returning(drafts)
            return to_draft((await conn.execute(changed)).one())

        return await self._db.write(job)

    async def remind(self, now: datetime) -> None:
        """Reminds authors of events that they left half-way, once for each time that they were left."""
        days = self._policy.events.draft_reminder_days
        if days:
            await self._db.write(lambda conn: _remind(conn, now - timedelta(days=days), self._policy, now))

    async def drop(self, draft_id: int) -> None:
        await self._db.write(lambda conn: drop(conn, draft_id))


async def start(
    conn: AsyncConnection, member_id: int, form: str, body: Body, *, now: datetime, subject: int | None = None
) -> Draft:
    """A new draft, in the transaction that is open."""
    row = {"member_id": member_id, "form": form, "subject": subject, "body": body, "revision": 1}
    statement = insert(drafts).values(**row, created_at=now, updated_at=now).returning(drafts)
    return to_draft((await conn.execute(statement)).one())


async def _remind(conn: AsyncConnection, since: datetime, policy: Policy, now: datetime) -> None:
    left = (drafts.c.form == "event", drafts.c.subject.is_(None), drafts.c.updated_at < since, members.c.reachable)
    query = select(drafts.c.id, drafts.c.revision, drafts.c.member_id, members.c.account_id)
    rows = await conn.execute(query.join(members, members.c.id == drafts.c.member_id).where(*left))
    due = policy.send_at(now, now + timedelta(days=365), pressing=False)
    found = [Message(LEFT, row.id, row.account_id, f"r{row.revision}", due, row.member_id) for row in rows]
    await outbox.add(conn, found)


async def drop(conn: AsyncConnection, draft_id: int) -> None:
    """Deletes the draft in the transaction that is open: what it was for is done."""
    await conn.execute(delete(drafts).where(drafts.c.id == draft_id))


def to_draft(row: Row[Any]) -> Draft:
    return Draft(**row._mapping)
