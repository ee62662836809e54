"""Posters, channels, groups that grow, rights that are not enough, and presses that come too late."""

from datetime import timedelta
from typing import Any

import pytest

from domain.event import Mode, cancel
from domain.people import Grant, Role
from domain.seats import Answer, RsvpState
from handlers.manage import published_screen
from sandbox.people import Person
from sandbox.shapes import text_body
from sandbox.trouble import Rule
from tests.chat.conftest import START, Town


async def buttons(person: Person, words: str) -> list[str]:
    message: Any = await person.sees(words)
    return [button["text"] for row in message["reply_markup"]["inline_keyboard"] for button in row]


async def test_a_card_with_a_poster(town: Town) -> None:
    poster = town.box.world.add_file("photo", "poster.png", b"\x89PNG")
    event, olga = await town.event(poster=poster, goal="Обсудить"), await town.known("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}"))
    card = await olga.sees("Свободно 30 из 30")
    assert card["photo"]
    await olga.taps("Приду")
    await olga.sees("Вы идёте.")
    await olga.taps("Подробнее")
    more = await olga.sees_button("‹ К карточке")
    assert "photo" not in more
    await olga.taps("‹ К карточке")
    await olga.sees_button("✓ Приду")
    assert olga.screen()["photo"]


async def test_an_event_elsewhere_and_online(town: Town) -> None:
    olga = await town.known("Ольга Котова")
    away = await town.event(branch_id=None, hall_id=None, address="пос. Сахарово, ДК", mode=Mode.OFFSITE)
    online = await town.event(branch_id=None, hall_id=None, mode=Mode.ONLINE, title="Вебинар")
    long = await town.event(title="Выставка", ends_at=START + timedelta(days=20))
    short = await town.event(title="Лекция", ends_at=START + timedelta(hours=1), form="наш вечер")
    for event, words in (
        (away, "пос. Сахарово, ДК"),
        (online, "Онлайн"),
        (long, "27 апреля 2018 г., 14:00 – четверг, 17 мая 2018 г., 14:00"),
        (short, "14:00–15:00"),
    ):
        await olga.follows(town.app.library.link(f"e{event.id}"))
        await olga.sees(words)
    assert "Карта" not in await buttons(olga, "Онлайн")
    await olga.sees("Наш вечер «Лекция»")


async def test_a_channel(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова")
    channel = town.box.channel("Новости библиотек", town.anna, olga)
    await town.anna.adds_bot(channel, "administrator")
    await town.quiet()
    await town.anna.follows(town.app.library.link(f"e{event.id}"))
    await town.anna.taps("Управление")
    await town.anna.taps("Анонс")
    await town.anna.taps("Новости библиотек")
    await town.anna.taps("Отправить: Новости библиотек")
    await town.anna.sees("Отправляю")
    await olga.taps("Приду", chat=channel)
    await olga.sees("Вы записаны")
    await channel.sees("Придут: 1")


async def test_a_group_that_threw_the_bot_out(town: Town) -> None:
    event = await town.event()
    group = town.box.group("Клуб", town.anna)
    await town.anna.adds_bot(group)
    await town.quiet()
    await town.anna.follows(town.app.library.link(f"e{event.id}"))
    await town.anna.taps("Управление")
    await town.anna.taps("Анонс")
    await town.anna.sees_button("Клуб")
    group.chat.bot_status = "kicked"
    await town.anna.taps("Клуб")
    await town.anna.taps("Отправить: Клуб")
    await town.anna.sees("Отправить не получилось")
    await town.quiet()
    assert await town.store.chats.all() == []


async def test_a_group_grows(town: Town) -> None:
    group = town.box.group("Клуб", town.anna)
    await town.anna.adds_bot(group)
    await town.quiet()
    await town.anna.makes_supergroup(group)
    await town.quiet()
    assert [chat.chat_id for chat in await town.store.chats.all()] == [group.id]


async def test_a_group_grows_and_the_new_one_says_so_first(town: Town) -> None:
    group = town.box.group("Клуб", town.anna)
    await town.anna.adds_bot(group)
    await town.quiet()
    town.box.world.wanted = frozenset()
    await town.anna.makes_supergroup(group)
    told = [one for chat in town.box.world.chats.values() for one in chat.messages.values()]
    town.box.world.wanted = frozenset({"message"})
    for message in reversed([one for one in told if {"migrate_to_chat_id", "migrate_from_chat_id"} & one.keys()]):
        town.box.world.push("message", message)
        await town.quiet()
    assert [chat.chat_id for chat in await town.store.chats.all()] == [group.id]


async def test_a_card_goes_to_a_group_that_has_grown_unnoticed(town: Town) -> None:
    event, group = await town.event(), town.box.group("Клуб", town.anna)
    await town.anna.adds_bot(group)
    await town.quiet()
    await town.anna.follows(town.app.library.link(f"e{event.id}"))
    await town.anna.taps("Управление")
    await town.anna.taps("Анонс")
    await town.anna.sees_button("Клуб")
    town.box.world.wanted = frozenset({"callback_query"})
    await town.anna.makes_supergroup(group)
    await town.anna.taps("Клуб")
    await town.anna.taps("Отправить: Клуб")
    await town.anna.sees("Отправляю")
    await group.sees("Наш принцип")
    assert [chat.chat_id for chat in await town.store.chats.all()] == [group.id]


async def test_only_staff_posts_a_card_in_a_group(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова")
    group = town.box.group("Клуб", olga)
    await olga.adds_bot(group)
    await olga.says(f"/start e{event.id}", chat=group)
    await group.sees("Это могут только сотрудники")
    await olga.says("/start nothing", chat=group)
    await group.sees("Об этом лучше наедине")


async def test_seating_in_ones_own_words_and_with_buttons(town: Town) -> None:
    event = await town.event(capacity=1)
    people = [await town.known(f"Участник {number}") for number in range(4)]
    for person in people:
        await person.follows(town.app.library.link(f"e{event.id}-going"))
        await town.quiet()
    anna = town.anna
    await anna.follows(town.app.library.link(f"e{event.id}"))
    await anna.taps("Управление")
    await anna.taps("Записались")
    await anna.taps("Очередь (3)")
    await anna.taps("Посадить 2-го")
    await anna.sees("Почему вне очереди?")
    await anna.says("из другого города")
    await people[2].sees("Место освободилось – вы записаны!")
    await anna.sees_button("Посадить 2-го")
    stale = anna.screen()
    third = await town.member(people[2])
    toast = await anna.presses(f"mgsw:{event.id}:{third.id}:0", stale)
    assert "уже не в очереди" in toast["text"]
    await anna.taps("‹ Управление")
    await anna.taps("Места")
    await anna.taps("+5")
    await anna.sees("Число мест изменено")
    await people[3].sees("Место освободилось – вы записаны!")
    await people[3].taps("Не смогу")
    await people[3].sees("Место освобождено")
    await anna.taps("Записались")
    await anna.taps("Отказы (1)")
    await anna.sees("Отказались: 1")


async def test_no_limit_of_seats(town: Town) -> None:
    event = await town.event()
    await town.anna.follows(town.app.library.link(f"e{event.id}"))
    await town.anna.taps("Управление")
    await town.anna.taps("Места")
    await town.anna.taps("Без ограничения")
    await town.anna.sees("Число мест изменено")
    await town.quiet()
    assert (await town.store.events.get(event.id)).seats.capacity is None


async def test_a_methodist_may_edit_branches_alone(town: Town) -> None:
    lidia = await town.known("Лидия Орлова")
    await town.store.members.grant((await town.member(lidia)).id, Grant(Role.METHODIST), None, town.now())
    await lidia.says("/staff")
    await lidia.sees("Вам доступен список библиотек")
    shown = lidia.screen()
    for forged in ("stg:-1:0", "stl:0:0", "stp:1"):
        assert "сотрудники" in (await lidia.presses(forged, shown))["text"]
    await lidia.taps("Библиотеки")
    await lidia.taps("Герцена")
    for button, question, answer, words in (
        ("Короткое название", "короткое название", "Герценка", "Коротко: Герценка"),
        ("Адрес", "Напишите адрес", "Тверской пр-т, 5", "Адрес: Тверской пр-т, 5"),
        ("Другие имена", "через запятую", "ЦГБ, Центральная", "Как ещё называют: ЦГБ, Центральная"),
        ("Название", "полное название", "Библиотека Герцена", "Библиотека Герцена"),
    ):
        await lidia.taps(button)
        await lidia.sees(question)
        await lidia.says(answer)
        await lidia.sees(words)


@pytest.mark.parametrize(
    "data", ["setl:1", "setr:0:0", "set", "pv", "pvf", "pvs:0", "pvw:0:1", "pvc", "pve:1", "my:0", "st:0"]
)
async def test_strangers_press_what_is_not_theirs(town: Town, data: str) -> None:
    event, olga = await town.event(), town.person("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}"))
    await olga.presses(data, await olga.sees("Наш принцип"))
    await olga.sees("ничего" if data != "pve:1" else "больше ничего не хранится")
    assert await town.store.members.by_account(olga.id) is None


@pytest.mark.parametrize(
    "data",
    [
        "setl:9",
        "setr:9:1",
        "mgxp:1:9",
        "mgxd:1:9",
        "mgsw:1:1:9",
        "mgip:1:99",
        "stg:9:0",
        "stl:0:99",
        "bre:1:9",
        "bro:99",
    ],
)
async def test_forged_numbers_are_answered(town: Town, data: str) -> None:
    event = await town.event()
    await town.anna.follows(town.app.library.link(f"e{event.id}"))
    toast = await town.anna.presses(data, await town.anna.sees("Наш принцип"))
    assert toast["text"]


async def test_what_is_shown_once_an_event_is_published(town: Town) -> None:
    event = await town.event()
    screen = published_screen(event, town.app.texts("ru"))
    assert "Опубликовано" in screen.text
    assert [button.text for button in screen.rows[0]] == ["Пригласить", "Ссылка и QR", "Анонс"]


async def test_news_that_has_become_stale_is_not_sent(town: Town) -> None:
    """A notice is made of live data: who has said no meanwhile, or whose event is off, gets none."""
    olga, anna = await town.known("Ольга Котова"), await town.member(town.anna)
    event, member = await town.event(), await town.member(olga)
    await town.store.rsvps.answer(event.id, member.id, Answer.DECLINED, town.now())
    kinds = ("invitation", "moved", "relocated", "cancelled", "seat", "reminder-day", "no-such-kind")
    for kind in kinds:
        assert await render_for(town, kind, event.id, member.id) is None
    await town.store.rsvps.answer(event.id, member.id, Answer.GOING, town.now())
    assert await render_for(town, "queue-blocked", event.id, anna.id) is None
    await town.store.events.change(event.id, lambda one: cancel(one, "Болезнь"), anna, town.now())
    for kind in ("invitation", "moved", "relocated", "seat", "reminder-day"):
        assert await render_for(town, kind, event.id, member.id) is None
    assert await render_for(town, "cancelled", 999, member.id) is None
    assert await render_for(town, "cancelled", event.id, 999) is None
    found = await town.store.rsvps.of(event.id, member.id)
    assert found is not None
    assert found.state is RsvpState.GOING


async def test_moved_there_and_back_before_it_was_told(town: Town) -> None:
    olga = await town.known("Ольга Котова")
    event, member = await town.event(), await town.member(olga)
    hall = (await town.store.branches.all())[0].halls[1]
    place = {"branch_id": event.fields.branch_id, "hall_id": hall.id, "address": None}
    notice = await render_for(town, "moved", event.id, member.id, place)
    assert notice is not None
    assert "Место изменилось" in notice.screen.text
    assert await render_for(town, "moved", event.id, member.id) is None
    gone = await render_for(town, "relocated", event.id, member.id, place | {"branch_id": 999})
    assert gone is not None
    assert "Было: не указано" in gone.screen.text


async def render_for(town: Town, kind: str, event_id: int, member_id: int, args: dict[str, Any] | None = None) -> Any:
    from handlers.notices import render
    from storage.outbox import Row

    row = Row(
        1, kind, event_id, 7, member_id, "m", {"starts_at": START.isoformat()} | (args or {}), False, START, None, 0
    )
    return await render(row, town.store, town.app.texts, town.app.library, town.now())


async def test_an_edited_message_is_answered(town: Town) -> None:
    olga = town.person("Ольга Котова")
    message = await olga.says("привет")
    await olga.sees("Здравствуйте!")
    town.box.world.push("edited_message", message | {"text": "пока", "edit_date": message["date"]})
    await olga.sees("Исправленное сообщение я не перечитываю")


async def test_in_a_group_a_mention_is_answered(town: Town) -> None:
    olga = await town.known("Ольга Котова")
    group = town.box.group("Клуб", olga)
    await olga.adds_bot(group)
    await olga.sends(text_body("привет"))
    await olga.says(f"@{town.app.library.bot_username} привет", chat=group)
    await group.sees("Об этом лучше наедине")


async def test_a_card_that_was_deleted_comes_anew(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}"))
    card = await olga.sees("Наш принцип")
    del olga.chat.messages[card["message_id"]]
    await olga.presses(f"ra:{event.id}:0", card)
    await olga.sees_button("✓ Приду")


async def test_a_press_whose_answer_has_to_wait_for_an_hour_holds_nothing_up(town: Town) -> None:
    """By then the messenger takes no answer any more."""
    olga = await town.known("Ольга Котова")
    await olga.says("/settings")
    await olga.sees_button("English")
    town.box.trouble.rules.append(Rule("429", "answerCallbackQuery", times=1, seconds=3600))
    await olga.taps_at_once("English")
    await olga.says("/help")
    await olga.sees("What I can do")


async def test_a_card_too_old_to_be_seen_is_answered_below(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}"))
    card = await olga.sees("Наш принцип")
    old = {"chat": card["chat"], "message_id": card["message_id"], "date": 0}
    await olga.presses(f"ra:{event.id}:0", old)
    await olga.sees_button("✓ Приду")


async def test_a_press_twice_at_once_is_answered_twice_and_counted_once(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}"))
    card = await olga.sees("Наш принцип")
    for _ in range(2):
        await olga.taps_at_once("Приду", card)
    await olga.sees("Вы уже записаны")
    assert (await town.store.events.get(event.id)).seats.taken == 1
