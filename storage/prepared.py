"""Statements that a press repeats word for word: SQLAlchemy writes them once, then they go straight to SQLite.

SQLAlchemy's own way through a statement takes several times what SQLite does for it, and was a third of a press.
"""

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.base import Executable
from sqlalchemy.types import TypeEngine

from storage.near import NearConnection

Values = Mapping[str, Any]
Change = Callable[[Any], Any]
"""Of a value, on its way in or out."""


class Prepared:
    """One statement, by key, with a `bindparam` for each value. To PostgreSQL it goes by SQLAlchemy's way."""

    def __init__(self, statement: Executable) -> None:
        self._statement = statement
        self._near: _Near | None = None

    async def one(self, conn: AsyncConnection, values: Values) -> Any | None:
        """The one row, with an attribute for each column; None where there is none."""
        rows = await self.rows(conn, values)
        assert len(rows) <= 1, "a statement by key"
        return rows[0] if rows else None

    async def rows(self, conn: AsyncConnection, values: Values) -> Sequence[Any]:
        driver = _driver(conn)
        if driver is None:
            return (await conn.execute(self._statement, values)).all()
        return (await self._told(conn.dialect, driver, values))[0]

    async def run(self, conn: AsyncConnection, values: Values) -> int:
        """How many rows a change has concerned."""
        driver = _driver(conn)
        if driver is None:
            return (await conn.execute(self._statement, values)).rowcount
        return (await self._told(conn.dialect, driver, values))[1]

    async def _told(self, dialect: Dialect, driver: NearConnection, values: Values) -> tuple[list[Any], int]:
        if self._near is None:
            self._near = _Near(self._statement, dialect)
        near = self._near
        try:
            rows, number = await driver.run(near.text, near.bound(values))
        except sqlite3.Error as error:
            raise DBAPIError.instance(near.text, None, error, sqlite3.Error, hide_parameters=True) from error
        return near.read(rows), number


def _driver(conn: AsyncConnection) -> NearConnection | None:
    assert conn.sync_connection is not None
    driver = conn.sync_connection.connection.dbapi_connection
    return driver if isinstance(driver, NearConnection) else None


class _Near:
    """The statement in SQLite's words, with what SQLAlchemy's types do to values on their way in and out."""

    def __init__(self, statement: Any, dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect)
        self.text = str(compiled)
        self._names: list[str] = compiled.positiontup
        self._constants = {name: compiled.params[name] for name in self._names if not compiled.binds[name].required}
        self._inward = {name: change for name in self._names if (change := _inward(compiled.binds[name].type, dialect))}
        columns = statement.exported_columns
        self._row: Any = namedtuple("Row", columns.keys()) if len(columns) else None
        outward = (_outward(column.type, dialect) for column in columns)
        self._outward = [(place, change) for place, change in enumerate(outward) if change]

    def bound(self, values: Values) -> list[Any]:
        given = {**self._constants, **values}
        for name, change in self._inward.items():
            given[name] = change(given[name])
        return [given[name] for name in self._names]

    def read(self, rows: list[Any]) -> list[Any]:
        return [self._row._make(self._outwards(row)) for row in rows]

    def _outwards(self, row: Sequence[Any]) -> Sequence[Any]:
        changed = list(row)
        for place, change in self._outward:
            changed[place] = change(changed[place])
        return changed


def _inward(kind: TypeEngine[Any], dialect: Dialect) -> Change | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _outward(kind: TypeEngine[Any], dialect: Dialect) -> Change | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
