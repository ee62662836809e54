"""Lets aiogram keep its conversations in the store."""

from collections.abc import Mapping
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey

from storage.conversations import Conversations
from storage.unit import Conversation, ConversationKey


class StoreStorage(BaseStorage):
    """State and data under all parts of the key; a write goes with the transaction of the update in hand."""

    def __init__(self, conversations: Conversations) -> None:
        self._conversations = conversations

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        old = await self._conversations.get(_key(key))
        name = state.state if isinstance(state, State) else state
        await self._conversations.put(_key(key), Conversation(name, old.data))

    async def get_state(self, key: StorageKey) -> str | None:
        return (await self._conversations.get(_key(key))).state

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        old = await self._conversations.get(_key(key))
        await self._conversations.put(_key(key), Conversation(old.state, dict(data)))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        return dict((await self._conversations.get(_key(key))).data)

    async def close(self) -> None:
        """The store is closed by whoever opened it."""


def _key(key: StorageKey) -> ConversationKey:
    return (
        key.bot_id,
        key.chat_id,
        key.user_id,
        key.thread_id or 0,
        key.business_connection_id or "",
        key.destiny,
    )
