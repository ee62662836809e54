"""Partners: the register of organisations. One door for each change; `storage.reps` keeps who acts for them."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.partner import Partner, PartnerFields, Rep, RepFields
from domain.refusal import Refusal
from storage import removing, reps
from storage.audit import note
from storage.database import AnyDatabase
from storage.drafts import drop
from storage.partner_rows import branches_of, load, load_open, save_branches, to_columns, to_partner
from storage.reps import Representative
from storage.tables import partner_reps, partners
from storage.upsert import insert_new

Rule = Callable[[Partner], Partner]


@dataclass(frozen=True, slots=True)
class Named:
    """A partner with everything that it is called, the full name first."""

    id: int
    names: tuple[str, ...]
    archived: bool


class Partners:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def all(self, *, archived: bool = True) -> list[Partner]:
        """Every partner, by short name; those in the archive too, unless told otherwise."""
        query = select(partners).order_by(partners.c.short_name, partners.c.id)
        async with self._db.read() as conn:
            branches = await branches_of(conn)
            rows = await conn.execute(query if archived else query.where(partners.c.archived_at.is_(None)))
            return [to_partner(row, branches.get(row.id, ())) for row in rows]

    async def names(self) -> list[Named]:
        """What every partner is called, also those in the archive: for looking through all of them."""
        columns = (partners.c[name] for name in ("id", "name", "short_name", "aliases", "archived_at"))
        async with self._db.read() as conn:
            rows = await conn.execute(select(*columns))
            return [Named(one, (name, short, *also), at is not None) for one, name, short, also, at in rows]

    async def get(self, partner_id: int) -> Partner:
        """The partner, also one in the archive; `Gone` if there is none."""
        async with self._db.read() as conn:
            return await load(conn, partner_id)

    async def those(self, partner_ids: Collection[int]) -> list[Partner]:
        """These partners, as far as they are there, in the order asked for."""
        async with self._db.read() as conn:
            branches = await branches_of(conn, partner_ids)
            rows = await conn.execute(select(partners).where(partners.c.id.in_(partner_ids)))
            found = {row.id: to_partner(row, branches.get(row.id, ())) for row in rows}
        return [found[one] for one in partner_ids if one in found]

    async def add(self, name: str, short_name: str, sector: str, actor_id: int | None, now: datetime) -> int:
        """A new organisation; one of the same name is left as it is. Its id."""

        async def job(conn: AsyncConnection) -> int:
            found = await find_named(conn, name)
            return found or await put_partner(conn, PartnerFields(name, short_name, sector), actor_id, now)

        return await self._db.write(job)

    async def add_full(
        self, fields: PartnerFields, actor_id: int | None, now: datetime, *, draft_id: int | None = None
    ) -> int:
        """A new organisation with all that is filled in; a name that is taken is refused. Its id."""

        async def job(conn: AsyncConnection) -> int:
            partner_id = await put_partner(conn, fields, actor_id, now)
            await _drop(conn, draft_id)
            return partner_id

        return await self._db.write(job)

    async def change(
        self, partner_id: int, rule: Rule, actor_id: int | None, now: datetime, *, draft_id: int | None = None
    ) -> Partner:
        """Changes the fields by the rule; `Gone` for one that has been archived or deleted meanwhile."""

        async def job(conn: AsyncConnection) -> Partner:
            before = await load_open(conn, partner_id)
            await _drop(conn, draft_id)
            await _save(conn, before, rule(before).fields, actor_id, now)
            return await load(conn, partner_id)

        return await self._db.write(job)

    async def archive(self, partner_id: int, actor_id: int | None, now: datetime) -> None:
        """Takes the partner out of the register; its history stays, and `restore` brings it back."""

        async def job(conn: AsyncConnection) -> None:
            await load_open(conn, partner_id)
            await conn.execute(update(partners).where(partners.c.id == partner_id).values(archived_at=now))
            await note(conn, now, actor_id, "partner-archived", ("partner", partner_id))

        await self._db.write(job)

    async def restore(self, partner_id: int, actor_id: int | None, now: datetime) -> None:
        """Brings the partner back; one that is not in the archive stays as it is."""

        async def job(conn: AsyncConnection) -> None:
            if (await load(conn, partner_id, lock=True)).archived_at is None:
                return
            await conn.execute(update(partners).where(partners.c.id == partner_id).values(archived_at=None))
            await note(conn, now, actor_id, "partner-restored", ("partner", partner_id))

        await self._db.write(job)

    async def representatives(self, partner_ids: Collection[int]) -> list[Representative]:
        """Those who act for these partners with an account of their own, the primary first."""
        async with self._db.read() as conn:
            return await reps.with_account(conn, partner_ids)

    async def bind(self, partner_id: int, member_id: int, position: str | None, now: datetime) -> None:
        """Makes the person a representative; the first one is the primary."""
        await self._db.write(lambda conn: reps.bind(conn, partner_id, member_id, position, now))

    async def reps(self, partner_id: int) -> list[Rep]:
        """Everybody who acts for the partner, with an account or without, the primary first."""
        async with self._db.read() as conn:
            return await reps.of(conn, [partner_id])

    async def all_reps(self) -> list[Rep]:
        """Everybody who acts for any partner, partner by partner, the primary first."""
        async with self._db.read() as conn:
            return await reps.of(conn, None)

    async def reps_by(self, member_id: int) -> list[Rep]:
        """What the register has of the person, for each partner that they act for."""
        async with self._db.read() as conn:
            return await reps.by_member(conn, member_id)

    async def rep(self, rep_id: int) -> Rep:
        """The representative; `Gone` if there is none."""
        async with self._db.read() as conn:
            return await reps.load(conn, rep_id)

    async def put_rep(
        self, partner_id: int, fields: RepFields, actor_id: int | None, now: datetime, rep_id: int | None = None
    ) -> int:
        """Adds a representative, or changes that one; exactly one of a partner's is the primary. The id."""
        return await self._db.write(lambda conn: reps.put_rep(conn, partner_id, fields, actor_id, now, rep_id))

    async def change_rep(
        self,
        rep_id: int,
        rule: Callable[[RepFields], RepFields],
        actor_id: int | None,
        now: datetime,
        *,
        draft_id: int | None = None,
    ) -> None:
        """Changes what the register has of the representative by the rule."""

        async def job(conn: AsyncConnection) -> None:
            rep = await reps.load(conn, rep_id)
            await _drop(conn, draft_id)
            await reps.put_rep(conn, rep.partner_id, rule(rep.fields), actor_id, now, rep_id)

        await self._db.write(job)

    async def add_rep(
        self, partner_id: int, fields: RepFields, actor_id: int | None, now: datetime, *, draft_id: int | None = None
    ) -> int:
        async def job(conn: AsyncConnection) -> int:
            await _drop(conn, draft_id)
            return await reps.put_rep(conn, partner_id, fields, actor_id, now)

        return await self._db.write(job)

    async def remove_rep(self, rep_id: int, actor_id: int | None, now: datetime) -> Rep:
        """Takes the representative away; the oldest deputy follows a primary. Whom it was.

        For ten minutes `bring_back` undoes it, then they are forgotten.
        """
        return await self._db.write(lambda conn: removing.remove(conn, rep_id, actor_id, now))

    async def bring_back(self, rep_id: int, actor_id: int | None, now: datetime) -> int:
        """Undoes it; whose representative it is. `Gone` if it is too late, or nobody was removed."""
        return await self._db.write(lambda conn: removing.bring_back(conn, rep_id, actor_id, now))

    async def forget_removed(self, now: datetime) -> None:
        """Forgets those whom nothing brings back any more."""
        await self._db.write(lambda conn: removing.forget_removed(conn, now))

    async def gone_for_good(self) -> dict[int, datetime]:
        """Ids of representatives who were removed and forgotten, and since when."""
        async with self._db.read() as conn:
            return await removing.gone_for_good(conn)

    async def forget_again(self, gone: Mapping[int, datetime], now: datetime) -> int:
        """Forgets those who are in the register since before they were forgotten; how many."""
        known = select(partner_reps.c.id, partner_reps.c.since).where(partner_reps.c.id.in_(gone))

        async def job(conn: AsyncConnection) -> int:
            back = [row.id for row in await conn.execute(known) if row.since < gone[row.id]]
            for rep_id in back:
                await removing.forget_again(conn, rep_id, now)
            return len(back)

        return await self._db.write(job)


async def find_named(conn: AsyncConnection, name: str) -> int | None:
    """The id of the partner with exactly this name."""
    found: int | None = (await conn.execute(select(partners.c.id).where(partners.c.name == name))).scalar_one_or_none()
    return found


async def put_partner(
    conn: AsyncConnection, fields: PartnerFields, actor_id: int | None, now: datetime, partner_id: int | None = None
) -> int:
    """Adds a partner, or gives that one these fields, in the transaction that is open; the id."""
    if partner_id is not None:
        await _save(conn, await load_open(conn, partner_id), fields, actor_id, now)
        return partner_id
    row = to_columns(fields) | {"created_at": now}
    added = (await conn.execute(insert_new(partners).values(row).returning(partners.c.id))).scalar_one_or_none()
    if added is None:
        raise await _taken(conn, fields.name)
    await save_branches(conn, added, fields.branch_ids)
    await note(conn, now, actor_id, "partner-added", ("partner", added), after=_filled(fields))
    return int(added)


async def _save(
    conn: AsyncConnection, before: Partner, fields: PartnerFields, actor_id: int | None, now: datetime
) -> None:
    """Saves the difference, if there is one."""
    old, new = _plain(before.fields), _plain(fields)
    names = [name for name in new if new[name] != old[name]]
    if not names:
        return
    if "name" in names and await find_named(conn, fields.name) is not None:
        raise await _taken(conn, fields.name)
    own = {"revision": before.revision + 1, "updated_at": now}
    await conn.execute(update(partners).where(partners.c.id == before.id).values(to_columns(fields) | own))
    if "branch_ids" in names:
        await save_branches(conn, before.id, fields.branch_ids)
    was, will = ({name: values[name] for name in names} for values in (old, new))
    await note(conn, now, actor_id, "partner-changed", ("partner", before.id), before=was, after=will)


async def _taken(conn: AsyncConnection, name: str) -> Refusal:
    """Another organisation has the name; perhaps it is in the archive."""
    query = select(partners.c.archived_at).where(partners.c.name == name)
    archived = (await conn.execute(query)).scalar_one_or_none() is not None
    return Refusal("partner-name-in-archive" if archived else "partner-name-taken", name=name)


async def _drop(conn: AsyncConnection, draft_id: int | None) -> None:
    if draft_id is not None:
        await drop(conn, draft_id)


def _plain(fields: PartnerFields) -> dict[str, Any]:
    """The fields as JSON has them."""
    return to_columns(fields) | {"branch_ids": list(fields.branch_ids)}


def _filled(fields: PartnerFields) -> dict[str, Any]:
    return {name: value for name, value in _plain(fields).items() if value}
