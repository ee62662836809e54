"""What events came to, as their librarians report it."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.event import report as reported
from domain.event_report import EventReport, Reported, check
from domain.people import Person
from storage.audit import note
from storage.database import AnyDatabase
from storage.drafts import drop
from storage.event_rows import load
from storage.tables import event_reports, events
from storage.upsert import upsert

NUMBERS = ("visits_total", "visits_to14", "visits_15_30", "visits_disability", "online_views")


class Reports:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def of(self, event_id: int) -> Reported:
        """Where the event's report stands; an empty one where nobody has been asked."""
        query = select(event_reports).where(event_reports.c.event_id == event_id)
        async with self._db.read() as conn:
            row = (await conn.execute(query)).one_or_none()
        return _reported(row) if row else Reported(event_id)

    async def put(
        self, event_id: int, report: EventReport, actor: Person, now: datetime, *, draft_id: int | None = None
    ) -> Reported:
        """Keeps the report, anew if there was one: the event is reported from then on, and asked about no more."""
        row = _columns(check(report)) | {"event_id": event_id, "reported_by": actor.id, "reported_at": now}

        async def job(conn: AsyncConnection) -> None:
            event = reported(await load(conn, event_id, lock=True), now)
            await conn.execute(upsert(event_reports, row | {"ask_at": None}))
            standing = update(events).where(events.c.id == event_id)
            await conn.execute(standing.values(status=event.status))
            after = {name: row[name] for name in NUMBERS if row[name]}
            await note(conn, now, actor.id, "event-reported", ("event", event_id), after=after)
            if draft_id is not None:
                await drop(conn, draft_id)

        await self._db.write(job)
        return await self.of(event_id)


def _columns(report: EventReport) -> dict[str, Any]:
    own = {name: getattr(report, name) for name in NUMBERS}
    return own | {"outcome": report.outcome, "links": list(report.links)}


def _reported(row: Row[Any]) -> Reported:
    told = None
    if row.visits_total is not None:
        numbers = {name: row._mapping[name] for name in NUMBERS}
        told = EventReport(**numbers, outcome=row.outcome, links=tuple(row.links))
    return Reported(row.event_id, told, row.reported_by, row.reported_at, row.asked, row.ask_at)
