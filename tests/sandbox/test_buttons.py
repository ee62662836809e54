"""Buttons: what Telegram takes, and in which words it refuses the rest."""

from typing import Any

import pytest

from sandbox.people import Person
from sandbox.server import Sandbox
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


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ({"keyboard": ["Да"]}, 'field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays'),
        ({"keyboard": "Да"}, 'field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays'),
        ({"keyboard": [[7]]}, "can't parse keyboard button: KeyboardButton must be a String or an Object"),
        ({"keyboard": [[{}]]}, "can't parse keyboard button: Can't find field \"text\""),
        ({"keyboard": [[" "]]}, "keyboard button text must be non-empty"),
        ({"keyboard": [["Да"] * 13]}, "reply markup is too long"),
        ({"keyboard": [["Да"]] * 301}, "reply markup is too long"),
        (
            {"keyboard": [[{"text": "x", "request_contact": True, "request_location": True}]]},
            "can't parse keyboard button: a button asks for one thing",
        ),
        (
            {"keyboard": [["Да"]], "input_field_placeholder": "я" * 65},
            "input field placeholder must have 1-64 characters",
        ),
        ({"force_reply": True, "input_field_placeholder": ""}, "input field placeholder must have 1-64 characters"),
        ({"remove_keyboard": False}, "object expected as reply markup"),
        ({"selective": True}, "object expected as reply markup"),
    ],
)
async def test_a_keyboard_below_the_input_that_cannot_be(call: Call, anna: Person, markup: Any, words: str) -> None:
    await refused(call, words, "sendMessage", chat_id=anna.id, text="x", reply_markup=markup)


@pytest.mark.parametrize(
    "markup",
    [
        {"keyboard": [["Да"] * 12] * 25, "input_field_placeholder": "я" * 64},
        {"keyboard": [[{"text": "Телефон", "request_contact": True}]], "resize_keyboard": True},
        {"keyboard": []},
        {"remove_keyboard": True},
        {"force_reply": True},
    ],
)
async def test_a_keyboard_below_the_input_that_can_be(call: Call, anna: Person, markup: Any) -> None:
    await sent(call, "sendMessage", chat_id=anna.id, text="x", reply_markup=markup)


async def test_where_a_keyboard_below_the_input_has_no_place(box: Sandbox, call: Call, anna: Person) -> None:
    group, channel = box.group("Клуб", anna), box.channel("Новости", anna)
    await anna.adds_bot(group)
    await anna.adds_bot(channel, "administrator")
    phone = {"keyboard": [[{"text": "Телефон", "request_contact": True}]]}
    words = "phone number can be requested in private chats only"
    await refused(call, words, "sendMessage", chat_id=group.id, text="x", reply_markup=phone)
    await sent(call, "sendMessage", chat_id=group.id, text="x", reply_markup={"keyboard": [["Да"]]})
    markup = {"keyboard": [["Да"]]}
    await refused(call, "inline keyboard expected", "sendMessage", chat_id=channel.id, text="x", reply_markup=markup)


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
