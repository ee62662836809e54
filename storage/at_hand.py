"""Events that the staff goes back to: what is in hand, and what is over."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select

from domain.event import Event
from domain.life import HIDDEN, OVER, Status
from storage.database import AnyDatabase
from storage.event_rows import over_by, to_event
from storage.tables import events

WORKED_ON = timedelta(days=60)

Wanted = ColumnElement[bool]


class AtHand:
    """Of these branches, or of all (None). The events come without their partners and agenda."""

    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def in_work(
        self, branches: Collection[int] | None, now: datetime, limit: int, offset: int = 0
    ) -> list[Event]:
        """Events that are not announced, and those whose report is missing; the first of them first."""
        return await self._page(_in_work(now), branches, (events.c.starts_at, events.c.id), (limit, offset))

    async def count_in_work(self, branches: Collection[int] | None, now: datetime) -> int:
        return await self._count(_in_work(now), branches)

    async def past(self, branches: Collection[int] | None, now: datetime, limit: int, offset: int = 0) -> list[Event]:
        """Events that are over or were cancelled, the last of them first."""
        order = (events.c.starts_at.desc(), events.c.id.desc())
        return await self._page(_past(now), branches, order, (limit, offset))

    async def count_past(self, branches: Collection[int] | None, now: datetime) -> int:
        return await self._count(_past(now), branches)

    async def _page(
        self,
        wanted: Wanted,
        branches: Collection[int] | None,
        order: tuple[ColumnElement[object], ...],
        part: tuple[int, int],
    ) -> list[Event]:
        query = select(events).where(wanted, *_of(branches)).order_by(*order).limit(part[0]).offset(part[1])
        async with self._db.read() as conn:
            return [to_event(row, (), ()) for row in await conn.execute(query)]

    async def _count(self, wanted: Wanted, branches: Collection[int] | None) -> int:
        query = select(func.count()).select_from(events).where(wanted, *_of(branches))
        async with self._db.read() as conn:
            return int((await conn.execute(query)).scalar_one())


def _of(branches: Collection[int] | None) -> tuple[Wanted, ...]:
    return () if branches is None else (events.c.branch_id.in_(branches),)


def _in_work(now: datetime) -> Wanted:
    """What is long over without a report is nobody's work any more."""
    recent = and_(events.c.status == Status.HELD, events.c.starts_at > now - WORKED_ON)
    return or_(events.c.status.in_(HIDDEN), recent)


def _past(now: datetime) -> Wanted:
    ended = and_(events.c.status == Status.PUBLISHED, over_by(now))
    return or_(events.c.status.in_((*OVER, Status.CANCELLED)), ended)
