"""Several processes on one database: one person's updates go one after the other, and the dead are taken over from."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, update

from storage.company import HeldOtherwise, in_company
from storage.migrate import newest, revision, upgrade
from storage.replicas import LEASE
from storage.store import Store
from storage.tables import replicas
from storage.unit import Unit, handling
from tests.engines import NO_POSTGRES, POSTGRES, database, migrated
from tests.storage.conftest import NOW, POLICY, MakeEvent, MakePerson

pytestmark = pytest.mark.skipif(not POSTGRES, reason=NO_POSTGRES)
HOUR = timedelta(hours=1)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with migrated("postgresql", tmp_path) as url:
        opened = Store(url, POLICY, admins=[1])
        await opened.replicas.sign_on("a")
        await opened.replicas.sign_on("b")
        yield opened
        await opened.close()


async def dies(store: Store, name: str) -> None:
    """It has said nothing for longer than a lease."""
    silent = update(replicas).where(replicas.c.name == name).values(seen_at=func.now() - 2 * LEASE)
    await store.db.write(lambda conn: conn.execute(silent))


async def put(store: Store, update_id: int, person: int, worker: str) -> int | None:
    letter = await store.turns.put(update_id, person, "{}", NOW, worker)
    return letter.update_id if letter else None


async def test_one_person_is_in_one_pair_of_hands(store: Store) -> None:
    first = await store.turns.put(1, 7, "{}", NOW, "a")
    assert first is not None
    assert [await put(store, number, 7, "b") for number in (2, 3)] == [None, None]
    assert await put(store, 4, 8, "b") == 4, "somebody else does not wait"
    second = await store.turns.after(first, "a", answered=True)
    assert second is not None
    assert second.update_id == 2
    third = await store.turns.after(second, "a", answered=True)
    assert third is not None
    assert await store.turns.after(third, "a", answered=True) is None
    assert [one.update_id for one in await store.inbox.waiting()] == [4]


async def test_the_same_update_is_kept_once(store: Store) -> None:
    claims = await asyncio.gather(*(put(store, 1, 7, worker) for worker in "abababab"))
    assert sorted(claims, key=str) == [1, *[None] * 7]


async def test_whoever_takes_them_in_they_are_done_in_order(store: Store) -> None:
    done = list[int]()

    async def work(worker: str, numbers: range) -> None:
        for number in numbers:
            letter = await store.turns.put(number, 7, "{}", NOW, worker)
            while letter is not None:
                done.append(letter.update_id)
                letter = await store.turns.after(letter, worker, answered=True)

    for begin in range(0, 40, 4):
        await asyncio.gather(*(work(w, range(begin + n, begin + 4, 2)) for n, w in enumerate("ab")))
    assert sorted(done) == list(range(40)), "none is forgotten between two"
    assert await store.inbox.waiting() == []


async def test_who_goes_leaves_nothing_in_hand(store: Store) -> None:
    assert await put(store, 1, 7, "a") == 1
    assert await store.turns.take_up("b") == []
    await store.replicas.sign_off("a")
    assert [one.update_id for one in await store.turns.take_up("b")] == [1]


async def test_what_somebody_dead_had_is_taken_over_once(store: Store, event: MakeEvent, person: MakePerson) -> None:
    guest = await person(7)
    assert [await put(store, number, 7 + number, "a") for number in (1, 2, 3)] == [1, 2, 3]
    with handling(Unit(2, account_id=7)):
        await store.members.set_language(guest.id, "en")
    await store.inbox.fail(3)
    await dies(store, "a")
    assert (await store.replicas.renew("b", judging=False)).number == 2
    muster = await store.replicas.renew("b", judging=True)
    assert (muster.gone, muster.number, muster.owed) == (("a",), 1, {2: 7})
    assert [one.update_id for one in await store.turns.take_up("b")] == [1]
    assert (await store.replicas.renew("b", judging=True)).owed == {}
    assert await put(store, 4, 9, "b") == 4, "what was done holds nobody up"


async def test_whoever_was_taken_for_dead_changes_nothing(store: Store) -> None:
    first = await store.turns.put(1, 7, "{}", NOW, "a")
    assert first is not None
    await dies(store, "a")
    await store.replicas.renew("b", judging=True)
    [taken] = await store.turns.take_up("b")
    assert await store.turns.after(first, "a", answered=True) is None
    assert [one.update_id for one in await store.inbox.waiting()] == [1]
    assert await store.turns.after(taken, "b", answered=True, going_on=False) is None
    assert await store.inbox.waiting() == []


async def test_messages_of_the_dead_are_free_and_no_longer_theirs(store: Store, event: MakeEvent) -> None:
    from storage.outbox import Message

    subject = await event()
    await store.outbox.add([Message("moved", subject.id, chat, "r1", NOW) for chat in (1, 2)])
    first, second = await store.outbox.claim("a", NOW, 9, HOUR)
    assert await store.outbox.sending(first)
    await dies(store, "a")
    await store.replicas.renew("b", judging=True)
    mine = await store.outbox.claim("b", NOW, 9, HOUR)
    assert len(mine) == 2
    assert not await store.outbox.sending(second), "b has it now"
    await store.outbox.again(second, NOW, counted=False)
    assert await store.outbox.claim("a", NOW, 9, HOUR) == []
    assert all([await store.outbox.sending(one) for one in mine])


async def test_a_lost_answer_is_owed_by_who_lost_it_and_then_by_another(store: Store, person: MakePerson) -> None:
    guest = await person(7)
    first = await store.turns.put(1, 7, "{}", NOW, "a")
    assert first is not None
    with handling(Unit(1, account_id=7)):
        await store.members.set_language(guest.id, "en")
    assert (await store.replicas.sign_on("c")).owed == {}, "a is about to answer"
    await store.turns.after(first, "a", answered=False)
    assert (await store.replicas.renew("c", judging=True)).owed == {}, "a goes on trying"
    await store.replicas.sign_off("a")
    assert (await store.replicas.renew("c", judging=True)).owed == {1: 7}
    assert (await store.replicas.renew("b", judging=True)).owed == {}
    await store.inbox.put([], [1], NOW)
    await store.replicas.sign_off("c")
    assert (await store.replicas.renew("b", judging=True)).owed == {}


async def test_what_one_process_alone_had_taken_in_gets_its_person(store: Store) -> None:
    await store.inbox.put([(1, "{}"), (2, "{}")], [], NOW)
    assert await store.turns.take_up("a") == []
    for stray in await store.turns.strays():
        await store.turns.belongs(stray.update_id, 7)
    assert await store.turns.strays() == []
    assert [one.update_id for one in await store.turns.take_up("a")] == [1]


async def test_several_may_work_on_a_database_or_one_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.company.PATIENCE", 0.2)
    async with database("postgresql", tmp_path) as url:
        async with in_company(url, several=True), in_company(url, several=True):
            with pytest.raises(HeldOtherwise):
                await _work(url, several=False)
        async with in_company(url, several=False):
            with pytest.raises(HeldOtherwise):
                await _work(url, several=True)
        await _work(url, several=False)


async def _work(url: str, *, several: bool) -> None:
    async with in_company(url, several=several):
        pass


async def test_several_that_start_at_once_make_one_schema(tmp_path: Path) -> None:
    async with database("postgresql", tmp_path) as url:
        await asyncio.gather(*(upgrade(url) for _ in range(3)))
        assert await revision(url) == newest()
