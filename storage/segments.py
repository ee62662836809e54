"""Whom a segment means, as SQL: one person in two lists is one person, and why somebody gets nothing has one reason."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, and_, case, cast, func, literal, or_, select

from domain.partner import Part, PartState
from domain.people import Purpose
from domain.segment import Segment, Whom
from storage.tables import (
    consents,
    event_partners,
    events,
    members,
    outbox,
    partner_branches,
    partner_reps,
    partners,
    rsvps,
)

KIND = "broadcast"
WRITTEN = ("ready", "claimed", "sending", "sent", "unknown")
FINE = ("reached", "unwilling", "rested")
"""Who gets it, or is not to be troubled by telephone either."""


def pairs(segment: Segment) -> Select[Any]:
    """`partner_id` with `member_id`: whom each partner is met through (null: nobody yet); guests and their partners."""
    if segment.whom is Whom.GUESTS:
        chosen = and_(rsvps.c.event_id == segment.event_id, rsvps.c.state.in_(segment.states))
        return select(rsvps.c.partner_id, rsvps.c.member_id).where(chosen, *_guests_left(segment))
    both = partners.outerjoin(partner_reps, partner_reps.c.partner_id == partners.c.id)
    columns = (partners.c.id.label("partner_id"), partner_reps.c.member_id)
    return select(*columns).select_from(both).where(*_chosen(segment))


def meant(segment: Segment) -> Select[Any]:
    """The members that the segment means, each once."""
    found = pairs(segment).subquery()
    return select(found.c.member_id).where(found.c.member_id.is_not(None))


def standing(segment: Segment, now: datetime) -> ColumnElement[str]:
    """What becomes of a letter to a member: reached, or why not (unconsented, unwilling, rested, blocked)."""
    willing = (consents.c.purpose == Purpose.EVENTS, consents.c.withdrawn_at.is_(None))
    ladder = [
        (members.c.id.not_in(select(consents.c.member_id).where(*willing)), literal("unconsented")),
        (cast(members.c.muted, Text).like(f'%"{KIND}"%'), literal("unwilling")),
        *([(members.c.id.in_(_written_since(segment, now)), literal("rested"))] if segment.rest_days else []),
        (members.c.reachable.is_(False), literal("blocked")),
    ]
    return case(*ladder, else_=literal("reached"))


def out_of_reach(segment: Segment, now: datetime) -> Select[Any]:
    """Partners of the segment whom nobody can be written to for: they are for the telephone."""
    found = pairs(segment).subquery()
    fine = select(members.c.id).where(standing(segment, now).in_(FINE), members.c.id.in_(meant(segment)))
    met = select(found.c.partner_id).where(found.c.member_id.in_(fine), found.c.partner_id.is_not(None))
    return select(found.c.partner_id).where(found.c.partner_id.is_not(None), found.c.partner_id.not_in(met)).distinct()


def _chosen(segment: Segment) -> list[ColumnElement[bool]]:
    """Filters of partners, and those left out."""
    clauses: list[ColumnElement[bool]] = [partners.c.archived_at.is_(None)]
    if segment.sectors:
        clauses.append(partners.c.sector.in_(segment.sectors))
    if segment.grade is not None:
        clauses.append(partners.c.grade == segment.grade)
    if segment.branch_id is not None:
        near = select(partner_branches.c.partner_id).where(partner_branches.c.branch_id == segment.branch_id)
        clauses.append(partners.c.id.in_(near))
    if segment.only:
        clauses.append(partners.c.id.in_(segment.only))
    if segment.whom is Whom.UNANSWERED:
        clauses.append(partners.c.id.in_(_unanswered(segment.event_id)))
    return [*clauses, partners.c.id.not_in(segment.without_partners), partners.c.sector.not_in(segment.without_sectors)]


def _guests_left(segment: Segment) -> list[ColumnElement[bool]]:
    """Guests who act for a partner that is left out are left out with it."""
    out = select(partners.c.id).where(
        or_(partners.c.id.in_(segment.without_partners), partners.c.sector.in_(segment.without_sectors))
    )
    return [or_(rsvps.c.partner_id.is_(None), rsvps.c.partner_id.not_in(out))]


def _unanswered(event_id: int | None) -> Select[Any]:
    """Partners asked to the event who have not answered, or accepted another date than it has now (`domain.joint`).

    For a mere guest it is an answer whether somebody comes.
    """
    answered = (
        select(partner_reps.c.partner_id)
        .join(rsvps, rsvps.c.member_id == partner_reps.c.member_id)
        .where(rsvps.c.event_id == event_id)
    )
    part = event_partners.c
    start = select(events.c.starts_at).where(events.c.id == event_id).scalar_subquery()
    stale = and_(part.state == PartState.ACCEPTED, or_(part.said_of.is_(None), part.said_of != start))
    special = or_(part.part != Part.GUEST, cast(part.asked, Text) != "[]")
    waits = (or_(part.state == PartState.ASKED, stale), or_(special, part.partner_id.not_in(answered)))
    return select(part.partner_id).where(part.event_id == event_id, *waits)


def _written_since(segment: Segment, now: datetime) -> Select[Any]:
    since = now - timedelta(days=segment.rest_days)
    recent = func.coalesce(outbox.c.finished_at, outbox.c.due_at) >= since
    written = (outbox.c.kind == KIND, outbox.c.state.in_(WRITTEN), outbox.c.member_id.is_not(None))
    return select(outbox.c.member_id).where(*written, recent)
