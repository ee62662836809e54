"""Between rows and the programme of an event."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, Select, Table, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.agenda import AgendaItem, Leader, Programme, Speaker
from domain.participants import Participant
from domain.person_name import PersonName
from storage.tables import agenda_items, event_people, members, partner_reps, partners
from storage.upsert import upsert

REP = ("last_name", "first_name", "patronymic", "initials", "position", "clergy_rank", "partner_id")


async def programme_of(conn: AsyncConnection, event_id: int) -> Programme:
    leaders = await conn.execute(_with_people(event_people).where(event_people.c.event_id == event_id))
    by_role = {row.role: _speaker(row, row.name) for row in leaders}
    items = await items_of(conn, event_id)
    return Programme(tuple(items), by_role.get(Leader.CHAIR), by_role.get(Leader.SECRETARY))


async def items_of(conn: AsyncConnection, event_id: int) -> list[AgendaItem]:
    """The items in order, each with what the register says of its speaker."""
    query = _with_people(agenda_items).where(agenda_items.c.event_id == event_id)
    rows = await conn.execute(query.order_by(agenda_items.c.number, agenda_items.c.id))
    return [AgendaItem(row.id, row.text, row.minutes, _speaker(row, row.speaker)) for row in rows]


async def save(conn: AsyncConnection, event_id: int, programme: Programme) -> None:
    await save_items(conn, event_id, programme.items)
    for role in Leader:
        await _save_leader(conn, event_id, role, programme.leader(role))


async def copy(conn: AsyncConnection, from_id: int | None, to_id: int) -> None:
    """Gives the items of an event the minutes and speakers that those with the same words have in another."""
    if from_id is None:
        return
    old = await programme_of(conn, from_id)
    known = {item.text: item for item in old.items}
    items = await items_of(conn, to_id)
    taken = ((item, known.get(item.text, item)) for item in items)
    copies = tuple(replace(item, minutes=one.minutes, speaker=one.speaker) for item, one in taken)
    await save(conn, to_id, replace(old, items=copies))


async def save_items(conn: AsyncConnection, event_id: int, items: Sequence[AgendaItem]) -> None:
    """Writes the items in this order; those that are kept keep their ids."""
    kept = [item.id for item in items if item.id]
    gone = (agenda_items.c.event_id == event_id, agenda_items.c.id.not_in(kept))
    await conn.execute(delete(agenda_items).where(*gone))
    for number, item in enumerate(items, 1):
        row = {"number": number, "text": item.text, "minutes": item.minutes} | _columns(item.speaker, "speaker")
        if item.id:
            await conn.execute(update(agenda_items).where(agenda_items.c.id == item.id).values(row))
        else:
            await conn.execute(insert(agenda_items).values(row | {"event_id": event_id}))


async def _save_leader(conn: AsyncConnection, event_id: int, role: Leader, who: Speaker | None) -> None:
    if who is None:
        one = (event_people.c.event_id == event_id, event_people.c.role == role)
        await conn.execute(delete(event_people).where(*one))
        return
    row = {"event_id": event_id, "role": str(role)} | _columns(who, "name")
    await conn.execute(upsert(event_people, row))


def _columns(who: Speaker | None, typed: str) -> dict[str, Any]:
    who = who or Speaker()
    return {"rep_id": who.rep_id, "member_id": who.member_id, typed: who.typed}


def _with_people(table: Table) -> Select[Any]:
    """The rows with what is known of the people in them."""
    joined = (
        table.outerjoin(partner_reps, partner_reps.c.id == table.c.rep_id)
        .outerjoin(partners, partners.c.id == partner_reps.c.partner_id)
        .outerjoin(members, members.c.id == func.coalesce(table.c.member_id, partner_reps.c.member_id))
    )
    own = (partners.c.short_name.label("partner"), members.c.name.label("account"))
    rep = (partner_reps.c[name].label(f"rep_{name}") for name in REP)
    return select(table, *own, *rep).select_from(joined)


def _speaker(row: Row[Any], typed: str | None) -> Speaker | None:
    """None where nobody is named, or who was has been forgotten."""
    if row.rep_id is None and row.member_id is None and not typed:
        return None
    return Speaker(row.rep_id, row.member_id, typed, _known(row))


def _known(row: Row[Any]) -> Participant | None:
    if row.rep_id is None and row.member_id is None:
        return None
    name = (row.rep_last_name, row.rep_first_name, row.rep_patronymic, row.rep_initials)
    return Participant(
        rep_id=row.rep_id or 0,
        partner_id=row.rep_partner_id or 0,
        partner=row.partner or "",
        name=PersonName(*(part or "" for part in name)) if row.rep_last_name else None,
        position=row.rep_position,
        clergy_rank=row.rep_clergy_rank,
        account=row.account,
        member_id=row.member_id,
    )
