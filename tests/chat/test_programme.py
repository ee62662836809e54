"""The programme in chat: minutes, speakers, who leads; talks that are offered; questions with the sign-up."""

from datetime import timedelta

from domain.event import PartnerPart
from domain.partner import RepFields
from domain.person_name import PersonName
from tests.chat.conftest import START, TITLE, Town
from tests.chat.talk import says, settled, shows, taps

REP = RepFields(PersonName("Лапин", "Игорь", "Петрович", ""), "директор колледжа")


async def test_a_programme_is_put_together_by_touch(open_town: Town) -> None:
    town, anna = open_town, open_town.anna
    college = await town.partner("Колледж")
    await town.store.partners.put_rep(college, REP, None, town.now())
    event = await town.event(
        agenda=("Опыт <колледжа>",), partners=(PartnerPart(college),), ends_at=START + timedelta(minutes=30)
    )
    await says(town, anna, f"/start e{event.id}")
    await taps(town, anna, "Управление", "Программа", "1", "20", "Кто выступает")
    await taps(town, anna, "1")
    shows(anna, "Выступает: Лапин И.П., директор колледжа", "Минут: 20")
    await taps(town, anna, "‹ Программа", "+ Пункт")
    await says(town, anna, "Вопросы", "Вопросы", "Сколько минут?")
    await taps(town, anna, "15", "↑")
    shows(anna, "1. Вопросы", "14:00 · 15 мин", "2. Опыт <колледжа>", "14:15 · 20 мин · Лапин И.П., директор колледжа")
    shows(anna, "Не помещается: пункты вместе – 35 мин, это на 5 мин дольше")
    await taps(town, anna, "Председатель")
    await says(town, anna, "Баранова Е.П., методист", "Председатель: Баранова Е.П., методист")
    guest = await town.known("Ольга")
    await says(town, guest, f"/start e{event.id}")
    await taps(town, guest, "Подробнее")
    shows(guest, "1. Вопросы", "Лапин И.П., директор колледжа")


async def test_no_name_is_typed_where_names_may_not_be_shown(town: Town) -> None:
    event = await town.event(agenda=("Слово",))
    await says(town, town.anna, f"/start e{event.id}")
    await taps(town, town.anna, "Управление", "Программа", "1", "Кто выступает")
    shows(town.anna, "Имён в переписке нет")
    await says(town, town.anna, "Баранова Е.П.", "Напишите то же без них.")
    await says(town, town.anna, "методист библиотеки", "Выступает: методист библиотеки")


async def test_talks_and_questions_come_with_the_sign_up(town: Town) -> None:
    anna, guest, event = town.anna, await town.known("Ольга"), await town.event()
    await says(town, anna, f"/start e{event.id}")
    await taps(town, anna, "Управление", "Программа", "Принимать темы выступлений", "Вопросы при записи")
    await taps(town, anna, "+ Вопрос")
    await says(town, anna, "Нужен ли <проектор>?\nДа\nНет", "1. Нужен ли <проектор>?")
    await says(town, guest, f"/start e{event.id}")
    await guest.taps("Приду")
    await guest.sees("У организатора есть 1 вопрос")
    await taps(town, guest, "Ответить", "Да")
    await settled(town)
    await guest.taps("Отправить")
    await guest.sees("организатор увидит ваши ответы")
    await guest.taps("‹ К карточке")
    await taps(town, guest, "Выступить")
    await says(town, guest, "Как мы <дружим>", "Тема отправлена")
    await anna.sees("Предложено выступление")
    await anna.taps("Взять")
    await guest.sees("Выступление в программе")
    assert [one.text for one in (await town.store.agenda.of(event.id)).items] == ["Как мы <дружим>"]
    await says(town, anna, f"/start e{event.id}")
    await taps(town, anna, "Управление", "Записались")
    shows(anna, "Ответы: Да")
    assert TITLE in event.fields.title
