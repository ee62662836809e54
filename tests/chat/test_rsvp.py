"""Answering: words follow the state, every press is answered, and «Не смогу» is one tap."""

from dataclasses import replace
from datetime import timedelta

from domain.event import Event, PartnerPart
from domain.people import Purpose
from domain.seats import Answer, RsvpState
from sandbox import acts
from tests.chat.conftest import START, Town


async def test_a_known_person_signs_up_with_one_tap(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}"))
    await olga.taps("Приду")
    await olga.sees("Вы записаны: пятница, 27 апреля 2018 г., 14:00")
    await olga.sees_button("✓ Приду")
    await olga.sees("Свободно 29 из 30")
    await olga.taps("Приду")
    await olga.sees("Вы уже записаны")


async def test_whoever_waits_is_told_so(town: Town) -> None:
    event = await town.event(capacity=1)
    first, second = await town.known("Первый"), await town.known("Второй")
    for person in (first, second):
        await person.follows(town.app.library.link(f"e{event.id}-going"))
    await first.sees("Вы идёте.")
    await second.sees("Мест нет. Вы 1-й в очереди")
    second.does_not_see("Вы записаны")
    await second.sees("Мест нет, в очереди 1")
    await first.taps("Не смогу")
    await first.sees("Место освобождено")
    await second.sees("Место освободилось – вы записаны!")


async def test_guests_are_counted(town: Town) -> None:
    event, olga = await town.event(capacity=3), await town.known("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}-going"))
    await olga.taps("+1 гость")
    await olga.sees("Вы идёте, с вами 1 гость.")
    await olga.taps("+1 гость")
    await olga.sees("Вы идёте, с вами 2 гостя.")
    await olga.taps("+1 гость")
    await olga.sees("Всего 3 места: вместе с гостями вы не поместитесь")
    await olga.taps("−1 гость")
    await olga.sees("Вы идёте, с вами 1 гость.")


async def test_an_old_guest_button_signs_nobody_up(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}-going"))
    old = await olga.sees_button("+1 гость")
    await olga.presses(f"ra:{event.id}:2", old)
    await olga.presses(f"rg:{event.id}:1", old)
    await olga.sees("Сначала нажмите «Приду»")


async def test_a_refusal_may_carry_a_reason(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}"))
    await olga.taps("Не смогу")
    await olga.taps("Почему не смогу")
    await olga.sees("Напишите одним сообщением, почему не сможете")
    await olga.says("Командировка <b>в Москву</b>")
    await olga.sees("Спасибо, причину передали библиотеке")
    await olga.sees("Причина: Командировка <b>в Москву</b>")
    rsvp = await town.store.rsvps.of(event.id, (await town.member(olga)).id)
    assert rsvp is not None
    assert (rsvp.state, rsvp.reason) == (RsvpState.DECLINED, "Командировка <b>в Москву</b>")


async def test_a_command_leaves_the_question(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}-declined"))
    await olga.taps("Почему не смогу")
    await olga.sees("Напишите одним сообщением")
    await olga.says("/events")
    await olga.sees("Ближайшие мероприятия")
    await olga.says("болею")
    await olga.sees("Я понимаю команды и кнопки")


async def test_a_reason_too_long_is_asked_again(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}-declined"))
    await olga.taps("Почему не смогу")
    await olga.sees("Напишите одним сообщением")
    await olga.says("я" * 301)
    await olga.sees("Слишком длинно: 301 при 300 возможных")
    await olga.says("болею")
    await olga.sees("Причина: болею")


async def test_a_colleague_comes_instead(town: Town) -> None:
    event, olga, ivan = await town.event(), await town.known("Ольга Котова"), town.person("Иван Серов")
    college = await town.partner("Колледж")
    await town.store.partners.bind(college, (await town.member(olga)).id, None, town.now())
    anna = await town.member(town.anna)
    await town.store.events.change(event.id, lambda one: with_partner(one, college), anna, town.now())
    await olga.follows(town.app.library.link(f"e{event.id}-declined"))
    await olga.taps("Позвать коллегу")
    message = await olga.sees("Место не удерживается")
    link = next(word for word in message["text"].split() if "?start=z" in word)
    await ivan.follows(link)
    await ivan.taps("Мне есть 18 лет")
    await ivan.sees_button("☑ Мне есть")
    await ivan.taps("Согласен и приду")
    await ivan.sees("Вы идёте.")
    await olga.sees("Вместо вас придёт коллега")
    rsvp = await town.store.rsvps.of(event.id, (await town.member(ivan)).id)
    assert rsvp is not None
    assert rsvp.partner_id == college
    maria = await town.known("Мария Ивановна")
    await maria.follows(link)
    await maria.sees("По этой ссылке уже вошёл другой человек")
    await maria.taps("Ближайшие мероприятия")
    await ivan.follows(link)
    await ivan.sees_button("Приду")
    assert sum("Вместо вас" in text for text in olga.texts()) == 1


async def test_after_the_deadline_only_a_refusal(town: Town) -> None:
    event, olga = await town.event(deadline=START - timedelta(days=2)), await town.known("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}-going"))
    card = await olga.sees_button("✓ Приду")
    await town.box.clock.set(START - timedelta(days=1))
    await olga.presses(f"ra:{event.id}:1", card)
    await olga.sees("Запись уже закрыта. Теперь можно только отказаться")
    await olga.taps("Не смогу")
    await olga.sees("Место освобождено")
    await olga.sees("Вы не придёте")
    await olga.presses(f"rc:{event.id}", card)
    await olga.sees("Запись уже закрыта. Теперь")


async def test_my_answers_with_refusals(town: Town) -> None:
    going, declined = await town.event(), await town.event(title="Час информации")
    silent = await town.event(title="Семинар")
    olga = await town.known("Ольга Котова")
    await olga.says("/my")
    empty = await olga.sees("Вы пока никуда не записаны")
    assert acts.button_of(empty, "Ближайшие мероприятия")
    college = await town.partner("Колледж")
    member = await town.member(olga)
    await town.store.partners.bind(college, member.id, None, town.now())
    anna = await town.member(town.anna)
    await town.store.events.change(silent.id, lambda one: with_partner(one, college), anna, town.now())
    await olga.follows(town.app.library.link(f"e{going.id}-going"))
    await olga.follows(town.app.library.link(f"e{declined.id}-declined"))
    await olga.says("/my")
    text = (await olga.sees("Ваши мероприятия"))["text"]
    assert text.index("Вы ещё не ответили") < text.index("Вы идёте") < text.index("Не придёте")
    await olga.taps("Час информации")
    await olga.sees("Вы не придёте.")
    await olga.taps("Приду")
    await olga.sees("Вы записаны")


async def test_the_one_invitation_that_waits_is_answered_from_the_list(town: Town) -> None:
    first, olga = await town.event(), await town.known("Ольга Котова")
    college, anna = await town.partner("Колледж"), await town.member(town.anna)
    member = await town.member(olga)
    await town.store.partners.bind(college, member.id, None, town.now())
    await town.store.events.change(first.id, lambda one: with_partner(one, college), anna, town.now())
    await olga.says("/my")
    mine = await olga.sees("пятница, 27 апреля, 14:00\nВы ещё не ответили")
    await olga.taps("Приду", mine)
    await olga.sees("Вы записаны")
    await town.event(title="Семинар", partners=(PartnerPart(college),))
    await town.event(title="Час информации", partners=(PartnerPart(college),))
    await olga.says("/my")
    assert acts.button_of(await olga.sees("Ваши мероприятия"), "Приду") is None


async def test_in_a_group_the_result_is_for_the_presser_alone(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова", Purpose.NAMING)
    group = town.box.group("Друзья библиотеки", town.anna, olga)
    await town.anna.adds_bot(group)
    await town.anna.says(f"/start e{event.id}", chat=group)
    await group.sees("Наш принцип – взаимодействие")
    await olga.taps("Приду", chat=group)
    await olga.sees("Вы записаны")
    card = await group.sees("Придут: 1")
    assert "Вы идёте" not in card["text"]
    assert "Ольга" not in card["text"]


async def test_the_calendar_file(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}"))
    await olga.taps("Календарь")
    message = await olga.sees("Наш принцип – взаимодействие.ics")
    _, body = town.box.world.files[message["document"]["file_id"]]
    assert "Круглый стол «Наш принцип – взаимодействие»".encode() in body.replace(b"\r\n ", b"")


def with_partner(event: Event, partner_id: int) -> Event:
    return replace(event, fields=replace(event.fields, partners=(PartnerPart(partner_id),)))


async def test_whoever_waits_sees_their_place_among_their_answers(town: Town) -> None:
    event = await town.event(capacity=1)
    people = [await town.known(name) for name in ("Ольга Котова", "Пётр Ильин", "Инна Зорина")]
    for person in people:
        await town.store.rsvps.answer(event.id, (await town.member(person)).id, Answer.GOING, town.now())
    await people[2].says("/my")
    await people[2].sees("Вы 2-й в очереди")
