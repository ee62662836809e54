"""What a change of an event writes into the outbox, and for whom."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select, union
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.event import Event, Told, is_urgent, told_of
from domain.life import HIDDEN, Status
from domain.partner import PartState
from domain.people import Person, Purpose
from domain.policy import Policy
from domain.seats import RsvpState
from storage import outbox
from storage.consenting import consents_to
from storage.outbox import Message
from storage.tables import audit, event_partners, members, partner_reps, rsvps
from storage.tables import outbox as outbox_rows

CHANGES = ("moved", "relocated", "cancelled")
REMINDERS = ("reminder-week", "reminder-day", "reminder-hours")
KNOWN = ("starts_at", "ends_at", "branch_id", "hall_id", "address")
"""What people keep to."""
SERIES = "series"
"""Among the values of such news: the other dates have changed in the same way."""
QUESTIONS = ("invitation", "part", "part-kept", "part-accepted", "part-answer", "part-changed")
AFTERWARDS = ("thanks", "report-due")
CONCERNED = (RsvpState.GOING, RsvpState.QUEUED, RsvpState.MAYBE)


@dataclass(frozen=True, slots=True)
class Change:
    """An event as it was and as it is, and by whose hand.

    `heard`: where several dates of a series change at once, members who are told with a date before this one already.
    """

    before: Event
    after: Event
    actor: Person
    heard: set[int] | None = None


async def tell(conn: AsyncConnection, change: Change, policy: Policy, now: datetime) -> None:
    """Tells everybody concerned of a change, once for each revision; older news that did not go yet is replaced."""
    before, after = await _as_known(conn, change.before, now), change.after
    told = told_of(before, after, now)
    if after.status is Status.CANCELLED:
        await outbox.supersede(conn, after.id, (*REMINDERS, *QUESTIONS, *AFTERWARDS, "seat", "queue-blocked"), now)
    if told is None or (after.status in HIDDEN and told.kind != "cancelled"):
        return  # who is being asked hears of a change with the question: `storage.parts`
    if told.kind == "moved":
        await outbox.supersede(conn, after.id, REMINDERS, now)
    unsent = await outbox.supersede(conn, after.id, CHANGES, now)
    people = [person for person in await _knowing(conn, before) if person[0] != change.actor.id]
    if change.heard is not None:
        people = [person for person in people if person[0] not in change.heard]
        change.heard.update(member for member, _ in people)
        told = replace(told, old=told.old | {SERIES: True})
    when = _when(before, after, policy, now)
    await outbox.add(conn, _news(after, told, unsent, people, when))


async def invite(conn: AsyncConnection, event: Event, policy: Policy, now: datetime) -> None:
    """Invites the representatives of the event's partners, each once; not those of one that has declined."""
    if event.status is not Status.PUBLISHED or event.has_begun(now):
        return
    if event.series_id not in {None, event.id}:
        return  # the announcement is one: the first date of a series invites
    due = policy.send_at(now, event.fields.starts_at, pressing=False)
    named = select(event_partners.c.partner_id).where(*_willing(event.id))
    query = (
        select(members.c.id, members.c.account_id)
        .join(partner_reps, partner_reps.c.member_id == members.c.id)
        .where(partner_reps.c.partner_id.in_(named), members.c.reachable, consents_to(Purpose.EVENTS))
    )
    people = {(row.id, row.account_id) for row in await conn.execute(query)}
    start = event.fields.starts_at
    await outbox.add(
        conn,
        [Message("invitation", event.id, chat, "first", due, member, use_until=start) for member, chat in people],
    )


async def _as_known(conn: AsyncConnection, event: Event, now: datetime) -> Event:
    """The event as people know it: of a move into the past nobody was told, so they still know the date before it."""
    if not event.has_begun(now):
        return event
    of_event = (audit.c.action == "event-changed", audit.c.subject_kind == "event", audit.c.subject_id == event.id)
    standing = event.fields
    for row in (await conn.execute(select(audit).where(*of_event).order_by(audit.c.id.desc()))).all():
        if row.at < standing.starts_at:
            break
        old = {name: _value(name, row.before[name]) for name in KNOWN if name in row.before}
        standing = replace(standing, **old)
    return replace(event, fields=standing)


def _value(name: str, plain: Any) -> Any:
    """A value as the audit trail keeps it."""
    return datetime.fromisoformat(plain) if name in {"starts_at", "ends_at"} and plain else plain


def _when(before: Event, after: Event, policy: Policy, now: datetime) -> tuple[datetime, bool]:
    """When the news may go, and whether it may break into quiet hours, then or later."""
    soonest, pressing = min(before.fields.starts_at, after.fields.starts_at), is_urgent(before, after, now)
    return policy.send_at(now, soonest, pressing=pressing), pressing


def _news(
    after: Event,
    told: Told,
    unsent: dict[int, Any],
    people: Iterable[tuple[int, int]],
    when: tuple[datetime, bool],
) -> list[Message]:
    """One message each. Whoever has not yet been told of the change before is told from where they stand."""
    due, pressing = when
    return [
        Message(
            told.kind,
            after.id,
            chat,
            f"r{after.revision}",
            due,
            member,
            args=told.old | unsent.get(chat, {}),
            urgent=pressing,
            use_until=after.ends_at,
        )
        for member, chat in people
    ]


def _willing(event_id: int) -> tuple[Any, ...]:
    """Partners of the event that have not declined their part."""
    return (event_partners.c.event_id == event_id, event_partners.c.state != PartState.DECLINED)


async def _knowing(conn: AsyncConnection, before: Event) -> list[tuple[int, int]]:
    """Whom the change concerns; of an event that is not announced, those who have been asked about it."""
    people = await concerned(conn, before.id)
    if before.status not in HIDDEN:
        return people
    asked = select(outbox_rows.c.member_id).where(outbox_rows.c.subject == before.id, outbox_rows.c.kind == "part")
    knowing = set((await conn.execute(asked)).scalars())
    return [person for person in people if person[0] in knowing]


async def concerned(conn: AsyncConnection, event_id: int) -> list[tuple[int, int]]:
    """Member and chat of all who come, wait or may come, and of invited representatives who have not said no."""
    coming = select(rsvps.c.member_id).where(rsvps.c.event_id == event_id, rsvps.c.state.in_(CONCERNED))
    declined = select(rsvps.c.member_id).where(rsvps.c.event_id == event_id, rsvps.c.state == RsvpState.DECLINED)
    invited = (
        select(partner_reps.c.member_id)
        .join(event_partners, event_partners.c.partner_id == partner_reps.c.partner_id)
        .where(*_willing(event_id), partner_reps.c.member_id.not_in(declined))
    )
    everyone = union(coming, invited).subquery()
    query = select(members.c.id, members.c.account_id).where(
        members.c.id.in_(select(everyone.c.member_id)), members.c.reachable, consents_to(Purpose.EVENTS)
    )
    return [(row.id, row.account_id) for row in await conn.execute(query)]
