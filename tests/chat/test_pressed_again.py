"""A second quick press on what closed a draft: the first one did what was wanted, and nobody is alarmed."""

from sandbox.people import Person
from sandbox.shapes import Json
from tests.chat.conftest import Town
from tests.chat.surveying import surveyed, walks
from tests.chat.talk import shows, taps
from tests.chat.test_new_event import at_preview, only_event
from tests.chat.test_surveys import LIBRARIES

GOOD = (False, "Уже сделано")


async def twice(town: Town, person: Person, label: str) -> tuple[bool, str]:
    """Presses the newest such button two times; what the second press is answered."""
    screen, data = carried(person, label)
    await taps(town, person, label)
    return told(await person.presses(data, screen))


def carried(person: Person, label: str) -> tuple[Json, str]:
    """The screen, and what its button carries."""
    screen = person.screen()
    rows = screen["reply_markup"]["inline_keyboard"]
    return screen, next(one["callback_data"] for row in rows for one in row if one["text"] == label)


def told(toast: Json) -> tuple[bool, str]:
    return toast["alert"], toast["text"]


async def test_an_event_that_was_just_published_is_no_closed_draft(town: Town) -> None:
    anna = await at_preview(town)
    assert await twice(town, anna, "Опубликовать") == GOOD
    shows(anna, "Опубликовано.")
    await only_event(town)


async def test_answers_that_were_just_sent_are_sent(town: Town) -> None:
    case = await surveyed(town)
    await case.begins(case.igor)
    await walks(town, case.igor, LIBRARIES)
    assert await twice(town, case.igor, "Отправить") == GOOD
    shows(case.igor, "Ответы отправлены")


async def test_a_draft_that_was_just_deleted_is_deleted(town: Town) -> None:
    anna = await at_preview(town)
    await taps(town, anna, "Отменить")
    assert await twice(town, anna, "Удалить черновик") == GOOD


async def test_whoever_presses_another_button_of_a_closed_draft_is_told(town: Town) -> None:
    anna = await at_preview(town)
    screen, change = carried(anna, "Изменить")
    await taps(town, anna, "Опубликовать")
    alert, words = told(await anna.presses(change, screen))
    assert (alert, "черновик уже закрыт" in words) == (True, True)


async def test_what_somebody_else_closed_is_news(town: Town) -> None:
    anna = await at_preview(town)
    screen, publish = carried(anna, "Опубликовать")
    draft = (await town.store.drafts.of((await town.member(anna)).id))[0]
    await town.store.drafts.drop(draft.id)
    assert told(await anna.presses(publish, screen))[0]
