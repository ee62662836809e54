"""Forgetting somebody: every trace in one transaction, and the account of it in the audit trail."""

import json
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any, TypedDict

from sqlalchemy import Row, Text, cast, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.destruction import Destruction, Ground
from domain.people import Role
from domain.policy import Policy
from domain.refusal import Gone
from storage import outbox as letters
from storage.audit import note
from storage.database import AnyDatabase
from storage.feeds import hand_over
from storage.leaving import leave_events
from storage.oblivion import SHORTEST, Subject, forget, words_of_rep
from storage.outbox import Message
from storage.personal import parts
from storage.removing import still_kept
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
    responses,
    roles,
)
from storage.unnaming import unname

ACTION = "member-erased"
TOLD = "erased"
"""The message to the administrators."""
YEAR = timedelta(days=365)

Admins = frozenset[int]


class Rest(TypedDict):
    """What forgetting needs besides whom and why."""

    admins: Admins
    policy: Policy
    now: datetime


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
    conn: AsyncConnection, member_id: int, ground: Ground, *, admins: Admins, policy: Policy, now: datetime
) -> Destruction | None:
    """Forgets the person in the transaction that is open: a crash in between would leave half of them.

    Seats at coming events are freed first, so the queue moves up. `admins`, accounts that the settings name, and those
    with the role are told: the act is theirs to keep. None for who is not known (any more).
    """
    known = select(members).where(members.c.id == member_id).with_for_update()
    person = (await conn.execute(known)).one_or_none()
    if person is None:
        return None
    counts, texts = await _counts(conn, member_id), await _texts(conn, member_id)
    reps = await _entries_of(conn, person)
    words, subjects = _speaking_of(person, reps)
    await leave_events(conn, member_id, policy, now)
    await _take_out_of_partners(conn, member_id)
    await _blank_what_was_written(conn, member_id)
    await _forget_as_respondent(conn, member_id, words)
    await hand_over(conn, member_id, admins)
    await unname(conn, person.name, reps)
    await conn.execute(delete(conversations).where(conversations.c.user_id == person.account_id))
    await conn.execute(delete(outbox).where(outbox.c.chat_id == person.account_id))
    await conn.execute(delete(members).where(members.c.id == member_id))
    await forget(conn, words, subjects, now)
    after = {"ground": str(ground), "counts": counts, "consents": texts}
    number = await note(conn, now, None, ACTION, ("member", member_id), after=after)
    await _tell(conn, number, admins, policy, now)
    return Destruction(number, member_id, now, ground, counts, tuple(texts))


async def _entries_of(conn: AsyncConnection, person: Row[Any]) -> list[dict[str, Any]]:
    """What the register says of the person, or said until a moment ago."""
    rows = (await conn.execute(select(partner_reps).where(partner_reps.c.member_id == person.id))).all()
    return [*(dict(row._mapping) for row in rows), *await still_kept(conn, person.id)]


def _speaking_of(person: Row[Any], reps: Collection[dict[str, Any]]) -> tuple[list[str | None], list[Subject]]:
    """By which words and ids the person is known elsewhere."""
    words = [person.name, str(person.account_id), *(word for rep in reps for word in words_of_rep(rep))]
    return words, [("member", person.id), *(("rep", rep["id"]) for rep in reps)]


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
    """What the person wrote and others keep: why a partner declined or what it added, letters to partners."""
    said = update(event_partners).where(event_partners.c.answered_by == member_id)
    await conn.execute(said.values(reason=None, comment=None))
    own = broadcasts.c.author_id == member_id
    await conn.execute(delete(broadcasts).where(own, broadcasts.c.state == "draft"))
    await conn.execute(update(broadcasts).where(own, broadcasts.c.state == "done").values(text=""))


async def _tell(conn: AsyncConnection, number: int, admins: Admins, policy: Policy, now: datetime) -> None:
    """Those who answer for the data learn that there is an act."""
    held = select(roles.c.member_id).where(roles.c.role == Role.ADMIN)
    who = or_(members.c.id.in_(held), members.c.account_id.in_(admins))
    found = (await conn.execute(select(members.c.id, members.c.account_id).where(who, members.c.reachable))).all()
    due = policy.send_at(now, now + YEAR, pressing=False)
    await letters.add(conn, [Message(TOLD, number, row.account_id, "once", due, row.id) for row in found])


async def _forget_as_respondent(conn: AsyncConnection, member_id: int, words: Collection[str | None]) -> None:
    """What an organisation has answered is its own; who answered is forgotten, and answers that name them go."""
    wanted = responses.c.sent_by == member_id
    named = cast(responses.c.authors, Text).contains(str(member_id))
    for row in (await conn.execute(select(responses).where(or_(wanted, named)))).all():
        own = {question for question, author in row.authors.items() if author == member_id}
        left = {question: author for question, author in row.authors.items() if question not in own}
        kept = {name: value for name, value in row.answers.items() if name not in own or not _names(value, words)}
        changed = update(responses).where(responses.c.id == row.id)
        await conn.execute(changed.values(authors=left, answers=kept))


def _names(value: object, words: Collection[str | None]) -> bool:
    said = json.dumps(value, ensure_ascii=False).casefold()
    return any(word.casefold() in said for word in words if word and len(word) >= SHORTEST)


def _entries() -> Any:
    columns = (audit.c.id, audit.c.at, audit.c.subject_id, audit.c.after)
    return select(*columns).where(audit.c.action == ACTION)


def _destruction(row: Row[Any]) -> Destruction:
    after = row.after or {}
    consents_given = tuple(after.get("consents", ()))
    ground = Ground(after.get("ground", Ground.ASKED))
    return Destruction(row.id, row.subject_id, row.at, ground, after.get("counts", {}), consents_given)
