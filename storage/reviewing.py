"""Whom the review of an event concerns: whoever reviews it, and its author."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.event import Event
from domain.life import Status
from domain.people import Person
from domain.policy import Policy
from storage import outbox
from storage.outbox import Message
from storage.staff import responsible, reviewers

ANSWERS = {Status.DRAFT: "returned", Status.PUBLISHED: "approved"}
KINDS = ("review", *ANSWERS.values())


async def tell(
    conn: AsyncConnection,
    before: Event | None,
    after: Event,
    actor: Person,
    *,
    policy: Policy,
    admins: Collection[int],
    now: datetime,
) -> None:
    """An event that waits for review is told to whoever reviews, what has become of it to its author."""
    was = before.status if before else None
    if was is after.status:
        return
    if before is not None:
        await outbox.supersede(conn, after.id, KINDS, now)
    if after.status is Status.REVIEW:
        people = await reviewers(conn, after.fields.branch_id, policy.events.review, admins)
        await outbox.add(conn, _letters(after, "review", people, policy, now))
    elif was is Status.REVIEW and after.status in ANSWERS:
        author = await responsible(conn, after.responsible_id, after.fields.branch_id, admins)
        people = [person for person in author if person[0] != actor.id]
        await outbox.add(conn, _letters(after, ANSWERS[after.status], people, policy, now))


def _letters(
    event: Event, kind: str, people: Collection[tuple[int, int]], policy: Policy, now: datetime
) -> list[Message]:
    start = event.fields.starts_at
    due, until = policy.send_at(now, start, pressing=False), start if start > now else None
    moment = f"r{event.revision}"
    return [Message(kind, event.id, chat, moment, due, member, use_until=until) for member, chat in people]
