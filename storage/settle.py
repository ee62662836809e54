"""What every transaction of an update in hand writes besides its own: that it is done, and where its talk stands."""

from sqlalchemy import bindparam, delete, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.prepared import Prepared
from storage.tables import conversations, inbox
from storage.unit import Conversation, ConversationKey, Unit
from storage.upsert import upsert

_DONE = Prepared(
    update(inbox)
    .where(inbox.c.update_id == bindparam("update"), inbox.c.state == "new")
    .values(state="done", body=None, owed_to=bindparam("account"))
)
KEY = ("bot_id", "chat_id", "user_id", "thread_id", "business_connection_id", "destiny")
_SAVE = Prepared(upsert(conversations, {name: bindparam(name) for name in (*KEY, "state", "data")}))
IT = tuple(conversations.c[name] == bindparam(name) for name in KEY)
"""One conversation."""
_DROP = Prepared(delete(conversations).where(*IT))


class AlreadyDone(Exception):  # noqa: N818 - no fault: the same update came twice
    """The update's effect is there already: this second one is undone."""


async def settle(conn: AsyncConnection, unit: Unit) -> None:
    """Marks the update done and keeps the conversation's new place, in the transaction that is open."""
    for key, conversation in unit.conversations.items():
        await save(conn, key, conversation)
    if unit.done:
        return
    if not await _DONE.run(conn, {"update": unit.update_id, "account": unit.account_id}):
        raise AlreadyDone(unit.update_id)


async def save(conn: AsyncConnection, key: ConversationKey, conversation: Conversation) -> None:
    """Keeps where one conversation stands; of one that is over nothing stays."""
    it = dict(zip(KEY, key, strict=True))
    if conversation == Conversation():
        await _DROP.run(conn, it)
    else:
        await _SAVE.run(conn, it | {"state": conversation.state, "data": conversation.data})
