"""Addresses of databases, as the settings and the command line are given them."""

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

ENGINES = ("sqlite+aiosqlite:///", "postgresql+asyncpg://")
FOREIGN = "sslmode"
"""What other programs' addresses say and asyncpg does not know: it says `ssl`."""


def names_database(url: str) -> bool:
    """Whether it leads to a database, and names it: else it is the one of whoever runs the program."""
    try:
        return url.startswith(ENGINES) and bool(make_url(url).database) and FOREIGN not in make_url(url).query
    except (ArgumentError, ValueError):
        return False
