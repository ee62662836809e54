"""The door to both engines: transactions, shared commits, order."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.store import Store
from storage.tables import chats
from tests.storage.conftest import NOW

Job = Callable[[AsyncConnection], Awaitable[None]]


class MishapError(Exception):
    pass


def adding(chat_id: int, *, fails: bool = False) -> Job:
    async def job(conn: AsyncConnection) -> None:
        await conn.execute(insert(chats).values(chat_id=chat_id, title="Чат", kind="group", added_at=NOW))
        if fails:
            raise MishapError

    return job


async def kept(store: Store) -> int:
    async with store.db.read() as conn:
        return int((await conn.execute(select(func.count()).select_from(chats))).scalar_one())


async def test_a_job_that_fails_undoes_itself_alone(store: Store) -> None:
    jobs = [adding(number, fails=number % 3 == 0) for number in range(1, 31)]
    outcomes = await asyncio.gather(*map(store.db.write, jobs), return_exceptions=True)
    assert [isinstance(outcome, MishapError) for outcome in outcomes] == [number % 3 == 0 for number in range(1, 31)]
    assert await kept(store) == 20


async def test_a_write_is_seen_as_soon_as_it_has_returned(store: Store) -> None:
    for number in range(1, 6):
        await store.db.write(adding(number))
        assert await kept(store) == number


async def test_a_reader_does_not_see_what_is_not_committed(store: Store) -> None:
    inside, go = asyncio.Event(), asyncio.Event()

    async def slow(conn: AsyncConnection) -> None:
        await adding(1)(conn)
        inside.set()
        await go.wait()

    writing = asyncio.create_task(store.db.write(slow))
    await inside.wait()
    assert await kept(store) == 0
    go.set()
    await writing
    assert await kept(store) == 1


async def test_a_cancelled_asker_does_not_take_the_others_down(store: Store) -> None:
    doomed = asyncio.create_task(store.db.write(adding(1)))
    await asyncio.sleep(0)
    doomed.cancel()
    await store.db.write(adding(2))
    with pytest.raises(asyncio.CancelledError):
        await doomed
    assert await kept(store) >= 1
