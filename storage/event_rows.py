"""Between rows and `Event` values."""

from collections.abc import Mapping, Sequence
from dataclasses import fields as dataclass_fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, delete, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.agenda import with_texts
from domain.event import USUAL_LENGTH, Asked, Counts, Event, EventFields, Mode, PartnerPart
from domain.life import Status
from domain.partner import Part
from domain.refusal import Gone
from domain.seats import Seats
from storage import agenda_rows
from storage.prepared import Prepared
from storage.tables import agenda_items, event_partners, events
from storage.upsert import upsert

OWN = tuple(field.name for field in dataclass_fields(EventFields) if field.name not in {"partners", "agenda"})


_HAS_DETAILS = or_(
    exists().where(event_partners.c.event_id == events.c.id), exists().where(agenda_items.c.event_id == events.c.id)
)
_ONE = select(events, _HAS_DETAILS.label("has_details")).where(events.c.id == bindparam("event"))
_FIND, _LOCK = Prepared(_ONE), Prepared(_ONE.with_for_update(of=events))


async def load(conn: AsyncConnection, event_id: int, *, lock: bool = False) -> Event:
    """The event with its partners and agenda; `lock` holds its row until the transaction ends."""
    row = await (_LOCK if lock else _FIND).one(conn, {"event": event_id})
    if row is None:
        raise Gone("event-gone")
    # PostgreSQL, having waited for the row, still answers `has_details` as it was before it waited
    may_have = row.has_details or (lock and conn.dialect.name != "sqlite")
    return await with_details(conn, row) if may_have else to_event(row, (), ())


async def with_details(conn: AsyncConnection, row: Row[Any]) -> Event:
    parts = await conn.execute(in_order(row.id))
    items = await conn.execute(
        select(agenda_items.c.text).where(agenda_items.c.event_id == row.id).order_by(agenda_items.c.number)
    )
    return to_event(row, tuple(map(to_part, parts)), tuple(items.scalars()))


def in_order(event_id: int) -> Select[Any]:
    """The event's partners, in the order in which they were entered."""
    query = select(event_partners).where(event_partners.c.event_id == event_id)
    return query.order_by(event_partners.c.number, event_partners.c.partner_id)


def to_part(row: Row[Any]) -> PartnerPart:
    return PartnerPart(row.partner_id, Part(row.part), tuple(row.asked))


def to_event(row: Row[Any], partners: tuple[PartnerPart, ...], agenda: tuple[str, ...]) -> Event:
    """The event of a row; a list that shows no partners may pass none."""
    own = {name: getattr(row, name) for name in OWN}
    own |= {"mode": Mode(row.mode), "audience": tuple(row.audience), "questions": tuple(map(to_asked, row.questions))}
    return Event(
        id=row.id,
        status=Status(row.status),
        revision=row.revision,
        fields=EventFields(**own, partners=partners, agenda=agenda),
        seats=Seats(row.capacity, row.seats_taken, row.queued, row.last_ticket),
        counts=Counts(row.going, row.maybe, row.declined, row.queued),
        responsible_id=row.responsible_id,
        cancel_reason=row.cancel_reason,
        series_id=row.series_id,
        remark=row.remark,
    )


def to_asked(kept: Mapping[str, Any]) -> Asked:
    return Asked(kept["text"], tuple(kept["options"]))


def lasts_until(moment: datetime) -> ColumnElement[bool]:
    """Whether an event is not over by then; one without an end is taken for the usual length (`Event.ends_at`)."""
    usual = and_(events.c.ends_at.is_(None), events.c.starts_at > moment - USUAL_LENGTH)
    return or_(events.c.ends_at > moment, usual)


def over_by(moment: datetime) -> ColumnElement[bool]:
    """The opposite: whether it is over by then."""
    usual = and_(events.c.ends_at.is_(None), events.c.starts_at <= moment - USUAL_LENGTH)
    return or_(events.c.ends_at <= moment, usual)


def ahead(moment: datetime) -> ColumnElement[bool]:
    """Whether it has not begun by then, or, open for days without an hour, has not ended (`Event.begins_at`)."""
    return or_(events.c.starts_at > moment, and_(events.c.all_day, events.c.ends_at > moment))


def to_columns(fields: EventFields) -> dict[str, Any]:
    values = {name: getattr(fields, name) for name in OWN}
    questions = [{"text": one.text, "options": list(one.options)} for one in fields.questions]
    return values | {"audience": list(fields.audience), "mode": str(fields.mode), "questions": questions}


async def save_details(conn: AsyncConnection, event_id: int, fields: EventFields) -> None:
    """Writes the agenda, whose items keep their speakers, and the partners' parts; what partners have said stays."""
    await _save_parts(conn, event_id, fields.partners)
    items = await agenda_rows.items_of(conn, event_id)
    if [item.text for item in items] != list(fields.agenda):
        await agenda_rows.save_items(conn, event_id, with_texts(items, fields.agenda))


async def _save_parts(conn: AsyncConnection, event_id: int, parts: Sequence[PartnerPart]) -> None:
    kept = [one.partner_id for one in parts]
    gone = (event_partners.c.event_id == event_id, event_partners.c.partner_id.not_in(kept))
    await conn.execute(delete(event_partners).where(*gone))
    for number, one in enumerate(parts, 1):
        row = {"event_id": event_id, "partner_id": one.partner_id, "number": number}
        await conn.execute(upsert(event_partners, row | {"part": one.part, "asked": list(one.asked)}))


def difference(before: Event, after: Event) -> dict[str, dict[str, object]]:
    """The columns that differ, as they were and as they are."""
    old, new = _plain(before), _plain(after)
    names = [name for name in new if old[name] != new[name]]
    return {"before": {name: old[name] for name in names}, "after": {name: new[name] for name in names}}


def _plain(event: Event) -> dict[str, object]:
    partners = [" ".join((str(one.partner_id), one.part, *one.asked)) for one in event.fields.partners]
    own = {"status": str(event.status), "cancel_reason": event.cancel_reason, "partners": partners}
    values = to_columns(event.fields) | own
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in values.items()}
