"""Work that must not be lost only because the database is locked, full or gone for a while."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from itertools import chain, repeat
from typing import TypeVar

import structlog

from storage.unavailable import is_unavailable, reason

T = TypeVar("T")

log = structlog.get_logger()

PAUSES = (0.5, 1.0, 2.0, 5.0, 10.0)


def pauses() -> Iterator[float]:
    """Growing pauses, for ever."""
    return chain(PAUSES, repeat(PAUSES[-1]))


async def patiently(work: Callable[[], Awaitable[T]]) -> T:
    """Does the work, again and again as long as the database is out of reach. Any other fault is raised."""
    for pause in pauses():
        try:
            return await work()
        except Exception as error:
            if not is_unavailable(error):
                raise
            log.error("database-unavailable", reason=reason(error), pause=pause)
        await asyncio.sleep(pause)
    raise AssertionError("the pauses never end")
