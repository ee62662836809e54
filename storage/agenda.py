"""Programmes: the agenda items of an event with their speakers, and who leads it."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.agenda import Programme
from domain.people import Person
from storage import agenda_rows
from storage.audit import note
from storage.database import AnyDatabase
from storage.event_rows import load


class Agenda:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def of(self, event_id: int) -> Programme:
        """The programme, each speaker with what the register says of them; an empty one for an event without."""
        async with self._db.read() as conn:
            return await agenda_rows.programme_of(conn, event_id)

    async def change(
        self, event_id: int, rule: Callable[[Programme], Programme], actor: Person, now: datetime
    ) -> Programme:
        """Changes the programme by the rule. Nobody is told: those who come find it behind «Подробнее»."""

        async def job(conn: AsyncConnection) -> Programme:
            await load(conn, event_id, lock=True)
            before = await agenda_rows.programme_of(conn, event_id)
            after = rule(before)
            if after == before:
                return before
            await agenda_rows.save(conn, event_id, after)
            await note(conn, now, actor.id, "programme-changed", ("event", event_id), **_difference(before, after))
            return await agenda_rows.programme_of(conn, event_id)

        return await self._db.write(job)


def _difference(before: Programme, after: Programme) -> dict[str, dict[str, object]]:
    old, new = ([item.text for item in one.items] for one in (before, after))
    return {"before": {"agenda": old}, "after": {"agenda": new}} if old != new else {}
