"""How a screen's buttons stand: in rows in which a phone cuts no word off."""

from handlers.say import Html
from handlers.screen import Button, Screen


def rows_of(*texts: str) -> list[list[str]]:
    """The rows as which one row is shown."""
    keyboard = Screen(Html("…"), (tuple(Button(text, url="https://example.org") for text in texts),)).keyboard
    return [[button.text for button in row] for row in keyboard.inline_keyboard] if keyboard else []


def test_a_row_that_fits_stays_one() -> None:
    assert rows_of("Приду", "Возможно", "Не смогу") == [["Приду", "Возможно", "Не смогу"]]
    assert rows_of("‹", "сентябрь 2018", "›") == [["‹", "сентябрь 2018", "›"]]


def test_a_row_whose_words_would_be_cut_off_is_shown_as_several() -> None:
    assert rows_of("Соорганизатор", "Информационный партнёр") == [["Соорганизатор"], ["Информационный партнёр"]]
    assert rows_of("Без записи +1", "−1", "+ Группа", "Убрать группу") == [
        ["Без записи +1", "−1"],
        ["+ Группа", "Убрать группу"],
    ]


def test_one_long_button_is_left_to_itself() -> None:
    assert rows_of("Напомнить тем, кто не ответил на приглашение до пятницы") != []
