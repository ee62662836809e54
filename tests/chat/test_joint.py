"""A joint event is agreed: who brings what, another time, an answer changed, announcing before all have answered."""

from dataclasses import dataclass, replace

import pytest

from domain.event import Event, EventFields, PartnerPart
from domain.life import Status
from domain.partner import Part, PartState
from sandbox.people import Person
from tests.chat.conftest import START, TITLE, Town
from tests.chat.talk import labels, says, settled, shows, taps, text_of

ONE_LINE = f'Круглый стол "{TITLE}" 27 апреля в 14.00, Герцена, Горница, 30 мест, 12+'


@dataclass
class Joint:
    """A college with two representatives, and a radio station with one."""

    town: Town
    maria: Person
    igor: Person
    radio: Person
    college_id: int
    radio_id: int

    async def agreeing(self, *parts: PartnerPart) -> Event:
        town = self.town
        branch = (await town.store.branches.all())[0]
        both = (PartnerPart(self.college_id), PartnerPart(self.radio_id))
        fields = EventFields(TITLE, START, "12+", form="round_table", branch_id=branch.id, partners=parts or both)
        event = await town.store.events.agree_first(fields, await town.member(town.anna), town.now())
        await self.maria.sees("Согласуйте, пожалуйста, участие")
        return event

    async def standing(self, event: Event, partner_id: int) -> PartState:
        return (await self.town.store.joint.one(event.id, partner_id)).standing.state


@pytest.fixture
async def joint(town: Town) -> Joint:
    college, radio = await town.partner("Колледж"), await town.partner("Радио")
    maria, igor, vera = [await town.known(name) for name in ("Мария", "Игорь", "Вера")]
    for person, partner in ((maria, college), (igor, college), (vera, radio)):
        await town.store.partners.bind(partner, (await town.member(person)).id, None, town.now())
    return Joint(town, maria, igor, vera, college, radio)


async def managing(town: Town, event: Event) -> Person:
    await says(town, town.anna, f"/start e{event.id}")
    await taps(town, town.anna, "Управление")
    return town.anna


async def test_partners_are_asked_before_anybody_else_knows(joint: Joint) -> None:
    town, anna = joint.town, joint.town.anna
    await says(town, anna, f"/new {ONE_LINE}")
    await taps(town, anna, "Партнёры", "Колледж", "Радио", "Готово")
    await taps(town, anna, "Роли партнёров", "Колледж", "Соорганизатор", "Зал", "К просмотру")
    shows(anna, "Колледж (соорганизатор, просим: зал), Радио")
    await taps(town, anna, "Сначала согласовать с партнёрами")
    shows(anna, "Пока о мероприятии знают только 2 партнёра")
    await joint.maria.sees("Ваша роль: соорганизатор, просим: зал")
    await joint.radio.sees("Ваша роль: гость")
    olga = await town.known("Ольга")
    await says(town, olga, "/events", "Пока мероприятий не объявлено")
    await says(town, olga, "/start e1", "Такого мероприятия нет")
    assert await town.store.reminders.of(1) == []
    assert (await town.store.events.get(1)).status is Status.AGREEING


async def test_accepting_with_what_it_brings(joint: Joint) -> None:
    await joint.agreeing(PartnerPart(joint.college_id, Part.CO_ORGANISER, ("hall",)))
    await joint.maria.taps("Книги")
    await joint.maria.sees_button("☑ Книги")
    await joint.maria.taps("Участвуем")
    await joint.maria.sees("вклад: зал, книги")
    await joint.maria.sees_button("✓ Участвуем")
    card = await joint.town.anna.sees("Колледж (соорганизатор, просим: зал): участие подтверждено")
    assert "Подтвердили: 1 из 1" in text_of(card)


async def test_a_word_is_added_to_a_yes_and_taken_back(joint: Joint) -> None:
    event = await joint.agreeing()
    await joint.maria.taps("Участвуем")
    await joint.maria.taps("Добавить комментарий")
    await joint.maria.sees("придём втроём, нужен проектор")
    await joint.maria.says("Придём втроём, нужен <проектор>")
    await joint.maria.sees("Спасибо, библиотека узнает.")
    await joint.maria.sees("комментарий: «Придём втроём, нужен <проектор>»")
    await joint.town.anna.sees("комментарий: «Придём втроём, нужен <проектор>»")
    anna = await managing(joint.town, event)
    await taps(joint.town, anna, "Партнёры", "Колледж")
    shows(anna, "комментарий: «Придём втроём, нужен <проектор>»")
    await joint.maria.taps("Изменить комментарий")
    await joint.maria.taps("Убрать")
    await joint.maria.sees("Комментарий убран")
    assert (await joint.town.store.joint.one(event.id, joint.college_id)).standing.comment is None


async def test_ticks_after_a_yes_say_that_they_are_not_kept_yet(joint: Joint) -> None:
    await joint.agreeing()
    await joint.maria.taps("Участвуем")
    await joint.maria.taps("Книги")
    await joint.maria.sees("Чтобы библиотека узнала, нажмите «Участвуем»")


async def test_a_refusal_comes_with_its_reason(joint: Joint) -> None:
    event = await joint.agreeing()
    await joint.maria.taps("Отказаться")
    await joint.maria.sees("Почему не сможете участвовать?")
    await joint.maria.taps("Заняты в этот день")
    await joint.town.anna.sees("Заняты в этот день")
    await joint.radio.taps("Отказаться")
    await joint.radio.sees("Почему не сможете участвовать?")
    await joint.radio.says("Эфир <до ночи>")
    await joint.town.anna.sees("Эфир <до ночи>")
    assert await joint.standing(event, joint.radio_id) is PartState.DECLINED


async def test_a_colleague_sees_what_was_said_before_and_changes_it(joint: Joint) -> None:
    event = await joint.agreeing()
    await joint.igor.sees("Согласуйте, пожалуйста, участие")
    await joint.maria.taps("Отказаться")
    await joint.maria.taps("Не наша тема")
    await joint.maria.sees("Ответ организации: отказ")
    await joint.igor.taps("Участвуем")
    await joint.igor.sees("Прежний ответ: отказ")
    await joint.igor.sees("Не наша тема")
    assert await joint.standing(event, joint.college_id) is PartState.ACCEPTED
    await joint.town.anna.sees("участие подтверждено")


async def test_a_colleague_whose_yes_is_overruled_is_told(joint: Joint) -> None:
    await joint.agreeing()
    await joint.igor.sees("Согласуйте, пожалуйста, участие")
    await taps(joint.town, joint.maria, "Участвуем")
    joint.igor.does_not_see("Коллега ответил")
    await taps(joint.town, joint.igor, "Отказаться", "Заняты в этот день")
    news = await joint.maria.sees("Коллега ответил за вашу организацию иначе")
    assert "Заняты в этот день" in text_of(news)
    assert "Участвуем" in labels(news)
    joint.igor.does_not_see("Коллега ответил")


async def test_another_time_is_read_back_and_the_event_moves_there(joint: Joint) -> None:
    town, anna = joint.town, joint.town.anna
    event = await joint.agreeing()
    await taps(town, joint.maria, "Другое время")
    await says(town, joint.maria, "28 апреля в 15.00", "Предлагаете: суббота, 28 апреля 2018 г., 15:00")
    await taps(town, joint.maria, "Предложить")
    shows(joint.maria, "Предложение отправлено")
    await anna.sees("предложено другое время: суббота, 28 апреля 2018 г., 15:00")
    await anna.taps("Перенести на это время")
    await anna.sees("Станет: суббота, 28 апреля 2018 г., 15:00")
    await anna.taps("Сохранить")
    await joint.maria.sees("Дата изменилась")
    await joint.maria.sees("Ответ организации: участие подтверждено")
    await joint.radio.sees("Стало: суббота, 28 апреля 2018 г., 15:00")
    assert await joint.standing(event, joint.college_id) is PartState.ACCEPTED


async def test_the_time_is_kept_and_the_partner_is_told(joint: Joint) -> None:
    event, town = await joint.agreeing(), joint.town
    await taps(town, joint.maria, "Другое время", "28", "15:00")  # the calendar opens on the month of the event
    shows(joint.maria, "Предлагаете: суббота, 28 апреля 2018 г., 15:00")
    await taps(town, joint.maria, "Предложить")
    await town.anna.taps("Оставить")
    await joint.maria.sees("Время остаётся прежним. Сможете участвовать?")
    assert await joint.standing(event, joint.college_id) is PartState.ASKED
    toast = await town.anna.presses(f"ptk:{event.id}:{joint.college_id}", town.anna.screen())
    assert "больше не предлагают" in toast["text"]


async def test_publishing_before_all_have_answered_is_asked_about(joint: Joint) -> None:
    event, town = await joint.agreeing(), joint.town
    await joint.radio.taps("Отказаться")
    await joint.radio.taps("Некому прийти")
    await town.quiet()
    anna = await managing(town, event)
    await anna.sees("Согласуется с партнёрами, пока не объявлено")
    await anna.taps("Опубликовать")
    asked = await anna.sees("Не ответили: Колледж")  # news of an answer may come below at any moment
    assert "Отказались: Радио" in text_of(asked)
    await anna.taps("Опубликовать", asked)
    await anna.sees("Опубликовано")
    await joint.maria.sees("Приглашаем вас")
    joint.radio.does_not_see("Приглашаем вас")
    await says(town, await town.known("Ольга"), "/events", "Пока 1 мероприятие")


async def test_whoever_manages_it_sees_how_many_have_confirmed(joint: Joint) -> None:
    event = await joint.agreeing()
    await joint.maria.taps("Участвуем")
    anna = await managing(joint.town, event)
    shows(anna, "Согласуется с партнёрами", "Подтвердили: 1 из 2")


async def test_who_is_asked_no_more_sees_no_old_card(joint: Joint) -> None:
    event, town = await joint.agreeing(), joint.town
    await joint.radio.sees("Согласуйте, пожалуйста, участие")
    await says(town, joint.radio, f"/start e{event.id}", TITLE)
    rule = lambda old: replace(old, fields=replace(old.fields, partners=(PartnerPart(joint.college_id),)))  # noqa: E731
    await town.store.events.change(event.id, rule, await town.member(town.anna), town.now())
    await joint.radio.sees("Мероприятие больше не показывается")


async def test_when_all_have_confirmed_one_press_publishes(joint: Joint) -> None:
    event, town = await joint.agreeing(), joint.town
    for person in (joint.maria, joint.radio):
        await person.taps("Участвуем")
        await person.sees_button("✓ Участвуем")
    anna = await managing(town, event)
    await taps(town, anna, "Опубликовать")
    await anna.sees("Опубликовано.")
    toast = await anna.presses(f"evp:{event.id}:1", anna.screen())
    assert "уже опубликовано" in toast["text"]


async def test_an_invitation_asks_to_agree_the_part(joint: Joint) -> None:
    event = await joint.town.event(partners=(PartnerPart(joint.college_id, Part.SPEAKER),))
    card = await joint.maria.sees("Приглашаем вас")
    assert "Ваша роль: выступающий" in text_of(card)
    await joint.maria.taps("Согласовать участие")
    await joint.maria.taps("Участвуем")
    await joint.maria.sees("Ответ организации: участие подтверждено")
    await joint.maria.taps("К карточке")
    await joint.maria.sees_button("Участие организации")
    assert await joint.standing(event, joint.college_id) is PartState.ACCEPTED


async def test_a_guest_who_comes_has_agreed(joint: Joint) -> None:
    event = await joint.town.event(partners=(PartnerPart(joint.college_id), PartnerPart(joint.radio_id, Part.SPEAKER)))
    for person in (joint.maria, joint.radio):
        await person.taps("Приду")
        await person.sees("Вы идёте")
    assert await joint.standing(event, joint.college_id) is PartState.ACCEPTED
    assert await joint.standing(event, joint.radio_id) is PartState.ASKED


async def test_who_comes_no_longer_sees_that_the_organisation_still_does(joint: Joint) -> None:
    await joint.town.event(partners=(PartnerPart(joint.college_id),))
    await joint.maria.sees("Приглашаем вас")
    await taps(joint.town, joint.maria, "Приду")
    assert "по-прежнему" not in text_of(joint.maria.screen())
    await taps(joint.town, joint.maria, "Не смогу")
    shows(joint.maria, "Вы не придёте", "Ваша организация по-прежнему участвует.")
    await taps(joint.town, joint.maria, "Участие организации", "Отказаться", "Некому прийти", "‹ К карточке")
    assert "по-прежнему" not in text_of(joint.maria.screen())


async def test_after_a_move_a_yes_was_given_for_the_old_date(joint: Joint) -> None:
    town = joint.town
    event = await town.event(partners=(PartnerPart(joint.college_id, Part.SPEAKER),))
    await taps(town, joint.maria, "Согласовать участие", "Участвуем")
    anna = await managing(town, event)
    await taps(town, anna, "Перенести")
    await says(town, anna, "28 апреля в 14:00")
    await taps(town, anna, "Сохранить")
    await joint.maria.sees("Ваше участие подтверждено на прежнюю дату")
    await taps(town, anna, "Пригласить")
    shows(anna, "но на прежнюю дату")
    await taps(town, joint.maria, "Согласовать участие")
    shows(joint.maria, "но на прежнюю дату")
    await taps(town, joint.maria, "Участвуем")
    joint.maria.does_not_see("но на прежнюю дату")


async def test_staff_sets_the_part_and_the_partner_hears_of_it_once(joint: Joint) -> None:
    event, town = await joint.agreeing(PartnerPart(joint.college_id)), joint.town
    anna = await managing(town, event)
    await taps(town, anna, "Партнёры", "Колледж", "Соорганизатор", "Зал", "Пресса")
    assert "☑ Пресса" in labels(anna.screen())
    await town.box.clock.forward(minutes=1)
    await joint.maria.sees("Ваша роль: соорганизатор, просим: зал, пресса")
    asked = [text for text in joint.maria.texts() if "Согласуйте" in text]
    assert len(asked) == 2


async def test_a_partner_that_is_taken_out_is_told(joint: Joint) -> None:
    event, town = await joint.agreeing(), joint.town
    anna = await managing(town, event)
    await taps(town, anna, "Изменить", "Партнёры", "✓ Колледж", "Готово", "Сохранить")
    await joint.maria.sees("Участие больше не нужно: Колледж")
    toast = await joint.maria.presses(f"pta:{event.id}:{joint.college_id}:0", joint.maria.screen())
    assert "больше нет" in toast["text"]


async def test_nothing_is_said_after_the_start_nor_of_what_is_cancelled(joint: Joint) -> None:
    event, town = await joint.agreeing(), joint.town
    screen = await joint.maria.sees_button("Участвуем")
    await town.box.clock.set(START)
    toast = await joint.maria.presses(f"pta:{event.id}:{joint.college_id}:0", screen)
    assert "уже началось" in toast["text"]
    await taps(town, joint.radio, "Другое время")
    stranger = await town.known("Ольга")
    await says(town, stranger, "/start")
    toast = await stranger.presses(f"pta:{event.id}:{joint.college_id}:0", stranger.screen())
    assert "только сотрудники" in toast["text"]


async def test_whoever_acts_for_another_partner_answers_for_their_own(joint: Joint) -> None:
    event = await joint.agreeing()
    await joint.radio.sees("Согласуйте, пожалуйста, участие")
    for press in (f"pt:{event.id}:{joint.college_id}", f"pta:{event.id}:{joint.college_id}:0"):
        toast = await joint.radio.presses(press, joint.radio.screen())
        assert "только её представители" in toast["text"]


async def test_in_english(town: Town) -> None:
    college = await town.partner("College")
    john = await town.known("John", language="en")
    await town.store.partners.bind(college, (await town.member(john)).id, None, town.now())
    joint = Joint(town, john, john, john, college, college)
    fields = EventFields(TITLE, START, "12+", partners=(PartnerPart(college, Part.SPEAKER, ("press",)),))
    event = await town.store.events.agree_first(fields, await town.member(town.anna), town.now())
    await john.sees("Your role: speaker, asked to bring: press")
    await john.taps("We’re in")
    await john.sees("bringing: press")
    assert await joint.standing(event, college) is PartState.ACCEPTED


async def test_a_cancelled_event_that_was_being_agreed_is_told_to_its_partners(joint: Joint) -> None:
    event, town = await joint.agreeing(), joint.town
    anna = await managing(town, event)
    await taps(town, anna, "Отменить", "Болезнь ведущего", "Да, отменить мероприятие")
    await joint.maria.sees("Мероприятие отменено")
    toast = await joint.maria.presses(f"pta:{event.id}:{joint.college_id}:0", joint.maria.screen())
    assert "отменено" in toast["text"]
    await settled(town)
