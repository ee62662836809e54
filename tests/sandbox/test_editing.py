"""Messages that reply, change and go."""

from datetime import timedelta
from typing import Any

import pytest

from sandbox.people import Group, Person
from sandbox.server import Sandbox
from tests.sandbox.conftest import Call, keys, picture, refused, sent

UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


@pytest.fixture
async def text(call: Call, anna: Person) -> dict[str, Any]:
    """Where a message with a text and a button stands."""
    message = await sent(call, "sendMessage", chat_id=anna.id, text="Раз", reply_markup=keys(callback_data="a"))
    return {"chat_id": anna.id, "message_id": message["message_id"]}


@pytest.fixture
async def photo(call: Call, anna: Person) -> dict[str, Any]:
    message = await sent(call, "sendPhoto", chat_id=anna.id, photo=picture(), caption="Раз")
    return {"chat_id": anna.id, "message_id": message["message_id"]}


async def test_an_edit_must_change_something(call: Call, text: dict[str, Any]) -> None:
    same = text | {"text": "<b></b>Раз", "parse_mode": "HTML", "reply_markup": keys(callback_data="a")}
    await refused(call, UNCHANGED, "editMessageText", **same)
    await refused(call, UNCHANGED, "editMessageReplyMarkup", **text, reply_markup=keys(callback_data="a"))
    edited = await sent(call, "editMessageText", **text, text="Раз")
    assert "reply_markup" not in edited, "buttons that are not named go"
    await refused(call, UNCHANGED, "editMessageReplyMarkup", **text)


async def test_an_edit_must_find_its_own_message(call: Call, anna: Person, text: dict[str, Any]) -> None:
    await refused(call, "message to edit not found", "editMessageText", **text | {"message_id": 999}, text="x")
    hers = next(iter(anna.chat.messages))
    await refused(call, "message can't be edited", "editMessageText", **text | {"message_id": hers}, text="x")
    await refused(call, "message to edit not found", "editMessageText", chat_id=anna.id, text="x")
    await refused(call, "message identifier is not specified", "editMessageText", text="x")


async def test_words_are_edited_where_they_stand(call: Call, text: dict[str, Any], photo: dict[str, Any]) -> None:
    await refused(call, "there is no caption in the message to edit", "editMessageCaption", **text, caption="Два")
    await refused(call, "there is no text in the message to edit", "editMessageText", **photo, text="Два")
    assert (await sent(call, "editMessageCaption", **photo, caption="Два"))["caption"] == "Два"
    assert "caption" not in await sent(call, "editMessageCaption", **photo)


async def test_an_edit_too_long_is_refused_in_other_words(
    call: Call, text: dict[str, Any], photo: dict[str, Any]
) -> None:
    await refused(call, "MESSAGE_TOO_LONG", "editMessageText", **text, text="я" * 4097)
    await refused(call, "MEDIA_CAPTION_TOO_LONG", "editMessageCaption", **photo, caption="я" * 1025)


async def test_a_text_can_become_a_picture_and_a_picture_another(
    call: Call, anna: Person, text: dict[str, Any]
) -> None:
    new = {"type": "photo", "media": "attach://file", "caption": "Два"}
    edited = await sent(call, "editMessageMedia", **text, media=new, file=picture(20, 10))
    assert ("text" in edited, edited["caption"], edited["photo"][0]["width"]) == (False, "Два", 20)
    again = new | {"media": edited["photo"][0]["file_id"]}
    await refused(call, UNCHANGED, "editMessageMedia", **text, media=again)


@pytest.mark.parametrize(
    ("media", "words"),
    [
        (None, 'parameter "media" is required'),
        ({"media": "photo-1"}, "can't parse InputMedia: Can't find field \"type\""),
        ({"type": "photo"}, "can't parse InputMedia: media not found"),
        ({"type": "paint", "media": "x"}, 'can\'t parse InputMedia: type "paint" is unsupported'),
        ({"type": "photo", "media": "x"}, "wrong file identifier/HTTP URL specified"),
    ],
)
async def test_media_that_cannot_be(call: Call, text: dict[str, Any], media: Any, words: str) -> None:
    await refused(call, words, "editMessageMedia", **text, media=media)


async def test_a_reply_finds_its_message(call: Call, anna: Person, text: dict[str, Any]) -> None:
    number = text["message_id"]
    reply = await sent(call, "sendMessage", chat_id=anna.id, text="x", reply_parameters={"message_id": number})
    assert reply["reply_to_message"]["message_id"] == number
    lost = {"message_id": 999}
    words = "message to be replied not found"
    await refused(call, words, "sendMessage", chat_id=anna.id, text="x", reply_parameters=lost)
    alone = lost | {"allow_sending_without_reply": True}
    assert "reply_to_message" not in await sent(call, "sendMessage", chat_id=anna.id, text="x", reply_parameters=alone)
    await refused(call, "message thread not found", "sendMessage", chat_id=anna.id, text="x", message_thread_id=5)


async def test_a_copy_takes_the_words_along(call: Call, anna: Person, photo: dict[str, Any]) -> None:
    source = {"from_chat_id": anna.id, "message_id": photo["message_id"]}
    copied = await sent(call, "copyMessage", chat_id=anna.id, **source)
    assert anna.chat.messages[copied["message_id"]]["caption"] == "Раз"
    gone = source | {"message_id": 999}
    await refused(call, "message to copy not found", "copyMessage", chat_id=anna.id, **gone)


async def test_a_message_is_deleted_within_two_days(
    box: Sandbox, call: Call, anna: Person, text: dict[str, Any]
) -> None:
    hers = next(iter(anna.chat.messages))
    assert (await call("deleteMessage", chat_id=anna.id, message_id=hers))["ok"], "in private anybody's"
    await refused(call, "message to delete not found", "deleteMessage", chat_id=anna.id, message_id=hers)
    await refused(call, "message identifier is not specified", "deleteMessage", chat_id=anna.id)
    await box.clock.forward(hours=48, seconds=1)
    await refused(call, "message can't be deleted for everyone", "deleteMessage", **text)
    assert (await call("editMessageText", **text, text="Два"))["ok"], "an edit is never too late"


@pytest.mark.parametrize(
    ("kind", "words"),
    [("group", "message can't be deleted for everyone"), ("supergroup", "message can't be deleted")],
)
async def test_others_messages_are_an_administrators_to_delete(
    box: Sandbox, call: Call, anna: Person, kind: str, words: str
) -> None:
    group: Group = box.group("Клуб", anna, kind=kind)
    await anna.adds_bot(group)
    theirs = {"chat_id": group.id, "message_id": (await anna.says("/help", chat=group))["message_id"]}
    await refused(call, words, "deleteMessage", **theirs)
    await anna.adds_bot(group, "administrator")
    await box.clock.set(box.clock.now() + timedelta(days=3))
    await refused(call, words, "deleteMessage", **theirs)
    await box.clock.set(box.clock.now() - timedelta(days=3))
    assert (await call("deleteMessage", **theirs))["ok"]


async def test_only_what_is_there_is_pinned(call: Call, text: dict[str, Any]) -> None:
    assert (await call("pinChatMessage", **text))["ok"]
    await refused(call, "message to pin not found", "pinChatMessage", **text | {"message_id": 999})
