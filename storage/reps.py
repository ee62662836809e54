"""Who acts for a partner: exactly one of them is the primary, as long as there is anybody."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Select, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.partner import Rep, RepFields
from domain.refusal import Gone, Refusal
from storage.audit import note
from storage.partner_rows import load_open, rep_columns, to_rep
from storage.tables import members, partner_reps

Columns = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Representative:
    """A person with an account who acts for a partner."""

    partner_id: int
    member_id: int
    name: str
    position: str | None
    is_primary: bool


async def of(conn: AsyncConnection, partner_ids: Collection[int] | None) -> list[Rep]:
    """Everybody who acts for these partners (None: for any), the primary first."""
    query = _query() if partner_ids is None else _query().where(partner_reps.c.partner_id.in_(partner_ids))
    return [to_rep(row) for row in await conn.execute(query)]


async def with_account(conn: AsyncConnection, partner_ids: Collection[int]) -> list[Representative]:
    """Those of them who have come in."""
    return [
        Representative(rep.partner_id, rep.member_id, rep.account or "", rep.fields.position, rep.fields.is_primary)
        for rep in await of(conn, partner_ids)
        if rep.member_id is not None
    ]


async def by_member(conn: AsyncConnection, member_id: int) -> list[Rep]:
    """The entries of one person."""
    return [to_rep(row) for row in await conn.execute(_query().where(partner_reps.c.member_id == member_id))]


async def load(conn: AsyncConnection, rep_id: int) -> Rep:
    row = (await conn.execute(_query().where(partner_reps.c.id == rep_id))).one_or_none()
    if row is None:
        raise Gone("rep-gone")
    return to_rep(row)


async def bind(conn: AsyncConnection, partner_id: int, member_id: int, position: str | None, now: datetime) -> int:
    """Makes the person a representative, in the transaction that is open; who is one already stays it. The id."""
    same = (partner_reps.c.partner_id == partner_id, partner_reps.c.member_id == member_id)
    found = (await conn.execute(select(partner_reps.c.id).where(*same))).scalar_one_or_none()
    if found is not None:
        return int(found)
    rep_id = await put_rep(conn, partner_id, RepFields(position=position), None, now)
    await bind_rep(conn, rep_id, member_id)
    return rep_id


async def bind_rep(conn: AsyncConnection, rep_id: int, member_id: int) -> None:
    """Binds the person's account to a representative of the register; one account only once for a partner."""
    rep = await load(conn, rep_id)
    same = (partner_reps.c.partner_id == rep.partner_id, partner_reps.c.member_id == member_id)
    twice = await conn.execute(select(partner_reps.c.id).where(*same, partner_reps.c.id != rep_id))
    if twice.first() is not None or rep.member_id not in (None, member_id):
        raise Refusal("rep-twice")
    await conn.execute(update(partner_reps).where(partner_reps.c.id == rep_id).values(member_id=member_id))


async def put_rep(  # noqa: PLR0917 - as `put_partner` takes them
    conn: AsyncConnection,
    partner_id: int,
    fields: RepFields,
    actor_id: int | None,
    now: datetime,
    rep_id: int | None = None,
) -> int:
    """Adds a representative, or changes that one, in the transaction that is open; the id."""
    await load_open(conn, partner_id)
    if rep_id is None:
        return await _add(conn, partner_id, fields, actor_id, now)
    before = await load(conn, rep_id)
    if before.partner_id != partner_id:
        raise Gone("rep-gone")
    wanted = fields if fields.is_primary or not before.fields.is_primary else await _demoted(conn, before, fields)
    if wanted == before.fields:
        return rep_id
    if wanted.is_primary:
        await no_primary(conn, partner_id)
    await conn.execute(update(partner_reps).where(partner_reps.c.id == rep_id).values(rep_columns(wanted)))
    was, will = _difference(before.fields, wanted)
    await note(conn, now, actor_id, "rep-changed", ("rep", rep_id), before=was, after=will)
    return rep_id


async def promote_oldest(conn: AsyncConnection, partner_id: int, except_id: int = 0) -> bool:
    """Makes the oldest representative the primary; False if there is none."""
    others = (partner_reps.c.partner_id == partner_id, partner_reps.c.id != except_id)
    oldest = select(partner_reps.c.id).where(*others).order_by(partner_reps.c.since, partner_reps.c.id).limit(1)
    chosen = (await conn.execute(oldest)).scalar_one_or_none()
    if chosen is not None:
        await conn.execute(update(partner_reps).where(partner_reps.c.id == chosen).values(is_primary=True))
    return chosen is not None


async def _add(conn: AsyncConnection, partner_id: int, fields: RepFields, actor_id: int | None, now: datetime) -> int:
    others = await conn.execute(select(partner_reps.c.id).where(partner_reps.c.partner_id == partner_id).limit(1))
    wanted = replace(fields, is_primary=fields.is_primary or others.first() is None)
    if wanted.is_primary:
        await no_primary(conn, partner_id)
    row = rep_columns(wanted) | {"partner_id": partner_id, "since": now}
    rep_id = int((await conn.execute(insert(partner_reps).values(row).returning(partner_reps.c.id))).scalar_one())
    after = _filled(wanted) | {"partner_id": partner_id}
    await note(conn, now, actor_id, "rep-added", ("rep", rep_id), after=after)
    return rep_id


async def _demoted(conn: AsyncConnection, before: Rep, fields: RepFields) -> RepFields:
    """A primary steps back for the oldest deputy; without one there is nobody to step back for."""
    followed = await promote_oldest(conn, before.partner_id, before.id)
    return replace(fields, is_primary=not followed)


async def no_primary(conn: AsyncConnection, partner_id: int) -> None:
    """Nobody is the primary, until somebody is made it in the same transaction."""
    await conn.execute(update(partner_reps).where(partner_reps.c.partner_id == partner_id).values(is_primary=False))


def _query() -> Select[Any]:
    columns = (partner_reps, members.c.name.label("account"), members.c.reachable)
    query = select(*columns).outerjoin(members, members.c.id == partner_reps.c.member_id)
    order = (partner_reps.c.partner_id, partner_reps.c.is_primary.desc(), partner_reps.c.since, partner_reps.c.id)
    return query.order_by(*order)


def _difference(before: RepFields, after: RepFields) -> tuple[Columns, Columns]:
    old, new = rep_columns(before), rep_columns(after)
    names = [name for name in new if new[name] != old[name]]
    return {name: old[name] for name in names}, {name: new[name] for name in names}


def _filled(fields: RepFields) -> Columns:
    return {name: value for name, value in rep_columns(fields).items() if value}
