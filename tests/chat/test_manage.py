"""What staff does with an event: cancelling, inviting, groups, seats; and who may."""

from dataclasses import replace

from domain.event import Event, PartnerPart
from domain.people import Grant, Purpose, Role
from domain.seats import RsvpState
from sandbox.people import Person
from tests.chat.conftest import HERZEN, Town
from tests.chat.talk import says, taps, text_of


async def manages(town: Town, event: Event, who: Person | None = None) -> Person:
    """Somebody (Anna, as a rule) on the screen of managing the event."""
    person = who or town.anna
    await person.follows(town.app.library.link(f"e{event.id}"))
    await person.taps("Управление")
    await person.sees("Управление\n")
    return person


async def test_cancelling_tells_how_many_and_cannot_be_undone(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}-going"))
    await olga.sees("Вы идёте.")
    anna = await manages(town, event)
    await anna.taps("Отменить")
    await anna.taps("Болезнь ведущего")
    await anna.sees("Об этом узнает 1 человек.")
    await anna.taps("Да, отменить мероприятие")
    off = text_of(await anna.sees("Записались: 1"))
    assert not [words for words in ("Свободно", "Придут") if words in off], "nobody comes to what is off"
    await olga.sees("Мероприятие отменено")
    await olga.sees("Причина: Болезнь ведущего")
    await olga.says("/my")
    await olga.taps("Наш принцип")
    card = await olga.sees("Мероприятие отменено. Болезнь ведущего")
    assert not [b for row in card["reply_markup"]["inline_keyboard"] for b in row if "Приду" in b["text"]]


async def test_a_reason_of_ones_own(town: Town) -> None:
    event = await town.event()
    anna = await manages(town, event)
    await anna.taps("Отменить")
    await anna.sees("Почему отменяете?")
    await anna.says("Прорвало трубу")
    await anna.sees("Причина: Прорвало трубу")
    await anna.taps("Да, отменить мероприятие")
    await anna.sees("Отменено")
    assert (await town.store.events.get(event.id)).cancel_reason == "Прорвало трубу"


async def test_a_confirmation_belongs_to_its_question(town: Town) -> None:
    first, second = await town.event(), await town.event(title="Семинар")
    anna = await manages(town, first)
    await anna.taps("Отменить")
    await anna.sees("Почему отменяете?")
    await anna.says("Прорвало трубу")
    button = await anna.sees_button("Да, отменить мероприятие")
    await anna.presses(f"mgxd:{second.id}:-1", button)
    await anna.sees("Этого больше нет")
    assert (await town.store.events.get(second.id)).is_open


async def test_a_stranger_and_another_branch_are_refused(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова")
    other = replace(HERZEN, name="Библиотека им. Полевого", short_name="Полевого")
    branch_id = await town.store.branches.put(other, None, town.now())
    await town.store.members.grant((await town.member(olga)).id, Grant(Role.LIBRARIAN, branch_id), None, town.now())
    await olga.follows(town.app.library.link(f"e{event.id}"))
    card = await olga.sees("Наш принцип")
    assert "Управление" not in str(card["reply_markup"])
    for press in (f"mg:{event.id}", f"mgxd:{event.id}:0", f"mgks:{event.id}:500", f"mgu:{event.id}:0"):
        toast = await olga.presses(press, card)
        assert "сотрудники" in toast["text"]


async def test_a_partner_without_anybody_gets_a_personal_link(town: Town) -> None:
    college = await town.partner("Колледж")
    event = await town.event(partners=(PartnerPart(college),))
    anna = await manages(town, event)
    await anna.taps("Пригласить")
    screen = await anna.sees("Колледж – представителя ещё нет")
    assert "Кнопка «Ссылка» даёт личную ссылку" in screen["text"]
    assert "ответа пока нет" not in screen["text"]
    await anna.taps("Ссылка: Колледж")
    message = await anna.sees("Приглашение для: Колледж")
    assert message["photo"]
    link = next(word for word in message["caption"].split() if "?start=p" in word)
    maria = town.person("Мария Ивановна")
    await maria.follows(link)
    await maria.taps("Мне есть 18 лет")
    await maria.sees_button("☑ Мне есть")
    await maria.taps("Согласен")
    await maria.sees("Теперь вы представляете организацию: Колледж")
    await maria.taps("Возможно")
    await maria.sees("Вы, возможно, придёте")
    assert (await town.member(maria)).partner_ids == (college,)


async def test_link_and_qr(town: Town) -> None:
    event = await town.event()
    anna = await manages(town, event)
    await anna.taps("Ссылка и QR")
    message = await anna.sees(town.app.library.link(f"e{event.id}"))
    assert message["photo"]


async def test_a_card_in_a_group(town: Town) -> None:
    event = await town.event()
    group = town.box.group("Клуб", town.anna)
    await town.anna.adds_bot(group)
    await town.quiet()
    anna = await manages(town, event)
    await anna.taps("Анонс")
    await anna.taps("Клуб")
    await anna.taps("Отправить: Клуб")
    await anna.sees("Отправляю")
    await group.sees("Свободно 30 из 30")
    await town.anna.adds_bot(group, "kicked")
    await town.quiet()
    assert await town.store.chats.all() == []


async def test_participants_are_named_only_if_they_agreed(open_town: Town) -> None:
    town = open_town
    event = await town.event(capacity=2)
    olga, ivan = await town.known("Ольга Котова", Purpose.NAMING), await town.known("Иван Серов")
    maria = await town.known("Мария Ивановна")
    for person in (olga, ivan, maria):
        await person.follows(town.app.library.link(f"e{event.id}-going"))
        await town.quiet()
    anna = await manages(town, event)
    await anna.taps("Записались")
    text = (await anna.sees("2 ответа «Приду»"))["text"]
    assert "1. Ольга Котова" in text
    assert "2. Участник без имени" in text
    assert "Иван" not in text
    await anna.taps("Очередь (1)")
    await anna.sees("Мест нет, в очереди 1")
    await anna.taps("Посадить 1-го (1 место)")
    await anna.taps("Выступает")
    await anna.sees("Место дано, человеку сообщим")
    await maria.sees("Место освободилось – вы записаны!")
    rsvp = await town.store.rsvps.of(event.id, (await town.member(maria)).id)
    assert rsvp is not None
    assert (rsvp.state, rsvp.note) == (RsvpState.GOING, "Выступает")


async def test_more_seats_move_the_queue(town: Town) -> None:
    event = await town.event(capacity=1)
    first, second = await town.known("Первый"), await town.known("Второй")
    for person in (first, second):
        await person.follows(town.app.library.link(f"e{event.id}-going"))
        await town.quiet()
    anna = await manages(town, event)
    await anna.taps("Места")
    await anna.sees("Сколько мест?")
    for wrong, words in (("много", "Напишите число"), ("0", "от 1 до 1000"), ("100000", "от 1 до 1000")):
        await anna.says(wrong)
        await anna.sees(words)
    await anna.says("40 мест")
    await anna.sees("Свободно 38 из 40")
    await second.sees("Место освободилось – вы записаны!")


async def test_the_queue_that_stands_is_told_to_the_librarian(town: Town) -> None:
    event = await town.event(capacity=3)
    first, second = await town.known("Первый"), await town.known("Второй")
    await first.follows(town.app.library.link(f"e{event.id}-going"))
    await first.taps("+1 гость")
    await first.sees("с вами 1 гость")
    await second.follows(town.app.library.link(f"e{event.id}-going"))
    await second.sees("Вы идёте.")
    third = await town.known("Третий")
    await third.follows(town.app.library.link(f"e{event.id}-going"))
    await third.sees("Мест нет. Вы 1-й в очереди")
    await third.taps("+1 гость")
    await third.sees("с вами 1 гость")
    await second.taps("Не смогу")
    await town.anna.says("/start")
    await town.anna.sees("Очередь стоит")
    await town.anna.sees("Первыми ждут 2 человека вместе, а свободно только 1 место")


async def test_who_could_not_be_told_is_seen(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова")
    await olga.follows(town.app.library.link(f"e{event.id}-going"))
    await olga.sees("Вы идёте.")
    await olga.blocks()
    await town.quiet()
    anna = await manages(town, event)
    await anna.taps("Доставка")
    await anna.sees("1 человек из тех, кого это касается, заблокировал бота")


async def test_eight_rows_are_enough_and_no_word_in_them_is_cut_off(town: Town) -> None:
    college = await town.partner("Колледж")
    await town.event(partners=(PartnerPart(college),))
    await says(town, town.anna, "/start e1")
    await taps(town, town.anna, "Управление")
    rows = town.anna.screen()["reply_markup"]["inline_keyboard"]
    assert len(rows) <= 8
    assert all(len(row) * max(len(button["text"]) for button in row) <= 40 for row in rows)
