"""Inline mode: questions, results that Telegram takes, and messages that stand in chats the bot is not in."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest

from sandbox import inline
from sandbox.looking import until
from sandbox.people import Group, Person
from sandbox.server import Sandbox
from tests.sandbox.conftest import Call, keys, picture, refused, sent

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
RESULT = "can't parse inline query result: "
UNCLOSED = "can't parse entities: Can't find end tag corresponding to start tag \"b\""


def article(number: int = 1, **extra: Any) -> dict[str, Any]:
    content = {"message_text": f"<b>Текст</b> {number}", "parse_mode": "HTML"}
    about = {"type": "article", "id": str(number), "title": f"Название {number}", "description": "Описание"}
    return about | {"input_message_content": content} | extra


def photo(file_id: str, **extra: Any) -> dict[str, Any]:
    return {"type": "photo", "id": "p", "photo_file_id": file_id, "caption": "Подпись"} | extra


def without(result: dict[str, Any], *names: str) -> dict[str, Any]:
    return {key: value for key, value in result.items() if key not in names}


async def asked(call: Call) -> dict[str, Any]:
    """The newest question."""
    question: dict[str, Any] = (await call("getUpdates"))["result"][-1]["inline_query"]
    return question


@asynccontextmanager
async def question(call: Call, person: Person, words: str = "стол") -> AsyncIterator[str]:
    """The id of a question that somebody has just typed."""
    inline.ask(person.world, person.account, person.chat, words)
    yield (await asked(call))["id"]


async def picked(call: Call, person: Person, result: dict[str, Any], place: Group | None = None) -> dict[str, Any]:
    """The message that a result becomes in a chat, as the sandbox knows it."""
    asking = inline.ask(person.world, person.account, place.chat if place else person.chat, "стол")
    assert (await call("answerInlineQuery", inline_query_id=asking.id, results=[result]))["ok"]
    return inline.pick(person.world, person.account, asking, 0)


async def test_a_question_says_who_asks_what_and_where(box: Sandbox, call: Call, anna: Person) -> None:
    group = box.group("Клуб", anna)
    asking = inline.ask(box.world, anna.account, group.chat, "я" * 300, "20")
    found = await asked(call)
    assert found == {
        "id": asking.id,
        "from": anna.account.user(),
        "query": "я" * 256,
        "offset": "20",
        "chat_type": "group",
    }


@pytest.mark.parametrize(
    ("results", "words"),
    [
        ([article(number) for number in range(51)], "too many inline query results specified"),
        ([article(), article()], "RESULT_ID_DUPLICATE"),
        ([article(id="")], "RESULT_ID_INVALID"),
        ([article(id="я" * 33)], "RESULT_ID_INVALID"),
        ({"id": "1"}, "expected an Array of inline query results"),
        (["x"], RESULT + "Inline query result must be an object"),
        ([without(article(), "id")], RESULT + 'Can\'t find field "id"'),
        ([without(article(), "type")], RESULT + 'Can\'t find field "type"'),
        ([without(article(), "title")], RESULT + 'Can\'t find field "title"'),
        ([without(article(), "input_message_content")], RESULT + 'Can\'t find field "message_text"'),
        ([article(input_message_content={})], RESULT + "Input message content is not specified"),
        ([article(type="poem")], RESULT + 'type "poem" is unsupported for the inline query result'),
        ([article(input_message_content={"message_text": "я" * 4097})], "MESSAGE_TOO_LONG"),
        ([article(input_message_content={"message_text": "<b>", "parse_mode": "HTML"})], UNCLOSED),
        ([article(reply_markup=keys(callback_data="я" * 33))], "BUTTON_DATA_INVALID"),
        ([article(reply_markup={"keyboard": [["x"]]})], "inline keyboard expected"),
        ([photo("photo-99")], "wrong file identifier/HTTP URL specified"),
        ([without(photo(""), "photo_file_id")], RESULT + 'Can\'t find field "photo_file_id"'),
    ],
)
async def test_results_that_cannot_be(call: Call, anna: Person, results: Any, words: str) -> None:
    async with question(call, anna) as number:
        await refused(call, words, "answerInlineQuery", inline_query_id=number, results=results)


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"next_offset": "я" * 33}, "NEXT_OFFSET_INVALID"),
        ({"button": {"start_parameter": "x"}}, "can't parse inline query results button: Can't find field \"text\""),
        ({"button": {"text": "x", "start_parameter": ""}}, "START_PARAM_EMPTY"),
        ({"button": {"text": "x", "start_parameter": "а б"}}, "START_PARAM_INVALID"),
        (
            {"button": {"text": "x"}},
            "can't parse inline query results button: InlineQueryResultsButton must have exactly one optional field",
        ),
    ],
)
async def test_what_goes_with_results_and_cannot_be(
    call: Call, anna: Person, params: dict[str, Any], words: str
) -> None:
    async with question(call, anna) as number:
        await refused(call, words, "answerInlineQuery", inline_query_id=number, results=[], **params)


async def test_a_question_is_answered_once_and_in_time(box: Sandbox, call: Call, anna: Person) -> None:
    async with question(call, anna) as number:
        assert (await call("answerInlineQuery", inline_query_id=number, results=[article()]))["ok"]
        await refused(call, TOO_OLD, "answerInlineQuery", inline_query_id=number, results=[])
    async with question(call, anna) as number:
        box.world.questions[number].at -= 60
        await refused(call, TOO_OLD, "answerInlineQuery", inline_query_id=number, results=[])
    await refused(call, TOO_OLD, "answerInlineQuery", inline_query_id="5", results=[])


async def test_what_is_picked_stands_in_the_persons_name(box: Sandbox, call: Call, anna: Person) -> None:
    group = box.group("Клуб", anna)
    message = await picked(call, anna, article(reply_markup=keys(callback_data="a")), group)
    assert (message["text"], message["from"]["id"]) == ("Текст 1", anna.id)
    assert message["via_bot"]["username"] == box.world.bot.username
    chosen = (await call("getUpdates"))["result"][-1]["chosen_inline_result"]
    assert without(chosen, "from") == {
        "result_id": "1",
        "query": "стол",
        "inline_message_id": message["_inline"],
    }, "of a chat that the bot is not in it hears no more"


async def test_without_buttons_there_is_no_id(call: Call, anna: Person) -> None:
    message = await picked(call, anna, article())
    updates = (await call("getUpdates"))["result"]
    assert "inline_message_id" not in updates[-1]["chosen_inline_result"]
    assert updates[-2]["message"]["via_bot"], "in the chat with the bot it sees the message too"
    edit = {"chat_id": anna.id, "message_id": message["message_id"], "text": "x"}
    await refused(call, "message can't be edited", "editMessageText", **edit)


async def test_a_press_on_it_names_no_message(box: Sandbox, call: Call, anna: Person) -> None:
    group = box.group("Клуб", anna)
    message = await picked(call, anna, article(reply_markup=keys(callback_data="a")), group)
    await anna.taps_at_once("Кнопка", chat=group)
    press = (await call("getUpdates"))["result"][-1]["callback_query"]
    assert (press["inline_message_id"], press["data"], "message" in press) == (message["_inline"], "a", False)
    assert (await call("answerCallbackQuery", callback_query_id=press["id"], text="Готово"))["ok"]


async def test_it_is_edited_by_its_id_and_the_answer_is_true(box: Sandbox, call: Call, anna: Person) -> None:
    message = await picked(call, anna, article(reply_markup=keys(callback_data="a")), box.group("Клуб", anna))
    where = {"inline_message_id": message["_inline"]}
    buttons = {"reply_markup": keys(callback_data="b")}
    assert (await call("editMessageText", **where, text="Два", **buttons))["result"] is True
    assert (await call("editMessageCaption", **where, caption="Три", **buttons))["result"] is True
    assert (message["text"], message["reply_markup"]) == ("Три", keys(callback_data="b"))
    unchanged = (await call("editMessageReplyMarkup", **where, **buttons))["description"]
    assert "message is not modified" in unchanged
    assert (await call("editMessageReplyMarkup", **where))["result"] is True
    await refused(call, "MESSAGE_ID_INVALID", "editMessageText", inline_message_id="none", text="x")


async def test_a_picture_in_it_is_one_that_is_known(box: Sandbox, call: Call, anna: Person) -> None:
    file_id = (await sent(call, "sendPhoto", chat_id=anna.id, photo=picture()))["photo"][0]["file_id"]
    group = box.group("Клуб", anna)
    message = await picked(call, anna, photo(file_id, reply_markup=keys(callback_data="a")), group)
    assert (message["caption"], message["photo"][0]["file_id"]) == ("Подпись", file_id)
    where = {"inline_message_id": message["_inline"]}
    assert (await call("editMessageText", **where, text="Два"))["result"] is True
    assert (message["caption"], "text" in message) == ("Два", False)
    media = {"type": "photo", "media": "attach://file"}
    await refused(call, "invalid message content specified", "editMessageMedia", **where, media=media, file=picture())
    del group.chat.messages[message["message_id"]]
    await refused(call, "MESSAGE_ID_INVALID", "editMessageText", **where, text="x")


async def test_the_page_asks_and_picks(box: Sandbox, call: Call, anna: Person) -> None:
    asking = asyncio.create_task(wish(box, "inline", person=anna.id, words="стол"))
    await until(box.world, lambda: {} if box.world.questions else None, 5, lambda: "nothing is asked")
    button = {"text": "Ко мне", "start_parameter": "x"}
    number = next(iter(box.world.questions))
    assert (await call("answerInlineQuery", inline_query_id=number, results=[article()], button=button))["ok"]
    found = await asking
    assert (found["results"][0]["title"], found["button"]) == ("Название 1", button)
    assert "_message" not in found["results"][0]
    pick = {"person": anna.id, "question": found["question"]}
    assert (await wish(box, "pick", **pick, index=0))["text"] == "Текст 1"
    assert "error" in await wish(box, "pick", **pick, index=5)
    assert "error" in await wish(box, "pick", person=anna.id, question="none", index=0)


async def wish(box: Sandbox, what: str, **body: Any) -> dict[str, Any]:
    """What the page is answered."""
    async with aiohttp.ClientSession() as session, session.post(f"{box.url}/sandbox/{what}", json=body) as response:
        answer: dict[str, Any] = await response.json()
        return answer
