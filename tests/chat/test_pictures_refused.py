"""A picture that the messenger does not take keeps nobody from what stands under it."""

from datetime import timedelta
from functools import partial

from domain.event import move
from sandbox.people import Person
from tests.chat.conftest import START, TITLE, Town
from tests.chat.talk import says, shows, taps
from tests.chat.test_announcing import channel_of, managed, pictured

ELSEWHERE = "photo-999"
"""The id of a picture that another bot was sent."""


async def follows_the_event(town: Town, olga: Person) -> None:
    await taps(town, olga, "Приду")
    shows(olga, "Вы идёте.")
    assert "photo" not in olga.screen()


async def test_the_card_of_an_event_whose_poster_another_bot_was_sent(town: Town) -> None:
    event, olga = await town.event(poster=ELSEWHERE), await town.known("Ольга Котова")
    await says(town, olga, f"/start e{event.id}", TITLE)
    await follows_the_event(town, olga)
    [found] = await olga.inlines("принцип")
    assert found["type"] == "article"
    message = await olga.picks()
    assert TITLE in message["text"]


async def test_a_card_that_was_said_without_its_poster_stays_where_it_is(town: Town) -> None:
    event, olga = await town.event(poster=ELSEWHERE), await town.known("Ольга Котова")
    await says(town, olga, f"/start e{event.id}", TITLE)
    before = len(olga.chat.messages)
    card = olga.screen()["message_id"]
    for label in ("Приду", "Возможно"):
        await taps(town, olga, label)
        assert olga.screen()["message_id"] == card
    assert len(olga.chat.messages) == before


async def test_a_group_that_takes_no_photos_gets_the_announcement_in_words(town: Town) -> None:
    poster = town.box.world.add_file("photo", "poster.png", b"\x89PNG")
    event, group = await town.event(poster=poster), town.box.group("Клуб", town.anna)
    group.chat.takes_photos = False
    await town.anna.adds_bot(group)
    await town.quiet()
    await managed(town, event, town.anna, "Клуб", "Отправить: Клуб")
    assert "photo" not in await group.sees(TITLE)
    assert [chat.chat_id for chat in await town.store.chats.all()] == [group.id]


async def test_a_post_keeps_the_poster_that_it_has_where_the_new_one_is_not_known(town: Town) -> None:
    poster = town.box.world.add_file("photo", "poster.png", b"\x89PNG")
    event, channel = await town.event(poster=poster), await channel_of(town, town.anna)
    await managed(town, event, town.anna, "Новости библиотек", "Отправить: Новости библиотек")
    await channel.sees(TITLE)
    member = await town.member(town.anna)
    await town.store.events.change(event.id, partial(pictured, picture=ELSEWHERE), member, town.now())
    await town.store.events.change(event.id, lambda old: move(old, START + timedelta(days=1)), member, town.now())
    post = await channel.sees("суббота, 28 апреля 2018 г., 14:00")
    assert post["photo"][0]["file_id"] == poster
    assert len(channel.texts()) == 1
