"""The sandbox refuses what Telegram refuses, in Telegram's words."""

from typing import Any

import pytest

from sandbox.entities import parse_html
from sandbox.errors import ApiError
from sandbox.people import Person
from sandbox.server import Sandbox
from tests.sandbox.conftest import Call


def keys(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Кнопка"} | button]]}


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": "   "}, "message text is empty"),
        ({"text": "я" * 4097}, "message is too long"),
        ({"text": "<b>x", "parse_mode": "HTML"}, "can't parse entities"),
        ({"text": "x</b>", "parse_mode": "HTML"}, "can't parse entities"),
        ({"text": "<script>x</script>", "parse_mode": "HTML"}, "Unsupported start tag"),
        ({"text": "1 < 2", "parse_mode": "HTML"}, "can't parse entities"),
        ({"text": "x", "reply_markup": keys(callback_data="я" * 33)}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": keys(callback_data="")}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": keys(url="nonsense")}, "is invalid"),
        ({"text": "x", "reply_markup": keys(text=" ", callback_data="a")}, "buttons are unallowed"),
        ({"text": "x", "reply_markup": keys()}, "buttons are unallowed"),
        ({"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": "a"}] * 9]}}, "in a row"),
        ({"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": "a"}]] * 101}}, "too long"),
    ],
)
async def test_a_message_that_cannot_be(call: Call, anna: Person, params: dict[str, Any], words: str) -> None:
    answer = await call("sendMessage", chat_id=anna.id, **params)
    assert (answer["ok"], answer["error_code"]) == (False, 400)
    assert words in answer["description"]


async def test_a_message_of_the_greatest_length_is_sent(call: Call, anna: Person) -> None:
    assert (await call("sendMessage", chat_id=anna.id, text="я" * 4096))["ok"]
    long = await call("sendMessage", chat_id=anna.id, text="😀" * 2049)
    assert "too long" in long["description"], "emoji count twice"


async def test_an_edit_must_change_something_and_find_its_message(call: Call, anna: Person) -> None:
    sent = (await call("sendMessage", chat_id=anna.id, text="Раз"))["result"]["message_id"]
    same = await call("editMessageText", chat_id=anna.id, message_id=sent, text="Раз")
    assert "message is not modified" in same["description"]
    gone = await call("editMessageText", chat_id=anna.id, message_id=999, text="Два")
    assert "message to edit not found" in gone["description"]
    caption = await call("editMessageCaption", chat_id=anna.id, message_id=sent, caption="Два")
    assert "there is no caption" in caption["description"]
    hers = next(iter(anna.chat.messages))
    assert (
        "can't be edited" in (await call("editMessageText", chat_id=anna.id, message_id=hers, text="x"))["description"]
    )


async def test_a_press_is_answered_once_and_in_time(box: Sandbox, call: Call, anna: Person) -> None:
    await call("sendMessage", chat_id=anna.id, text="x", reply_markup=keys(callback_data="a"))
    press = await anna.taps_at_once("Кнопка")
    too_long = await call("answerCallbackQuery", callback_query_id=press, text="я" * 201)
    assert too_long["description"].endswith("MESSAGE_TOO_LONG")
    assert (await call("answerCallbackQuery", callback_query_id=press, text="Готово"))["ok"]
    again = await call("answerCallbackQuery", callback_query_id=press)
    assert "query is too old" in again["description"]
    late = await anna.taps_at_once("Кнопка")
    box.world.presses[late].at -= 60
    assert "query is too old" in (await call("answerCallbackQuery", callback_query_id=late))["description"]


async def test_who_may_not_be_written_to(box: Sandbox, call: Call, anna: Person) -> None:
    stranger = box.person("Ольга Котова")
    silent = await call("sendMessage", chat_id=stranger.id, text="x")
    assert (silent["error_code"], "can't initiate" in silent["description"]) == (403, True)
    await anna.blocks()
    blocked = await call("sendMessage", chat_id=anna.id, text="x")
    assert (blocked["error_code"], "blocked by the user" in blocked["description"]) == (403, True)
    group = box.group("Библиотекари", anna)
    kicked = await call("sendMessage", chat_id=group.id, text="x")
    assert (kicked["error_code"], "kicked" in kicked["description"]) == (403, True)
    assert "chat not found" in (await call("sendMessage", chat_id=1, text="x"))["description"]


async def test_a_group_keeps_its_talk_to_itself(box: Sandbox, call: Call, anna: Person) -> None:
    group = box.group("Библиотекари", anna)
    await anna.adds_bot(group)
    await anna.says("между нами", chat=group)
    await anna.says("/events", chat=group)
    texts = [one["message"]["text"] for one in (await call("getUpdates"))["result"] if "message" in one]
    assert texts == ["/start", "/events"]


async def test_an_unknown_method_and_a_wrong_token(call: Call) -> None:
    assert (await call("sendTelegram"))["error_code"] == 404
    async with Sandbox("42:RIGHT-TOKEN") as strict:
        import aiohttp

        async with aiohttp.ClientSession() as session, session.get(f"{strict.url}/bot42:WRONG/getMe") as response:
            assert response.status == 401


@pytest.mark.parametrize(
    ("source", "text", "kinds"),
    [
        ("<b>да</b> и <i>нет</i>", "да и нет", [("bold", 0, 2), ("italic", 5, 3)]),
        ("  <b>да</b>  ", "да", [("bold", 0, 2)]),
        ("😀<b>x</b>", "😀x", [("bold", 2, 1)]),
        ("a &lt;b&gt; &amp; c", "a <b> & c", []),
        ('<a href="https://t.me">тут</a>', "тут", [("text_link", 0, 3)]),
        ("<b></b>пусто", "пусто", []),
    ],
)
def test_html_becomes_text_with_entities(source: str, text: str, kinds: list[tuple[str, int, int]]) -> None:
    found, entities = parse_html(source)
    assert found == text
    assert [(one["type"], one["offset"], one["length"]) for one in entities] == kinds


def test_tags_must_nest() -> None:
    with pytest.raises(ApiError, match="Unmatched end tag"):
        parse_html("<b><i>x</b></i>")
