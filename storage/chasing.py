"""Asking organisations for their answers to a survey: invitations, rounds, reminders; an answer stops it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.chasing import replanned
from domain.people import Purpose
from domain.policy import Policy
from domain.reminders import Moment
from domain.survey import Survey
from storage.database import AnyDatabase
from storage.outbox import Message, add, supersede
from storage.survey_rows import FORM, load
from storage.tables import consents, drafts, members, partner_reps, partners, responses, survey_partners, survey_rounds

INVITATION, LATER, CALLS = "survey", "survey-later", "survey-calls"
KINDS = (INVITATION, "survey-half", "survey-last", LATER, CALLS)
"""Every message about a survey."""
MINUTE = "%Y-%m-%dT%H:%M"


@dataclass(frozen=True, slots=True)
class Missing:
    """An organisation that has not sent anything: whether it has begun, and until when it has put it off."""

    partner_id: int
    name: str
    has_begun: bool
    put_off_until: datetime | None


class Chasing:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def of(self, survey_id: int) -> list[Moment]:
        """The rounds of a survey, the earliest first."""
        async with self._db.read() as conn:
            return list(await _rounds(conn, survey_id))

    async def next_due(self, after: datetime) -> datetime | None:
        """When the next round is due."""
        planned = (survey_rounds.c.state == "planned", survey_rounds.c.due_at > after)
        query = select(survey_rounds.c.due_at).where(*planned).order_by(survey_rounds.c.due_at).limit(1)
        async with self._db.read() as conn:
            return (await conn.execute(query)).scalar_one_or_none()

    async def fire(self, now: datetime) -> int:
        """Carries out every round that has come, one survey a transaction; of how many surveys there were any."""
        due = (survey_rounds.c.state == "planned", survey_rounds.c.due_at <= now)
        query = select(survey_rounds.c.survey_id).where(*due).distinct().order_by(survey_rounds.c.survey_id)
        async with self._db.read() as conn:
            ids = list((await conn.execute(query)).scalars())
        for survey_id in ids:
            await self._db.write(partial(_fire, survey_id=survey_id, now=now))
        return len(ids)

    async def missing(self, survey_id: int) -> list[Missing]:
        """Who has not sent anything yet, by name."""
        async with self._db.read() as conn:
            return await _missing(conn, survey_id)


async def invite(conn: AsyncConnection, survey: Survey, now: datetime) -> None:
    """Asks the first contact of each organisation, in the transaction that is open."""
    due = max(now, survey.fields.opens_at)
    await _ask(conn, survey, INVITATION, [one.partner_id for one in await _missing(conn, survey.id)], due, first=True)


async def replan(conn: AsyncConnection, survey: Survey, policy: Policy, now: datetime) -> None:
    """Plans the rounds anew, in the transaction that is open; once the survey is over nothing goes out any more."""
    old = await _rounds(conn, survey.id)
    new = replanned(old, survey, policy, now) if survey.published_at else ()
    await conn.execute(delete(survey_rounds).where(survey_rounds.c.survey_id == survey.id))
    rows = [{"survey_id": survey.id, "kind": one.kind, "due_at": one.due_at, "state": one.state} for one in new]
    if rows:
        await conn.execute(insert(survey_rounds), rows)
    if survey.is_over(now):
        await supersede(conn, survey.id, KINDS, now)


async def stop(conn: AsyncConnection, survey_id: int, partner_id: int, now: datetime) -> None:
    """The organisation has answered: nobody of theirs is asked any more."""
    await supersede(conn, survey_id, KINDS, now, beginning=f"{partner_id}:")


async def remind(  # noqa: PLR0917 - who is to be reminded of what
    conn: AsyncConnection, survey: Survey, partner_id: int, member_id: int, until: datetime, now: datetime
) -> None:
    """Reminds this person when they chose, once: another choice replaces it."""
    theirs = f"{partner_id}:{member_id}:"
    await supersede(conn, survey.id, (LATER,), now, beginning=theirs)
    await supersede(conn, survey.id, KINDS[:3], now, beginning=theirs)
    account = (await conn.execute(select(members.c.account_id).where(members.c.id == member_id))).scalar_one()
    moment = f"{theirs}{until:{MINUTE}}:{now:%d%H%M%S}"
    await add(conn, [_message(survey, LATER, account, moment, (partner_id, member_id), until)])


async def _fire(conn: AsyncConnection, survey_id: int, now: datetime) -> None:
    survey = await load(conn, survey_id, lock=True)
    due = [one for one in await _rounds(conn, survey_id) if one.state == "planned" and one.due_at <= now]
    asking = [one.kind for one in due if one.kind != "calls"]
    for one in due:
        useful = survey.is_open(now) and (one.kind == "calls" or one.kind == asking[-1])
        same = (survey_rounds.c.survey_id == survey_id, survey_rounds.c.kind == one.kind)
        state = {"state": "fired" if useful else "missed"}
        await conn.execute(update(survey_rounds).where(*same).values(state))
        if useful:
            await _carry_out(conn, survey, one.kind, now)


async def _carry_out(conn: AsyncConnection, survey: Survey, kind: str, now: datetime) -> None:
    """Those who have put it off for longer are left in peace."""
    missing = await _missing(conn, survey.id)
    if kind == "calls":
        await _list(conn, survey, now)
        return
    wanted = [one.partner_id for one in missing if one.put_off_until is None or one.put_off_until <= now]
    await _ask(conn, survey, f"survey-{kind}", wanted, now, first=kind == "half")


async def _ask(
    conn: AsyncConnection, survey: Survey, kind: str, partner_ids: Sequence[int], due: datetime, *, first: bool
) -> None:
    """A message to the first contact of each, or to all who act for it."""
    rows = await _contacts(conn, partner_ids)
    taken: dict[int, Row[Any]] = {}
    for row in rows:
        taken.setdefault(row.partner_id, row)
    wanted = list(taken.values()) if first else rows
    messages = []
    for row in wanted:
        moment = f"{row.partner_id}:{row.member_id}:{due:{MINUTE}}"
        messages.append(_message(survey, kind, row.account_id, moment, (row.partner_id, row.member_id), due))
    await add(conn, messages)


async def _list(conn: AsyncConnection, survey: Survey, now: datetime) -> None:
    """To whoever has made the survey: whom to telephone."""
    query = select(members.c.account_id).where(members.c.id == survey.author_id)
    account = (await conn.execute(query)).scalar_one_or_none()
    if account is not None and survey.author_id is not None:
        moment = f"calls:{now:{MINUTE}}"
        await add(conn, [_message(survey, CALLS, account, moment, (0, survey.author_id), now)])


def _message(  # noqa: PLR0917 - what a message is made of
    survey: Survey, kind: str, account: int, moment: str, whom: tuple[int, int], due: datetime
) -> Message:
    """`whom`: the partner (0: none) and the member."""
    partner_id, member_id = whom
    args = {"partner": partner_id} if partner_id else {}
    return Message(kind, survey.id, account, moment[:40], due, member_id, args, use_until=survey.fields.closes_at)


async def _contacts(conn: AsyncConnection, partner_ids: Sequence[int]) -> list[Row[Any]]:
    """People with an account who may be written to, the first contact of each partner first."""
    query = (
        select(partner_reps.c.partner_id, partner_reps.c.member_id, members.c.account_id)
        .join(members, members.c.id == partner_reps.c.member_id)
        .where(partner_reps.c.partner_id.in_(partner_ids), *_may_be_written_to())
        .order_by(partner_reps.c.partner_id, partner_reps.c.is_primary.desc(), partner_reps.c.since, partner_reps.c.id)
    )
    return list((await conn.execute(query)).all())


def _may_be_written_to() -> tuple[ColumnElement[bool], ...]:
    agreed = (Purpose.EVENTS, Purpose.SURVEY)
    willing = select(consents.c.member_id).where(consents.c.purpose.in_(agreed), consents.c.withdrawn_at.is_(None))
    return members.c.reachable, members.c.id.in_(willing)


def with_contacts() -> Select[tuple[int]]:
    """The organisations in which there is somebody who can be asked."""
    reps = select(partner_reps.c.partner_id).join(members, members.c.id == partner_reps.c.member_id)
    return reps.where(*_may_be_written_to())


async def _missing(conn: AsyncConnection, survey_id: int) -> list[Missing]:
    asked, sent = survey_partners.c, responses.c
    columns = (asked.partner_id, partners.c.short_name, drafts.c.id, asked.put_off_until)
    begun = (drafts.c.form == FORM, drafts.c.subject == survey_id, drafts.c.partner_id == asked.partner_id)
    query = (
        select(*columns)
        .select_from(survey_partners)
        .join(partners, partners.c.id == asked.partner_id)
        .outerjoin(responses, and_(sent.survey_id == asked.survey_id, sent.partner_id == asked.partner_id))
        .outerjoin(drafts, and_(*begun))
        .where(asked.survey_id == survey_id, sent.id.is_(None), partners.c.archived_at.is_(None))
        .order_by(partners.c.short_name, asked.partner_id)
    )
    return [Missing(row[0], row[1], row[2] is not None, row[3]) for row in await conn.execute(query)]


async def _rounds(conn: AsyncConnection, survey_id: int) -> tuple[Moment, ...]:
    query = select(survey_rounds).where(survey_rounds.c.survey_id == survey_id).order_by(survey_rounds.c.due_at)
    return tuple(Moment(row.kind, row.due_at, row.state) for row in await conn.execute(query))
