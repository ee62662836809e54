"""Tells a database that is out of reach, locked or full from a change that is wrong."""

import sqlite3

from sqlalchemy.exc import DBAPIError, InterfaceError

SQLITE = {
    "locked": "locked",
    "full": "disk-full",
    "disk i/o error": "disk-error",
    "unable to open": "cannot-open",
    "readonly": "read-only",
}
"""What SQLite says, and how it is called in the log."""
POSTGRES = ("08", "53", "57", "58", "40")
"""Classes of SQLSTATE: connection, resources, operator, system, and a transaction that may be tried again."""


def is_unavailable(error: BaseException) -> bool:
    """Whether the same work may succeed later without anybody having changed the program."""
    if isinstance(error, InterfaceError) or (isinstance(error, DBAPIError) and error.connection_invalidated):
        return True
    if not isinstance(error, DBAPIError | sqlite3.OperationalError):
        return isinstance(error, ConnectionError)
    state = getattr(getattr(error, "orig", None), "sqlstate", None)
    if state:
        return str(state).startswith(POSTGRES)
    return _of_sqlite(error) is not None


def reason(error: BaseException) -> str:
    """Why the database is out of reach, for whoever reads the log."""
    found = _of_sqlite(error) if isinstance(error, DBAPIError | sqlite3.OperationalError) else None
    state = getattr(getattr(error, "orig", None), "sqlstate", None)
    return found or (f"sqlstate-{state}" if state else "no-connection")


def _of_sqlite(error: DBAPIError | sqlite3.OperationalError) -> str | None:
    said = str(getattr(error, "orig", error)).lower()
    return next((name for words, name in SQLITE.items() if words in said), None)
