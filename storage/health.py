"""How the bot is doing, as far as the database knows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Select, exists, func, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.health import NOBODY, Traffic, Trouble, Waiting
from domain.life import Status
from domain.seats import RsvpState
from storage.database import AnyDatabase
from storage.outbox import OPEN
from storage.tables import chores, events, inbox, members, outbox, partner_reps, reminders, roles, rsvps, survey_rounds
from storage.tables import surveys as campaigns

DAY = timedelta(days=1)
LOST = ("failed", "unknown", "unreachable")
NEXT = 5
NAMED = 10


@dataclass(frozen=True, slots=True)
class Coming:
    """Something that the bot will send by itself: a round about `title`, or so many messages of a kind."""

    at: datetime
    what: Literal["reminder", "survey", "messages"]
    title: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class OutOfReach:
    """How many have blocked the bot or are gone; of them colleagues, who acts for a partner, who comes to something.

    `names`: of the first of them.
    """

    people: int = 0
    staff: int = 0
    reps: int = 0
    coming: int = 0
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All that `/health` shows of the database. `lost`: messages of the last day that did not arrive, by outcome."""

    traffic: Traffic
    late_chores: Sequence[str]
    next: Sequence[Coming]
    lost: dict[str, int]
    failed_updates: int
    out_of_reach: OutOfReach


class Health:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def ping(self) -> None:
        """Raises unless the database answers."""
        async with self._db.read() as conn:
            await conn.execute(select(literal(1)))

    async def traffic(self, now: datetime) -> Traffic:
        """What waits. It costs as much as there is that waits, however much has been sent."""
        async with self._db.read() as conn:
            return await _traffic(conn, now)

    async def report(self, now: datetime) -> Report:
        async with self._db.read() as conn:
            return Report(
                await _traffic(conn, now),
                list((await conn.execute(_late_chores(now))).scalars()),
                await _next(conn, now),
                await _lost(conn, now),
                await _number(conn, select(func.count()).where(inbox.c.state == "failed")),
                await _out_of_reach(conn, now),
            )


async def _traffic(conn: AsyncConnection, now: datetime) -> Traffic:
    due = (outbox.c.state.in_(OPEN), outbox.c.due_at <= now)
    late = (chores.c.due_at <= now,)
    new = (inbox.c.state == "new",)
    waiting = {
        Trouble.MESSAGES: await _first(conn, outbox.c.id, outbox.c.due_at, due),
        Trouble.UPDATES: await _first(conn, inbox.c.update_id, inbox.c.received_at, new),
        Trouble.CHORES: await _first(conn, chores.c.name, chores.c.due_at, late),
    }
    by_state = select(outbox.c.state, func.count(), func.min(outbox.c.due_at)).where(outbox.c.state.in_(OPEN))
    rows = await conn.execute(by_state.group_by(outbox.c.state))
    found = {state: Waiting(number, since) for state, number, since in rows}
    return Traffic(waiting, dict.fromkeys(OPEN, NOBODY) | found)


async def _first(conn: AsyncConnection, key: Any, since: Any, which: tuple[Any, ...]) -> Waiting:
    row = (await conn.execute(select(key, since).where(*which).order_by(since, key).limit(1))).first()
    if row is None:
        return Waiting()
    return Waiting(await _number(conn, select(func.count()).select_from(key.table).where(*which)), row[1], row[0])


def _late_chores(now: datetime) -> Select[Any]:
    return select(chores.c.name).where(chores.c.due_at <= now).order_by(chores.c.name)


async def _next(conn: AsyncConnection, now: datetime) -> list[Coming]:
    queries = (_reminders(now), _rounds(now), _messages(now))
    found = [Coming(*row) for query in queries for row in await conn.execute(query)]
    return sorted(found, key=lambda one: one.at)[:NEXT]


def _reminders(now: datetime) -> Select[Any]:
    planned = (reminders.c.state == "planned", reminders.c.due_at > now, events.c.status == Status.PUBLISHED)
    columns = (reminders.c.due_at, literal("reminder"), events.c.title)
    query = select(*columns).join(events, events.c.id == reminders.c.event_id).where(*planned)
    return query.order_by(reminders.c.due_at, events.c.id).limit(NEXT)


def _rounds(now: datetime) -> Select[Any]:
    planned = (survey_rounds.c.state == "planned", survey_rounds.c.due_at > now, campaigns.c.state == "published")
    columns = (survey_rounds.c.due_at, literal("survey"), campaigns.c.title)
    query = select(*columns).join(campaigns, campaigns.c.id == survey_rounds.c.survey_id).where(*planned)
    return query.order_by(survey_rounds.c.due_at, campaigns.c.id).limit(NEXT)


def _messages(now: datetime) -> Select[Any]:
    ahead = (outbox.c.state == "ready", outbox.c.due_at > now)
    columns = (outbox.c.due_at, literal("messages"), outbox.c.kind, func.count())
    query = select(*columns).where(*ahead).group_by(outbox.c.due_at, outbox.c.kind)
    return query.order_by(outbox.c.due_at, outbox.c.kind).limit(NEXT)


async def _lost(conn: AsyncConnection, now: datetime) -> dict[str, int]:
    lately = (outbox.c.state.in_(LOST), outbox.c.finished_at > now - DAY)
    query = select(outbox.c.state, func.count()).where(*lately).group_by(outbox.c.state)
    return {row[0]: row[1] for row in await conn.execute(query)}


async def _out_of_reach(conn: AsyncConnection, now: datetime) -> OutOfReach:
    ahead = select(events.c.id).where(events.c.status == Status.PUBLISHED, events.c.starts_at > now)
    going = (rsvps.c.member_id == members.c.id, rsvps.c.state == RsvpState.GOING, rsvps.c.event_id.in_(ahead))
    groups = (
        exists().where(roles.c.member_id == members.c.id),
        exists().where(partner_reps.c.member_id == members.c.id),
        exists().where(*going),
    )
    is_silent = ~members.c.reachable
    silent = select(func.count()).select_from(members).where(is_silent)
    numbers = [await _number(conn, silent), *[await _number(conn, silent.where(group)) for group in groups]]
    named = (
        select(members.c.name).where(~members.c.reachable).order_by(groups[0].desc(), groups[1].desc(), members.c.id)
    )
    names = (await conn.execute(named.limit(NAMED))).scalars()
    people, staff, reps, coming = numbers
    return OutOfReach(people, staff, reps, coming, tuple(names))


async def _number(conn: AsyncConnection, query: Select[Any]) -> int:
    return int((await conn.execute(query)).scalar_one())
