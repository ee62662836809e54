"""Where cards stand, and the chats they may be sent to."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from domain.event import cancel
from domain.refusal import Gone
from storage.cards import GATHER, Chat
from storage.migrate import upgrade
from storage.store import Store
from tests.storage.conftest import DAY, NOW, POLICY, START, MakeEvent, MakePerson
from tests.storage.test_migrate import MEMBER, _to

EVENT = """INSERT INTO events
    (id, status, revision, title, starts_at, mode, age_mark, audience, admission, created_at)
    VALUES (5, 'published', 1, 'Вечер', '2018-04-27 11:00', 'onsite', '6+', '[]', 'free', '2018-03-26 07:00')"""
CARD = "INSERT INTO cards (id, event_id, chat_id, message_id, member_id, has_poster) VALUES (9, 5, -5, 3, 7, true)"


async def test_a_card_sent_through_the_bot_has_an_id_of_its_own(store: Store, event: MakeEvent) -> None:
    subject = await event()
    for has_poster in (True, False):
        await store.cards.put_inline(subject.id, "inline-1", NOW, has_poster=has_poster)
    [card] = await store.cards.live(subject.id)
    assert (card.inline_id, card.chat_id, card.message_id) == ("inline-1", None, None)
    assert (card.member_id, card.has_poster) == (None, True), "the first word counts"
    assert [one.event_id for one in await store.cards.due(NOW + GATHER)] == [subject.id]
    await store.cards.drop(card.id)
    assert await store.cards.live(subject.id) == []


async def test_a_card_of_no_event_is_not_kept(store: Store) -> None:
    with pytest.raises(Gone):
        await store.cards.put_inline(999, "inline-1", NOW, has_poster=False)


async def test_shared_cards_of_every_kind_go_before_ones_own(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    subject, olga = await event(), await person(7)
    await store.cards.put_inline(subject.id, "inline-1", NOW, has_poster=False)
    await store.cards.put(subject.id, -5, 1, None, has_poster=False)
    for number in range(25):
        await store.cards.put(subject.id, 7, number, olga.id, has_poster=False)
    live = await store.cards.live(subject.id)
    assert [(card.inline_id, card.chat_id) for card in live[:2]] == [(None, -5), ("inline-1", None)]
    assert len(live) == 20


async def test_a_chat_that_got_another_id_keeps_its_title(store: Store) -> None:
    await store.chats.put(Chat(-5, "Клуб", "group"), NOW)
    await store.chats.put(Chat(-100_5, "Клуб вырос", "supergroup"), NOW)
    await store.chats.move(-5, -100_5)
    assert [(chat.chat_id, chat.title) for chat in await store.chats.all()] == [(-1005, "Клуб")]
    await store.chats.move(-6, -7)
    assert len(await store.chats.all()) == 1


async def test_what_is_ahead_has_neither_begun_nor_been_cancelled(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    librarian = await person(1)
    later, soon, off = await event(starts_at=START + DAY), await event(), await event()
    await store.events.change(off.id, lambda old: cancel(old, "карантин"), librarian, NOW)
    assert [one.id for one in await store.events.ahead(NOW, 10)] == [soon.id, later.id]
    assert [one.id for one in await store.events.ahead(NOW, 1)] == [soon.id]
    assert [one.id for one in await store.events.ahead(START, 10)] == [later.id]
    assert await store.events.ahead(START + timedelta(days=2), 10) == []


async def test_cards_of_the_tables_before_stay_where_they_are(bare_url: str) -> None:
    engine = create_async_engine(bare_url)
    async with engine.connect() as connection:
        await connection.run_sync(_to, "0007")
        for statement in (MEMBER, EVENT, CARD):
            await connection.execute(text(statement))
        await connection.commit()
    await engine.dispose()
    await upgrade(bare_url)
    store = Store(bare_url, POLICY)
    [kept] = await store.cards.live(5)
    assert (kept.id, kept.chat_id, kept.message_id, kept.member_id, kept.inline_id) == (9, -5, 3, 7, None)
    await store.close()
