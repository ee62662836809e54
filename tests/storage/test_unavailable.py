"""What a database says that can be waited out, and what somebody has to look at."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from storage.database import connect
from storage.tables import members
from storage.unavailable import is_busy, is_unavailable, reason, wants_somebody
from tests.engines import NO_POSTGRES, POSTGRES, database


@asynccontextmanager
async def server(sqlstate: str) -> AsyncIterator[int]:
    """The port of a PostgreSQL server that lets nobody in, and says so by its protocol; without a code it is silent."""

    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(8)
        writer.write(b"N")  # no TLS
        await reader.read(4096)
        fields = b"SFATAL\0VFATAL\0C" + sqlstate.encode() + b"\0Mnot now\0\0"
        writer.write(b"E" + (len(fields) + 4).to_bytes(4, "big") + fields)
        writer.close()

    made = await asyncio.start_server(refuse, "127.0.0.1", 0)
    async with made:
        yield made.sockets[0].getsockname()[1]


async def fault_of(url: str) -> Exception:
    """What a reading raises."""
    db = connect(url)
    try:
        async with db.read() as conn:
            await conn.execute(select(members))
    except Exception as error:  # noqa: BLE001 - whatever it is
        return error
    finally:
        await db.close()
    raise AssertionError("it was read")


@pytest.mark.parametrize(
    ("sqlstate", "somebody", "busy"),
    [("57P03", False, False), ("53300", False, True), ("28P01", True, False), ("3D000", True, False)],
)
async def test_a_server_that_lets_nobody_in_is_waited_for(sqlstate: str, *, somebody: bool, busy: bool) -> None:
    """It starts, or has too many connections; or the password is another now, or the database has no such name."""
    async with server(sqlstate) as port:
        fault = await fault_of(f"postgresql+asyncpg://bot:x@127.0.0.1:{port}/base")
    assert is_unavailable(fault)
    assert (wants_somebody(fault), is_busy(fault)) == (somebody, busy)
    assert reason(fault) == f"sqlstate-{sqlstate}"


async def test_a_server_whose_name_is_not_found_is_waited_for() -> None:
    fault = await fault_of("postgresql+asyncpg://bot@no-such-host.invalid/base")
    assert is_unavailable(fault)
    assert reason(fault) == "no-connection"
    assert not is_busy(fault)
    assert not wants_somebody(fault)


async def test_a_file_that_is_no_database_wants_somebody(tmp_path: Path) -> None:
    (tmp_path / "bot.db").write_text("hello " * 500)
    fault = await fault_of(f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}")
    assert is_unavailable(fault)
    assert wants_somebody(fault)
    assert reason(fault) == "damaged"


@pytest.mark.parametrize(
    "fault", [NoConnectionFree(), DBAPIError("BEGIN", None, sqlite3.OperationalError("database is locked"))]
)
def test_a_database_that_is_in_use_is_only_busy(fault: Exception) -> None:
    """All its connections are taken, or another program holds the file."""
    assert is_unavailable(fault)
    assert is_busy(fault)


def test_a_column_with_such_a_name_does_not_make_a_fault_of_ours_one_of_the_disk() -> None:
    error = sqlite3.IntegrityError("NOT NULL constraint failed: halls.full_name")
    assert not is_unavailable(error)
    assert not is_unavailable(DBAPIError("INSERT", None, error))


@pytest.mark.skipif(not POSTGRES, reason=NO_POSTGRES)
async def test_a_connection_that_the_server_has_closed_meanwhile_is_nobodys_fault(tmp_path: Path) -> None:
    """As all are that stood when the server was started anew."""
    ended = asyncio.Event()
    async with database("postgresql", tmp_path) as url:
        db, other = connect(url), connect(url)
        async with db.read() as conn:
            found = await conn.scalar(select(func.pg_backend_pid()))
            driver: Any = (await conn.get_raw_connection()).driver_connection
            driver.add_termination_listener(lambda _: ended.set())
        async with other.read() as conn:
            await conn.execute(select(func.pg_terminate_backend(found)))
        await ended.wait()
        async with db.read() as conn:
            assert await conn.scalar(select(func.pg_backend_pid())) != found
        await db.close()
        await other.close()
