"""Updates as they are kept and read again."""

import json
from typing import Any

import pytest
from aiogram.types import CallbackQuery, Message, Update

from bot.kept import as_kept, buttons_under

ROWS = [
    [{"text": "Афиша", "callback_data": "l"}, {"text": "Карта", "url": "https://example.org"}],
    [{"text": "Ещё", "callback_data": "m:1"}],
]


def press(under: dict[str, Any]) -> dict[str, Any]:
    """Of a button, as the messenger says it."""
    message = {"message_id": 7, "date": 1, "chat": {"id": 5, "type": "private"}, "text": "Вечер"} | under
    person = {"id": 5, "is_bot": False, "first_name": "Анна"}
    query = {"id": "1", "from": person, "chat_instance": "1", "data": "x", "message": message}
    return {"update_id": 1, "callback_query": query}


def pressed(under: dict[str, Any]) -> Message:
    """The message under the button, kept and read again."""
    query = Update.model_validate_json(as_kept(press(under))).event
    assert isinstance(query, CallbackQuery)
    assert isinstance(query.message, Message)
    return query.message


def test_buttons_under_a_pressed_message_are_known() -> None:
    said = [(("Афиша", "l", None), ("Карта", None, "https://example.org")), (("Ещё", "m:1", None),)]
    assert list(buttons_under(pressed({"reply_markup": {"inline_keyboard": ROWS}}))) == said


def test_there_need_not_be_any() -> None:
    assert not list(buttons_under(pressed({})))


@pytest.mark.parametrize(
    "update",
    [
        {"update_id": 1},
        {"callback_query": None},
        {"callback_query": {"message": {"reply_markup": []}}},
        {"message": {"reply_markup": {"inline_keyboard": ROWS}}},
    ],
)
def test_what_has_another_shape_is_kept_as_it_is(update: dict[str, Any]) -> None:
    assert json.loads(as_kept(update)) == update


def test_half_a_letter_becomes_a_question_mark() -> None:
    assert json.loads(as_kept({"message": {"text": "а\ud83d"}})) == {"message": {"text": "а?"}}
