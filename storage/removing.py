"""A representative is taken out of the register: for ten minutes that can be undone, then every word is forgotten.

Until then all that goes with the representative stands in the audit trail, beside the entry of the removal.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Table, delete, exists, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.partner import Rep
from domain.refusal import Gone
from storage import reps
from storage.audit import KEPT, note
from storage.chores import hasten
from storage.denying import was_denied
from storage.oblivion import forget, words_of_rep
from storage.partner_rows import load_open
from storage.tables import agreements, audit, checkins, members, participants, partner_reps
from storage.types import Moment

UNDO = timedelta(minutes=10)
"""How long a removal can be undone."""
FORGET_REMOVED = "forget-removed"
"""The chore that forgets them then."""
ACTION = "rep-removed"
NAMES = ("last_name", "first_name", "patronymic", "initials")
WITH_THEM = (participants, checkins)
"""Rows that go with a representative."""

Kept = dict[str, Any]


async def remove(conn: AsyncConnection, rep_id: int, actor_id: int | None, now: datetime) -> Rep:
    """Takes the representative away, in the transaction that is open; the oldest deputy follows a primary."""
    rep = await reps.load(conn, rep_id)
    await load_open(conn, rep.partner_id)
    kept = await _all_of(conn, rep_id)
    await conn.execute(delete(partner_reps).where(partner_reps.c.id == rep_id))
    if rep.fields.is_primary:
        await reps.promote_oldest(conn, rep.partner_id)
    before = {"partner_id": rep.partner_id, KEPT: kept}
    await note(conn, now, actor_id, ACTION, ("rep", rep_id), before=before)
    await hasten(conn, FORGET_REMOVED, now + UNDO)
    return rep


async def bring_back(conn: AsyncConnection, rep_id: int, actor_id: int | None, now: datetime) -> int:
    """Undoes it, in the transaction that is open: who was the primary is it again. The partner; `Gone` if too late."""
    entry = (await conn.execute(_removed().where(audit.c.subject_id == rep_id).limit(1))).one_or_none()
    kept: Kept | None = (entry.before or {}).get(KEPT) if entry else None
    if entry is None or kept is None or entry.at <= now - UNDO:
        raise Gone("rep-forgotten")
    row = _read(partner_reps, kept["rep"])
    await load_open(conn, row["partner_id"])
    row["member_id"] = await _account(conn, row, entry.at)
    if row["member_id"] is None and _is_nameless(row):
        raise Gone("rep-forgotten")
    if row["is_primary"]:
        await reps.no_primary(conn, row["partner_id"])
    await conn.execute(insert(partner_reps).values(row))
    for table in WITH_THEM:
        for one in kept[table.name]:
            await conn.execute(insert(table).values(_read(table, one)))
    await conn.execute(update(agreements).where(agreements.c.id.in_(kept["agreements"])).values(rep_id=rep_id))
    await _forget_kept(conn, entry)
    await note(conn, now, actor_id, "rep-returned", ("rep", rep_id), after={"partner_id": row["partner_id"]})
    return int(row["partner_id"])


async def forget_removed(conn: AsyncConnection, now: datetime) -> None:
    """The register keeps nothing of who is no longer in it: the trail says only that somebody was removed."""
    for entry in (await conn.execute(_removed().where(audit.c.at <= now - UNDO))).all():
        kept = (entry.before or {}).get(KEPT)
        if kept is not None:
            await forget(conn, words_of_rep(kept["rep"]), [("rep", entry.subject_id)], now)
            await _forget_kept(conn, entry)


async def forget_again(conn: AsyncConnection, rep_id: int, now: datetime) -> None:
    """Forgets a representative whom a back-up has brought back."""
    row = (await conn.execute(select(partner_reps).where(partner_reps.c.id == rep_id))).one()
    await conn.execute(delete(partner_reps).where(partner_reps.c.id == rep_id))
    if row.is_primary:
        await reps.promote_oldest(conn, row.partner_id)
    await forget(conn, words_of_rep(dict(row._mapping)), [("rep", rep_id)], now)
    await note(conn, now, None, ACTION, ("rep", rep_id), before={"partner_id": row.partner_id})


async def still_kept(conn: AsyncConnection, member_id: int) -> list[Kept]:
    """Entries of the register that the person had, removed a moment ago."""
    found = [(row.before or {}).get(KEPT) for row in (await conn.execute(_removed())).all()]
    return [kept["rep"] for kept in found if kept is not None and kept["rep"]["member_id"] == member_id]


async def gone_for_good(conn: AsyncConnection) -> dict[int, datetime]:
    """Whom of the register nothing brings back any more, and since when."""
    back = exists().where(partner_reps.c.id == audit.c.subject_id)
    rows = (await conn.execute(_removed().where(~back))).all()
    return {row.subject_id: row.at for row in reversed(rows) if KEPT not in (row.before or {})}


def _removed() -> Any:
    """Entries of removals, the newest first."""
    columns = (audit.c.id, audit.c.at, audit.c.subject_id, audit.c.before)
    return select(*columns).where(audit.c.action == ACTION).order_by(audit.c.id.desc())


async def _forget_kept(conn: AsyncConnection, entry: Row[Any]) -> None:
    before = {"partner_id": entry.before["partner_id"]}
    await conn.execute(update(audit).where(audit.c.id == entry.id).values(before=before))


async def _all_of(conn: AsyncConnection, rep_id: int) -> Kept:
    """The representative with all that goes along, as JSON has it."""
    own = (await conn.execute(select(partner_reps).where(partner_reps.c.id == rep_id))).one()
    kept: Kept = {"rep": _plain(own._mapping)}
    for table in WITH_THEM:
        rows = await conn.execute(select(table).where(table.c.rep_id == rep_id))
        kept[table.name] = [_plain(row._mapping) for row in rows]
    signed = select(agreements.c.id).where(agreements.c.rep_id == rep_id)
    return kept | {"agreements": list((await conn.execute(signed)).scalars())}


async def _account(conn: AsyncConnection, row: Mapping[str, Any], removed_at: datetime) -> int | None:
    """The account that it was bound to, if it is still there, has not been bound to the partner again, and has not
    been told since that it never was the right one.
    """
    if await was_denied(conn, row["partner_id"], row["member_id"], removed_at):
        return None
    known = select(members.c.id).where(members.c.id == row["member_id"])
    same = (partner_reps.c.partner_id == row["partner_id"], partner_reps.c.member_id == row["member_id"])
    query = known.where(~exists().where(*same))
    return (await conn.execute(query)).scalar_one_or_none()


def _is_nameless(row: Mapping[str, Any]) -> bool:
    """Whether the register knew the representative by the account alone."""
    return all(row[name] is None for name in NAMES)


def _plain(row: Mapping[Any, Any]) -> Kept:
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in row.items()}


def _read(table: Table, kept: Kept) -> Kept:
    moments = {column.name for column in table.columns if isinstance(column.type, Moment)}
    return {name: datetime.fromisoformat(value) if name in moments and value else value for name, value in kept.items()}
