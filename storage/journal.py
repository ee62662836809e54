"""Events of a period, for the journal and for the plan, in few statements however many they are."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, func, select, true

from domain.event import USUAL_LENGTH
from domain.event_report import EventReport
from domain.journal import Entry
from domain.life import OVER, Status
from domain.partner import PartState
from storage.database import AnyDatabase
from storage.event_rows import lasts_until, over_by
from storage.tables import branches, event_partners, event_reports, events, halls, members, partners

MOST = 5000
PLANNED = (Status.REVIEW, Status.AGREEING, Status.PUBLISHED, *OVER)
NUMBERS = ("visits_total", "visits_to14", "visits_15_30", "visits_disability", "online_views")
OWN = ("starts_at", "ends_at", "all_day", "title", "form", "age_mark", "mode", "status", "address")


class Journal:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def held(self, since: datetime, until: datetime, of: Collection[int] | None) -> list[Entry]:
        """What ended in the period and took place, by branch and date; each event is in one period alone.

        `of`: branches; None = all.
        """
        return await self._entries(and_(events.c.status.in_(OVER), over_by(until), lasts_until(since)), of)

    async def planned(self, since: datetime, until: datetime, of: Collection[int] | None) -> list[Entry]:
        """What goes on at some time of the period and was not called off, by branch and date."""
        during = and_(events.c.starts_at < until, lasts_until(since))
        return await self._entries(and_(events.c.status.in_(PLANNED), during), of)

    async def counts(self, since: datetime, until: datetime, of: Collection[int] | None) -> tuple[int, int, int]:
        """How many were held, are planned, and were held without saying what they came to."""
        held = and_(events.c.status.in_(OVER), over_by(until), lasts_until(since))
        planned = and_(events.c.status.in_(PLANNED), events.c.starts_at < until, lasts_until(since))
        which = (held, planned, and_(held, events.c.status == Status.HELD))
        own = true() if of is None else events.c.branch_id.in_(of)
        query = select(*(func.count().filter(one) for one in which)).select_from(events).where(own)
        async with self._db.read() as conn:
            found = (await conn.execute(query)).one()
        return int(found[0]), int(found[1]), int(found[2])

    async def _entries(self, which: ColumnElement[bool], of: Collection[int] | None) -> list[Entry]:
        chosen = which if of is None else and_(which, events.c.branch_id.in_(of))
        joined = (
            events.outerjoin(branches, branches.c.id == events.c.branch_id)
            .outerjoin(halls, halls.c.id == events.c.hall_id)
            .outerjoin(members, members.c.id == events.c.responsible_id)
            .outerjoin(event_reports, event_reports.c.event_id == events.c.id)
        )
        own = (branches.c.short_name.label("branch"), halls.c.name.label("hall"), members.c.name.label("responsible"))
        told = (event_reports.c[name] for name in (*NUMBERS, "outcome"))
        query = select(events, *own, *told).select_from(joined).where(chosen)
        order = (branches.c.short_name, events.c.starts_at, events.c.id)
        async with self._db.read() as conn:
            rows = (await conn.execute(query.order_by(*order).limit(MOST))).all()
            named = (event_partners.c.event_id, partners.c.short_name)
            with_names = event_partners.join(partners, partners.c.id == event_partners.c.partner_id)
            inner = select(events.c.id).where(chosen)
            takes_part = (event_partners.c.event_id.in_(inner), event_partners.c.state != PartState.DECLINED)
            asked = select(*named).select_from(with_names).where(*takes_part)
            found = await conn.execute(asked.order_by(event_partners.c.event_id, event_partners.c.number))
            joint: dict[int, list[str]] = defaultdict(list)
            for event_id, name in found:
                joint[event_id].append(name)
        return [_entry(row, joint.get(row.id, ())) for row in rows]


def _entry(row: Row[Any], joint: Sequence[str]) -> Entry:
    values = {name: row._mapping[name] for name in OWN}
    values |= {"ends_at": row.ends_at or row.starts_at + USUAL_LENGTH, "status": Status(row.status)}
    for name in ("branch", "hall", "address", "form", "target_age", "responsible"):
        values[name] = row._mapping[name] or ""
    return Entry(
        event_id=row.id,
        audience=tuple(row.audience),
        partners=tuple(joint),
        report=_report(row),
        **values,
    )


def _report(row: Row[Any]) -> EventReport | None:
    if row.visits_total is None:
        return None
    total, to14, young, disability, views = (int(row._mapping[name] or 0) for name in NUMBERS)
    return EventReport(total, to14, young, disability, views, row.outcome)
