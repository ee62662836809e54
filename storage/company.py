"""Who may work on one PostgreSQL database at once: one process alone, or several that know of each other."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import func, select
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.far import for_once

LOCK = (1_918_985_586, 1)
"""The number of the lock: the first names this program, the second what is locked."""
NOTICED = {"tcp_keepalives_idle": "10", "tcp_keepalives_interval": "5", "tcp_keepalives_count": "3"}
"""A machine that has lost its power holds the database for less than half a minute."""
PATIENCE, PAUSE = 3.0, 0.2
"""Seconds for the server to notice that a process is gone."""


class HeldOtherwise(Exception):  # noqa: N818 - says what is the matter
    """A process works on the database that knows of no others, or one that does while this one would not.

    `args[0]` is the database's name.
    """


@asynccontextmanager
async def in_company(url: str, *, several: bool) -> AsyncIterator[None]:
    """Holds the database for this process, or for all those that are several; `HeldOtherwise` if that cannot be.

    An SQLite file is not shared at all (`storage.alone`). The server lets go of it when the process ends.
    """
    if make_url(url).get_backend_name() == "sqlite":
        yield
        return
    engine = for_once(url, {"server_settings": NOTICED}, isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as conn:
            await _hold(conn, several=several)
            yield
    finally:
        await engine.dispose()


async def _hold(conn: AsyncConnection, *, several: bool) -> None:
    lock = func.pg_try_advisory_lock_shared if several else func.pg_try_advisory_lock
    for _ in range(round(PATIENCE / PAUSE)):
        if (await conn.execute(select(lock(*LOCK)))).scalar_one():
            return
        await asyncio.sleep(PAUSE)
    raise HeldOtherwise(conn.engine.url.database)
