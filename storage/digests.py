"""The digest of the week ahead: who gets it, and what waits for them."""

from datetime import datetime

from sqlalchemy import JSON, Text, bindparam, cast, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.event import USUAL_LENGTH
from domain.life import ANNOUNCED, Status
from domain.policy import Policy
from domain.survey import Survey, SurveyState
from domain.week_ahead import WISH, day_ends, digest_at, week_name
from storage.database import AnyDatabase
from storage.event_rows import to_event
from storage.feeds import Entry, own_events, said_of
from storage.survey_rows import to_survey
from storage.tables import events, members, outbox, partner_reps, responses, survey_partners, surveys
from storage.transaction import mark_outgoing
from storage.types import Moment
from storage.upsert import insert_new

KIND = WISH
MOST = 30
STANDING = (*ANNOUNCED, Status.AGREEING)


class Digests:
    def __init__(self, db: AnyDatabase, policy: Policy) -> None:
        self._db = db
        self._policy = policy

    async def fan_out(self, now: datetime) -> None:
        """A message for each who wants it, once a week however often this is done; nothing once its day is over."""
        moment = digest_at(now, self._policy)
        if moment is None:
            return
        row = {
            "kind": literal(KIND),
            "subject": members.c.id,
            "chat_id": members.c.account_id,
            "member_id": members.c.id,
            "moment": literal(week_name(moment, self._policy)),
            "args": bindparam("no_args", {}, type_=JSON),
            "state": literal("ready"),
            "urgent": literal(value=False),
            "due_at": literal(moment, Moment),
            "use_until": literal(day_ends(moment, self._policy), Moment),
        }
        wanted = cast(members.c.wanted, Text).like(f'%"{WISH}"%')
        people = select(*row.values()).where(members.c.reachable, wanted)

        async def job(conn: AsyncConnection) -> None:
            await conn.execute(insert_new(outbox).from_select(list(row), people))
            mark_outgoing(conn)

        await self._db.write(job)

    async def events(self, member_id: int, now: datetime, until: datetime) -> list[Entry]:
        """The member's own events that go on or begin before then, the nearest first."""
        lasts = or_(events.c.ends_at > now, events.c.ends_at.is_(None) & (events.c.starts_at > now - USUAL_LENGTH))
        query = own_events(member_id).where(events.c.status.in_(STANDING), events.c.starts_at < until, lasts)
        async with self._db.read() as conn:
            rows = await conn.execute(query.order_by(events.c.starts_at, events.c.id).limit(MOST))
            return [Entry(to_event(row, (), ()), said_of(row)) for row in rows]

    async def surveys(self, member_id: int, now: datetime) -> list[tuple[Survey, int]]:
        """Open surveys that the member's organisations have neither answered nor put off, each with the partner."""
        own = select(partner_reps.c.partner_id).where(partner_reps.c.member_id == member_id)
        sent = (responses.c.survey_id == surveys.c.id, responses.c.partner_id == survey_partners.c.partner_id)
        put_off = survey_partners.c.put_off_until
        is_open = (surveys.c.opens_at <= now, surveys.c.closes_at > now, surveys.c.state == SurveyState.PUBLISHED)
        query = (
            select(surveys, survey_partners.c.partner_id.label("asked"))
            .join(survey_partners, survey_partners.c.survey_id == surveys.c.id)
            .where(survey_partners.c.partner_id.in_(own), or_(put_off.is_(None), put_off <= now), *is_open)
            .where(~select(responses.c.id).where(*sent).exists())
            .order_by(surveys.c.closes_at, surveys.c.id, survey_partners.c.partner_id)
        )
        async with self._db.read() as conn:
            return [(to_survey(row), int(row.asked)) for row in await conn.execute(query.limit(MOST))]
