"""Who has typed what a question does not take is shown, with the reason, the way back to where the question stood."""

from collections.abc import Sequence

import pytest

from tests.chat.conftest import Town
from tests.chat.talk import answered, labels, says, shows, taps

MANY = ("щ" * 3001, "Слишком длинно")
NAMED = ("Лапина М.И. отметила", "Напишите то же без них")
MINUTES = ("Управление", "Документы", "Вести протокол", "Участники отметили")


@pytest.mark.parametrize(
    ("command", "presses", "refused", "way"),
    [
        ("/start", ("Письма", "Написать партнёрам"), MANY, "‹ Письма"),
        ("/staff", ("Библиотеки", "Герцена", "Название"), MANY, "Оставить как есть"),
        ("/staff", ("Библиотеки", "+ Библиотека"), MANY, "Оставить как есть"),
        ("/partners", (), MANY, "‹ Все партнёры"),
        ("/start e1", MINUTES, NAMED, "‹ Назад"),
    ],
)
async def test_a_text_that_is_not_taken_leads_back(
    town: Town, command: str, presses: Sequence[str], refused: tuple[str, str], way: str
) -> None:
    await town.event()
    await says(town, town.anna, command)
    await taps(town, town.anna, *presses)
    await says(town, town.anna, *refused)
    assert labels(town.anna.screen()) == [way]
    await taps(town, town.anna, way)
    assert way not in labels(town.anna.screen())


async def test_a_picture_that_no_questionnaire_waits_for_leads_back_to_surveys(town: Town) -> None:
    await says(town, town.anna, "/start")
    await taps(town, town.anna, "Опросы")
    mine = await town.anna.sends_photo(b"\x89PNG")
    await answered(town, town.anna, mine["message_id"], "Сейчас анкета не ждёт картинок")
    assert labels(town.anna.screen()) == ["‹ Опросы"]


async def test_a_letter_that_is_to_be_written_anew_may_stay_as_it_is(town: Town) -> None:
    await town.partner("Колледж")
    await says(town, town.anna, "/start")
    await taps(town, town.anna, "Письма", "Написать партнёрам")
    await says(town, town.anna, "Ждём вас")
    await taps(town, town.anna, "Текст")
    shows(town.anna, "Напишите письмо")
    await taps(town, town.anna, "‹ К письму")
    shows(town.anna, "Письмо придёт так, как выше")
