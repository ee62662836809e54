"""What every transaction of an update in hand writes besides its own: that it is done, and where its talk stands."""

from sqlalchemy import bindparam, delete, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import conversations, inbox
from storage.unit import Conversation, ConversationKey, Unit
from storage.upsert import upsert

_DONE = (
    update(inbox)
    .where(inbox.c.update_id == bindparam("update"), inbox.c.state == "new")
    .values(state="done", body=None, owed_to=bindparam("account"))
)
KEY = ("bot_id", "chat_id", "user_id", "thread_id", "business_connection_id", "destiny")
_SAVE = upsert(conversations, {name: bindparam(name) for name in (*KEY, "state", "data")})


class AlreadyDone(Exception):  # noqa: N818 - no fault: the same update came twice
    """The update's effect is there already: this second one is undone."""


async def settle(conn: AsyncConnection, unit: Unit) -> None:
    """Marks the update done and keeps the conversation's new place, in the transaction that is open."""
    for key, conversation in unit.conversations.items():
        await save(conn, key, conversation)
    if unit.done:
        return
    result = await conn.execute(_DONE, {"update": unit.update_id, "account": unit.account_id})
    if result.rowcount == 0:
        raise AlreadyDone(unit.update_id)


async def save(conn: AsyncConnection, key: ConversationKey, conversation: Conversation) -> None:
    """Keeps where one conversation stands; of one that is over nothing stays."""
    if conversation == Conversation():
        same = (conversations.c[name] == value for name, value in zip(KEY, key, strict=True))
        await conn.execute(delete(conversations).where(*same))
        return
    place = {"state": conversation.state, "data": conversation.data}
    await conn.execute(_SAVE, dict(zip(KEY, key, strict=True)) | place)
