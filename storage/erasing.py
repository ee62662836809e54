"""Forgetting somebody: every trace in one transaction, and the account of it in the audit trail."""

import json
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Text, cast, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.destruction import Destruction, Ground
from domain.policy import Policy
from domain.refusal import Gone
from storage.audit import note
from storage.chores import hasten
from storage.database import AnyDatabase
from storage.leaving import leave_events
from storage.personal import parts
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
CLEAN_UP = "clean-up"
"""The chore that takes what was erased out of the files as well, and writes the ledger."""
SHORTEST = 4
"""Shorter words would be found everywhere."""


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
    words = await _words(conn, person)
    await leave_events(conn, member_id, policy, now)
    await _take_out_of_partners(conn, member_id)
    await _blank_what_was_written(conn, member_id)
    await conn.execute(delete(conversations).where(conversations.c.user_id == person.account_id))
    await conn.execute(delete(outbox).where(outbox.c.chat_id == person.account_id))
    await conn.execute(delete(members).where(members.c.id == member_id))
    await forget_words(conn, words, [("member", member_id)], now)
    after = {"ground": str(ground), "counts": counts, "consents": texts}
    number = await note(conn, now, None, ACTION, ("member", member_id), after=after)
    await hasten(conn, CLEAN_UP, now)
    return Destruction(number, member_id, now, ground, counts, tuple(texts))


async def forget_words(
    conn: AsyncConnection, words: Collection[str], subjects: Collection[tuple[str, int]], now: datetime
) -> None:
    """Blanks values in the audit trail and in messages that speak of somebody: by what they are about, or by words."""
    of_them: list[ColumnElement[bool]] = [
        (audit.c.subject_kind == kind) & (audit.c.subject_id == key) for kind, key in subjects
    ]
    for kind, key in subjects:
        meant = [f'"{name}": {key}{end}' for name in (kind, f"{kind}_id") for end in "},"]
        of_them += [_holds(column, words) for column in VALUES for words in meant]
    speaking = [_holds(column, json.dumps(word)[1:-1]) for column in VALUES for word in words]
    await conn.execute(update(audit).where(or_(*of_them, *speaking)).values(before=None, after=None))
    spoken_of = [_holds(outbox.c.args, json.dumps(word)[1:-1]) for word in words]
    if spoken_of:
        open_ones = (or_(*spoken_of), outbox.c.state.in_(("ready", "claimed")))
        await conn.execute(update(outbox).where(*open_ones).values(state="superseded", finished_at=now))
        await conn.execute(update(outbox).where(or_(*spoken_of)).values(args={}))


VALUES = (audit.c.before, audit.c.after)


def words_of_rep(rep: Row[Any]) -> list[str]:
    """By what a representative is known: names, telephone, e-mail."""
    given = (rep.last_name, rep.phone, rep.email, rep.salutation)
    return [word for word in given if word and len(word) >= SHORTEST]


async def _words(conn: AsyncConnection, person: Row[Any]) -> list[str]:
    reps = await conn.execute(select(partner_reps).where(partner_reps.c.member_id == person.id))
    own = [word for word in (person.name, str(person.account_id)) if len(word) >= SHORTEST]
    return own + [word for rep in reps for word in words_of_rep(rep)]


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
    """The representative goes from the register too; the next one in line becomes the primary."""
    gone = delete(partner_reps).where(partner_reps.c.member_id == member_id)
    rows = (await conn.execute(gone.returning(partner_reps.c.partner_id, partner_reps.c.is_primary))).all()
    for row in rows:
        if row.is_primary:
            await _next_primary(conn, row.partner_id)


async def _next_primary(conn: AsyncConnection, partner_id: int) -> None:
    first = select(func.min(partner_reps.c.id)).where(partner_reps.c.partner_id == partner_id).scalar_subquery()
    await conn.execute(update(partner_reps).where(partner_reps.c.id == first).values(is_primary=True))


async def _blank_what_was_written(conn: AsyncConnection, member_id: int) -> None:
    """What the person wrote and others keep: why a partner declined, letters to partners."""
    said = update(event_partners).where(event_partners.c.answered_by == member_id)
    await conn.execute(said.values(reason=None))
    own = broadcasts.c.author_id == member_id
    await conn.execute(delete(broadcasts).where(own, broadcasts.c.state == "draft"))
    await conn.execute(update(broadcasts).where(own).values(text=""))


def _holds(column: ColumnElement[Any], words: str) -> ColumnElement[bool]:
    return cast(column, Text).contains(words, autoescape=True)


def _entries() -> Any:
    columns = (audit.c.id, audit.c.at, audit.c.subject_id, audit.c.after)
    return select(*columns).where(audit.c.action == ACTION)


def _destruction(row: Row[Any]) -> Destruction:
    after = row.after or {}
    consents_given = tuple(after.get("consents", ()))
    ground = Ground(after.get("ground", Ground.ASKED))
    return Destruction(row.id, row.subject_id, row.at, ground, after.get("counts", {}), consents_given)
