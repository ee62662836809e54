"""Between rows and `Broadcast` values."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.refusal import Gone
from domain.segment import Segment, from_json
from storage.segments import KIND
from storage.tables import broadcasts, outbox


@dataclass(frozen=True, slots=True)
class Reach:
    """How many a letter gets to, why not the others, and which partners (ids) nobody can be written to for.

    `unbound` counts people of the register, and partners without any, who have not come in yet.
    """

    reached: int = 0
    blocked: int = 0
    unwilling: int = 0
    rested: int = 0
    unconsented: int = 0
    unbound: int = 0
    calls: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Broadcast:
    """A letter to a segment. `state`: draft, sent (under way), done (summed up). `reach` is as it was confirmed."""

    id: int
    author_id: int | None
    text: str
    segment: Segment
    state: str
    revision: int
    created_at: datetime
    expires_at: datetime
    confirmed_at: datetime | None
    reach: Reach = field(default_factory=Reach)
    tally: dict[str, int] = field(default_factory=dict)


async def load(conn: AsyncConnection, broadcast_id: int, *, lock: bool = False) -> Broadcast:
    """The letter with its numbers; `lock` holds its row until the transaction ends."""
    query = select(broadcasts).where(broadcasts.c.id == broadcast_id)
    row = (await conn.execute(query.with_for_update() if lock else query)).one_or_none()
    if row is None:
        raise Gone("letter-gone")
    return await with_tally(conn, to_broadcast(row))


async def with_tally(conn: AsyncConnection, found: Broadcast) -> Broadcast:
    """With its numbers as they stand, while it is under way."""
    return replace(found, tally=await tally_of(conn, found.id)) if found.state == "sent" else found


async def tally_of(conn: AsyncConnection, broadcast_id: int) -> dict[str, int]:
    """How many letters are in which state."""
    mine = (outbox.c.kind == KIND, outbox.c.subject == broadcast_id)
    query = select(outbox.c.state, func.count()).where(*mine).group_by(outbox.c.state)
    return {row[0]: row[1] for row in await conn.execute(query)}


def to_broadcast(row: Row[Any]) -> Broadcast:
    own = {name: row._mapping[name] for name in Broadcast.__slots__ if name in row._mapping}
    kept = row.outcome or {}
    reach = {**kept.get("reach", {})}
    own |= {"segment": from_json(row.segment), "tally": kept.get("tally", {})}
    return Broadcast(**own, reach=Reach(**reach | {"calls": tuple(reach.get("calls", ()))}))


def plain(reach: Reach) -> dict[str, Any]:
    """As JSON."""
    return {name: getattr(reach, name) for name in Reach.__slots__} | {"calls": list(reach.calls)}
