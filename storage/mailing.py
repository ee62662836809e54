"""A letter's way to its people: the audience in one statement, and the sum once nothing is under way."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, Select, bindparam, case, exists, func, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.life import Status
from domain.policy import Policy
from domain.refusal import Refusal
from domain.segment import Segment, Whom
from storage import event_rows
from storage import outbox as letters
from storage.broadcast_rows import Broadcast, Reach, plain, tally_of
from storage.outbox import OPEN, Message
from storage.segments import KIND, meant, out_of_reach, pairs, standing
from storage.tables import broadcasts, members, outbox
from storage.transaction import mark_outgoing
from storage.types import Moment
from storage.upsert import insert_new

USEFUL = timedelta(days=7)
SUMMARY = "broadcast-summary"
LOST = ("unreachable", "failed", "unknown", "missed")


async def times(conn: AsyncConnection, segment: Segment, policy: Policy, now: datetime) -> tuple[datetime, datetime]:
    """When a letter leaves that is confirmed now, and until when it is of use: its event's start, or a week."""
    event = await event_rows.load(conn, segment.event_id) if segment.event_id is not None else None
    is_on = event is not None and event.status is not Status.CANCELLED
    ahead = event is not None and is_on and not event.has_begun(now)
    if segment.whom is Whom.UNANSWERED and not ahead:
        raise Refusal("event-begun" if is_on else "event-cancelled")
    until = event.fields.starts_at if event is not None and ahead else now + USEFUL
    return policy.send_at(now, until, pressing=False), until


async def fan_out(conn: AsyncConnection, old: Broadcast, policy: Policy, now: datetime) -> None:
    """One INSERT … SELECT: a letter to each whom it gets to; who has blocked the bot is noted at once."""
    due, until = await times(conn, old.segment, policy, now)
    fate = standing(old.segment, now)
    lost = fate == "blocked"
    row: dict[str, Any] = {
        "kind": literal(KIND),
        "subject": literal(old.id),
        "chat_id": members.c.account_id,
        "member_id": members.c.id,
        "moment": literal("once"),
        "args": bindparam("no_args", {}, type_=JSON),
        "state": case((lost, literal("unreachable")), else_=literal("ready")),
        "urgent": literal(value=False),
        "due_at": literal(due, Moment),
        "use_until": literal(until, Moment),
        "finished_at": case((lost, literal(now, Moment)), else_=literal(None, Moment)),
    }
    people = select(*row.values()).where(members.c.id.in_(meant(old.segment)), fate.in_(("reached", "blocked")))
    people = people.order_by(members.c.id)
    await conn.execute(insert_new(outbox).from_select(list(row), people))
    mark_outgoing(conn)


async def sum_up(conn: AsyncConnection, done: Broadcast, policy: Policy, now: datetime) -> None:
    """Keeps the numbers and who is left for the telephone, and tells the author."""
    calls = {*done.reach.calls, *(await conn.execute(_lost_partners(done))).scalars()}
    outcome = {"reach": plain(done.reach) | {"calls": sorted(calls)}, "tally": await tally_of(conn, done.id)}
    await conn.execute(update(broadcasts).where(broadcasts.c.id == done.id).values(outcome=outcome))
    author = select(members.c.id, members.c.account_id).where(members.c.id == done.author_id)
    row = (await conn.execute(author)).one_or_none()
    if row is not None:
        due = policy.send_at(now, now + USEFUL, pressing=False)
        await letters.add(conn, [Message(SUMMARY, done.id, row.account_id, "done", due, row.id)])


async def reach_of(conn: AsyncConnection, segment: Segment, now: datetime) -> Reach:
    """Whom a letter to the segment would get to now."""
    fate = standing(segment, now).label("fate")
    each = select(fate).where(members.c.id.in_(meant(segment))).subquery()
    counted = await conn.execute(select(each.c.fate, func.count()).group_by(each.c.fate))
    numbers = {row[0]: row[1] for row in counted}
    missing = pairs(segment).subquery()
    unbound = select(func.count()).select_from(missing).where(missing.c.member_id.is_(None))
    calls = sorted((await conn.execute(out_of_reach(segment, now))).scalars())
    return Reach(**numbers, unbound=int((await conn.execute(unbound)).scalar_one()), calls=tuple(calls))


def under_way(broadcast_id: Any) -> Any:
    """Whether some letter has not had its outcome yet."""
    return exists().where(outbox.c.kind == KIND, outbox.c.subject == broadcast_id, outbox.c.state.in_(OPEN))


def _lost_partners(done: Broadcast) -> Select[Any]:
    """Partners of the segment to whose people the letter has not got, none of them."""
    mine = (outbox.c.kind == KIND, outbox.c.subject == done.id)
    lost = select(outbox.c.member_id).where(*mine, outbox.c.state.in_(LOST))
    got = select(outbox.c.member_id).where(*mine, outbox.c.state.not_in(LOST), outbox.c.member_id.is_not(None))
    found = pairs(done.segment).subquery()
    met = select(found.c.partner_id).where(found.c.member_id.in_(got), found.c.partner_id.is_not(None))
    return (
        select(found.c.partner_id)
        .where(found.c.member_id.in_(lost), found.c.partner_id.is_not(None), found.c.partner_id.not_in(met))
        .distinct()
    )
