"""Names of somebody who is forgotten, in texts of events that stay: they are taken out of every one."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.person_name import PersonName
from domain.redaction import E_OR_YO, known_as, stem, without
from storage.tables import actions, agenda_items, event_people, event_reports, events, minutes

TEXTS: tuple[ColumnElement[Any], ...] = (
    minutes.c.text,
    actions.c.text,
    agenda_items.c.text,
    agenda_items.c.speaker,
    event_people.c.name,
    event_reports.c.outcome,
    events.c.cancel_reason,
)
SHORTEST = 3


async def unname(conn: AsyncConnection, account: str, reps: Collection[dict[str, Any]]) -> None:
    """Takes out the name of the account and what the register calls the same person, in the open transaction."""
    entered = [_name(rep) for rep in reps if rep["last_name"]]
    names, surnames = [*known_as(account), *entered], [name.last for name in entered]
    stems = {stem(name.last) for name in names if len(stem(name.last)) >= SHORTEST}
    if not stems:
        return
    for column in TEXTS:
        speaking = [column.like(f"%{E_OR_YO.sub('_', form)}%") for one in stems for form in (one, one.upper())]
        await _take_out(conn, column, or_(*speaking), names, surnames)


async def _take_out(
    conn: AsyncConnection,
    column: ColumnElement[Any],
    speaking: ColumnElement[bool],
    names: Collection[PersonName],
    surnames: Collection[str],
) -> None:
    table: Any = column.table
    keys = list(table.primary_key.columns)
    for row in (await conn.execute(select(*keys, column.label("said")).where(speaking))).all():
        left = without(row.said, names, surnames)
        if left != row.said:
            one = [key == row._mapping[key.name] for key in keys]
            await conn.execute(update(table).where(*one).values({column.key: left}))


def _name(rep: dict[str, Any]) -> PersonName:
    parts = ("last_name", "first_name", "patronymic", "initials")
    return PersonName(*(rep.get(part) or "" for part in parts))
