"""Inserts that mind what is there, in the words of both engines."""

from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

AnyInsert = sqlite.Insert | postgresql.Insert


def insert(conn: AsyncConnection, table: Table) -> AnyInsert:
    """The dialect's own INSERT, which knows ON CONFLICT."""
    return sqlite.insert(table) if conn.dialect.name == "sqlite" else postgresql.insert(table)


def insert_new(conn: AsyncConnection, table: Table) -> AnyInsert:
    """An INSERT that passes over rows which are there already."""
    return insert(conn, table).on_conflict_do_nothing()


def upsert(conn: AsyncConnection, table: Table, row: dict[str, Any]) -> AnyInsert:
    """Puts the row in place of the one with the same primary key."""
    keys = [column.name for column in table.primary_key.columns]
    statement = insert(conn, table).values(row)
    rest = {name: statement.excluded[name] for name in row if name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=rest)
