"""What goes straight to the database says the same as SQLAlchemy's own way, on both engines."""

from typing import Any

import pytest
from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from storage.prepared import Prepared
from storage.store import Store
from storage.tables import chats, conversations, drafts, outbox
from storage.unavailable import is_unavailable
from tests.storage.conftest import DAY, NOW, MakePerson

PUT = Prepared(insert(chats).values({name: bindparam(name) for name in ("chat_id", "title", "kind", "added_at")}))
FIND = Prepared(select(chats).where(chats.c.chat_id == bindparam("chat")))
RENAME = Prepared(
    update(chats).where(chats.c.kind == bindparam("which")).values(title=bindparam("title"), kind="group")
)
CHAT = {"chat_id": -7, "title": "Чтецы", "kind": "group", "added_at": NOW}


async def put(store: Store, **other: object) -> int:
    return await store.db.write(lambda conn: PUT.run(conn, CHAT | other))


async def test_a_row_has_an_attribute_for_each_column(store: Store) -> None:
    assert await put(store) == 1
    row = await store.db.one(FIND, {"chat": -7})
    assert row is not None
    assert row._asdict() == CHAT


async def test_none_is_found_where_there_is_none(store: Store) -> None:
    assert await store.db.one(FIND, {"chat": -7}) is None


async def test_a_change_says_how_many_rows_it_has_concerned(store: Store) -> None:
    for chat in (-7, -8):
        await put(store, chat_id=chat)
    assert await store.db.write(lambda conn: RENAME.run(conn, {"which": "group", "title": "Клуб"})) == 2
    assert await store.db.write(lambda conn: RENAME.run(conn, {"which": "channel", "title": "Клуб"})) == 0


async def test_within_a_transaction_its_own_changes_are_seen_and_outside_not(store: Store) -> None:
    async def job(conn: Any) -> tuple[Any, Any]:
        await PUT.run(conn, CHAT)
        return await FIND.one(conn, {"chat": -7}), await store.db.one(FIND, {"chat": -7})

    inside, outside = await store.db.write(job)
    assert inside is not None
    assert outside is None


async def test_a_fault_is_the_same_as_by_the_other_way(store: Store) -> None:
    await put(store)
    with pytest.raises(IntegrityError) as caught:
        await put(store)
    assert not is_unavailable(caught.value)


async def test_a_value_that_is_missing_is_a_fault_of_the_program(store: Store) -> None:
    with pytest.raises(Exception, match="title"):
        await store.db.write(lambda conn: PUT.run(conn, {"chat_id": 1, "kind": "group", "added_at": NOW}))


@pytest.mark.parametrize("table", [drafts, outbox, conversations], ids=lambda table: table.name)
async def test_every_type_of_column_comes_out_as_by_the_other_way(store: Store, person: MakePerson, table: Any) -> None:
    anna = await person(5)
    await store.drafts.start(anna.id, "event", None, {"title": "Вечер", "parts": [1, None]}, NOW)
    await store.db.write(lambda conn: conn.execute(insert(outbox), [message(1, {"a": "б"}), message(2, {})]))
    await store.db.write(lambda conn: conn.execute(insert(conversations).values(TALK)))
    statement = select(table).order_by(*table.primary_key.columns)
    async with store.db.read() as conn:
        straight = [row._asdict() for row in await Prepared(statement).rows(conn, {})]
        assert straight == [row._asdict() for row in await conn.execute(statement)]
        assert straight


def message(chat: int, args: dict[str, object]) -> dict[str, object]:
    row = {"kind": "seat", "subject": 1, "chat_id": chat, "member_id": None, "moment": "t1", "args": args}
    return row | {"state": "ready", "urgent": chat == 1, "due_at": NOW + DAY, "use_until": None}


TALK = {"bot_id": 1, "chat_id": 5, "user_id": 5, "thread_id": 0, "business_connection_id": "", "destiny": "default"} | {
    "state": "Ask:why_not",
    "data": {"event": 1},
}
