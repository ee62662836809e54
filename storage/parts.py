"""Partners' parts in an event as rows: what they have said to them, and who is asked and told of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.event import Event, told_of
from domain.joint import Agreed, Standing, Voice, follow, to_ask
from domain.joint import come as come_rule
from domain.partner import PartState
from domain.people import Purpose
from domain.policy import Policy
from storage import outbox
from storage.consenting import consents_to
from storage.event_rows import in_order, to_part
from storage.outbox import Message
from storage.tables import event_partners, members, partner_reps

GATHER = timedelta(minutes=1)
"""What a librarian asks for, tick by tick, within this time is one message."""


@dataclass(frozen=True, slots=True)
class Word:
    """Something to be said to a partner about its part: `old` as the event was, `unsent` what a chat did not hear."""

    kind: str
    partner_id: int
    moment: str
    old: Mapping[str, object] = field(default_factory=dict)
    unsent: Mapping[int, Mapping[str, object]] = field(default_factory=dict)


async def parts_of(conn: AsyncConnection, event_id: int) -> list[Agreed]:
    """The event's partners with what they have said, in the order in which they were entered."""
    return [to_agreed(row) for row in await conn.execute(in_order(event_id))]


def to_agreed(row: Row[Any]) -> Agreed:
    return Agreed(
        to_part(row),
        Standing(
            state=PartState(row.state),
            brings=tuple(row.brings),
            reason=row.reason,
            proposed_at=row.proposed_at,
            said_of=row.said_of,
            answered_by=row.answered_by,
            answered_at=row.answered_at,
            comment=row.comment,
        ),
    )


async def come(conn: AsyncConnection, event: Event, partner_id: int, voice: Voice) -> None:
    """Somebody of the partner says that they come, which may be all that its part wants."""
    for one in await parts_of(conn, event.id):
        standing = come_rule(event, one, voice) if one.partner_id == partner_id else one.standing
        if standing != one.standing:
            await put(conn, event.id, partner_id, standing)


async def put(conn: AsyncConnection, event_id: int, partner_id: int, standing: Standing) -> None:
    """Keeps what the partner has said."""
    values = {
        "state": standing.state,
        "brings": list(standing.brings),
        "reason": standing.reason,
        "proposed_at": standing.proposed_at,
        "said_of": standing.said_of,
        "answered_by": standing.answered_by,
        "answered_at": standing.answered_at,
        "comment": standing.comment,
    }
    one = (event_partners.c.event_id == event_id, event_partners.c.partner_id == partner_id)
    await conn.execute(update(event_partners).where(*one).values(values))


async def put_all(conn: AsyncConnection, event_id: int, standings: Mapping[int, Standing]) -> None:
    for partner_id, standing in standings.items():
        await put(conn, event_id, partner_id, standing)


async def follow_change(
    conn: AsyncConnection, before: Event, after: Event, held: Sequence[Agreed], *, policy: Policy, now: datetime
) -> None:
    """What a change of the event makes of its partners' answers, and what they are asked or told because of it."""
    for one in held:
        standing = follow(before, after, one)
        if after.part_of(one.partner_id) is not None and standing != one.standing:
            await put(conn, after.id, one.partner_id, standing)
    if after.has_begun(now) or after.is_cancelled:
        return
    told = told_of(before, after, now)
    await ask(conn, before, after, told.old if told else {}, policy=policy, now=now)
    gone = [one for one in held if after.part_of(one.partner_id) is None]
    for one in gone:
        if one.standing.state is not PartState.DECLINED:
            await tell(conn, after, Word("part-removed", one.partner_id, f"r{after.revision}"), policy, now)


async def ask(
    conn: AsyncConnection,
    before: Event | None,
    after: Event,
    old: dict[str, object],
    *,
    policy: Policy,
    now: datetime,
) -> None:
    """Asks representatives about their partner's part, where it is new to them or has changed; `old`: what was.

    A question that has not gone yet is replaced; whoever did not hear of a move hears from where they stand.
    """
    at_once = before is None or old or before.status is not after.status
    for partner_id in to_ask(before, after, await parts_of(conn, after.id)):
        unsent = await outbox.supersede(conn, after.id, ("part",), now, beginning=f"p{partner_id}-")
        word = Word("part", partner_id, f"r{after.revision}", old, unsent)
        await tell(conn, after, word, policy, now if at_once else now + GATHER)


async def tell(conn: AsyncConnection, event: Event, word: Word, policy: Policy, now: datetime) -> None:
    """Says it to everybody who acts for the partner, at the next permitted time."""
    due = policy.send_at(now, event.fields.starts_at, pressing=False)
    people = await representatives(conn, word.partner_id)
    await outbox.add(conn, [message(event, word, person, due) for person in people])


async def representatives(conn: AsyncConnection, partner_id: int) -> list[tuple[int, int]]:
    """Member and chat of who acts for the partner and can be reached."""
    query = (
        select(members.c.id, members.c.account_id)
        .join(partner_reps, partner_reps.c.member_id == members.c.id)
        .where(partner_reps.c.partner_id == partner_id, members.c.reachable, consents_to(Purpose.EVENTS))
    )
    return [(row.id, row.account_id) for row in await conn.execute(query.order_by(members.c.id))]


def message(event: Event, word: Word, person: tuple[int, int], due: datetime) -> Message:
    """The word to one person, by member and chat."""
    member_id, chat_id = person
    return Message(
        word.kind,
        event.id,
        chat_id,
        f"p{word.partner_id}-{word.moment}",
        due,
        member_id,
        args={**word.old, **word.unsent.get(chat_id, {}), "partner": word.partner_id},
        use_until=event.fields.starts_at,
    )
