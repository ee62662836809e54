"""Events that partners propose: sent, answered by the library, corrected and sent again."""

from collections.abc import Callable, Collection
from dataclasses import fields as fields_of
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.people import Person
from domain.proposal import Proposal, ProposalState
from domain.refusal import Gone, NotAllowed
from storage import outbox
from storage.audit import note
from storage.database import AnyDatabase
from storage.drafts import Body, Draft, drop, start
from storage.outbox import Message
from storage.parts import representatives
from storage.staff import in_charge
from storage.tables import partner_reps, proposals

Rule = Callable[[Proposal], Proposal]
COLUMNS = tuple(one.name for one in fields_of(Proposal))


class Proposals:
    def __init__(self, db: AnyDatabase, admins: Collection[int]) -> None:
        self._db = db
        self._admins = admins

    async def send(
        self, partner_id: int, member_id: int, body: dict[str, Any], now: datetime, *, draft_id: int | None = None
    ) -> Proposal:
        """A new proposal; who decides about it is told, and the draft is dropped with it."""

        async def job(conn: AsyncConnection) -> Proposal:
            await _require_rep(conn, partner_id, member_id)
            row = {"partner_id": partner_id, "member_id": member_id, "body": body, "state": ProposalState.SENT}
            added = await conn.execute(insert(proposals).values(row | {"created_at": now}).returning(proposals))
            proposal = _proposal(added.one())
            await self._tell_library(conn, proposal, now)
            await _sent(conn, proposal, member_id, now, draft_id)
            return proposal

        return await self._db.write(job)

    async def send_again(
        self, proposal_id: int, rule: Rule, member_id: int, now: datetime, *, draft_id: int | None = None
    ) -> Proposal:
        """The corrected proposal, by the rule."""

        async def job(conn: AsyncConnection) -> Proposal:
            proposal = await _save(conn, rule(await _load(conn, proposal_id, lock=True)))
            await self._tell_library(conn, proposal, now)
            await _sent(conn, proposal, member_id, now, draft_id)
            return proposal

        return await self._db.write(job)

    async def decide(self, proposal_id: int, rule: Rule, actor: Person, now: datetime) -> Proposal:
        """The library's answer, by the rule; the partner is told."""

        async def job(conn: AsyncConnection) -> Proposal:
            return await _decide(conn, proposal_id, rule, actor, now)

        return await self._db.write(job)

    async def take(self, proposal_id: int, rule: Rule, actor: Person, now: datetime, *, form: str, body: Body) -> Draft:
        """The same, and in one transaction with it the draft of the librarian who takes it into work."""

        async def job(conn: AsyncConnection) -> Draft:
            await _decide(conn, proposal_id, rule, actor, now)
            return await start(conn, actor.id, form, body, now=now)

        return await self._db.write(job)

    async def get(self, proposal_id: int) -> Proposal:
        async with self._db.read() as conn:
            return await _load(conn, proposal_id)

    async def of(self, partner_ids: Collection[int], limit: int) -> list[Proposal]:
        """What these partners have proposed, the newest first."""
        query = select(proposals).where(proposals.c.partner_id.in_(partner_ids)).order_by(proposals.c.id.desc())
        async with self._db.read() as conn:
            return [_proposal(row) for row in await conn.execute(query.limit(limit))]

    async def _tell_library(self, conn: AsyncConnection, proposal: Proposal, now: datetime) -> None:
        people = await in_charge(conn, proposal.branch_id, self._admins)
        await outbox.add(conn, _letters(proposal, "proposal", people, f"r{proposal.revision}", now))


async def _decide(conn: AsyncConnection, proposal_id: int, rule: Rule, actor: Person, now: datetime) -> Proposal:
    proposal = await _save(conn, rule(await _load(conn, proposal_id, lock=True)))
    people = await representatives(conn, proposal.partner_id)
    moment = f"r{proposal.revision}-{proposal.state}"
    await outbox.add(conn, _letters(proposal, "proposal-answer", people, moment, now))
    await note(conn, now, actor.id, f"proposal-{proposal.state}", ("proposal", proposal.id))
    return proposal


async def _sent(conn: AsyncConnection, proposal: Proposal, member_id: int, now: datetime, draft_id: int | None) -> None:
    await note(conn, now, member_id, "proposal-sent", ("proposal", proposal.id))
    if draft_id is not None:
        await drop(conn, draft_id)


def _letters(
    proposal: Proposal, kind: str, people: Collection[tuple[int, int]], moment: str, now: datetime
) -> list[Message]:
    """What can wait: the delivery keeps it until a permitted hour."""
    return [Message(kind, proposal.id, chat, moment, now, member_id=member) for member, chat in people]


async def _require_rep(conn: AsyncConnection, partner_id: int, member_id: int) -> None:
    own = (partner_reps.c.partner_id == partner_id, partner_reps.c.member_id == member_id)
    if (await conn.execute(select(partner_reps.c.id).where(*own))).first() is None:
        raise NotAllowed


async def _load(conn: AsyncConnection, proposal_id: int, *, lock: bool = False) -> Proposal:
    query = select(proposals).where(proposals.c.id == proposal_id)
    row = (await conn.execute(query.with_for_update() if lock else query)).one_or_none()
    if row is None:
        raise Gone("proposal-gone")
    return _proposal(row)


async def _save(conn: AsyncConnection, proposal: Proposal) -> Proposal:
    values = {name: getattr(proposal, name) for name in COLUMNS if name != "id"}
    await conn.execute(update(proposals).where(proposals.c.id == proposal.id).values(values))
    return proposal


def _proposal(row: Row[Any]) -> Proposal:
    return Proposal(**dict(row._mapping) | {"state": ProposalState(row.state)})
