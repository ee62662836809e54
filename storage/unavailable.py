"""Tells a database that is out of reach, locked or full from a change that is wrong."""

import sqlite3

from sqlalchemy.exc import DBAPIError, InterfaceError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

SQLITE = {
    "is locked": "locked",
    "is full": "disk-full",
    "disk i/o error": "disk-error",
    "unable to open": "cannot-open",
    "readonly": "read-only",
    "malformed": "damaged",
    "not a database": "damaged",
}
"""What SQLite says, and how it is called in the log."""
POSTGRES = ("08", "25006", "53", "57", "58", "40")
"""Classes of SQLSTATE: connection, read-only, resources, operator, system, a transaction that may be tried again."""
REFUSING = ("28", "3D")
"""Those of a server that does not let the bot in: the password, the name of the database."""

BUSY = ("locked", "sqlstate-40", "sqlstate-53300")
"""Why a database is busy: another program holds it, a race for a row was lost, all its connections are taken."""


def is_unavailable(error: BaseException) -> bool:
    """Whether the same work may succeed later without anybody having changed the program."""
    if isinstance(error, InterfaceError | NoConnectionFree):
        return True
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    if state := _state(error):
        return state.startswith(POSTGRES + REFUSING)
    return isinstance(error, ConnectionError) or _of_sqlite(error) is not None


def is_busy(error: BaseException) -> bool:
    """Whether a database that is out of reach is only in use: it will be free by itself."""
    return isinstance(error, NoConnectionFree) or reason(error).startswith(BUSY)


def wants_somebody(error: BaseException) -> bool:
    """Whether a database that is out of reach stays so until somebody has looked at it."""
    return _of_sqlite(error) == "damaged" or _state(error).startswith(REFUSING)


def reason(error: BaseException) -> str:
    """Why the database is out of reach, for whoever reads the log."""
    state = _state(error)
    return _of_sqlite(error) or (f"sqlstate-{state}" if state else "no-connection")


def _state(error: BaseException) -> str:
    """What PostgreSQL calls it. SQLAlchemy wraps what its driver raises, but not where no connection came about."""
    return str(getattr(getattr(error, "orig", error), "sqlstate", None) or "")


def _of_sqlite(error: BaseException) -> str | None:
    if not isinstance(error, DBAPIError | sqlite3.DatabaseError):
        return None
    said = str(getattr(error, "orig", error)).lower()
    return next((name for words, name in SQLITE.items() if words in said), None)
