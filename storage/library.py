"""Branches and halls of the library."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.refusal import Gone
from storage.audit import note
from storage.database import AnyDatabase
from storage.tables import branches, halls
from storage.upsert import insert_new


@dataclass(frozen=True, slots=True)
class Hall:
    id: int
    name: str


@dataclass(frozen=True, slots=True)
class BranchFields:
    """A branch as it is filled in. `hours` = {"mon": ["10:00", "19:00"]}, `sanitary` = {"weekday": 2, "nth": -1}."""

    name: str
    short_name: str
    address: str
    aliases: tuple[str, ...] = ()
    hours: Mapping[str, Sequence[str]] = field(default_factory=dict)
    sanitary: Mapping[str, int] | None = None
    halls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Branch:
    id: int
    name: str
    short_name: str
    address: str
    aliases: tuple[str, ...]
    hours: Mapping[str, Sequence[str]]
    sanitary: Mapping[str, int] | None
    halls: tuple[Hall, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """What a branch is called, and where it is."""

    id: int
    name: str
    short_name: str
    address: str
    aliases: tuple[str, ...]


class Branches:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def all(self) -> list[Branch]:
        """Every branch with its halls, in the order of entry."""
        async with self._db.read() as conn:
            rows = (await conn.execute(select(branches).order_by(branches.c.id))).all()
            inside = defaultdict[int, list[Hall]](list)
            for row in await conn.execute(select(halls).order_by(halls.c.id)):
                inside[row.branch_id].append(Hall(row.id, row.name))
            return [_to_branch(row, inside[row.id]) for row in rows]

    async def named(self) -> list[Named]:
        """What every branch is called and where it is, in the order of entry."""
        columns = (branches.c[name] for name in ("id", "name", "short_name", "address", "aliases"))
        async with self._db.read() as conn:
            rows = await conn.execute(select(*columns).order_by(branches.c.id))
            return [Named(row.id, row.name, row.short_name, row.address, tuple(row.aliases)) for row in rows]

    async def get(self, branch_id: int) -> Branch:
        async with self._db.read() as conn:
            row = (await conn.execute(select(branches).where(branches.c.id == branch_id))).one_or_none()
            if row is None:
                raise Gone("branch-gone")
            return await _branch(conn, row)

    async def put(self, fields: BranchFields, actor_id: int | None, now: datetime) -> int:
        """Adds the branch, or changes the one of the same name; halls that are new are added, none is dropped."""

        async def job(conn: AsyncConnection) -> int:
            return await put_branch(conn, fields, actor_id, now)

        return await self._db.write(job)

    async def put_all(self, rows: Sequence[BranchFields], actor_id: int | None, now: datetime) -> None:
        """All of them, or none."""

        async def job(conn: AsyncConnection) -> None:
            for fields in rows:
                await put_branch(conn, fields, actor_id, now)

        await self._db.write(job)

    async def change(self, branch_id: int, values: Mapping[str, object], actor_id: int | None, now: datetime) -> None:
        """Changes columns of one branch: name, short_name, address, aliases, hours, sanitary."""

        async def job(conn: AsyncConnection) -> None:
            await conn.execute(update(branches).where(branches.c.id == branch_id).values(dict(values)))
            await note(conn, now, actor_id, "branch-changed", ("branch", branch_id), after=dict(values))

        await self._db.write(job)

    async def add_hall(self, branch_id: int, name: str, actor_id: int | None, now: datetime) -> None:
        async def job(conn: AsyncConnection) -> None:
            await conn.execute(insert_new(halls), [{"branch_id": branch_id, "name": name}])
            await note(conn, now, actor_id, "hall-added", ("branch", branch_id), after={"hall": name})

        await self._db.write(job)

    async def drop_hall(self, hall_id: int, actor_id: int | None, now: datetime) -> None:
        """Drops a hall; events held there keep their branch."""

        async def job(conn: AsyncConnection) -> None:
            await conn.execute(delete(halls).where(halls.c.id == hall_id))
            await note(conn, now, actor_id, "hall-dropped", ("hall", hall_id))

        await self._db.write(job)


async def put_branch(conn: AsyncConnection, fields: BranchFields, actor_id: int | None, now: datetime) -> int:
    values = {key: value for key, value in asdict(fields).items() if key != "halls"}
    values["aliases"] = list(fields.aliases)
    found = (await conn.execute(select(branches.c.id).where(branches.c.name == fields.name))).scalar_one_or_none()
    if found is None:
        added = await conn.execute(insert(branches).values(values).returning(branches.c.id))
        found = added.scalar_one()
    else:
        await conn.execute(update(branches).where(branches.c.id == found).values(values))
    if fields.halls:
        await conn.execute(insert_new(halls), [{"branch_id": found, "name": name} for name in fields.halls])
    await note(conn, now, actor_id, "branch-put", ("branch", int(found)), after={"name": fields.name})
    return int(found)


async def _branch(conn: AsyncConnection, row: Row[Any]) -> Branch:
    found = await conn.execute(select(halls.c.id, halls.c.name).where(halls.c.branch_id == row.id).order_by(halls.c.id))
    return _to_branch(row, [Hall(*hall) for hall in found])


def _to_branch(row: Row[Any], inside: Sequence[Hall]) -> Branch:
    return Branch(
        id=row.id,
        name=row.name,
        short_name=row.short_name,
        address=row.address,
        aliases=tuple(row.aliases),
        hours=row.hours,
        sanitary=row.sanitary,
        halls=tuple(inside),
    )
