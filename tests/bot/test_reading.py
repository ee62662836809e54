"""Updates of a Bot API that is yet to come: what can be read of them is answered."""

import json
from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import CallbackQuery, Message
from pydantic import ValidationError

from bot.reading import read
from tests.bot.conftest import Town, eventually

BOT = Bot("42:TEST")
ANNA = {"id": 7, "is_bot": False, "first_name": "Анна"}
SAID: dict[str, Any] = {
    "message_id": 1,
    "date": 1,
    "chat": {"id": 7, "type": "private"},
    "from": ANNA,
    "text": "/help",
}
STRANGE = {"forward_origin": {"type": "hologram", "date": 1}}
PRESS = {"id": "1", "from": ANNA, "chat_instance": "1", "data": "x"}


def update(**kind: Any) -> str:
    return json.dumps({"update_id": 1} | kind)


@pytest.mark.parametrize(
    "strange",
    [
        STRANGE,
        {"entities": [{"offset": 1}]},
        {"reply_to_message": SAID | {"chat": 3}},
        {"reply_to_message": SAID | STRANGE},
        {"forward_origin": 1, "via_bot": 2, "photo": "x"},
    ],
)
def test_what_is_strange_is_left_out_and_the_rest_is_read(strange: dict[str, Any]) -> None:
    message = read(update(message=SAID | strange), BOT).event
    assert isinstance(message, Message)
    assert (message.text, message.from_user and message.from_user.id) == ("/help", 7)


def test_a_press_under_something_strange_is_a_press() -> None:
    press = read(update(callback_query=PRESS | {"message": SAID | STRANGE}), BOT).event
    assert isinstance(press, CallbackQuery)
    assert isinstance(press.message, Message)
    assert press.message.date.timestamp() == 1


@pytest.mark.parametrize(
    "body",
    [
        "{",
        "[]",
        update(message=7),
        update(callback_query=PRESS | {"from": {"id": 7}}),
        update(message={"message_id": 1}),
    ],
)
def test_where_nothing_is_left_to_answer_it_cannot_be_read(body: str) -> None:
    with pytest.raises(ValidationError):
        read(body, BOT)


async def test_who_forwards_something_of_tomorrow_is_answered(town: Town) -> None:
    olga = await town.known("Ольга Котова")
    await olga.sends({"text": "/help"} | STRANGE)
    await olga.sees("Что я умею")
    await eventually(lambda: _nothing_waits(town))


async def _nothing_waits(town: Town) -> bool:
    return await town.store.inbox.waiting() == []
