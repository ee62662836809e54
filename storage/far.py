"""A connection to a PostgreSQL server, or one kind of error if there is no way to it."""

from typing import Any


async def far(*words: Any, **options: Any) -> Any:
    """As `asyncpg.connect`. A name that is not found, no route, no answer in time: `ConnectionError`, whatever it was.

    Raised as they are, they could not be told from a file that is missing or from work that took too long.
    """
    import asyncpg  # three megabytes that a bot with a file does without

    try:
        return await asyncpg.connect(*words, **options)
    except OSError as error:
        raise ConnectionError(str(error) or type(error).__name__) from error
