"""Moving up from the queue, inside the transaction that freed the seats."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.event import URGENT_WITHIN, Event
from domain.life import Status
from domain.policy import Policy
from domain.seats import Rsvp, RsvpState, Seats, promoted
from storage import outbox
from storage.outbox import Message
from storage.rsvp_rows import to_rsvp
from storage.tables import events, members, rsvps

MOST_NAMED = 10_000
"""Members that one statement names: PostgreSQL takes 32,767 values, SQLite about as many."""


async def promote(conn: AsyncConnection, event: Event, policy: Policy, now: datetime) -> bool:
    """Seats those at the head of the queue who fit and tells them; tells the librarian of a head that does not fit.

    Nobody moves up once the event has begun (LESSONS W 38), nor in a cancelled one. Whether anybody has.
    """
    seats = event.seats
    if not seats.queued or seats.free == 0 or event.has_begun(now) or event.status is not Status.PUBLISHED:
        return False
    head = await _head(conn, event.id, seats)
    risen = promoted(seats, head)
    if risen:
        await _seat(conn, event.id, head[len(risen) - 1])
        await _recount(conn, event, risen)
        soon = event.fields.starts_at - now <= URGENT_WITHIN
        due = policy.send_at(now, event.fields.starts_at, pressing=soon)
        await _tell_seated(conn, event, head[: len(risen)], due, urgent=soon)
    if len(risen) < len(head):
        await _tell_blocked(conn, event, head[len(risen)], policy, now)
    return bool(risen)


async def _head(conn: AsyncConnection, event_id: int, seats: Seats) -> list[Rsvp]:
    """Those who may fit, and one more; without a limit all."""
    most = seats.queued if seats.free is None else seats.free + 1
    waiting = (rsvps.c.event_id == event_id, rsvps.c.state == RsvpState.QUEUED)
    rows = await conn.execute(select(rsvps).where(*waiting).order_by(rsvps.c.ticket).limit(most))
    return [to_rsvp(row) for row in rows]


async def _seat(conn: AsyncConnection, event_id: int, last: Rsvp) -> None:
    """Seats all from the head of the queue to this party."""
    they = (rsvps.c.event_id == event_id, rsvps.c.state == RsvpState.QUEUED, rsvps.c.ticket <= last.ticket)
    await conn.execute(update(rsvps).where(*they).values(state=RsvpState.GOING, ticket=None))


async def _recount(conn: AsyncConnection, event: Event, risen: tuple[Rsvp, ...]) -> None:
    values = {
        "seats_taken": events.c.seats_taken + sum(party.party for party in risen),
        "queued": events.c.queued - len(risen),
        "going": events.c.going + len(risen),
    }
    await conn.execute(update(events).where(events.c.id == event.id).values(values))


async def _tell_seated(
    conn: AsyncConnection, event: Event, risen: Sequence[Rsvp], due: datetime, *, urgent: bool
) -> None:
    """`risen` as they were while they waited: the ticket tells one promotion from another."""
    chats = await _chats(conn, tuple(party.member_id for party in risen))
    start = event.fields.starts_at
    await outbox.add(
        conn,
        [
            Message(
                "seat",
                event.id,
                chats[one.member_id],
                f"t{one.ticket}",
                due,
                one.member_id,
                urgent=urgent,
                use_until=start,
            )
            for one in risen
            if one.member_id in chats
        ],
    )


async def tell_seated_by_hand(conn: AsyncConnection, event: Event, before: Rsvp | None, now: datetime) -> None:
    """Tells somebody whom the librarian took out of the queue, at once: a person did it, within their hours."""
    if before is not None and before.state is RsvpState.QUEUED:
        await _tell_seated(conn, event, [before], now, urgent=True)


async def _tell_blocked(conn: AsyncConnection, event: Event, party: Rsvp, policy: Policy, now: datetime) -> None:
    """The party at the head is larger than what is free: the librarian may want to do something about it."""
    if event.responsible_id is None:
        return
    chats = await _chats(conn, (event.responsible_id,))
    start = event.fields.starts_at
    due = policy.send_at(now, start, pressing=False)
    await outbox.add(
        conn,
        [
            Message(
                "queue-blocked",
                event.id,
                chat,
                f"t{party.ticket}",
                due,
                member,
                use_until=start,
                args={"party": party.party},
            )
            for member, chat in chats.items()
        ],
    )


async def _chats(conn: AsyncConnection, member_ids: Sequence[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for at in range(0, len(member_ids), MOST_NAMED):
        some = members.c.id.in_(member_ids[at : at + MOST_NAMED])
        rows = await conn.execute(select(members.c.id, members.c.account_id).where(some, members.c.reachable))
        found |= {row.id: row.account_id for row in rows}
    return found
