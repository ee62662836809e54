"""Posts in channels on both engines: through the outbox, once for each look, kept up to date once they stand."""

from datetime import timedelta

import pytest

from domain.event import cancel
from domain.refusal import Refusal
from storage.cards import Chat, Shown
from storage.outbox import Row
from storage.posts import NOT_POSTED, POST
from storage.store import Store
from tests.storage.conftest import NOW, MakeEvent, MakePerson

NEWS = Chat(-100, "Новости", "channel")
LEASE = timedelta(minutes=5)


async def claimed(store: Store, kind: str) -> list[Row]:
    return [row for row in await store.outbox.claim("w", NOW, 10, LEASE) if row.kind == kind]


async def test_a_post_goes_once_for_what_was_seen_there_and_is_remembered(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    subject, anna = await event(poster="photo-1"), await person(1)
    await store.posts.send(subject.id, NEWS.chat_id, anna, NOW, standing=0)
    with pytest.raises(Refusal, match="announce-posted"):
        await store.posts.send(subject.id, NEWS.chat_id, anna, NOW, standing=0)
    [row] = await claimed(store, POST)
    await store.posts.stands(row, Shown(NEWS.chat_id, 7, has_poster=True), NOW)
    [card] = await store.cards.live(subject.id)
    assert (card.message_id, card.poster, await store.posts.standing(subject.id, NEWS.chat_id)) == (7, "photo-1", 1)
    await store.posts.send(subject.id, NEWS.chat_id, anna, NOW, standing=1)
    assert len(await claimed(store, POST)) == 1
    await store.events.change(subject.id, lambda old: cancel(old, "карантин"), anna, NOW)
    with pytest.raises(Refusal, match="event-cancelled"):
        await store.posts.send(subject.id, NEWS.chat_id, anna, NOW)


async def test_a_post_of_a_long_exhibition_goes_though_the_oldest_are_forgotten(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    days = timedelta(days=1)
    subject, anna = await event(starts_at=NOW, ends_at=NOW + 300 * days), await person(1)
    for day in (0, 60, 100):
        now = NOW + day * days
        await store.keeping.drop_old(now)
        await store.posts.send(subject.id, NEWS.chat_id, anna, now)
        [row] = await store.outbox.claim("w", now, 10, LEASE)
        await store.posts.stands(row, Shown(NEWS.chat_id, day, has_poster=False), now)


async def test_a_post_goes_to_a_chat_that_has_taken_another_along(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    subject, anna = await event(), await person(1)
    await store.posts.send(subject.id, NEWS.chat_id, anna, NOW)
    [row] = await claimed(store, POST)
    await store.posts.stands(row, Shown(NEWS.chat_id, 7, has_poster=False), NOW)
    await store.posts.send(subject.id, NEWS.chat_id, anna, NOW)
    await store.chats.move(NEWS.chat_id, -200)
    await store.posts.send(subject.id, -200, anna, NOW)
    assert len(await claimed(store, POST)) == 2


async def test_a_chat_that_is_closed_is_none_any_more_and_one_that_moved_is_followed(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    subject, anna = await event(), await person(1)
    await store.chats.put(NEWS, NOW)
    await store.posts.send(subject.id, NEWS.chat_id, anna, NOW)
    await store.chats.move(NEWS.chat_id, -200)
    [row] = await claimed(store, POST)
    assert row.chat_id == -200
    await store.posts.lost(row, "unreachable", NOW)
    assert await store.chats.all() == []
    [told] = await claimed(store, NOT_POSTED)
    assert (told.chat_id, told.args) == (anna.account_id, {"title": NEWS.title, "outcome": "unreachable"})
