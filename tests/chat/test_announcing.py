"""Announcing outside: a channel is connected, a post looked at and sent; it lives on; texts for everywhere else."""

import re
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from domain.event import Event, PartnerPart, cancel, change_fields, move
from domain.joint import Voice, accept
from domain.partner import Part
from domain.people import Grant, Role
from sandbox.people import Group, Person
from sandbox.shapes import Json, text_body
from sandbox.trouble import Rule
from tests.chat.conftest import START, TITLE, Town
from tests.chat.talk import labels, says, shows, taps, text_of
from tests.process import until


async def managed(town: Town, event: Event, person: Person, *presses: str) -> None:
    await says(town, person, f"/start e{event.id}")
    await taps(town, person, "Управление", "Анонс", *presses)


def button(message: Json, label: str) -> str:
    """What the button carries."""
    rows = message["reply_markup"]["inline_keyboard"]
    return str(next(one["callback_data"] for row in rows for one in row if one["text"] == label))


def marked(message: Json, kind: str) -> list[str]:
    """The parts of the text that are marked so; the Bot API counts in UTF-16."""
    units = text_of(message).encode("utf-16-le")
    spans = [(2 * one["offset"], 2 * one["length"]) for one in message["entities"] if one["type"] == kind]
    return [units[first : first + length].decode("utf-16-le") for first, length in spans]


async def channel_of(town: Town, *people: Person, username: str | None = None) -> Group:
    channel = town.box.channel("Новости библиотек", *people, username=username)
    await people[0].adds_bot(channel, "administrator")
    await town.quiet()
    return channel


async def co_organised(town: Town, **fields: Any) -> Event:
    """An event whose co-organiser has agreed; a guest has not been asked anything."""
    college, school = await town.partner("Колледж Коняева"), await town.partner("Школа № 6")
    rep = await town.member(await town.known("Мария Ветрова"))
    await town.store.partners.bind(college, rep.id, None, town.now())
    event = await town.event(partners=(PartnerPart(college, Part.CO_ORGANISER), PartnerPart(school)), **fields)
    voice = Voice(rep.id, town.now())
    await town.store.joint.answer(event.id, college, lambda one, _: accept(one, (), voice), voice)
    await town.anna.sees("Партнёры отвечают")
    return await town.store.events.get(event.id)


async def test_a_post_is_looked_at_sent_once_and_follows_the_event(town: Town) -> None:
    poster = town.box.world.add_file("photo", "poster.png", b"\x89PNG")
    event, anna = await co_organised(town, poster=poster), town.anna
    channel = await channel_of(town, anna)
    await anna.sees("Подключено: Новости библиотек")
    await managed(town, event, anna, "Новости библиотек")
    shown = anna.screen()
    assert shown["photo"][0]["file_id"] == poster
    assert channel.texts() == []
    send = next(one for one in labels(shown) if one.startswith("Отправить"))
    data = button(shown, send)
    await taps(town, anna, send)
    post = await channel.sees(f"Круглый стол «{TITLE}»")
    assert text_of(post).replace("\n", " ").endswith("Партнёр: Колледж Коняева  (12+)")
    assert text_of(post) == text_of(shown)
    again = await anna.presses(data, anna.screen())
    assert "Уже отправлено" in again["text"], "a second touch of the same button sends nothing"
    member, other = await town.member(anna), town.box.world.add_file("photo", "other.png", b"\x89PNG2")
    await town.store.events.change(event.id, partial(pictured, picture=other), member, town.now())
    await until(town.box, lambda: shows_picture(channel, other))
    await town.store.events.change(event.id, lambda old: move(old, START + timedelta(days=1)), member, town.now())
    await channel.sees("суббота, 28 апреля 2018 г., 14:00")
    await town.store.events.change(event.id, lambda old: cancel(old, "карантин"), member, town.now())
    off = await channel.sees("Мероприятие отменено")
    assert (off["message_id"], len(channel.texts())) == (post["message_id"], 1)


async def posted(town: Town) -> tuple[Event, Group]:
    """An event with a poster, announced in a channel."""
    event = await town.event(poster=town.box.world.add_file("photo", "poster.png", b"\x89PNG"))
    channel = await channel_of(town, town.anna)
    await managed(town, event, town.anna, "Новости библиотек", "Отправить: Новости библиотек")
    await channel.sees(TITLE)
    return event, channel


async def test_a_poster_that_was_taken_away_goes_from_the_post_too(town: Town) -> None:
    event, channel = await posted(town)
    [post] = channel.chat.messages.values()
    member = await town.member(town.anna)
    await town.store.events.change(event.id, partial(pictured, picture=None), member, town.now())
    await until(town.box, lambda: [*channel.chat.messages] != [post["message_id"]])
    await channel.sees(TITLE)
    [anew] = channel.chat.messages.values()
    assert ("photo" in anew, anew["_silent"]) == (False, True)
    await town.store.events.change(event.id, lambda old: move(old, START + timedelta(days=1)), member, town.now())
    assert (await channel.sees("суббота, 28 апреля 2018 г., 14:00"))["message_id"] == anew["message_id"]


async def test_where_the_post_cannot_be_taken_down_its_picture_stays_and_the_librarian_is_told_once(town: Town) -> None:
    event, channel = await posted(town)
    await town.box.clock.forward(days=3)
    [post] = channel.chat.messages.values()
    member = await town.member(town.anna)
    await town.store.events.change(event.id, partial(pictured, picture=None), member, town.now())
    told = await town.anna.sees("Прежняя афиша осталась: Новости библиотек")
    assert "Удалите пост сами и отправьте анонс ещё раз" in text_of(told)
    await town.store.events.change(event.id, lambda old: move(old, START + timedelta(days=1)), member, town.now())
    assert (await channel.sees("суббота, 28 апреля 2018 г., 14:00"))["message_id"] == post["message_id"]
    await town.quiet()
    assert sum("Прежняя афиша" in text for text in town.anna.texts()) == 1


async def test_of_an_event_that_is_off_the_post_stays_with_its_picture(town: Town) -> None:
    event, channel = await posted(town)
    [post] = channel.chat.messages.values()
    member = await town.member(town.anna)
    await town.store.events.change(event.id, lambda old: cancel(old, "карантин"), member, town.now())
    await channel.sees("Мероприятие отменено")
    assert [*channel.chat.messages] == [post["message_id"]]


def pictured(event: Event, picture: str | None) -> Event:
    return change_fields(event, replace(event.fields, poster=picture))


def shows_picture(channel: Group, picture: str) -> bool:
    """Whether the last post does."""
    last = list(channel.chat.messages.values())[-1]
    return any(size["file_id"] == picture for size in last.get("photo", ()))


async def test_a_post_that_cannot_be_sent_is_told_and_the_chat_forgotten(town: Town) -> None:
    event, anna = await town.event(), town.anna
    channel = await channel_of(town, anna)
    await managed(town, event, anna, "Новости библиотек")
    town.box.trouble.rules.append(Rule("429", "sendMessage", channel.id, times=1, seconds=1))
    await taps(town, anna, "Отправить: Новости библиотек")
    await channel.sees(TITLE)
    channel.chat.bot_status = "left"
    await taps(town, anna, "Новости библиотек", "Отправить ещё раз: Новости библиотек")
    await anna.sees("Отправить не получилось: Новости библиотек")
    assert (len(channel.texts()), await town.store.chats.all()) == (1, [])


async def test_a_forum_whose_general_topic_is_closed_stays_connected(town: Town) -> None:
    event, anna = await town.event(), town.anna
    forum = town.box.group("Библиотекари", anna, kind="supergroup")
    await anna.adds_bot(forum)
    await anna.closes_topic(forum, 1)
    await managed(town, event, anna, "Библиотекари", "Отправить: Библиотекари")
    await anna.sees("Общая тема в этом чате закрыта")
    assert [one.chat_id for one in await town.store.chats.all()] == [forum.id]
    await anna.closes_topic(forum, 1, closed=False)
    await taps(town, anna, "‹ Анонс", "Библиотекари", "Отправить: Библиотекари")
    await forum.sees(TITLE)


async def test_a_channel_is_connected_by_its_name_or_a_post_of_it(town: Town) -> None:
    event, anna = await town.event(), town.anna
    channel = town.box.channel("Новости", anna, username="tver_library")
    strange = town.box.channel("Чужой", await town.known("Ольга Котова"), anna, username="strangers")
    for one in (channel, strange):
        one.chat.bot_status = "administrator"
    await managed(town, event, anna, "Подключить канал")
    for words, said in (
        ("новости", "Пришлите имя канала"),
        ("@nobody_here", "Такого канала не вижу"),
        ("@strangers", "Вы этим каналом не управляете"),
    ):
        await says(town, anna, words, said)
    channel.chat.bot_status = "member"
    await says(town, anna, "@tver_library", "Такого канала не вижу")
    channel.chat.bot_status = "administrator"
    await says(town, anna, "https://t.me/tver_library", "Подключено:")
    assert [one.title for one in await town.store.chats.all()] == ["Новости"]
    await town.store.chats.drop(channel.id)
    await taps(town, anna, "Подключить канал")
    origin = {"type": "channel", "date": 0, "chat": channel.chat.body(), "message_id": 7}
    await anna.sends(text_body("Запись канала") | {"forward_origin": origin})
    await town.quiet()
    shows(anna, "Подключено:")
    assert [one.chat_id for one in await town.store.chats.all()] == [channel.id]


async def test_only_staff_connects_and_a_channel_without_the_right_to_post_is_left_out(town: Town) -> None:
    olga = await town.known("Ольга Котова")
    await channel_of(town, olga)
    silent = town.box.channel("Без права", town.anna)
    await town.anna.adds_bot(silent, "member")
    await town.quiet()
    assert await town.store.chats.all() == []
    await town.store.members.grant((await town.member(olga)).id, Grant(Role.LIBRARIAN), None, town.now())
    channel = await channel_of(town, olga)
    assert [one.chat_id for one in await town.store.chats.all()] == [channel.id]
    await olga.adds_bot(channel, "left")
    await town.quiet()
    assert await town.store.chats.all() == []


@pytest.mark.parametrize(("network", "most"), [("ВКонтакте", 3500), ("Одноклассники", 1000), ("MAX", 2000)])
async def test_texts_for_other_networks_fit_and_end_with_the_mark(town: Town, network: str, most: int) -> None:
    long = "Поговорим о чтении, школе <и> семье & о том, как быть вместе. " * 30
    agenda = tuple(f"Вопрос {number}" for number in range(1, 9))
    event = await co_organised(town, goal=long, summary=long, agenda=agenda)
    await managed(town, event, town.anna, "Тексты для соцсетей", network)
    message = town.anna.screen()
    [text] = marked(message, "pre")
    assert most * 0.5 < len(text) <= most
    assert len(text_of(message)) <= 3900
    lines = text.split("\n")
    assert (lines[0], lines[-1]) == (f"Круглый стол «{TITLE}»", "(12+)")
    assert "пятница, 27 апреля 2018 г., 14:00" in text
    assert "Тверской пр-т, д. 5, Тверь" in text
    assert "Партнёр: Колледж Коняева" in text
    assert "Школа № 6" not in text
    assert re.search(r"Записаться: https://t\.me/\w+\?start=e\d+", text)


async def test_the_sheet_for_the_state_site_is_copied_by_field(town: Town) -> None:
    event = await co_organised(town, goal="Объединить усилия", ends_at=START + timedelta(hours=2))
    await managed(town, event, town.anna, "Тексты для соцсетей", "PRO.Культура.РФ")
    message = town.anna.screen()
    copied = marked(message, "code")
    assert copied == [
        f"Круглый стол «{TITLE}»",
        "Объединить усилия",
        "Встречи",
        "12+",
        "Бесплатно",
        "Нет",
        "27.04.2018 14:00",
        "27.04.2018 16:00",
        "Библиотеки Твери",
        "Центральная городская библиотека им. А.И. Герцена",
        "Михайловский зал",
        "Тверской пр-т, д. 5, Тверь",
        town.app.library.link(f"e{event.id}"),
    ]
    await taps(town, town.anna, "Ссылка на PRO.Культура.РФ")
    await says(town, town.anna, "на сайте", "Это не ссылка")
    await says(
        town, town.anna, "https://pro.culture.ru/events/1", "На PRO.Культура.РФ: https://pro.culture.ru/events/1"
    )
    assert "Другая ссылка на PRO.Культура.РФ" in labels(town.anna.screen())


async def test_what_is_not_announced_is_announced_nowhere(town: Town) -> None:
    event, channel = await town.event(), await channel_of(town, town.anna)
    await managed(town, event, town.anna, "Новости библиотек")
    member = await town.member(town.anna)
    await town.store.events.change(event.id, lambda old: cancel(old, "карантин"), member, town.now())
    await taps(town, town.anna, "Отправить: Новости библиотек")
    assert "отмен" in town.anna.toasts()[-1]
    assert channel.texts() == []
