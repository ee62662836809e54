"""Where each conversation stands, by all parts of its key."""

from sqlalchemy import select

from storage.database import AnyDatabase
from storage.prepared import Prepared
from storage.settle import IT, KEY, save
from storage.tables import conversations
from storage.unit import Conversation, ConversationKey, in_hand

_GET = Prepared(select(conversations.c.state, conversations.c.data).where(*IT))


class Conversations:
    """An update in hand reads each once, and sees what it has not yet committed; its writes wait for the change's
    transaction.
    """

    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def get(self, key: ConversationKey) -> Conversation:
        unit = in_hand.get()
        if unit is None:
            return await self._read(key)
        if key in unit.conversations:
            return unit.conversations[key]
        if key not in unit.read:
            unit.read[key] = await self._read(key)
        return unit.read[key]

    async def _read(self, key: ConversationKey) -> Conversation:
        row = await self._db.one(_GET, dict(zip(KEY, key, strict=True)))
        return Conversation(row.state, dict(row.data)) if row else Conversation()

    async def put(self, key: ConversationKey, conversation: Conversation) -> None:
        unit = in_hand.get()
        if unit is not None:
            unit.conversations[key] = conversation
            return
        await self._db.write(lambda conn: save(conn, key, conversation))
