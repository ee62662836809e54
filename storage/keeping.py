"""What is past its term, destroyed at night; and people who have not been seen for long, warned before."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Delete, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.destruction import Ground
from domain.policy import Policy
from storage import outbox as letters
from storage.actions import DROPPED
from storage.chores import hasten
from storage.database import AnyDatabase
from storage.erasing import ACTION, Admins, erase
from storage.oblivion import CLEAN_UP
from storage.outbox import Message
from storage.tables import (
    audit,
    broadcasts,
    checkins,
    consents,
    drafts,
    events,
    feedback,
    invitations,
    members,
    outbox,
    page_links,
    passes,
    proposals,
    rep_requests,
    roles,
    rsvp_answers,
    rsvps,
    talks,
)

SILENCE = "silence"
"""The message that warns somebody."""
YEAR = timedelta(days=365.25)
WANTED_AFTER = timedelta(days=30)
"""What is asked with a sign-up is of use for so long (DOMAIN.md §7.1: needs of access are not kept after the event)."""
SAID_FOR = timedelta(days=1)
"""A message that holds the only words of what was taken back is kept for so long after it went."""
OF_GUESTS = (rsvps, checkins, talks, feedback)
AT_ONCE = 100
"""People warned or forgotten in one go: the night is long, a transaction must be short."""


class Keeping:
    def __init__(self, db: AnyDatabase, admins: Admins, policy: Policy) -> None:
        self._db = db
        self._admins = admins
        self._policy = policy

    async def warn(self, now: datetime) -> int:
        """Tells those who have not been seen for long that they will be forgotten; how many."""
        since = self._policy.retention.silent_since(now)
        if since is None:
            return 0

        async def job(conn: AsyncConnection) -> int:
            silent = (_last_seen() < since, members.c.warned_at.is_(None), ~self._stays())
            query = select(members.c.id, members.c.account_id, members.c.reachable).where(*silent)
            found = (await conn.execute(query.order_by(members.c.id).limit(AT_ONCE))).all()
            warned = update(members).where(members.c.id.in_([row.id for row in found])).values(warned_at=now)
            await conn.execute(warned)
            due = self._policy.send_at(now, now + YEAR, pressing=False)
            reached = [row for row in found if row.reachable]
            await letters.add(
                conn, [Message(SILENCE, row.id, row.account_id, now.isoformat(), due, row.id) for row in reached]
            )
            return len(found)

        return await self._until_none(job)

    async def forget_silent(self, now: datetime) -> int:
        """Forgets those who were warned in time and have not come back; how many."""
        if not self._policy.retention.silence_months:
            return 0
        until = self._policy.retention.warned_until(now)

        async def job(conn: AsyncConnection) -> int:
            warned = (members.c.warned_at <= until, _last_seen() < members.c.warned_at, ~self._stays())
            query = select(members.c.id).where(*warned).order_by(members.c.id).limit(1)
            member_id = (await conn.execute(query)).scalar_one_or_none()
            if member_id is None:
                return 0
            await erase(conn, member_id, Ground.SILENCE, admins=self._admins, policy=self._policy, now=now)
            return 1

        return await self._until_none(job)

    async def drop_old(self, now: datetime) -> None:
        """Everything else whose term is over."""
        for statement in _over(self._policy, now):
            await self._drop(statement)
        await self._db.write(_blank_letters)
        await self._db.write(lambda conn: hasten(conn, CLEAN_UP, now))

    async def _drop(self, statement: Delete) -> None:
        await self._db.write(lambda conn: conn.execute(statement))

    def _stays(self) -> ColumnElement[bool]:
        """Colleagues are never forgotten by themselves: they have a role as long as it is not taken."""
        held = members.c.id.in_(select(roles.c.member_id))
        return or_(held, members.c.account_id.in_(self._admins))

    async def _until_none(self, job: Any) -> int:
        done = 0
        while some := await self._db.write(job):
            done += some
        return done


def _over(policy: Policy, now: datetime) -> list[Delete]:
    terms = policy.retention
    answered = select(events.c.id).where(events.c.starts_at < now - terms.answers_months * (YEAR / 12))
    over = select(events.c.id).where(events.c.starts_at < now - WANTED_AFTER)
    invited = now - timedelta(days=terms.invitations_days)
    asked = now - timedelta(days=terms.requests_days)
    closed = or_(
        invitations.c.expires_at < invited, invitations.c.used_at < invited, invitations.c.revoked_at < invited
    )
    sent = (outbox.c.finished_at < now - timedelta(days=terms.messages_days), outbox.c.kind != "broadcast")
    said = (outbox.c.finished_at < now - SAID_FOR, outbox.c.kind == DROPPED)
    logged = now - terms.consent_log_years * YEAR
    return [
        *(delete(table).where(table.c.event_id.in_(answered)) for table in OF_GUESTS),
        delete(rsvp_answers).where(rsvp_answers.c.event_id.in_(over)),
        delete(passes).where(passes.c.event_id.in_(over)),
        delete(invitations).where(closed),
        delete(rep_requests).where(rep_requests.c.state != "open", rep_requests.c.decided_at < asked),
        delete(proposals).where(proposals.c.state.in_(("accepted", "declined")), proposals.c.decided_at < asked),
        delete(drafts).where(drafts.c.updated_at < now - timedelta(days=terms.drafts_days)),
        delete(outbox).where(*sent),
        delete(outbox).where(*said),
        delete(page_links).where(page_links.c.expires_at < now),
        delete(consents).where(consents.c.withdrawn_at < logged),
        delete(audit).where(audit.c.action == ACTION, audit.c.at < logged),
        delete(audit).where(audit.c.action != ACTION, audit.c.at < now - terms.trail_years * YEAR),
    ]


async def _blank_letters(conn: AsyncConnection) -> None:
    """Letters whose author has been forgotten while they were still being sent."""
    orphans = (broadcasts.c.author_id.is_(None), broadcasts.c.state == "done", broadcasts.c.text != "")
    await conn.execute(update(broadcasts).where(*orphans).values(text=""))


def _last_seen() -> ColumnElement[datetime]:
    return func.coalesce(members.c.seen_at, members.c.created_at)
