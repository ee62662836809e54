"""Rows for every table of a schema as it stands: made from the database's own description, so for any revision."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    insert,
    select,
)

Rows = dict[str, list[dict[str, Any]]]
"""By table, what was put in."""
Keys = dict[tuple[str, int], Any]
"""The keys of rows by table and number."""

NUMBER = 3
FIRST = datetime(2018, 3, 26, 7, 0, 0, 123456, tzinfo=UTC)
PLACE = ("chat_id", "message_id")
"""A card stands in a chat, unless it was sent inline (`ck_cards_place`)."""
WORDS: dict[str, tuple[Any, ...]] = {
    "admission": ("open",),
    "age_mark": ("12+", "0+", "16+"),
    "capacity": (30, 1000, 1),
    "language": ("ru", "en"),
    "mode": ("onsite", "offsite", "online"),
    "part": ("guest", "speaker", "co_organiser"),
    "purpose": ("events", "survey", "naming"),
    "role": ("admin", "librarian", "methodist"),
    "sector": ("education", "health", "culture"),
    "source": ("chat", "paper", "phone"),
    "stars": (5, 1, 3),
    "status": ("agreeing", "published", "cancelled"),
    "type": ("contract", "agreement", "joint_plan"),
}
JSONS: dict[str, tuple[Any, ...]] = {
    "aliases": (["Герценка", "«ё» <b>"],),
    "answers": ({"q": "да"},),
    "asked": (["speaker"],),
    "audience": (["general"],),
    "authors": ({"q": 1},),
    "brings": (["speaker"],),
    "hours": ({"mon": ["10:00", "19:00"]},),
    "questions": ([{"text": "Откуда вы?", "options": ["из «Ёж»", "<b>"]}],),
    "wanted": (["week"], []),
    "muted": (["week"], []),
    "said": ([[1, 2, True]],),
}
STATES = {
    "event_partners": ("asked", "accepted", "declined"),
    "rsvps": ("going", "queued", "declined"),
    "reminders": ("planned", "fired", "missed"),
    "inbox": ("new", "done", "failed"),
    "outbox": ("ready", "sent", "failed"),
    "broadcasts": ("draft", "sent", "done"),
    "rep_requests": ("open", "approved", "declined"),
    "proposals": ("sent", "returned", "accepted"),
    "surveys": ("draft", "published", "closed"),
    "survey_rounds": ("planned", "fired", "missed"),
    "answer_reviews": ("shown", "hidden"),
}

BY_TYPE: dict[type[Any], Callable[[int], Any]] = {
    Boolean: lambda row: row % 2 == 1,
    Integer: lambda row: row,
    DateTime: lambda row: FIRST + timedelta(hours=row),
    Date: lambda row: date(2018, 4, 1) + timedelta(days=row),
    LargeBinary: lambda row: bytes(range(256)) * row,
    JSON: lambda row: {"число": row, "список": [row, None, "«ё» <b>"]},
}


def fill(connection: Connection, first: int = 1) -> Rows:
    """Puts three rows into every table, with keys that hold; what stands in them. `first`: the number of the first."""
    keys: Keys = {}
    return {
        table.name: [_put(connection, table, row, keys) for row in range(first, first + NUMBER)]
        for table in described(connection)
    }


def described(connection: Connection) -> list[Table]:
    """Every table that there is but Alembic's own, those that others point at first."""
    metadata = MetaData()
    metadata.reflect(connection)
    return [table for table in metadata.sorted_tables if table.name != "alembic_version"]


def rows_of(connection: Connection, table: Table) -> list[dict[str, Any]]:
    return [dict(row._mapping) for row in connection.execute(select(table).order_by(*table.primary_key.columns))]


def _put(connection: Connection, table: Table, row: int, keys: Keys) -> dict[str, Any]:
    made: Any = connection.execute(insert(table).values(dict(_values(table, row, keys)))).inserted_primary_key
    keys[table.name, row] = made[0]
    this = (column == key for column, key in zip(table.primary_key.columns, made, strict=True))
    return dict(connection.execute(select(table).where(*this)).one()._mapping)


def _values(table: Table, row: int, keys: Keys) -> Iterator[tuple[str, Any]]:
    """Every second row of three says no more than it must."""
    for column in table.columns:
        left_out = column.nullable and row % NUMBER == 2 and column.name not in PLACE
        if left_out or _counts_by_itself(table, column) or column.name == "inline_id":
            continue
        targets = [key.column.table.name for key in column.foreign_keys]
        yield column.name, keys[targets[0], row] if targets else _value(table, column, row)


def _counts_by_itself(table: Table, column: Column[Any]) -> bool:
    alone = len(table.primary_key.columns) == 1 and column.primary_key and not column.foreign_keys
    return (
        alone
        and isinstance(column.type, Integer)
        and (column.server_default is not None or not isinstance(column.type, BigInteger))
    )


def _value(table: Table, column: Column[Any], row: int) -> Any:
    known = STATES if column.name == "state" else JSONS if isinstance(column.type, JSON) else WORDS
    words = known.get(table.name if known is STATES else column.name)
    return words[(row - 1) % len(words)] if words else _by_type(column, row)


def _by_type(column: Column[Any], row: int) -> Any:
    if isinstance(column.type, JSON) and "[]" in str(getattr(column.server_default, "arg", "")):
        return []
    made = [make(row) for kind, make in BY_TYPE.items() if isinstance(column.type, kind)]
    if isinstance(column.type, DateTime):
        return made[0] if column.type.timezone else made[0].replace(tzinfo=None)
    if isinstance(column.type, BigInteger) and not column.primary_key:
        return 5_000_000_000 + row
    return made[0] if made else f"{row}: {column.name} «Ёж» <b>&\n"[: getattr(column.type, "length", None)]
