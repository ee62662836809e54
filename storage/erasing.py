"""Forgetting somebody: every trace in one transaction, and the account of it in the audit trail."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.destruction import Destruction, Ground
from domain.policy import Policy
from domain.refusal import Gone
from storage.audit import note
from storage.database import AnyDatabase
from storage.leaving import leave_events
from storage.oblivion import Subject, forget, words_of_rep
from storage.personal import parts
from storage.reps import promote_oldest
from storage.tables import (
    audit,
    broadcasts,
    consents,
    conversations,
    event_partners,
    members,
    outbox,
    partner_reps,
)

ACTION = "member-erased"


class Erasures:
    """Accounts of what was destroyed."""

    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def get(self, number: int) -> Destruction:
        """One of them; `Gone` if there is none."""
        async with self._db.read() as conn:
            row = (await conn.execute(_entries().where(audit.c.id == number))).one_or_none()
        if row is None:
            raise Gone
        return _destruction(row)

    async def all(self) -> list[Destruction]:
        """All that are still kept, the oldest first."""
        async with self._db.read() as conn:
            return [_destruction(row) for row in await conn.execute(_entries().order_by(audit.c.id))]


async def erase(
    conn: AsyncConnection, member_id: int, ground: Ground, policy: Policy, now: datetime
) -> Destruction | None:
    """Forgets the person in the transaction that is open: a crash in between would leave half of them.

    Seats at coming events are freed first, so the queue moves up. None for who is not known (any more).
    """
    person = (await conn.execute(select(members).where(members.c.id == member_id))).one_or_none()
    if person is None:
        return None
    counts, texts = await _counts(conn, member_id), await _texts(conn, member_id)
    words, subjects = await _speaking_of(conn, person)
    await leave_events(conn, member_id, policy, now)
    await _take_out_of_partners(conn, member_id)
    await _blank_what_was_written(conn, member_id)
    await conn.execute(delete(conversations).where(conversations.c.user_id == person.account_id))
    await conn.execute(delete(outbox).where(outbox.c.chat_id == person.account_id))
    await conn.execute(delete(members).where(members.c.id == member_id))
    await forget(conn, words, subjects, now)
    after = {"ground": str(ground), "counts": counts, "consents": texts}
    number = await note(conn, now, None, ACTION, ("member", member_id), after=after)
    return Destruction(number, member_id, now, ground, counts, tuple(texts))


async def _speaking_of(conn: AsyncConnection, person: Row[Any]) -> tuple[list[str | None], list[Subject]]:
    """By which words and ids the person is known elsewhere."""
    reps = (await conn.execute(select(partner_reps).where(partner_reps.c.member_id == person.id))).all()
    words = [person.name, str(person.account_id), *(word for rep in reps for word in words_of_rep(dict(rep._mapping)))]
    return words, [("member", person.id), *(("rep", rep.id) for rep in reps)]


async def _counts(conn: AsyncConnection, member_id: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for part, query in parts(member_id).items():
        number = (await conn.execute(select(func.count()).select_from(query.subquery()))).scalar_one()
        if number:
            found[part] = number
    return found


async def _texts(conn: AsyncConnection, member_id: int) -> list[str]:
    query = select(consents.c.text_version).where(consents.c.member_id == member_id).order_by(consents.c.id)
    return list((await conn.execute(query)).scalars())


async def _take_out_of_partners(conn: AsyncConnection, member_id: int) -> None:
    """The representative goes from the register too; the oldest deputy follows a primary."""
    gone = delete(partner_reps).where(partner_reps.c.member_id == member_id)
    for row in (await conn.execute(gone.returning(partner_reps.c.partner_id, partner_reps.c.is_primary))).all():
        if row.is_primary:
            await promote_oldest(conn, row.partner_id)


async def _blank_what_was_written(conn: AsyncConnection, member_id: int) -> None:
    """What the person wrote and others keep: why a partner declined, letters to partners."""
    said = update(event_partners).where(event_partners.c.answered_by == member_id)
    await conn.execute(said.values(reason=None))
    own = broadcasts.c.author_id == member_id
    await conn.execute(delete(broadcasts).where(own, broadcasts.c.state == "draft"))
    await conn.execute(update(broadcasts).where(own).values(text=""))


def _entries() -> Any:
    columns = (audit.c.id, audit.c.at, audit.c.subject_id, audit.c.after)
    return select(*columns).where(audit.c.action == ACTION)


def _destruction(row: Row[Any]) -> Destruction:
    after = row.after or {}
    consents_given = tuple(after.get("consents", ()))
    ground = Ground(after.get("ground", Ground.ASKED))
    return Destruction(row.id, row.subject_id, row.at, ground, after.get("counts", {}), consents_given)
