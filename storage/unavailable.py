"""Tells a database that is out of reach, locked or full from a change that is wrong."""

from sqlalchemy.exc import DBAPIError, InterfaceError

SQLITE = ("locked", "full", "disk i/o error", "unable to open", "readonly")
POSTGRES = ("08", "53", "57", "58", "40")
"""Classes of SQLSTATE: connection, resources, operator, system, and a transaction that may be tried again."""


def is_unavailable(error: BaseException) -> bool:
    """Whether the same work may succeed later without anybody having changed the program."""
    if isinstance(error, InterfaceError) or (isinstance(error, DBAPIError) and error.connection_invalidated):
        return True
    if not isinstance(error, DBAPIError):
        return isinstance(error, ConnectionError)
    state = getattr(error.orig, "sqlstate", None)
    if state:
        return str(state).startswith(POSTGRES)
    return any(words in str(error.orig).lower() for words in SQLITE)
