"""Somebody unknown: one screen, nothing kept before it, one tap ever after."""

from domain.people import Purpose
from tests.chat.conftest import Town


async def test_one_screen_then_going(town: Town) -> None:
    event = await town.event()
    olga = town.person("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}"))
    await olga.sees("Наш принцип – взаимодействие")
    await olga.taps("Приду")
    await olga.sees("МБС г. Твери, Тверской пр-т, д. 5")
    await olga.taps("Мне есть 18 лет")
    await olga.sees_button("☑ Мне есть 18 лет")
    await olga.taps("Согласен и приду")
    await olga.sees("Вы записаны: пятница, 27 апреля 2018 г., 14:00")
    await olga.sees("Вы идёте.")
    given = await town.store.members.consents_of((await town.member(olga)).id)
    assert [(one.purpose, one.button) for one in given] == [(Purpose.EVENTS, "Согласен и приду")]
    assert given[0].text_version.startswith("events-1-ru-")


async def test_nothing_is_kept_before_the_consent(town: Town) -> None:
    event = await town.event()
    olga = town.person("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}-going"))
    await olga.taps("Мне есть 18 лет")
    await olga.sees_button("☑ Мне есть 18 лет")
    await olga.taps("Можно называть меня")
    await olga.taps("Не согласен")
    await olga.sees("Ничего о вас не сохранено")
    await town.quiet()
    assert await town.store.members.by_account(olga.id) is None
    assert await town.store.cards.live(event.id) == []


async def test_the_adults_tick_is_required(town: Town) -> None:
    event = await town.event()
    olga = town.person("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}-going"))
    await olga.taps("Согласен и приду")
    await olga.sees("Отметьте, пожалуйста, что вам есть 18 лет")
    assert await town.store.members.by_account(olga.id) is None


async def test_naming_is_asked_apart(town: Town) -> None:
    event = await town.event()
    olga = town.person("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}-going"))
    await olga.taps("Мне есть 18 лет")
    await olga.sees_button("☑ Мне есть 18 лет")
    await olga.taps("☐ Можно называть меня")
    await olga.sees_button("☑ Можно называть меня")
    await olga.taps("Согласен и приду")
    await olga.sees("Вы идёте.")
    assert (await town.member(olga)).consents == {Purpose.EVENTS, Purpose.NAMING}
    await olga.taps("Подробнее")
    await olga.sees("Идут: Ольга Котова")


async def test_a_stranger_in_a_group_is_taken_to_the_private_chat(town: Town) -> None:
    event = await town.event()
    olga = town.person("Ольга Котова")
    group = town.box.group("Друзья библиотеки", town.anna, olga)
    await town.anna.adds_bot(group)
    await town.anna.says(f"/start e{event.id}", chat=group)
    await group.sees("Наш принцип – взаимодействие")
    await olga.taps("Приду", chat=group)
    await olga.taps("Мне есть 18 лет")
    await olga.sees_button("☑ Мне есть 18 лет")
    await olga.taps("Согласен и приду")
    await olga.sees("Вы идёте.")
    await group.sees("Придут: 1")


async def test_the_consent_stands_though_the_event_is_full_of_refusals(town: Town) -> None:
    event = await town.event()
    olga = town.person("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}-going"))
    await olga.taps("Мне есть 18 лет")
    await olga.sees_button("☑ Мне есть 18 лет")
    await town.box.clock.set(event.fields.starts_at)
    await olga.taps("Согласен и приду")
    await olga.sees("Мероприятие уже началось")
    assert await town.store.members.by_account(olga.id) is not None


async def test_in_english(town: Town) -> None:
    event = await town.event()
    john = town.person("John Smith", "en-GB")
    await john.follows(town.app.library.link(f"e{event.id}-going"))
    await john.taps("I am 18 or older")
    await john.sees_button("☑ I am 18")
    await john.taps("I agree and I’m going")
    await john.sees("You are signed up: Friday, 27 April 2018, 14:00")
