"""Letters to many, lived: written, seen as they will arrive, sent once, summed up."""

from datetime import timedelta

from sqlalchemy import insert

from domain.event import EventFields, PartnerPart
from domain.partner import Part
from domain.people import Grant, Role
from handlers.callbacks import LetterList, WhomPartner, WriteEvent, WritePartners, WriteSend
from sandbox.people import Person
from sandbox.shapes import Json
from storage.tables import partner_reps
from tests.chat.conftest import START, Town
from tests.chat.talk import labels, says, settled, shows, taps, text_of

TEXT = "Коллеги, встречаемся <в среду> & ждём вас: https://example.org/plan"


async def partner_with(town: Town, name: str, *people: Person, sector: str = "education") -> int:
    partner_id = await town.partner(name, sector)
    for person in people:
        await town.store.partners.bind(partner_id, (await town.member(person)).id, None, town.now())
    return partner_id


async def begins(town: Town, person: Person, data: str = WritePartners().pack()) -> None:
    """Presses «Написать» somewhere."""
    await says(town, person, "/help")
    await person.presses(data, person.screen())
    await settled(town)


async def writes(town: Town, person: Person, text: str = TEXT) -> Json:
    """Types the text; the panel below the preview."""
    await says(town, person, text)
    await person.sees("Письмо придёт так, как выше")
    return person.screen()


async def sends(town: Town, label: str) -> None:
    await begins(town, town.anna)
    await writes(town, town.anna)
    await taps(town, town.anna, label)


def received(person: Person, words: str = "встречаемся") -> list[str]:
    return [text for text in person.texts() if words in text and not text.startswith("Проба")]


async def test_what_was_previewed_is_what_arrives_once(town: Town) -> None:
    anna, olga = town.anna, await town.known("Ольга Котова")
    await partner_with(town, "Колледж", olga)
    await partner_with(town, "Школа", olga)
    await begins(town, anna)
    shows(anna, "Напишите письмо", "Кому: все партнёры", "Получит 1 человек")
    panel = await writes(town, anna)
    preview = received(anna)[-1]
    await taps(town, anna, "Отправить: 1")
    await olga.sees("<в среду> & ждём вас: https://example.org/plan")
    await anna.sees("Письмо разослано")
    await anna.presses(WriteSend(letter_id=1, revision=1).pack(), panel)
    await settled(town)
    assert "уже отправлено" in anna.toasts()[-1]
    assert received(olga) == [preview]
    assert "Библиотеки Твери" in preview
    assert sum("Письмо разослано" in text for text in anna.texts()) == 2


async def test_the_summary_says_whom_it_did_not_get_to(town: Town) -> None:
    anna, people = town.anna, [await town.known(name) for name in ("Ольга Котова", "Иван Серов", "Мария Лапина")]
    for number, person in enumerate(people):
        await partner_with(town, f"Организация {number}", person)
    await partner_with(town, "Музей")
    await people[0].blocks()
    town.box.world.add_person("Кто-то", "ru")
    await town.store.members.set_muted((await town.member(people[1])).id, ["broadcast"])
    await settled(town)
    await sends(town, "Отправить: 1")
    await people[2].sees("встречаемся")
    await anna.sees("Письмо разослано")
    shows(anna, "Доставлено: 1", "Заблокировали бота: 1", "Не хотят рассылок: 1", "Ещё не пришли в бот: 1")
    await taps(town, anna, "Кому позвонить: 2")
    shows(anna, "Организация 0", "Музей")
    assert not received(people[0]) + received(people[1])


async def test_a_block_that_nobody_knew_of_is_in_the_summary(town: Town) -> None:
    anna, olga = town.anna, await town.known("Ольга Котова")
    await partner_with(town, "Колледж", olga)
    olga.account.started = False
    await sends(town, "Отправить: 1")
    message = await anna.sees("Заблокировали бота: 1")
    assert "Кому позвонить: 1" in labels(message)


async def test_a_trial_is_marked_and_goes_to_nobody_else(town: Town) -> None:
    anna, olga = town.anna, await town.known("Ольга Котова")
    await partner_with(town, "Колледж", olga)
    await begins(town, anna)
    await writes(town, anna)
    await taps(town, anna, "Отправить себе")
    shows(anna, "Проба: видите только вы.", "встречаемся", "Библиотеки Твери")
    assert received(olga) == []
    await taps(town, anna, "Отменить")
    await anna.sees("Письмо удалено")
    assert received(olga) == []


async def test_another_text_makes_the_old_button_dead(town: Town) -> None:
    anna, olga = town.anna, await town.known("Ольга Котова")
    await partner_with(town, "Колледж", olga)
    await begins(town, anna)
    old = await writes(town, anna)
    await taps(town, anna, "Текст")
    await writes(town, anna, "Встречаемся в четверг")
    await anna.taps("Отправить: 1", old)
    assert "изменилось" in anna.toasts()[-1]
    assert received(olga) == []
    await taps(town, anna, "Отправить: 1")
    await olga.sees("Встречаемся в четверг")
    assert received(olga) == []


async def test_a_draft_that_lay_a_day_cannot_be_sent(town: Town) -> None:
    anna, olga = town.anna, await town.known("Ольга Котова")
    await partner_with(town, "Колледж", olga)
    await begins(town, anna)
    panel = await writes(town, anna)
    await town.box.clock.forward(days=1, seconds=1)
    for label in ("Отправить: 1", "Отправить себе", "Текст", "Кому"):
        await anna.taps(label, panel)
        assert "больше суток" in anna.toasts()[-1]
    assert received(olga) == []


async def test_some_are_left_out_with_ticks(town: Town) -> None:
    anna, people = town.anna, [await town.known(name) for name in ("Ольга Котова", "Иван Серов", "Мария Лапина")]
    for name, sector, person in zip(
        ("Газета", "Колледж", "Школа"), ("media", "education", "education"), people, strict=True
    ):
        await partner_with(town, name, person, sector=sector)
    await begins(town, anna)
    await writes(town, anna)
    await taps(town, anna, "Кому", "✓ Школа")
    shows(anna, "Кроме: 1 организация", "Получат 2 человека")
    await taps(town, anna, "Сферы", "✓ СМИ")
    shows(anna, "Кроме: 1 организация, СМИ")
    await taps(town, anna, "‹ Кому")
    assert labels(anna.screen())[:3] == ["Газета", "✓ Колледж", "Школа"]
    await taps(town, anna, "✓ Кому писали за 7 дней", "‹ К письму", "Отправить: 1")
    await people[1].sees("встречаемся")
    assert received(people[0]) + received(people[2]) == []


async def test_guests_are_written_to_and_the_card_is_at_hand(town: Town) -> None:
    anna, olga, ivan = town.anna, await town.known("Ольга Котова"), await town.known("Иван Серов")
    event = await town.event()
    await says(town, olga, f"/start e{event.id}-going")
    await says(town, ivan, f"/start e{event.id}-declined")
    await says(town, anna, f"/start e{event.id}")
    await taps(town, anna, "Управление", "Написать гостям")
    shows(anna, "придут, в очереди, возможно", "Получит 1 человек")
    await writes(town, anna, "Вход со двора.")
    await taps(town, anna, "Кому", "Не придут")
    shows(anna, "Получат 2 человека")
    await taps(town, anna, "✓ Не придут", "‹ К письму", "Отправить: 1")
    message = await olga.sees("Вход со двора.")
    await olga.taps("Карточка мероприятия", message)
    await olga.sees("Вы идёте.")
    assert len(received(olga, "Вход со двора.")) == 1
    assert received(ivan, "Вход со двора.") == []


async def test_only_those_who_have_not_answered_are_reminded(town: Town) -> None:
    anna, people = town.anna, [await town.known(name) for name in ("Ольга Котова", "Иван Серов", "Мария Лапина")]
    parts = [await partner_with(town, f"Организация {number}", one) for number, one in enumerate(people)]
    event = await town.event(partners=tuple(PartnerPart(part) for part in parts))
    await says(town, people[0], f"/start e{event.id}-going")
    await town.box.clock.set(town.now().replace(hour=20))
    await says(town, anna, f"/start e{event.id}")
    await taps(town, anna, "Управление", "Напомнить тем, кто не ответил")
    shows(anna, "которые не ответили", "Получат 2 человека")
    await writes(town, anna, "Ждём вашего ответа.")
    await taps(town, anna, "Отправить: 2")
    await says(town, people[1], f"/start e{event.id}-declined")
    await town.box.clock.set(town.now() + timedelta(hours=14))
    await people[2].sees("Ждём вашего ответа.")
    await anna.sees("Остановлены или уже не нужны: 1")
    assert received(people[0], "Ждём") + received(people[1], "Ждём") == []


async def test_at_night_it_waits_and_can_be_stopped(town: Town) -> None:
    anna, olga, ivan = town.anna, await town.known("Ольга Котова"), await town.known("Иван Серов")
    await partner_with(town, "Колледж", olga, ivan)
    await town.box.clock.set(town.now().replace(hour=20))
    await begins(town, anna)
    panel = await writes(town, anna)
    assert "Уйдёт: вторник, 27 марта 2018 г., 09:00" in text_of(panel)
    await taps(town, anna, "Отправить: 2")
    shows(anna, "Письмо отправляется", "Ждут отправки: 2")
    await taps(town, anna, "Остановить")
    await town.box.clock.set(town.now() + timedelta(hours=14))
    await anna.sees("Остановлены или уже не нужны: 2")
    assert received(olga) + received(ivan) == []


async def test_who_switched_letters_off_meanwhile_gets_none(town: Town) -> None:
    anna, olga = town.anna, await town.known("Ольга Котова")
    await partner_with(town, "Колледж", olga)
    await town.box.clock.set(town.now().replace(hour=20))
    await sends(town, "Отправить: 1")
    await says(town, olga, "/settings")
    await taps(town, olga, "☑ Письма библиотеки")
    await town.box.clock.set(town.now() + timedelta(hours=14))
    await anna.sees("Остановлены или уже не нужны: 1")
    assert received(olga) == []


async def test_letters_are_listed_with_their_numbers(town: Town) -> None:
    anna, olga = town.anna, await town.known("Ольга Котова")
    await partner_with(town, "Колледж", olga)
    await sends(town, "Отправить: 1")
    await olga.sees("встречаемся")
    await anna.sees("Письмо разослано")
    await begins(town, anna, LetterList().pack())
    shows(anna, "26 марта, «Коллеги, встречаемся <в…»", "доставлено 1 из 1")
    await taps(town, anna, "26 марта: Коллеги, встречаемся <в…", "Текст")
    shows(anna, "ждём вас", "Библиотеки Твери")


async def test_a_librarian_writes_to_guests_of_their_own_branch_alone(town: Town) -> None:
    lidia, olga = await town.known("Лидия Орлова"), await town.known("Ольга Котова")
    branch = (await town.store.branches.all())[0]
    await town.store.members.grant((await town.member(lidia)).id, Grant(Role.LIBRARIAN, branch.id), None, town.now())
    own, other = await town.event(), await town.event(branch_id=None, hall_id=None, address="Тверь")
    await says(town, olga, f"/start e{own.id}-going")
    for refused in (WritePartners(), WriteEvent(event_id=other.id, whom=1)):
        await begins(town, lidia, refused.pack())
        if isinstance(refused, WritePartners):
            assert "поручено" in lidia.toasts()[-1]
    await begins(town, lidia, WriteEvent(event_id=own.id, whom=0).pack())
    await writes(town, lidia)
    await taps(town, lidia, "Отправить: 1")
    await olga.sees("встречаемся")


async def test_a_draft_is_its_authors_alone(town: Town) -> None:
    anna, rita = town.anna, await town.known("Рита Белова")
    await town.store.members.grant((await town.member(rita)).id, Grant(Role.METHODIST), None, town.now())
    await partner_with(town, "Колледж", await town.known("Ольга Котова"))
    await begins(town, anna)
    await writes(town, anna)
    await says(town, rita, "/help")
    for press in (WriteSend(letter_id=1, revision=1), WhomPartner(letter_id=1, partner_id=1, out=1)):
        toast = await rita.presses(press.pack(), rita.screen())
        assert "поручено" in toast["text"]


async def test_what_is_typed_keeps_its_lines_and_addresses(town: Town) -> None:
    anna, olga = town.anna, await town.known("Ольга Котова")
    await partner_with(town, "Колледж", olga)
    await begins(town, anna)
    for text, no in (("щ" * 3001, "Слишком длинно"), ("\u200b\n \n", "хотя бы слово")):
        await says(town, anna, text, no)
    link = {"type": "text_link", "offset": 3, "length": 4, "url": "https://example.org/a"}
    await anna.sends({"text": "👋 план\n\n\n\nЖдём\u00a0вас\t👩\u200d🏫\u200b", "entities": [link]})
    await anna.sees("👋 план (https://example.org/a)\n\nЖдём вас 👩\u200d🏫")
    await settled(town)
    await taps(town, anna, "Отправить: 1")
    await olga.sees("👋 план (https://example.org/a)\n\nЖдём вас 👩\u200d🏫")


async def test_where_chat_may_show_them_names_and_telephones_are_listed(open_town: Town) -> None:
    town, anna = open_town, open_town.anna
    college = await town.partner("Колледж")
    row = {"last_name": "Серов", "phone": "+74822000001", "is_primary": True, "since": town.now()}
    await town.store.db.write(lambda conn: conn.execute(insert(partner_reps).values(row | {"partner_id": college})))
    await says(town, anna, "/start")
    await taps(town, anna, "Письма", "Написать партнёрам")
    shows(anna, "Кому: все партнёры", "Отправить некому")
    panel = await writes(town, anna)
    assert labels(panel) == ["Отправить себе", "Кому позвонить: 1", "Текст", "Кому", "Отменить"]
    await taps(town, anna, "Кому позвонить: 1")
    shows(anna, "Колледж\nСеров, +7 (4822) 00-00-01")


async def test_in_english_too(town: Town) -> None:
    kate = await town.known("Kate Lee", language="en")
    await town.store.members.grant((await town.member(kate)).id, Grant(Role.METHODIST), None, town.now())
    john = await town.known("John Doe", language="en")
    await partner_with(town, "College", john)
    await says(town, kate, "/start")
    await taps(town, kate, "Letters", "Write to partners")
    shows(kate, "To: all partners", "1 person gets it")
    await says(town, kate, "See you on Friday")
    await kate.sees("The letter will arrive as above")
    await taps(town, kate, "To whom", "✓ Written to within 7 days", "‹ The letter", "Send: 1")
    await john.sees("Don’t want such letters?")
    await kate.sees("Delivered: 1")


async def test_to_those_whom_the_register_shows(town: Town) -> None:
    anna, olga, ivan = town.anna, await town.known("Ольга Котова"), await town.known("Иван Серов")
    await partner_with(town, "Газета", olga, sector="media")
    await partner_with(town, "Колледж", ivan)
    await town.partner("Музей", "media")
    await says(town, anna, "/partners")
    await taps(town, anna, "Сфера", "СМИ: 2", "Написать им")
    shows(anna, "Кому: партнёры, СМИ", "Получит 1 человек", "Ещё не пришли в бот: 1")
    await says(town, anna, "/partners")
    await taps(town, anna, "Некому написать: 1", "Написать им")
    shows(anna, "Кому: партнёры, 1 выбранный", "Отправить некому")
    await town.box.clock.forward(days=100)
    await says(town, anna, "/partners")
    await taps(town, anna, "Молчат", "молчат 3 месяца: 3", "Написать им")
    shows(anna, "3 выбранных", "Получат 2 человека")
    toast = await anna.presses(WritePartners(only=2).pack(), anna.screen())
    assert "больше нет" in toast["text"]


async def test_partners_are_reminded_before_the_event_is_announced(town: Town) -> None:
    anna, olga, ivan = town.anna, await town.known("Ольга Котова"), await town.known("Иван Серов")
    parts = [await partner_with(town, name, one) for name, one in (("Колледж", olga), ("Школа", ivan))]
    fields = EventFields("Вечер", START, "6+", partners=tuple(PartnerPart(part, Part.SPEAKER) for part in parts))
    event = await town.store.events.agree_first(fields, await town.member(anna), town.now())
    await says(town, anna, f"/start e{event.id}")
    await taps(town, anna, "Управление", "Напомнить тем, кто не ответил")
    assert "Написать гостям" not in [label for text in anna.chat.messages.values() for label in labels(text)]
    shows(anna, "Получат 2 человека")
    await writes(town, anna, "Ждём вашего ответа.")
    await taps(town, anna, "Отправить: 2")
    letter = await olga.sees("Ждём вашего ответа.")
    await olga.taps("Карточка мероприятия", letter)
    await settled(town)
    shows(olga, "«Вечер»")
    assert any("Согласовать" in label for label in labels(olga.screen())), olga.transcript()


async def test_a_reminder_needs_no_words_of_ones_own(town: Town) -> None:
    anna, olga = town.anna, await town.known("Ольга Котова")
    college = await partner_with(town, "Колледж", olga)
    event = await town.event(partners=(PartnerPart(college),))
    await says(town, anna, f"/start e{event.id}")
    await taps(town, anna, "Управление", "Напомнить тем, кто не ответил", "Взять готовый текст", "Отправить: 1")
    await olga.sees("Напоминаем о приглашении: «Наш принцип – взаимодействие», пятница, 27 апреля 2018 г., 14:00.")
