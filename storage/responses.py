"""Responses: one an organisation and survey; a draft that all its people share until it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.forms import Value
from domain.refusal import Gone, Refusal
from domain.survey import Source
from storage import chasing
from storage.audit import note
from storage.database import AnyDatabase
from storage.drafts import Draft, drop, to_draft
from storage.survey_rows import FORM, load
from storage.tables import drafts, responses, survey_partners
from storage.unit import apart
from storage.upsert import insert_new

DID = {Source.CHAT: "response-sent", Source.PAPER: "response-from-paper", Source.PHONE: "response-by-phone"}
"""What the trail says of it."""


@dataclass(frozen=True, slots=True)
class Response:
    """What an organisation has answered. `authors`: who gave each answer, as far as they are still known."""

    id: int
    survey_id: int
    partner_id: int
    answers: Mapping[str, Value]
    authors: Mapping[str, int]
    source: Source
    sent_by: int | None
    sent_at: datetime
    revision: int


@dataclass(frozen=True, slots=True)
class Sending:
    """A response on its way: by whom, how it came to the library, and the draft that it ends.

    `draft_revision`: what was seen of the draft; if somebody has gone on with it since, nothing is sent.
    """

    answers: Mapping[str, Value]
    authors: Mapping[str, int]
    sent_by: int
    source: Source
    draft_id: int | None = None
    draft_revision: int | None = None


class Responses:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def draft(self, survey_id: int, partner_id: int, body: Mapping[str, Any], now: datetime) -> Draft:
        """The organisation's draft; a new one with this body, unless somebody of theirs has begun already.

        It is no effect yet: that is the conversation's new place, which says who answers.
        """
        row = {"member_id": None, "partner_id": partner_id, "form": FORM, "subject": survey_id}
        new = row | {"body": dict(body), "revision": 1, "created_at": now, "updated_at": now}
        same = (drafts.c.form == FORM, drafts.c.subject == survey_id, drafts.c.partner_id == partner_id)

        async def job(conn: AsyncConnection) -> Draft:
            await conn.execute(insert_new(drafts), [new])
            return to_draft((await conn.execute(select(drafts).where(*same))).one())

        with apart():
            return await self._db.write(job)

    async def begun(self, survey_id: int, partner_id: int) -> Draft | None:
        """The organisation's draft, if somebody of theirs has begun."""
        same = (drafts.c.form == FORM, drafts.c.subject == survey_id, drafts.c.partner_id == partner_id)
        async with self._db.read() as conn:
            row = (await conn.execute(select(drafts).where(*same))).one_or_none()
        return to_draft(row) if row else None

    async def find(self, survey_id: int, partner_id: int) -> Response | None:
        """What the organisation has sent, if anything."""
        same = (responses.c.survey_id == survey_id, responses.c.partner_id == partner_id)
        async with self._db.read() as conn:
            row = (await conn.execute(select(responses).where(*same))).one_or_none()
        return _response(row) if row else None

    async def by_id(self, response_id: int) -> Response | None:
        """One response, if it is still there."""
        async with self._db.read() as conn:
            row = (await conn.execute(select(responses).where(responses.c.id == response_id))).one_or_none()
        return _response(row) if row else None

    async def of(self, survey_id: int) -> list[Response]:
        """Everything that was sent, in the order of the organisations."""
        return await self._all(responses.c.survey_id == survey_id)

    async def typed(self, survey_id: int) -> list[Response]:
        """What staff have typed in."""
        return await self._all(responses.c.survey_id == survey_id, responses.c.source != Source.CHAT)

    async def _all(self, *which: ColumnElement[bool]) -> list[Response]:
        query = select(responses).where(*which).order_by(responses.c.partner_id)
        async with self._db.read() as conn:
            return [_response(row) for row in await conn.execute(query)]

    async def send(self, survey_id: int, partner_id: int, sending: Sending, now: datetime) -> Response:
        """Keeps the response, the first or one in its place, and ends the draft.

        `Refusal` once the survey takes no more of the kind, or if the organisation is not asked; what an organisation
        has sent itself is not typed over.
        """

        async def job(conn: AsyncConnection) -> Response:
            await _check(conn, survey_id, partner_id, sending.source, now)
            await _check_draft(conn, sending)
            row = await _put(conn, survey_id, partner_id, sending, now)
            if sending.draft_id is not None:
                await drop(conn, sending.draft_id)
            await chasing.stop(conn, survey_id, partner_id, now)
            after = {"partner": partner_id, "source": sending.source}
            await note(conn, now, sending.sent_by, DID[sending.source], ("survey", survey_id), after=after)
            return _response(row)

        return await self._db.write(job)

    async def put_off(self, survey_id: int, partner_id: int, member_id: int, until: datetime, now: datetime) -> None:
        """«Отложить»: this person is asked again then, and the organisation not before."""
        same = (survey_partners.c.survey_id == survey_id, survey_partners.c.partner_id == partner_id)
        later = update(survey_partners).where(*same).values(put_off_until=until, put_off_by=member_id)

        async def job(conn: AsyncConnection) -> None:
            survey = await load(conn, survey_id, lock=True)
            await conn.execute(later)
            await chasing.remind(conn, survey, partner_id, member_id, until, now)

        await self._db.write(job)


async def _check(conn: AsyncConnection, survey_id: int, partner_id: int, source: Source, now: datetime) -> None:
    survey = await load(conn, survey_id, lock=True)
    if not survey.takes(source, now):
        raise survey.refusal(source, now)
    same = (survey_partners.c.survey_id == survey_id, survey_partners.c.partner_id == partner_id)
    if (await conn.execute(select(survey_partners.c.partner_id).where(*same))).first() is None:
        raise Refusal("survey-not-asked")


async def _check_draft(conn: AsyncConnection, sending: Sending) -> None:
    if sending.draft_id is None or sending.draft_revision is None:
        return
    found = select(drafts.c.revision).where(drafts.c.id == sending.draft_id).with_for_update()
    revision = (await conn.execute(found)).scalar_one_or_none()
    if revision is None:
        raise Gone("draft-gone")
    if revision != sending.draft_revision:
        raise Refusal("form-moved-on")


async def _put(conn: AsyncConnection, survey_id: int, partner_id: int, sending: Sending, now: datetime) -> Row[Any]:
    values = {
        "answers": dict(sending.answers),
        "authors": dict(sending.authors),
        "source": sending.source,
        "sent_by": sending.sent_by,
        "sent_at": now,
    }
    same = (responses.c.survey_id == survey_id, responses.c.partner_id == partner_id)
    again = update(responses).where(*same).values(values | {"revision": responses.c.revision + 1})
    if sending.source is not Source.CHAT:
        again = again.where(responses.c.source != Source.CHAT)
    changed = (await conn.execute(again.returning(responses))).one_or_none()
    if changed is not None:
        return changed
    if (await conn.execute(select(responses.c.id).where(*same))).first() is not None:
        raise Refusal("survey-they-answered")
    key = {"survey_id": survey_id, "partner_id": partner_id, "revision": 1}
    return (await conn.execute(insert(responses).values(key | values).returning(responses))).one()


def _response(row: Row[Any]) -> Response:
    return Response(**{**row._mapping, "source": Source(row.source)})
