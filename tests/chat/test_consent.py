"""Somebody unknown: one screen, nothing kept before it, one tap ever after."""

from dataclasses import replace

import pytest

from domain.event import Event, PartnerPart
from domain.people import Purpose
from domain.seats import Answer
from handlers.consent import consent_screen
from storage.events import Events
from storage.welcome import Goal
from tests.chat.conftest import TITLE, Town
from tests.chat.talk import says, taps, text_of


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


async def test_where_there_is_no_seat_the_button_says_that_one_will_wait(town: Town) -> None:
    event, ivan, olga = await town.event(capacity=1), await town.known("Иван"), town.person("Ольга Котова")
    link = town.app.library.link(f"e{event.id}-going")
    await olga.follows(link)
    old = await olga.sees_button("Согласен и приду")
    await ivan.follows(link)
    await ivan.sees("Вы идёте.")
    await olga.taps("Мне есть 18 лет", old)
    shown = await olga.sees_button("Согласен и встану в очередь")
    assert "только в очередь" in text_of(shown)
    await olga.taps("Согласен и встану в очередь")
    await olga.sees("Вы 1-й в очереди")
    given = await town.store.members.consents_of((await town.member(olga)).id)
    assert [one.button for one in given] == ["Согласен и встану в очередь"]


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


async def test_who_refuses_is_one_press_from_the_event_they_came_for(town: Town) -> None:
    event = await town.event()
    olga = town.person("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}-going"))
    await olga.taps("Не согласен")
    await olga.taps("‹ К карточке")
    await olga.sees_button("Приду")


async def test_the_adults_tick_is_required(town: Town) -> None:
    event = await town.event()
    olga = town.person("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}-going"))
    await olga.taps("Согласен и приду")
    await olga.sees("Отметьте, пожалуйста, что вам есть 18 лет")
    await olga.sees("на мероприятие вас может записать взрослый, своим гостем")
    assert await town.store.members.by_account(olga.id) is None


async def test_naming_is_asked_apart(open_town: Town) -> None:
    town = open_town
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


async def test_somebody_comes_in_for_surveys_alone(town: Town) -> None:
    event = await town.event()
    olga = town.person("Ольга Котова")
    await olga.says("/privacy")
    await olga.taps("Познакомиться")
    await olga.taps("Только опросы")
    await olga.sees("Согласие на обработку персональных данных: опросы")
    await olga.taps("Мне есть 18 лет")
    await olga.sees_button("☑ Мне есть 18 лет")
    await olga.taps("Согласен")
    await olga.sees("Спасибо, согласие записано")
    assert (await town.member(olga)).consents == {Purpose.SURVEY}
    await olga.follows(town.app.library.link(f"e{event.id}-going"))
    await olga.taps("Не согласен", await olga.sees("приглашения и запись на мероприятия"))
    await olga.sees("всё остаётся как было")
    assert (await town.member(olga)).consents == {Purpose.SURVEY}


async def test_the_very_text_is_kept_and_read_again(town: Town) -> None:
    olga = await town.known("Ольга Котова")
    await olga.says("/privacy")
    await olga.taps("Разрешить: опросы")
    shown = await olga.sees("Согласие на обработку персональных данных: опросы")
    await olga.taps("Согласен")
    await olga.taps("Тексты моих согласий", await olga.sees_button("Отозвать: опросы"))
    await olga.taps("26.03.2018: опросы")
    again = await olga.sees("редакция 1")
    text = again["text"].rsplit("\n\n", 1)[0]
    assert text.endswith("8 (4822) 00-00-00.")
    assert text in shown["text"]


async def test_taking_back_events_frees_the_seat_and_keeps_the_rest(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова", Purpose.SURVEY)
    await olga.follows(town.app.library.link(f"e{event.id}-going"))
    await olga.sees("Вы идёте.")
    await olga.says("/privacy")
    await olga.taps("Отозвать: приглашения и запись")
    await olga.sees("Запись на 1 мероприятие отменится")
    await olga.taps("Да, отозвать")
    await olga.sees("Согласие отозвано")
    assert (await town.member(olga)).consents == {Purpose.SURVEY}
    assert (await town.store.events.get(event.id)).counts.going == 0


async def test_the_last_consent_taken_back_erases(town: Town) -> None:
    olga = await town.known("Ольга Котова")
    await olga.says("/privacy")
    await olga.taps("Отозвать: приглашения и запись")
    await olga.sees("Это последнее согласие")
    await olga.taps("Да, отозвать")
    await olga.sees("Номер акта об уничтожении")
    assert await town.store.members.by_account(olga.id) is None


@pytest.mark.parametrize(
    ("account", "kept"),
    [
        ("\u202eОльга Котова", "Ольга Котова"),
        ("\u3164", "Участник без имени"),
        ("", "Участник без имени"),
        ("Ольга 👩‍💻", "Ольга 👩‍💻"),
    ],
)
async def test_a_name_that_nobody_sees_or_that_turns_a_line_round_is_not_kept(
    town: Town, account: str, kept: str
) -> None:
    event, olga = await town.event(), town.person(account)
    await says(town, olga, f"/start e{event.id}-going")
    await taps(town, olga, "☐ Мне есть 18 лет", "Согласен и приду")
    assert (await town.member(olga)).name == kept


async def test_the_consent_says_what_it_is_for_and_nothing_of_what_is_not_announced(town: Town) -> None:
    event, ivan = await town.event(), town.person("Иван Белов")
    await ivan.follows(f"e{event.id}-going")
    assert text_of(await ivan.sees_button("Согласен и приду")).startswith(f"Круглый стол «{TITLE}» (12+)\nпятница, 27")
    fields = replace(event.fields, title="Тайный вечер", partners=(PartnerPart(await town.partner("Колледж")),))
    hidden = await town.store.events.agree_first(fields, await town.member(town.anna), town.now())
    await ivan.follows(f"e{hidden.id}-going")
    await town.quiet()
    ivan.does_not_see("Тайный вечер")


async def test_the_event_is_read_once_for_the_screen(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the screen says above and what its button says are of one moment, however fast the seats go."""
    event, read, kept = await town.event(capacity=1), list[int](), Events.get

    async def get(self: Events, event_id: int) -> Event:
        read.append(event_id)
        return await kept(self, event_id)

    monkeypatch.setattr(Events, "get", get)
    goal, app = Goal(event_id=event.id, answer=Answer.GOING), town.app
    screen = await consent_screen(goal, town.store, app.texts("ru"), app.library, town.now())
    assert TITLE in screen.text
    assert read == [event.id]
