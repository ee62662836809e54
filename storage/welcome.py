"""Somebody's coming in: the consent and what they came for are one transaction."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.people import Person, Purpose
from domain.refusal import Refusal
from domain.seats import Answer
from storage.database import AnyDatabase
from storage.invitations import Invitation, take_up
from storage.members import ConsentGiven, Members, Newcomer, take_in
from storage.rsvps import Answered, Rsvps


@dataclass(frozen=True, slots=True)
class Goal:
    """What somebody came for: an event (and an answer to it), an invitation, a survey, or to come for a colleague.

    `purpose` is what it takes their consent to. `represents`: they will ask to represent an organisation.
    """

    event_id: int | None = None
    answer: Answer | None = None
    invitation: str | None = None
    instead: str | None = None
    purpose: Purpose = Purpose.EVENTS
    represents: bool = False
    survey_id: int | None = None


@dataclass(frozen=True, slots=True)
class Arrived:
    """Who came, and what became of what they came for. `refusal`: the consent stands, but the rest could not be."""

    person: Person
    answered: Answered | None = None
    invitation: Invitation | None = None
    refusal: Refusal | None = None


class Welcome:
    def __init__(self, db: AnyDatabase, members: Members, rsvps: Rsvps, admins: Collection[int]) -> None:
        self._db = db
        self._admins = admins
        self._members = members
        self._rsvps = rsvps

    async def come_in(self, newcomer: Newcomer, given: Collection[ConsentGiven], goal: Goal, now: datetime) -> Arrived:
        """Keeps the consents and does what the person came for."""

        async def job(conn: AsyncConnection) -> Arrived:
            member_id = await take_in(conn, newcomer, given, now)
            try:
                answered, invitation = await self._reach(conn, member_id, goal, now)
            except Refusal as refusal:  # raised before anything else is written
                return Arrived(await self._members.load(conn, member_id), refusal=refusal)
            return Arrived(await self._members.load(conn, member_id), answered, invitation)

        return await self._db.write(job)

    async def _reach(
        self, conn: AsyncConnection, member_id: int, goal: Goal, now: datetime
    ) -> tuple[Answered | None, Invitation | None]:
        if goal.invitation is not None:
            return None, await take_up(conn, goal.invitation, member_id, self._admins, now)
        if goal.instead is not None:
            return await self._rsvps.instead_within(conn, goal.instead, member_id, now), None
        if goal.event_id is not None and goal.answer is not None:
            return await self._rsvps.answer_within(conn, goal.event_id, member_id, goal.answer, now), None
        return None, None
