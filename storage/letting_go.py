"""Somebody stops acting for a partner: what they said stays theirs, and no longer counts for the partner."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.partner import PartState, Rep
from storage import reps
from storage.audit import note
from storage.denying import Undone, undo
from storage.tables import event_partners, events, partner_reps, rsvps


@dataclass(frozen=True, slots=True)
class LetGo:
    """What became of it: answers to coming events that are now the person's own, and answers of the partner undone."""

    partner_id: int
    member_id: int
    kept: int
    taken_back: int
    primary: Rep | None
    """Who is the primary of the partner now, if there is anybody."""
    undone: Undone


async def let_go(
    conn: AsyncConnection, partner_id: int, member_id: int, actor_id: int, now: datetime, *, as_denied: bool = False
) -> LetGo | None:
    """Ends it, in the transaction that is open; None if the person does not act for the partner and is not denied.

    `as_denied`: it never was the right person. Then whom the register has stays in it without an account, and what
    this one has said to the partner's parts, proposed and begun is taken back, also if they have left meanwhile. Who
    leaves was right when they said it. Seats stay.
    """
    rep = next((one for one in await reps.of(conn, [partner_id]) if one.member_id == member_id), None)
    if rep is not None:
        await _end(conn, rep, actor_id, now, stays=as_denied and rep.fields.name is not None)
    elif not as_denied:
        return None
    kept = await _own(conn, partner_id, member_id, now)
    taken_back = await _take_back(conn, partner_id, member_id, now) if as_denied else 0
    undone = await undo(conn, partner_id, member_id, actor_id, now) if as_denied else Undone()
    left = await reps.of(conn, [partner_id])
    return LetGo(partner_id, member_id, kept, taken_back, left[0] if left else None, undone)


async def _end(conn: AsyncConnection, rep: Rep, actor_id: int, now: datetime, *, stays: bool) -> None:
    if stays:
        await conn.execute(update(partner_reps).where(partner_reps.c.id == rep.id).values(member_id=None))
    else:
        await _remove(conn, rep, actor_id, now)


async def _remove(conn: AsyncConnection, rep: Rep, actor_id: int, now: datetime) -> None:
    """Out of the register; the oldest deputy follows a primary."""
    await conn.execute(delete(partner_reps).where(partner_reps.c.id == rep.id))
    if rep.fields.is_primary:
        await reps.promote_oldest(conn, rep.partner_id)
    before = {"partner_id": rep.partner_id, "is_primary": rep.fields.is_primary}
    await note(conn, now, actor_id, "rep-left", ("rep", rep.id), before=before)


async def _own(conn: AsyncConnection, partner_id: int, member_id: int, now: datetime) -> int:
    """The person's answers are their own from now on."""
    theirs = (rsvps.c.partner_id == partner_id, rsvps.c.member_id == member_id, _coming(rsvps.c.event_id, now))
    return (await conn.execute(update(rsvps).where(*theirs).values(partner_id=None))).rowcount


async def _take_back(conn: AsyncConnection, partner_id: int, member_id: int, now: datetime) -> int:
    """The partner is asked anew what this person answered for it."""
    parts = event_partners.c
    theirs = (parts.partner_id == partner_id, parts.answered_by == member_id, _coming(parts.event_id, now))
    asked: dict[str, Any] = {
        "state": PartState.ASKED,
        "brings": [],
        "reason": None,
        "comment": None,
        "proposed_at": None,
        "said_of": None,
    }
    values = asked | {"answered_by": None, "answered_at": None}
    return (await conn.execute(update(event_partners).where(*theirs).values(values))).rowcount


def _coming(event_id: ColumnElement[int], now: datetime) -> ColumnElement[bool]:
    return event_id.in_(select(events.c.id).where(events.c.starts_at > now))
