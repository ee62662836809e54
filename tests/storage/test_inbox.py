"""Updates: kept once, done with their effect, never lost."""

from datetime import timedelta

import pytest

from domain.seats import Answer
from storage.settle import AlreadyDone
from storage.store import Store
from storage.unit import Conversation, Unit, handling
from tests.storage.conftest import NOW, MakeEvent, MakePerson

KEY = (42, 7, 7, 0, "", "default")


async def test_a_batch_is_kept_in_order_and_repeats_are_dropped(store: Store) -> None:
    assert await store.inbox.put([(2, "{}"), (1, "{}")], [], NOW) == [1, 2]
    assert await store.inbox.put([(2, "{}"), (3, "{}")], [1], NOW) == [3]
    assert [letter.update_id for letter in await store.inbox.waiting()] == [2, 3]


async def test_the_effect_and_being_done_are_one(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject, guest = await event(), await person(7)
    await store.inbox.put([(1, "{}")], [], NOW)
    with handling(Unit(1)) as unit:
        await store.rsvps.answer(subject.id, guest.id, Answer.GOING, NOW)
    assert unit.done
    assert await store.inbox.waiting() == []
    assert not await store.inbox.finish(unit)


async def test_the_same_update_twice_has_its_effect_once(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject, guest = await event(), await person(7)
    await store.inbox.put([(1, "{}")], [], NOW)
    await store.inbox.put([], [1], NOW)
    with handling(Unit(1)), pytest.raises(AlreadyDone):
        await store.rsvps.answer(subject.id, guest.id, Answer.GOING, NOW)
    assert await store.rsvps.of(subject.id, guest.id) is None


async def test_a_conversation_moves_in_the_transaction_of_the_change(store: Store, person: MakePerson) -> None:
    guest = await person(7)
    await store.inbox.put([(1, "{}")], [], NOW)
    with handling(Unit(1)):
        await store.conversations.put(KEY, Conversation("form", {"draft": 5}))
        assert (await store.conversations.get(KEY)).data == {"draft": 5}
        await store.members.set_language(guest.id, "en")
    assert await store.conversations.get(KEY) == Conversation("form", {"draft": 5})


async def test_a_conversation_without_a_change_is_kept_at_the_end(store: Store) -> None:
    await store.inbox.put([(1, "{}")], [], NOW)
    with handling(Unit(1)) as unit:
        await store.conversations.put(KEY, Conversation("form"))
        assert await store.inbox.finish(unit) is False
    assert (await store.conversations.get(KEY)).state == "form"
    assert await store.inbox.waiting() == []


async def test_an_update_without_an_effect_is_left_to_the_next_batch(store: Store) -> None:
    await store.inbox.put([(1, "{}")], [], NOW)
    with handling(Unit(1)) as unit:
        assert await store.inbox.finish(unit) is True
    assert [letter.update_id for letter in await store.inbox.waiting()] == [1]


async def test_an_answer_is_owed_from_the_effect_until_it_has_gone(store: Store, person: MakePerson) -> None:
    guest = await person(7)
    await store.inbox.put([(1, "{}"), (2, "{}")], [], NOW)
    for number in (1, 2):
        with handling(Unit(number, account_id=7)):
            await store.members.set_language(guest.id, "en")
    await store.inbox.put([], [1], NOW)
    assert await store.inbox.owed() == {2: 7}
    await store.inbox.put([], [2], NOW)
    assert await store.inbox.owed() == {}


async def test_failed_updates_stop_waiting_and_old_ids_are_forgotten(store: Store) -> None:
    await store.inbox.put([(1, "{}"), (2, "{}")], [], NOW)
    assert [await store.inbox.tried(1) for _ in range(3)] == [1, 2, 3]
    await store.inbox.fail(1)
    assert [letter.update_id for letter in await store.inbox.waiting()] == [2]
    await store.inbox.forget(NOW + timedelta(hours=49))
    assert await store.inbox.put([(1, "{}"), (2, "{}")], [], NOW) == [1]
