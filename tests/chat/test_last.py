"""Nothing that a person types or presses ends in silence."""

import pytest
from structlog.testing import capture_logs

from handlers.callbacks import ANSWERS
from sandbox import acts
from tests.chat.conftest import Town
from tests.chat.talk import labels, says, taps, text_of


async def test_whatever_is_sent_is_answered(town: Town) -> None:
    olga = town.person("Ольга Котова")
    await olga.says("что-то другое")
    await olga.sees("Я понимаю команды и кнопки")
    await olga.sends_sticker()
    await olga.sees("Такое я прочесть не могу")
    await olga.says("/polls")
    await olga.sees("Такой команды у меня нет")
    await olga.says("<b>" * 1000)
    await town.quiet()
    assert await town.store.members.by_account(olga.id) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Спасибо большое!", "Пожалуйста!"),
        ("ок", "Хорошо!"),
        ("Ок, спасибо", "Пожалуйста!"),
        ("👍", "Хорошо!"),
        ("❤️🙏🏻", "Хорошо!"),
        ("Здравствуйте!", "Здравствуйте! Чем помочь?"),
        ("добрый день", "Здравствуйте! Чем помочь?"),
        ("Всего доброго", "До встречи!"),
        ("thank you", "Пожалуйста!"),
    ],
)
async def test_what_is_said_as_to_a_person_is_answered_in_a_line(town: Town, text: str, words: str) -> None:
    olga = await town.known("Ольга Котова")
    await says(town, olga, text)
    assert text_of(olga.screen()) == words
    assert labels(olga.screen()) == ["‹ Меню"]
    await taps(town, olga, "‹ Меню")
    assert "Мои ответы" in labels(olga.screen())


@pytest.mark.parametrize("text", ["спасибо, приду", "ок?", "...", "Спасибо, а где это будет"])
async def test_what_says_more_than_that_is_not_waved_aside(town: Town, text: str) -> None:
    olga = await town.known("Ольга Котова")
    await says(town, olga, text, "Я понимаю команды и кнопки")


async def test_a_sticker_or_a_photo_out_of_context_gets_a_line(town: Town) -> None:
    olga = await town.known("Ольга Котова")
    await olga.sends_sticker()
    await town.quiet()
    assert text_of(olga.screen()) == "Такое я прочесть не могу – напишите словами."
    assert labels(olga.screen()) == ["‹ Меню"]


async def test_a_no_to_what_was_typed_leaves_a_way_on(town: Town) -> None:
    await says(town, town.anna, "/partners")
    await says(town, town.anna, "я" * 300, "Слишком длинно")
    await taps(town, town.anna, "‹ Меню")


async def test_a_no_to_an_answer_leads_back_to_where_the_question_came_from(town: Town) -> None:
    event = await town.event()
    await says(town, town.anna, f"/start e{event.id}")
    await taps(town, town.anna, "Управление", "Анонс", "Подключить канал")
    await says(town, town.anna, "наш канал", "Пришлите имя канала")
    assert labels(town.anna.screen()) == ["‹ Анонс"]
    await says(town, town.anna, "наш канал", "Пришлите имя канала")
    await taps(town, town.anna, "‹ Анонс")
    assert "Подключить канал" in labels(town.anna.screen())


@pytest.mark.parametrize(
    "payload", ["e", "e999", "e1x", "p123456789", "zAAAAAAAAAAA", "sAAAAAAAAAAA", "хвост", "e" + "9" * 30]
)
async def test_a_link_with_nothing_behind_it_says_so(town: Town, payload: str) -> None:
    olga = town.person("Ольга Котова")
    await olga.says(f"/start {payload}")
    message = await olga.sees_button("Ближайшие мероприятия")
    assert (
        "Такого мероприятия нет" in message["text"]
        or "Такой ссылки нет" in message["text"]
        or ("По этой ссылке ничего нет" in message["text"])
    )


@pytest.mark.parametrize(
    "data", ["ra:999:0", "ra:1:7", "ev:99999999999999999999999", "old:1", "ra:1", "rg:1:100", "x" * 64]
)
async def test_forged_and_old_buttons_answer(town: Town, data: str) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}"))
    card = await olga.sees("Наш принцип")
    toast = await olga.presses(data, card)
    assert toast["text"]


async def test_an_answer_by_link_to_nothing(town: Town) -> None:
    olga = await town.known("Ольга Котова")
    await olga.says("/start e999-going")
    await olga.sees("Такого мероприятия нет")


async def test_an_announcement_by_who_may_not_register_is_a_text_like_any_other(town: Town) -> None:
    olga = await town.known("Ольга Котова")
    await olga.says('Круглый стол "Наш принцип" 27 апреля в 14.00')
    await olga.sees("Я понимаю команды и кнопки")


async def test_commands_of_others_are_refused_politely(town: Town) -> None:
    stranger, olga = town.person("Прохожий"), await town.known("Ольга Котова")
    for command in ("/my", "/settings", "/privacy", "/staff", "/new"):
        await stranger.says(command)
        await stranger.sees("Мы ещё не знакомы")
    await olga.says("/new")
    await olga.sees("Эта команда – для сотрудников библиотеки")


async def test_in_a_group_the_bot_is_silent_unless_addressed(town: Town) -> None:
    olga = await town.known("Ольга Котова")
    group = town.box.group("Клуб", olga)
    await olga.adds_bot(group, "administrator")
    await olga.says("Всем привет", chat=group)
    await olga.says("/unknown", chat=group)
    await town.quiet()
    assert len(group.texts()) == 2
    await olga.says("/my", chat=group)
    await group.sees("Об этом лучше наедине")


async def test_where_the_bot_may_not_write_its_silence_is_no_fault(town: Town) -> None:
    group = town.box.group("Объявления", town.anna)
    await town.anna.adds_bot(group, "restricted")
    with capture_logs() as lines:
        await town.anna.says("/my", chat=group)
        await town.quiet()
    assert [line["event"] for line in lines if line["log_level"] in ("warning", "error")] == []
    assert [call.why for call in town.box.calls if call.chat == group.id] == [
        "Bad Request: not enough rights to send text messages to the chat"
    ]


async def test_in_a_closed_topic_the_bots_silence_is_no_fault(town: Town) -> None:
    forum = town.box.group("Библиотекари", town.anna, kind="supergroup")
    await town.anna.adds_bot(forum)
    await town.anna.closes_topic(forum, 7)
    said = {"text": "/my", "message_thread_id": 7, "is_topic_message": True}
    with capture_logs() as lines:
        acts.write(town.box.world, town.anna.account, forum.chat, said)
        await town.quiet()
    assert [line["event"] for line in lines if line["log_level"] in ("warning", "error")] == []
    assert [call.why for call in town.box.calls if call.chat == forum.id] == ["Bad Request: TOPIC_CLOSED"]


async def test_whoever_writes_in_a_topic_is_answered_there_or_else_in_the_chat(town: Town) -> None:
    said = {"text": "/my", "message_thread_id": 7, "is_topic_message": True}
    town.box.world.push("message", (await town.anna.sends(said)) | {"message_id": 999, "message_thread_id": 8})
    await town.quiet()
    answers = [one for one in town.anna.chat.messages.values() if one["from"]["is_bot"]]
    assert sorted(one.get("message_thread_id", 0) for one in answers) == [0, 7]


async def test_after_a_week_of_silence_updates_are_counted_anew(town: Town) -> None:
    olga = await town.known("Ольга Котова")
    await says(town, olga, "/help")
    town.box.world.renumber(7)
    await says(town, olga, "/events", "Пока мероприятий не объявлено")
    await says(town, olga, "/help", "Что я умею")


async def test_help_and_the_first_screen_follow_the_role(town: Town) -> None:
    olga = await town.known("Ольга Котова")
    await olga.says("/help")
    assert "/new" not in (await olga.sees("Что я умею"))["text"]
    await town.anna.says("/help")
    assert "/staff" in (await town.anna.sees("/new"))["text"]
    await town.anna.says("/cancel")
    await town.anna.sees("ничего незаконченного нет")


async def test_many_events_are_paged(town: Town) -> None:
    olga = await town.known("Ольга Котова")
    await olga.says("/events")
    await olga.sees("Пока мероприятий не объявлено")
    for number in range(8):
        await town.event(title=f"Лекция {number}")
    await olga.says("/events")
    await olga.sees("Всего 8 мероприятий")
    await olga.taps("›")
    await olga.sees_button("Лекция 7")
    await olga.taps("Лекция 7")
    await olga.sees("Лекция 7")
    assert len(ANSWERS) == 3
