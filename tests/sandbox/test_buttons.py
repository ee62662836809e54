"""Buttons: what Telegram takes, and in which words it refuses the rest."""

from typing import Any

import pytest

from sandbox.people import Person
from tests.sandbox.conftest import Call, keys, refused, sent

ONE = {"text": "x", "callback_data": "a"}
UNREADABLE = "can't parse inline keyboard button: "


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (keys(callback_data="я" * 33), "BUTTON_DATA_INVALID"),
        (keys(callback_data=""), UNREADABLE + "Text buttons are unallowed in the inline keyboard"),
        (keys(), UNREADABLE + "Text buttons are unallowed in the inline keyboard"),
        (keys(text=" ", callback_data="a"), "inline keyboard button text must be non-empty"),
        (keys(pay=True), "BUTTON_TYPE_INVALID"),
        (keys(copy_text={"text": ""}), "BUTTON_COPY_TEXT_INVALID"),
        (keys(url="nonsense"), "inline keyboard button URL 'nonsense' is invalid: Wrong HTTP URL"),
        (keys(url="http://а б.рф"), "inline keyboard button URL 'http://а б.рф' is invalid: Wrong HTTP URL"),
        (keys(url="ftp://x.ru"), "inline keyboard button URL 'ftp://x.ru' is invalid: Unsupported URL protocol"),
        ({"inline_keyboard": [[{"callback_data": "a"}]]}, UNREADABLE + 'Can\'t find field "text"'),
        ({"inline_keyboard": [["x"]]}, UNREADABLE + "InlineKeyboardButton must be an Object"),
        ({"inline_keyboard": [ONE]}, 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'),
        ({"inline_keyboard": [[ONE] * 9]}, "reply markup is too long"),
        ({"inline_keyboard": [[ONE]] * 101}, "reply markup is too long"),
        ({"inline_keyboard": [[{"text": "я" * 6000, "callback_data": "a"}]]}, "reply markup is too long"),
        ("x", "object expected as reply markup"),
    ],
)
async def test_a_keyboard_that_cannot_be(call: Call, anna: Person, markup: Any, words: str) -> None:
    await refused(call, words, "sendMessage", chat_id=anna.id, text="x", reply_markup=markup)


@pytest.mark.parametrize(
    "button",
    [
        {"callback_data": "я" * 32},
        {"url": "https://yandex.ru/maps/?text=%D0%A2"},
        {"url": "t.me/bot?start=x"},
        {"url": "tg://user?id=1"},
        {"switch_inline_query": ""},
        {"copy_text": {"text": "x"}},
    ],
)
async def test_a_button_that_can_be(call: Call, anna: Person, button: dict[str, Any]) -> None:
    message = await sent(call, "sendMessage", chat_id=anna.id, text="x", reply_markup=keys(**button))
    assert message["reply_markup"] == keys(**button)


async def test_a_keyboard_below_the_input_is_no_part_of_the_message(call: Call, anna: Person) -> None:
    below = {"keyboard": [["Да"]]}
    message = await sent(call, "sendMessage", chat_id=anna.id, text="x", reply_markup=below)
    assert "reply_markup" not in message
    number = message["message_id"]
    edit = {"chat_id": anna.id, "message_id": number, "text": "y", "reply_markup": below}
    await refused(call, "inline keyboard expected", "editMessageText", **edit)


async def test_a_press_is_answered_once_and_in_time(call: Call, anna: Person) -> None:
    await sent(call, "sendMessage", chat_id=anna.id, text="x", reply_markup=keys(callback_data="a"))
    press = await anna.taps_at_once("Кнопка")
    await refused(call, "MESSAGE_TOO_LONG", "answerCallbackQuery", callback_query_id=press, text="я" * 201)
    await refused(call, "MESSAGE_TOO_LONG", "answerCallbackQuery", callback_query_id=press, text="😀" * 101)
    await refused(call, "URL_INVALID", "answerCallbackQuery", callback_query_id=press, url="https://example.org")
    assert (await call("answerCallbackQuery", callback_query_id=press, text="я" * 200))["ok"]
    too_old = "query is too old and response timeout expired or query ID is invalid"
    await refused(call, too_old, "answerCallbackQuery", callback_query_id=press)
    late = await anna.taps_at_once("Кнопка")
    anna.world.presses[late].at -= 60
    await refused(call, too_old, "answerCallbackQuery", callback_query_id=late)
    await refused(call, too_old, "answerCallbackQuery", callback_query_id="0")


async def test_a_press_may_open_the_bot(call: Call, anna: Person) -> None:
    await sent(call, "sendMessage", chat_id=anna.id, text="x", reply_markup=keys(callback_data="a"))
    press = await anna.taps_at_once("Кнопка")
    url = f"https://t.me/{anna.world.bot.username}?start=e1-going"
    assert (await call("answerCallbackQuery", callback_query_id=press, url=url))["ok"]
    assert anna.world.toasts[anna.id][-1]["url"] == url
