"""Inline mode: an event is found by a few words in any chat, and its card lives on where it was picked."""

from datetime import timedelta
from typing import Any

import pytest

from domain.event import Mode, cancel
from handlers.goals import LIST
from sandbox.people import Group, Person
from storage.library import BranchFields
from tests.chat.conftest import START, TITLE, Town
from tests.chat.talk import labels

CENTRE = BranchFields("Городской библиотечный центр", "Центр", "ул. Склизкова, 40", aliases=("Зелёная лампа",))


def titles(results: list[dict[str, Any]]) -> list[str]:
    return [one["title"] for one in results]


async def club(town: Town, *people: Person) -> Group:
    """A group that the bot is not in."""
    return town.box.group("Клуб", town.anna, *people)


async def picked(town: Town, group: Group, words: str = "принцип") -> dict[str, Any]:
    """The card that Anna finds and sends to the group."""
    await town.anna.inlines(words, chat=group)
    card = await town.anna.picks()
    await town.quiet()
    return card


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("", 2),
        ("ПРИНЦИП", 1),
        ("наш взаимодей", 1),
        ("круглый стол", 1),
        ("round table", 1),
        ("герценка", 1),
        ("михайловский", 1),
        ("зеленая лампа", 1),
        ("27 апреля", 1),
        ("лекция", 1),
        ("принцип лекция", 0),
        ("<script>", 0),
    ],
)
async def test_events_are_found_by_their_words(town: Town, words: str, number: int) -> None:
    await town.store.branches.put(CENTRE, None, town.now())
    centre = (await town.store.branches.all())[-1].id
    await town.event()
    elsewhere = {"branch_id": centre, "hall_id": None, "starts_at": START + timedelta(days=30)}
    await town.event(title="О весне", form="lecture", **elsewhere)
    stranger = town.person("Ольга Котова")
    assert len(await stranger.inlines(words)) == number


async def test_a_result_says_what_when_and_where(town: Town) -> None:
    await town.event()
    await town.event(title="Вебинар", form=None, mode=Mode.ONLINE, branch_id=None, hall_id=None)
    await town.event(title="Выезд", mode=Mode.OFFSITE, branch_id=None, hall_id=None)
    found = [(one["title"], one["description"]) for one in await town.anna.inlines("")]
    assert found == [
        (f"Круглый стол «{TITLE}»", "27 апреля, 14:00 · Герцена"),
        ("«Вебинар»", "27 апреля, 14:00 · Онлайн"),
        ("Круглый стол «Выезд»", "27 апреля, 14:00"),
    ]
    english = town.person("Olga", "en")
    assert titles(await english.inlines("principle наш")) == []
    assert titles(await english.inlines("наш")) == [f"Round table “{TITLE}”"]


async def test_only_what_is_still_to_come_is_found(town: Town) -> None:
    event, off = await town.event(), await town.event(title="Отменённый вечер")
    anna = await town.member(town.anna)
    await town.store.events.change(off.id, lambda old: cancel(old, "карантин"), anna, town.now())
    assert titles(await town.anna.inlines("")) == [f"Круглый стол «{TITLE}»"]
    await town.box.clock.set(event.fields.starts_at)
    assert await town.anna.inlines("") == []


async def test_nothing_found_leads_to_the_list(town: Town) -> None:
    await town.event()
    olga = town.person("Ольга Котова")
    assert await olga.inlines("чего нет") == []
    assert olga.more["button"] == {"text": "Ничего не нашлось. Все мероприятия", "start_parameter": LIST}
    await olga.follows(town.app.library.link(LIST))
    await olga.sees("Ближайшие мероприятия")


async def test_many_are_shown_page_by_page(town: Town) -> None:
    for number in range(12):
        await town.event(title=f"Вечер {number}", starts_at=START + timedelta(days=number))
    first = await town.anna.inlines("вечер")
    rest = await town.anna.inlines("вечер", offset=town.anna.more["next_offset"])
    assert (len(first), len(rest), town.anna.more["next_offset"]) == (10, 2, "")
    assert await town.anna.inlines("вечер", offset="x9") == first


async def test_a_card_lives_where_the_bot_is_not(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова")
    group = await club(town, olga)
    card = await picked(town, group)
    assert card["from"]["id"] == town.anna.id
    assert labels(card) == ["Приду", "Возможно", "Не смогу", "Карта", "Подробнее"]
    await olga.taps("Приду", chat=group)
    await olga.sees("Вы записаны: пятница, 27 апреля 2018 г., 14:00")
    shown = await group.sees("Придут: 1")
    assert "Ольга" not in shown["text"]
    assert shown["message_id"] == card["message_id"], "it is the same message"
    anna = await town.member(town.anna)
    await town.store.events.change(event.id, lambda old: cancel(old, "карантин"), anna, town.now())
    assert labels(await group.sees("Мероприятие отменено")) == ["Карта", "Подробнее"]


async def test_a_stranger_is_led_to_the_private_chat(town: Town) -> None:
    event, olga = await town.event(), town.person("Ольга Котова")
    group = await club(town, olga)
    await picked(town, group)
    await olga.taps("Приду", chat=group)
    await olga.taps("Мне есть 18 лет")
    await olga.sees_button("☑ Мне есть")
    await olga.taps("Согласен и приду")
    await olga.sees("Вы идёте.")
    await group.sees("Придут: 1")
    assert (await town.store.events.get(event.id)).seats.taken == 1


async def test_who_waits_is_told_in_a_window(town: Town) -> None:
    await town.event(capacity=1)
    first, second = await town.known("Первый"), await town.known("Второй")
    group = await club(town, first, second)
    await picked(town, group)
    await first.taps("Приду", chat=group)
    card = await group.sees("Мест нет")
    toast = await second.presses("ra:1:0", card)
    assert (toast["alert"], "Вы 1-й в очереди" in toast["text"]) == (True, True)


async def test_a_card_with_a_poster_stays_a_picture(town: Town) -> None:
    poster = town.box.world.add_file("photo", "poster.png", b"\x89PNG")
    await town.event(poster=poster)
    olga = await town.known("Ольга Котова")
    group = await club(town, olga)
    assert (await picked(town, group))["photo"][0]["file_id"] == poster
    await olga.taps("Приду", chat=group)
    assert (await group.sees("Придут: 1"))["photo"]


async def test_what_changed_before_it_was_picked_is_drawn_at_once(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова")
    group = await club(town)
    await town.anna.inlines("принцип", chat=group)
    await olga.follows(town.app.library.link(f"e{event.id}-going"))
    await olga.sees("Вы идёте.")
    card = await town.anna.picks()
    assert "Придут" not in card["text"]
    await group.sees("Придут: 1")


async def test_in_the_chat_with_the_bot_a_card_is_no_word_to_it(town: Town) -> None:
    await town.event()
    await town.anna.says("/new")
    await town.anna.sees("Как называется")
    before = len(town.anna.chat.messages)
    await town.anna.inlines("принцип")
    card = await town.anna.picks()
    await town.quiet()
    assert list(town.anna.chat.messages)[before:] == [card["message_id"]], "nothing answers it"
    [draft] = await town.store.drafts.of((await town.member(town.anna)).id)
    assert TITLE not in str(draft.body)


async def test_nothing_is_kept_of_what_was_never_offered(town: Town) -> None:
    event = await town.event()
    user = town.anna.account.user()
    for chosen in ({"result_id": "x1"}, {"result_id": f"e{event.id}"}, {"result_id": "e999", "inline_message_id": "a"}):
        inline = {"from": user, "query": ""} | chosen
        town.box.world.push("chosen_inline_result", inline)
    await town.quiet()
    assert await town.store.cards.live(event.id) == []


async def test_a_question_that_nobody_waits_for_any_more_does_no_harm(town: Town) -> None:
    await town.event()
    question = {"id": "0", "from": town.anna.account.user(), "query": "принцип", "offset": ""}
    town.box.world.push("inline_query", question)
    await town.quiet()
    assert [call.outcome for call in town.box.calls if call.method == "answerInlineQuery"] == [400]
    assert len(await town.anna.inlines("принцип")) == 1
