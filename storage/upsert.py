"""Inserts that mind what is there, in the words of both engines."""

from typing import Any

from sqlalchemy import Insert, Table, text


class _Minding(Insert):
    """An INSERT with a word on conflicts. The dialects' own have no cache key: they are compiled at every press."""

    inherit_cache = True

    def __init__(self, table: Table, conflict: str) -> None:
        super().__init__(table)
        self._post_values_clause = text(f"ON CONFLICT {conflict}")


def insert_new(table: Table) -> Insert:
    """An INSERT that passes over rows which are there already."""
    return _Minding(table, "DO NOTHING")


def insert_or_set(table: Table, setting: str) -> Insert:
    """An INSERT that changes the row with the same primary key as `setting` says, in SQL."""
    keys = ", ".join(column.name for column in table.primary_key.columns)
    return _Minding(table, f"({keys}) DO UPDATE SET {setting}")


def upsert(table: Table, row: dict[str, Any]) -> Insert:
    """Puts the row in place of the one with the same primary key."""
    rest = [name for name in row if name not in table.primary_key.columns]
    return insert_or_set(table, ", ".join(f"{name} = excluded.{name}" for name in rest)).values(row)
