"""Messages: claimed by one, sent once, given back when a worker dies."""

import asyncio
from datetime import timedelta

from storage.outbox import Message
from storage.store import Store
from tests.storage.conftest import NOW

LEASE = timedelta(minutes=2)


def message(chat: int, moment: str = "r1", **values: object) -> Message:
    return Message("moved", 1, chat, moment, NOW, **values)  # type: ignore[arg-type]  # spelled out by each test


async def test_the_same_message_is_kept_once(store: Store) -> None:
    await store.outbox.add([message(10), message(10), message(10, "r2")])
    await store.outbox.add([message(10)])
    assert [row.moment for row in await store.outbox.claim("w", NOW, 9, LEASE)] == ["r1", "r2"]


async def test_workers_never_share_a_row(store: Store) -> None:
    await store.outbox.add([message(chat) for chat in range(500)])
    claims = await asyncio.gather(*(store.outbox.claim(f"w{n}", NOW, 50, LEASE) for n in range(20)))
    taken = [row.id for rows in claims for row in rows]
    assert len(taken) == len(set(taken)) == 500


async def test_the_urgent_and_the_earlier_go_first(store: Store) -> None:
    await store.outbox.add([message(1), message(2, urgent=True), message(3, urgent=True)])
    assert [row.chat_id for row in await store.outbox.claim("w", NOW, 2, LEASE)] == [2, 3]


async def test_what_is_not_due_yet_waits(store: Store) -> None:
    await store.outbox.add([Message("seat", 1, 10, "t1", NOW + LEASE)])
    assert await store.outbox.claim("w", NOW, 9, LEASE) == []
    assert await store.outbox.next_due() == NOW + LEASE
    assert len(await store.outbox.claim("w", NOW + LEASE, 9, LEASE)) == 1


async def test_what_a_dead_worker_held_goes_out_again(store: Store) -> None:
    await store.outbox.add([message(1), message(2)])
    first, _ = await store.outbox.claim("w", NOW, 9, LEASE)
    assert await store.outbox.sending(first)
    assert await store.outbox.recover(NOW, all_workers=False) == 0
    assert await store.outbox.recover(NOW + 2 * LEASE, all_workers=False) == 2
    assert len(await store.outbox.claim("w", NOW, 9, LEASE)) == 2


async def test_a_row_that_was_replaced_after_its_claim_is_not_sent(store: Store) -> None:
    from storage.outbox import supersede

    await store.outbox.add([message(1)])
    [row] = await store.outbox.claim("w", NOW, 9, LEASE)
    await store.db.write(lambda conn: supersede(conn, 1, ["moved"], NOW))
    assert not await store.outbox.sending(row)


async def test_a_row_that_was_replaced_after_its_claim_does_not_come_back(store: Store) -> None:
    """Whoever has it in hand finds the messenger away, and gives it back."""
    from storage.outbox import supersede

    await store.outbox.add([message(1)])
    [row] = await store.outbox.claim("w", NOW, 9, LEASE)
    await store.db.write(lambda conn: supersede(conn, 1, ["moved"], NOW))
    await store.outbox.again(row, NOW, counted=False)
    assert await store.outbox.tally(1, "moved") == {"superseded": 1}


async def test_a_row_given_back_counts_a_try_only_if_it_was_one(store: Store) -> None:
    await store.outbox.add([message(1)])
    for counted, tries in ((False, 0), (True, 1)):
        [row] = await store.outbox.claim("w", NOW, 9, LEASE)
        await store.outbox.again(row, NOW, counted=counted)
        [row] = await store.outbox.claim("w", NOW, 9, LEASE)
        assert row.tries == tries
        await store.outbox.again(row, NOW, counted=False)


async def test_delivery_is_woken_when_messages_are_committed(store: Store) -> None:
    store.outbox.wake.clear()
    await store.chores.plan("night", NOW)
    assert not store.outbox.wake.is_set()
    await store.outbox.add([message(1)])
    assert store.outbox.wake.is_set()
    [row] = await store.outbox.claim("w", NOW, 9, LEASE)
    await store.outbox.finish(row.id, "sent", NOW)
    assert await store.outbox.tally(1, "moved") == {"sent": 1}


async def test_a_chore_is_done_by_one_process(store: Store) -> None:
    await store.chores.plan("night", NOW)
    await store.chores.plan("night", NOW + LEASE)
    claims = await asyncio.gather(*(store.chores.claim(NOW) for _ in range(5)))
    assert sorted(map(len, claims)) == [0, 0, 0, 0, 1]
    await store.chores.done("night", NOW + timedelta(days=1))
    assert await store.chores.claim(NOW) == []
    assert await store.chores.claim(NOW + timedelta(days=1)) == ["night"]
