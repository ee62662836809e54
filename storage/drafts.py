"""Forms that are being filled in: every answer is kept at once."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.people import Person
from domain.policy import Policy
from domain.refusal import Gone
from domain.survey import Survey
from storage import outbox
from storage.database import AnyDatabase
from storage.outbox import Message
from storage.prepared import Prepared
from storage.survey_rows import BESIDE, FORM, beside
from storage.tables import drafts, members, surveys

Body = dict[str, Any]
LEFT = "draft-left"
"""The message about a draft that was left alone."""

_ANSWERED = and_(drafts.c.form == FORM, surveys.c.id == drafts.c.subject)
_FIND = Prepared(select(drafts, *BESIDE).outerjoin(surveys, _ANSWERED).where(drafts.c.id == bindparam("draft")))
_LOCK = Prepared(select(drafts).where(drafts.c.id == bindparam("draft")).with_for_update())
_SET = Prepared(
    update(drafts)
    .where(drafts.c.id == bindparam("draft"), drafts.c.revision == bindparam("seen"))
    .values(body=bindparam("body"), revision=bindparam("revision"), updated_at=bindparam("updated_at"))
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A form in the making: one person's, or (`member_id` None) one that all people of a partner go on with.

    `subject` is what it changes or answers (an event, a survey), if anything. `survey`: the survey that it answers, as
    it was found together with it.
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
    survey: Survey | None = field(default=None, compare=False)

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
        row = await self._db.one(_FIND, {"draft": draft_id})
        return replace(to_draft(row), survey=beside(row)) if row else None

    async def of(self, member_id: int) -> list[Draft]:
        """The person's drafts, the one touched last first."""
        query = select(drafts).where(drafts.c.member_id == member_id).order_by(drafts.c.updated_at.desc())
        async with self._db.read() as conn:
            return [to_draft(row) for row in await conn.execute(query)]

    async def change(self, draft_id: int, rule: Callable[[Body], Body], now: datetime) -> Draft:
        """Changes the body by the rule. Two devices at once come one after the other; a draft that is gone: `Gone`."""
        return await self._db.write(lambda conn: _change(conn, draft_id, rule, now))

    async def go_on(self, seen: Draft, rule: Callable[[Body], Body], now: datetime) -> Draft:
        """The same of a draft as it was just read, which is read again only if somebody has gone on with it since."""
        after = _changed(seen, rule, now)

        async def job(conn: AsyncConnection) -> Draft:
            if await _set(conn, after):
                return after
            return await _change(conn, seen.id, rule, now)

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


async def _change(conn: AsyncConnection, draft_id: int, rule: Callable[[Body], Body], now: datetime) -> Draft:
    row = await _LOCK.one(conn, {"draft": draft_id})
    if row is None:
        raise Gone("draft-gone")
    after = _changed(to_draft(row), rule, now)
    await _set(conn, after)
    return after


def _changed(before: Draft, rule: Callable[[Body], Body], now: datetime) -> Draft:
    return replace(before, body=rule(before.body), revision=before.revision + 1, updated_at=now)


async def _set(conn: AsyncConnection, after: Draft) -> bool:
    """Keeps what has become of the draft; False if it is no longer what it was before."""
    new = {"body": after.body, "revision": after.revision, "updated_at": after.updated_at}
    return bool(await _SET.run(conn, {"draft": after.id, "seen": after.revision - 1} | new))


async def drop(conn: AsyncConnection, draft_id: int) -> None:
    """Deletes the draft in the transaction that is open: what it was for is done."""
    await conn.execute(delete(drafts).where(drafts.c.id == draft_id))


def to_draft(row: Row[Any]) -> Draft:
    return Draft(**{column.name: getattr(row, column.name) for column in drafts.c})
