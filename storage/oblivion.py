"""Blanking what is written elsewhere of somebody who goes: values in the audit trail, messages not yet sent."""

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Text, cast, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.chores import hasten
from storage.tables import audit, drafts, members, outbox, partner_imports, partner_reps

CLEAN_UP = "clean-up"
"""The chore that takes what was erased out of the files as well, and writes the ledger."""
SHORTEST = 4
"""Shorter words would be found everywhere."""
VALUES = (audit.c.before, audit.c.after)

Subject = tuple[str, int]
"""What an entry in the audit trail is about: a kind and an id."""


async def forget(
    conn: AsyncConnection, words: Collection[str | None], subjects: Collection[Subject], now: datetime
) -> None:
    """Blanks values that are about the subjects, name their ids, or hold one of the words; in the open transaction.

    What is about somebody else who is still there is theirs: they may only be called the same.
    """
    long_enough = [word for word in words if word and len(word) >= SHORTEST]
    spoken = [json.dumps(word)[1:-1] for word in long_enough]
    named = [one for subject in subjects for one in _by_id(*subject)]
    of_them = [(audit.c.subject_kind == kind) & (audit.c.subject_id == key) for kind, key in subjects]
    naming = [_holds(column, text) for column in VALUES for text in named]
    speaking = [_holds(column, text) & ~_is_of_another() for column in VALUES for text in spoken]
    await conn.execute(update(audit).where(or_(*of_them, *naming, *speaking)).values(before=None, after=None))
    await _drop_forms(conn, [key for kind, key in subjects if kind == "rep"], spoken)
    if spoken:
        await _unsay(conn, or_(*(_holds(outbox.c.args, text) for text in spoken)), now)
    await conn.execute(delete(partner_imports))  # files that somebody has only looked at may name them, too
    await hasten(conn, CLEAN_UP, now)


def words_of_rep(columns: Mapping[str, Any]) -> list[str | None]:
    """By what a representative is known: surname, form of address, telephone, e-mail."""
    return [columns[name] for name in ("last_name", "salutation", "phone", "email")]


async def _drop_forms(conn: AsyncConnection, rep_ids: Collection[int], spoken: Collection[str]) -> None:
    """Forms that somebody is filling in about them."""
    about = [_holds(drafts.c.body, f'"one": {key}{end}') for key in rep_ids for end in "},"]
    about += [_holds(drafts.c.body, text) & ~_holds(drafts.c.body, '"one": ') for text in spoken]
    if about:
        await conn.execute(delete(drafts).where(drafts.c.form == "rep", or_(*about)))


async def _unsay(conn: AsyncConnection, speaking: ColumnElement[bool], now: datetime) -> None:
    waiting = (speaking, outbox.c.state.in_(("ready", "claimed")))
    await conn.execute(update(outbox).where(*waiting).values(state="superseded", finished_at=now))
    await conn.execute(update(outbox).where(speaking).values(args={}))


def _is_of_another() -> ColumnElement[bool]:
    """About somebody who is there: whoever is forgotten is not any more."""
    people = (("rep", partner_reps), ("member", members))
    return or_(*((audit.c.subject_kind == kind) & audit.c.subject_id.in_(select(one.c.id)) for kind, one in people))


def _by_id(kind: str, key: int) -> list[str]:
    """How JSON names the id: `"member": 17` or `"member_id": 17`, and no 170."""
    return [f'"{name}": {key}{end}' for name in (kind, f"{kind}_id") for end in "},"]


def _holds(column: ColumnElement[Any], words: str) -> ColumnElement[bool]:
    return cast(column, Text).contains(words, autoescape=True)
