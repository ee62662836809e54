"""A whole survey by the sandbox's clock: who is asked, when, and that an answer or the end stops it."""

from datetime import UTC, datetime, timedelta

from domain.people import Purpose
from sandbox.people import Person
from tests.chat.conftest import Town
from tests.chat.surveying import CLOSES, surveyed, walks
from tests.chat.talk import says, shows, taps

NEVER = {"Сотрудничаете ли вы": ("пока нет",)}
HALF, LAST, CALL = "ответа вашей организации пока нет", "Опрос скоро закроется", "Не ответил"


def told(person: Person, words: str) -> int:
    return sum(words in text for text in person.texts())


async def test_only_who_has_not_sent_is_asked_again_and_after_the_end_nobody(town: Town) -> None:
    case = await surveyed(town)
    assert told(case.maria, "Приглашаем") == 0, "the first contact alone is invited"
    rounds = await town.store.chasing.of(case.survey.id)
    assert [one.kind for one in rounds] == ["half", "last", "calls"]
    await town.box.clock.set(rounds[0].due_at + timedelta(minutes=1))
    await case.igor.sees(HALF)
    assert told(case.maria, HALF) == 0
    await town.box.clock.set(rounds[1].due_at + timedelta(minutes=1))
    await case.maria.sees(LAST)
    await case.igor.sees(LAST)
    await town.box.clock.set(rounds[2].due_at + timedelta(minutes=1))
    await town.anna.sees("Колледж")
    assert told(town.anna, CALL) == 1
    await town.anna.sees("Опрос закроется: ")
    before = len(case.igor.texts())
    await town.box.clock.set(CLOSES + timedelta(days=20))
    await town.quiet()
    assert len(case.igor.texts()) == before


async def test_an_answer_stops_it_at_once(town: Town) -> None:
    case = await surveyed(town)
    await case.begins(case.igor)
    await walks(town, case.igor, NEVER)
    await taps(town, case.igor, "Отправить")
    for one in await town.store.chasing.of(case.survey.id):
        await town.box.clock.set(one.due_at + timedelta(minutes=1))
        await says(town, case.igor, "/help")
    assert told(case.igor, HALF) + told(case.maria, LAST) + told(town.anna, CALL) == 0


async def test_who_has_put_it_off_is_reminded_when_they_chose_instead(town: Town) -> None:
    case = await surveyed(town, None, Purpose.SURVEY)
    await case.begins(case.igor)
    await taps(town, case.igor, "Да, верно", "Отложить")
    shows(case.igor, "Когда напомнить?", "Всё, что вы ответили, сохранено")
    await taps(town, case.igor, "В последний день")
    shows(case.igor, "Хорошо, напомню: пятница, 20 апреля 2018 г., 10:00")
    await town.box.clock.set(CLOSES - timedelta(hours=20))
    await says(town, case.igor, "/help")
    assert told(case.igor, HALF) == 0
    await town.box.clock.set(datetime(2018, 4, 20, 7, 1, tzinfo=UTC))
    await case.igor.sees("Вы просили напомнить")
    await taps(town, case.igor, "Продолжить")
    shows(case.igor, "Кто заполняет анкету?")
