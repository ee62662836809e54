"""Agreements with partners, and who hears that one runs out."""

from collections.abc import Callable, Collection
from dataclasses import asdict
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, and_, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.agreement_terms import SOON, notice_due
from domain.partner import Agreement, AgreementFields
from domain.people import Role
from domain.policy import Policy
from domain.refusal import Gone
from storage import outbox
from storage.audit import note
from storage.database import AnyDatabase
from storage.drafts import drop
from storage.outbox import Message
from storage.partner_rows import load_open
from storage.tables import agreements, audit, members, partner_reps, partners, roles

ENDING = "agreement-ending"
"""The kind of the message."""
DAYS = ("signed_on", "starts_on", "ends_on")
PEOPLE = {"responsible_id": members, "rep_id": partner_reps}


class Agreements:
    def __init__(self, db: AnyDatabase, policy: Policy, admins: Collection[int] = ()) -> None:
        """`admins`: accounts that the settings name as administrators."""
        self._db = db
        self._policy = policy
        self._admins = frozenset(admins)

    async def get(self, agreement_id: int) -> Agreement:
        """The agreement; `Gone` if there is none."""
        async with self._db.read() as conn:
            return await _load(conn, agreement_id)

    async def of(self, partner_id: int) -> list[Agreement]:
        """The partner's agreements: those without an end first, then the one that ends last."""
        mine = select(agreements).where(agreements.c.partner_id == partner_id)
        query = mine.order_by(agreements.c.ends_on.is_(None).desc(), agreements.c.ends_on.desc(), agreements.c.id)
        async with self._db.read() as conn:
            return [_agreement(row) for row in await conn.execute(query)]

    async def ending(self, today: date, days: int = SOON) -> list[Agreement]:
        """What ends within so many days, the nearest first; of partners that are not in the archive."""
        async with self._db.read() as conn:
            return await _ending(conn, today, days)

    async def add(
        self,
        partner_id: int,
        fields: AgreementFields,
        actor_id: int | None,
        now: datetime,
        *,
        draft_id: int | None = None,
    ) -> int:
        """A new agreement; its id."""

        async def job(conn: AsyncConnection) -> int:
            await load_open(conn, partner_id)
            row = asdict(fields) | {"partner_id": partner_id, "created_at": now}
            added = int((await conn.execute(insert(agreements).values(row).returning(agreements.c.id))).scalar_one())
            await _drop(conn, draft_id)
            after = {name: value for name, value in _plain(fields).items() if value}
            await note(conn, now, actor_id, "agreement-added", ("agreement", added), after=after)
            return added

        return await self._db.write(job)

    async def change(
        self,
        agreement_id: int,
        rule: Callable[[AgreementFields], AgreementFields],
        actor_id: int | None,
        now: datetime,
        *,
        draft_id: int | None = None,
    ) -> None:
        """Changes the agreement by the rule; `Gone` if it or its partner has gone meanwhile."""

        async def job(conn: AsyncConnection) -> None:
            partner_id = (await _load(conn, agreement_id)).partner_id
            await load_open(conn, partner_id)
            before = await _load(conn, agreement_id)
            await _drop(conn, draft_id)
            await _save(conn, before, rule(before.fields), actor_id, now)

        await self._db.write(job)

    async def remove(self, agreement_id: int, actor_id: int | None, now: datetime) -> Agreement:
        """Takes the agreement away; which it was."""

        async def job(conn: AsyncConnection) -> Agreement:
            old = await _load(conn, agreement_id)
            await load_open(conn, old.partner_id)
            await conn.execute(delete(agreements).where(agreements.c.id == agreement_id))
            before = {**_plain(old.fields), "partner_id": old.partner_id}
            await note(conn, now, actor_id, "agreement-removed", ("agreement", agreement_id), before=before)
            return old

        return await self._db.write(job)

    async def bring_back(self, agreement_id: int, actor_id: int | None, now: datetime) -> Agreement:
        """Undoes a removal; one that is there is left as it is. `Gone` if nothing is known of it any more."""

        async def job(conn: AsyncConnection) -> Agreement:
            known = (await conn.execute(select(agreements.c.id).where(agreements.c.id == agreement_id))).first()
            if known is None:
                row = await _removed(conn, agreement_id)
                await load_open(conn, row["partner_id"])
                await conn.execute(insert(agreements).values(row | {"id": agreement_id, "created_at": now}))
                await note(conn, now, actor_id, "agreement-returned", ("agreement", agreement_id))
            return await _load(conn, agreement_id)

        return await self._db.write(job)

    async def warn(self, now: datetime) -> None:
        """Tells whoever is responsible 60 and 30 days before the end, each once; else the methodists, or the admins.

        A notice that was missed comes late, unless the next one is due.
        """
        today = now.astimezone(self._policy.zone).date()

        async def job(conn: AsyncConnection) -> None:
            for one in await _ending(conn, today, SOON):
                await outbox.add(conn, self._letters(one, await self._hearers(conn, one), today, now))

        await self._db.write(job)

    def _letters(self, one: Agreement, people: list[tuple[int, int]], today: date, now: datetime) -> list[Message]:
        ends_on = one.fields.ends_on or today
        until = datetime.combine(ends_on + timedelta(days=1), time(), self._policy.zone).astimezone(UTC)
        due = self._policy.send_at(now, until, pressing=False)
        moment = f"{notice_due(one.fields, today)}d{ends_on}"
        return [Message(ENDING, one.id, chat, moment, due, member, use_until=until) for member, chat in people]

    async def _hearers(self, conn: AsyncConnection, one: Agreement) -> list[tuple[int, int]]:
        """Member and chat of the responsible, as long as they work here and can be reached; else of who should."""
        staff = or_(members.c.id.in_(select(roles.c.member_id)), members.c.account_id.in_(self._admins))
        admins = or_(_has_role(Role.ADMIN), members.c.account_id.in_(self._admins))
        for who in (and_(members.c.id == one.fields.responsible_id, staff), _has_role(Role.METHODIST), admins):
            query = select(members.c.id, members.c.account_id).where(who, members.c.reachable).order_by(members.c.id)
            found = [(row.id, row.account_id) for row in await conn.execute(query)]
            if found:
                return found
        return []


def _has_role(role: Role) -> ColumnElement[bool]:
    return members.c.id.in_(select(roles.c.member_id).where(roles.c.role == role))


async def _ending(conn: AsyncConnection, today: date, days: int) -> list[Agreement]:
    term = (agreements.c.ends_on >= today, agreements.c.ends_on <= today + timedelta(days=days))
    known = select(agreements).join(partners).where(partners.c.archived_at.is_(None), *term)
    rows = await conn.execute(known.order_by(agreements.c.ends_on, agreements.c.id))
    return [_agreement(row) for row in rows]


async def _load(conn: AsyncConnection, agreement_id: int) -> Agreement:
    row = (await conn.execute(select(agreements).where(agreements.c.id == agreement_id))).one_or_none()
    if row is None:
        raise Gone("agreement-gone")
    return _agreement(row)


async def _save(
    conn: AsyncConnection, before: Agreement, after: AgreementFields, actor_id: int | None, now: datetime
) -> None:
    old, new = _plain(before.fields), _plain(after)
    names = [name for name in new if new[name] != old[name]]
    if not names:
        return
    await conn.execute(update(agreements).where(agreements.c.id == before.id).values(asdict(after)))
    was, will = ({name: values[name] for name in names} for values in (old, new))
    await note(conn, now, actor_id, "agreement-changed", ("agreement", before.id), before=was, after=will)


async def _drop(conn: AsyncConnection, draft_id: int | None) -> None:
    if draft_id is not None:
        await drop(conn, draft_id)


def _plain(fields: AgreementFields) -> dict[str, Any]:
    """The fields as JSON has them."""
    values = asdict(fields).items()
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values}


def _agreement(row: Row[Any]) -> Agreement:
    names = AgreementFields.__dataclass_fields__
    return Agreement(
        row.id, row.partner_id, AgreementFields(**{name: getattr(row, name) for name in names}), row.created_at
    )


async def _removed(conn: AsyncConnection, agreement_id: int) -> dict[str, Any]:
    """The agreement as it was removed, without people who are not there any more."""
    same = (audit.c.action == "agreement-removed", audit.c.subject_id == agreement_id)
    query = select(audit.c.before).where(*same).order_by(audit.c.id.desc()).limit(1)
    before: dict[str, Any] = (await conn.execute(query)).scalar_one_or_none() or {}
    if "partner_id" not in before:
        raise Gone("agreement-gone")
    days = {name: date.fromisoformat(before[name]) for name in DAYS if before.get(name)}
    people = {name: await _there(conn, table, before.get(name)) for name, table in PEOPLE.items()}
    return before | days | people


async def _there(conn: AsyncConnection, table: Table, key: int | None) -> int | None:
    return (await conn.execute(select(table.c.id).where(table.c.id == key))).scalar_one_or_none()
