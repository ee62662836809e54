"""Somebody never was the right person: what they proposed and began for a partner is taken back."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.proposal import ProposalState
from storage.audit import note
from storage.survey_rows import FORM as SURVEY
from storage.tables import audit, drafts, proposals, responses

ACTION = "rep-denied"
OPEN = (ProposalState.SENT, ProposalState.RETURNED)
PROPOSAL, TIME = "proposal", "part-time"
"""Forms that somebody fills in for a partner."""


@dataclass(frozen=True, slots=True)
class Undone:
    """How many proposals are withdrawn; what they had said besides, and staff should look at: proposals that are in
    work by now, and surveys that were sent."""

    proposals: int = 0
    taken: int = 0
    surveys: int = 0


async def note_denial(conn: AsyncConnection, partner_id: int, member_id: int, actor_id: int, now: datetime) -> None:
    """In the trail, in the transaction that is open."""
    await note(conn, now, actor_id, ACTION, ("member", member_id), after={"partner_id": partner_id})


async def was_denied(conn: AsyncConnection, partner_id: int, member_id: int | None, since: datetime) -> bool:
    """Whether this person, from that moment on, was said never to have been the partner's."""
    theirs = (audit.c.action == ACTION, audit.c.subject_kind == "member", audit.c.subject_id == member_id)
    found = (await conn.execute(select(audit.c.after).where(*theirs, audit.c.at >= since))).scalars()
    return any(after["partner_id"] == partner_id for after in found)


async def undo(conn: AsyncConnection, partner_id: int, member_id: int, actor_id: int, now: datetime) -> Undone:
    """Takes it back, in the transaction that is open."""
    theirs = (proposals.c.partner_id == partner_id, proposals.c.member_id == member_id)
    withdrawn = await _withdraw(conn, [*theirs, proposals.c.state.in_(OPEN)], actor_id, now)
    taken = await _count(conn, *theirs, proposals.c.state == ProposalState.ACCEPTED)
    sent = await _count(conn, responses.c.partner_id == partner_id, responses.c.sent_by == member_id)
    await _drop_own(conn, partner_id, member_id, withdrawn)
    await _clear_surveys(conn, partner_id, member_id)
    return Undone(len(withdrawn), taken, sent)


async def _withdraw(conn: AsyncConnection, which: list[Any], actor_id: int, now: datetime) -> list[int]:
    values = {"state": ProposalState.WITHDRAWN, "decided_by": actor_id, "decided_at": now}
    ids = list((await conn.execute(update(proposals).where(*which).values(values).returning(proposals.c.id))).scalars())
    for proposal_id in ids:
        await note(conn, now, actor_id, "proposal-withdrawn", ("proposal", proposal_id))
    return ids


async def _count(conn: AsyncConnection, *which: Any) -> int:
    return int((await conn.execute(select(func.count()).where(*which))).scalar_one())


async def _drop_own(conn: AsyncConnection, partner_id: int, member_id: int, withdrawn: Collection[int]) -> None:
    """Forms of theirs that were for this partner. A draft that does not say for whom was for their only one."""
    mine = select(drafts).where(drafts.c.member_id == member_id, drafts.c.form.in_((PROPOSAL, TIME)))
    rows = (await conn.execute(mine)).all()
    gone = [row.id for row in rows if _partner_of(row) in (None, partner_id) or row.subject in withdrawn]
    await conn.execute(delete(drafts).where(drafts.c.id.in_(gone)))


def _partner_of(row: Row[Any]) -> int | None:
    said = row.body.get("partner") if row.form == TIME else row.body.get("answers", {}).get("partner")
    return int(said) if said else None


async def _clear_surveys(conn: AsyncConnection, partner_id: int, member_id: int) -> None:
    """Out of the partner's unfinished surveys; one that nobody else has answered in is gone."""
    begun = select(drafts).where(drafts.c.form == SURVEY, drafts.c.partner_id == partner_id)
    for row in (await conn.execute(begun)).all():
        authors = {key: author for key, author in row.body.get("authors", {}).items() if author != member_id}
        if authors == row.body.get("authors", {}):
            continue
        answers = {key: value for key, value in row.body["answers"].items() if key in authors}
        own = drafts.c.id == row.id
        body = dict(row.body) | {"answers": answers, "authors": authors}
        values = {"body": body, "revision": row.revision + 1}
        await conn.execute(update(drafts).where(own).values(values) if authors else delete(drafts).where(own))
