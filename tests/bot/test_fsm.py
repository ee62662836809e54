"""Conversations under all parts of their key, kept with the update's effect."""

import pytest
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import StorageKey

from bot.fsm import StoreStorage
from storage.unit import Unit, apart, handling
from tests.bot.conftest import Town


class Form(StatesGroup):
    title = State()


KEY = StorageKey(bot_id=1, chat_id=2, user_id=3)
OTHERS = (
    StorageKey(bot_id=9, chat_id=2, user_id=3),
    StorageKey(bot_id=1, chat_id=9, user_id=3),
    StorageKey(bot_id=1, chat_id=2, user_id=9),
    StorageKey(bot_id=1, chat_id=2, user_id=3, thread_id=9),
    StorageKey(bot_id=1, chat_id=2, user_id=3, business_connection_id="9"),
    StorageKey(bot_id=1, chat_id=2, user_id=3, destiny="9"),
)


@pytest.fixture
def kept(town: Town) -> StoreStorage:
    return StoreStorage(town.store.conversations)


async def test_state_and_data_are_kept_apart_and_together(kept: StoreStorage) -> None:
    await kept.set_state(KEY, Form.title)
    await kept.set_data(KEY, {"event": 5})
    assert (await kept.get_state(KEY), await kept.get_data(KEY)) == ("Form:title", {"event": 5})
    await kept.set_state(KEY, "Form:other")
    assert (await kept.get_state(KEY), await kept.get_data(KEY)) == ("Form:other", {"event": 5})
    await kept.set_state(KEY)
    await kept.set_data(KEY, {})
    assert (await kept.get_state(KEY), await kept.get_data(KEY)) == (None, {})
    await kept.close()


@pytest.mark.parametrize("other", OTHERS)
async def test_every_part_of_the_key_counts(kept: StoreStorage, other: StorageKey) -> None:
    await kept.set_data(KEY, {"mine": 1})
    await kept.set_data(other, {"theirs": 2})
    assert (await kept.get_data(KEY), await kept.get_data(other)) == ({"mine": 1}, {"theirs": 2})


async def test_what_an_update_in_hand_says_is_seen_by_it_and_kept_with_its_effect(town: Town) -> None:
    kept = StoreStorage(town.store.conversations)
    await town.store.inbox.put([(1, "{}")], [], town.now())
    with handling(Unit(1)) as unit:
        await kept.set_state(KEY, Form.title)
        assert await kept.get_state(KEY) == "Form:title"
        await town.store.inbox.finish(unit)
    assert await kept.get_state(KEY) == "Form:title"
    assert await town.store.inbox.waiting() == []


async def test_what_an_update_said_before_it_failed_is_not_kept(kept: StoreStorage) -> None:
    with handling(Unit(1)):
        await kept.set_state(KEY, Form.title)
    assert await kept.get_state(KEY) is None


async def test_an_update_finds_a_conversation_as_it_was_until_its_effect_is_there(town: Town) -> None:
    kept = StoreStorage(town.store.conversations)
    await town.store.inbox.put([(1, "{}")], [], town.now())
    with handling(Unit(1)) as unit:
        assert await kept.get_state(KEY) is None
        with apart():
            await kept.set_state(KEY, "Form:title")
        assert await kept.get_state(KEY) is None
        unit.committed()
        assert await kept.get_state(KEY) == "Form:title"
