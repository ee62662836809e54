"""Who asks to represent an organisation without a link: staff decide, once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.partner import PartnerFields
from domain.refusal import Gone, Refusal
from storage import outbox, reps
from storage.audit import note
from storage.database import AnyDatabase
from storage.drafts import drop
from storage.keepers import chat_of, keepers_of
from storage.outbox import Message
from storage.partner_rows import load_open
from storage.partners import find_named, put_partner
from storage.tables import members, rep_requests

MOST = 3
"""Requests of one person that wait at a time."""
SHORT_NAME = 120


@dataclass(frozen=True, slots=True)
class Request:
    """`organisation` in the person's words, `partner_id` that of the register. State: open, approved, declined."""

    id: int
    member_id: int
    partner_id: int | None
    organisation: str
    position: str | None
    state: str
    decided_by: int | None
    created_at: datetime
    name: str


class RepRequests:
    def __init__(self, db: AnyDatabase, admins: Collection[int]) -> None:
        self._db = db
        self._admins = admins

    async def ask(
        self,
        member_id: int,
        partner_id: int | None,
        organisation: str,
        position: str | None,
        now: datetime,
        *,
        draft_id: int | None = None,
    ) -> Request:
        """Keeps the request and tells the staff; the same one again changes nothing."""

        async def job(conn: AsyncConnection) -> Request:
            if draft_id is not None:
                await drop(conn, draft_id)
            own = [one for one in await _those(conn, _query("open")) if one.member_id == member_id]
            if partner_id is not None:
                await _check(conn, partner_id, member_id)
            same = [one for one in own if (one.partner_id, one.organisation) == (partner_id, organisation)]
            if same:
                return same[0]
            if len(own) >= MOST:
                raise Refusal("request-too-many")
            row: dict[str, Any] = {"member_id": member_id, "partner_id": partner_id, "organisation": organisation}
            row |= {"position": position, "state": "open", "created_at": now}
            added = (await conn.execute(insert(rep_requests).values(row).returning(rep_requests.c.id))).scalar_one()
            await note(conn, now, member_id, "rep-asked", ("rep-request", added), after={"partner_id": partner_id})
            people = await keepers_of(conn, partner_id, self._admins)
            await outbox.add(conn, [Message("rep-asked", added, chat, "first", now, one) for one, chat in people])
            return await _load(conn, added)

        return await self._db.write(job)

    async def get(self, request_id: int) -> Request:
        """The request; `Gone` if there is none."""
        async with self._db.read() as conn:
            return await _load(conn, request_id)

    async def waiting(self, limit: int, offset: int = 0) -> list[Request]:
        """Those that wait for a word, the oldest first."""
        async with self._db.read() as conn:
            return await _those(conn, _query("open").limit(limit).offset(offset))

    async def count_waiting(self) -> int:
        async with self._db.read() as conn:
            query = select(func.count()).select_from(rep_requests).where(rep_requests.c.state == "open")
            return int((await conn.execute(query)).scalar_one())

    async def approve(self, request_id: int, actor_id: int, now: datetime, *, partner_id: int | None = None) -> Request:
        """Makes the person a representative: of the partner meant, of the one that staff name, or of a new one."""

        async def job(conn: AsyncConnection) -> Request:
            asked = await _open(conn, request_id)
            chosen = partner_id or asked.partner_id or await _entered(conn, asked.organisation, actor_id, now)
            await load_open(conn, chosen)
            await reps.bind(conn, chosen, asked.member_id, asked.position, now)
            return await _decide(conn, asked, "approved", actor_id, now, chosen)

        return await self._db.write(job)

    async def decline(self, request_id: int, actor_id: int, now: datetime) -> Request:
        async def job(conn: AsyncConnection) -> Request:
            asked = await _open(conn, request_id)
            return await _decide(conn, asked, "declined", actor_id, now, asked.partner_id)

        return await self._db.write(job)


async def _check(conn: AsyncConnection, partner_id: int, member_id: int) -> None:
    partner = await load_open(conn, partner_id)
    if any(rep.member_id == member_id for rep in await reps.of(conn, [partner_id])):
        raise Refusal("request-needless", name=partner.short_name)


async def _entered(conn: AsyncConnection, organisation: str, actor_id: int, now: datetime) -> int:
    """The id of the organisation in the register, where it is entered if need be."""
    found = await find_named(conn, organisation)
    fields = PartnerFields(organisation, organisation[:SHORT_NAME], "other")
    return found or await put_partner(conn, fields, actor_id, now)


async def _open(conn: AsyncConnection, request_id: int) -> Request:
    """The request, which nobody has decided yet."""
    lock = select(rep_requests.c.id).where(rep_requests.c.id == request_id).with_for_update()
    await conn.execute(lock)
    asked = await _load(conn, request_id)
    if asked.state != "open":
        raise Refusal("request-approved" if asked.state == "approved" else "request-declined")
    return asked


async def _decide(  # noqa: PLR0917 - both decisions end here
    conn: AsyncConnection, asked: Request, state: str, actor_id: int, now: datetime, partner_id: int | None
) -> Request:
    values = {"state": state, "decided_by": actor_id, "decided_at": now, "partner_id": partner_id}
    await conn.execute(update(rep_requests).where(rep_requests.c.id == asked.id).values(values))
    action = "rep-approved" if state == "approved" else "rep-declined"
    await note(conn, now, actor_id, action, ("rep-request", asked.id), after={"partner_id": partner_id})
    member_id, chat = await chat_of(conn, asked.member_id)
    await outbox.add(conn, [Message("rep-answered", asked.id, chat, state, now, member_id)])
    return await _load(conn, asked.id)


def _query(state: str | None = None) -> Select[Any]:
    query = select(rep_requests, members.c.name).join(members, members.c.id == rep_requests.c.member_id)
    return (query.where(rep_requests.c.state == state) if state else query).order_by(rep_requests.c.id)


async def _load(conn: AsyncConnection, request_id: int) -> Request:
    found = await _those(conn, _query().where(rep_requests.c.id == request_id))
    if not found:
        raise Gone("request-gone")
    return found[0]


async def _those(conn: AsyncConnection, query: Select[Any]) -> list[Request]:
    return [_request(row) for row in await conn.execute(query)]


def _request(row: Row[Any]) -> Request:
    return Request(**{name: row._mapping[name] for name in Request.__slots__})
