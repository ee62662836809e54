"""A connection to a PostgreSQL server, or one kind of error if there is no way to it."""

from typing import Any

from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

WITHIN = 10.0
"""Seconds that a server has to let the bot in. One that is there answers at once; asyncpg would wait for a minute."""


async def far(*words: Any, **options: Any) -> Any:
    """As `asyncpg.connect`. A name that is not found, no route, no answer in time: `ConnectionError`, whatever it was.

    Raised as they are, they could not be told from a file that is missing or from work that took too long.
    """
    import asyncpg  # three megabytes that a bot with a file does without

    try:
        return await asyncpg.connect(*words, **{"timeout": WITHIN, **options})
    except OSError as error:
        raise ConnectionError(str(error) or type(error).__name__) from error


def for_once(url: str, settings: dict[str, Any] | None = None, **options: Any) -> AsyncEngine:
    """An engine, of a file or a server, that keeps no connection. `settings` are those of `asyncpg.connect`."""
    if make_url(url).get_backend_name() != "sqlite":
        options["connect_args"] = {"async_creator_fn": far, **(settings or {})}
    return create_async_engine(url, poolclass=NullPool, **options)
