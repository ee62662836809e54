"""Whom the bot may write to, and what it is told where it may not."""

from typing import Any

import pytest

from sandbox.people import Group, Person
from sandbox.server import Sandbox
from tests.sandbox.conftest import Call, keys, picture, refused, sent


async def test_nobody_is_written_to_whom_the_bot_has_never_met(box: Sandbox, call: Call) -> None:
    stranger, group = box.person("Ольга Котова"), box.group("Клуб")
    for chat in (stranger.id, str(stranger.id), group.id, 1, "@roundtable", "1x"):
        await refused(call, "chat not found", "sendMessage", chat_id=chat, text="x")
    await refused(call, "chat_id is empty", "sendMessage", text="x")


async def test_the_first_word_is_the_persons(box: Sandbox, call: Call, anna: Person) -> None:
    olga = box.person("Ольга Котова")
    group = box.group("Клуб", anna, olga)
    await anna.adds_bot(group)
    await olga.says("/help", chat=group)
    await refused(call, "bot can't initiate conversation with a user", "sendMessage", 403, chat_id=olga.id, text="x")
    await olga.says("/start")
    assert (await call("sendMessage", chat_id=str(olga.id), text="x"))["ok"]


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("sendMessage", {"text": "x"}),
        ("sendPhoto", {"photo": picture()}),
        ("editMessageText", {"message_id": 2, "text": "y"}),
        ("sendChatAction", {"action": "typing"}),
    ],
)
async def test_who_blocks_or_deletes_the_account_gets_nothing(
    call: Call, anna: Person, method: str, params: dict[str, Any]
) -> None:
    await sent(call, "sendMessage", chat_id=anna.id, text="x")
    await anna.blocks()
    await refused(call, "bot was blocked by the user", method, 403, chat_id=anna.id, **params)
    assert (await call("getChat", chat_id=anna.id))["ok"], "one may still look"
    await anna.unblocks()
    anna.account.deactivated = True
    await refused(call, "user is deactivated", method, 403, chat_id=anna.id, **params)


@pytest.mark.parametrize(
    ("kind", "left", "kicked"),
    [
        ("group", "was kicked from", "was kicked from"),
        ("supergroup", "is not a member of", "was kicked from"),
        ("channel", "is not a member of", "was kicked from"),
    ],
)
async def test_a_chat_that_threw_the_bot_out(call: Call, anna: Person, kind: str, left: str, kicked: str) -> None:
    group = Group(anna.world, anna.world.add_group("Клуб", [anna.id], kind))
    for status, was in (("left", left), ("kicked", kicked)):
        await anna.adds_bot(group, "administrator")
        await sent(call, "sendMessage", chat_id=group.id, text="x")
        await anna.adds_bot(group, status)
        await refused(call, f"bot {was} the {kind} chat", "sendMessage", 403, chat_id=group.id, text="x")


async def test_a_group_in_which_the_bot_may_not_write(box: Sandbox, call: Call, anna: Person) -> None:
    group = box.group("Клуб", anna)
    await anna.adds_bot(group, "restricted")
    assert (await call("getChatMember", chat_id=group.id, user_id=box.world.bot.id))["result"]["is_member"]
    await refused(
        call, "not enough rights to send text messages to the chat", "sendMessage", chat_id=group.id, text="x"
    )


async def test_a_group_whose_members_send_no_photos(box: Sandbox, call: Call, anna: Person) -> None:
    group = box.group("Клуб", anna)
    group.chat.takes_photos = False
    await anna.adds_bot(group)
    await sent(call, "sendMessage", chat_id=group.id, text="x")
    words = "not enough rights to send photos to the chat"
    await refused(call, words, "sendPhoto", chat_id=group.id, photo=picture())
    await anna.adds_bot(group, "administrator")
    await sent(call, "sendPhoto", chat_id=group.id, photo=picture())


async def test_who_pins_in_a_group_is_an_administrator(box: Sandbox, call: Call, anna: Person) -> None:
    group = box.group("Клуб", anna)
    await anna.adds_bot(group)
    number = (await sent(call, "sendMessage", chat_id=group.id, text="x"))["message_id"]
    words = "not enough rights to manage pinned messages in the chat"
    await refused(call, words, "pinChatMessage", chat_id=group.id, message_id=number)
    await anna.adds_bot(group, "administrator")
    assert (await call("pinChatMessage", chat_id=group.id, message_id=number))["ok"]
    await refused(call, "message to pin not found", "pinChatMessage", chat_id=group.id, message_id=999)


async def test_an_answer_stands_in_the_topic_as_long_as_there_is_one(call: Call, anna: Person) -> None:
    await anna.sends({"text": "x", "message_thread_id": 5, "is_topic_message": True})
    assert (await sent(call, "sendMessage", chat_id=anna.id, text="x", message_thread_id=5))["is_topic_message"]
    await refused(call, "message thread not found", "sendMessage", chat_id=anna.id, text="x", message_thread_id=6)


async def test_in_a_closed_topic_only_administrators_write(box: Sandbox, call: Call, anna: Person) -> None:
    group = box.group("Клуб", anna, kind="supergroup")
    await anna.adds_bot(group)
    await anna.closes_topic(group, 5)
    there: dict[str, Any] = {"chat_id": group.id, "text": "x", "message_thread_id": 5}
    await refused(call, "TOPIC_CLOSED", "sendMessage", **there)
    await sent(call, "sendMessage", chat_id=group.id, text="x")
    await anna.closes_topic(group, 1)
    await refused(call, "TOPIC_CLOSED", "sendMessage", chat_id=group.id, text="x")
    await anna.adds_bot(group, "administrator")
    await sent(call, "sendMessage", **there)
    await anna.adds_bot(group)
    await anna.closes_topic(group, 5, closed=False)
    await sent(call, "sendMessage", **there)


async def test_a_chat_that_the_bot_has_left(box: Sandbox, call: Call, anna: Person) -> None:
    group = box.group("Клуб", anna)
    await anna.adds_bot(group)
    assert (await call("getChatMember", chat_id=group.id, user_id=box.world.bot.id))["result"]["status"] == "member"
    assert (await call("leaveChat", chat_id=group.id))["ok"]
    await refused(call, "bot is not a member of the group chat", "sendMessage", 403, chat_id=group.id, text="x")
    await refused(call, "chat member status can't be changed in private chats", "leaveChat", chat_id=anna.id)


async def test_in_a_channel_only_administrators_write(box: Sandbox, call: Call, anna: Person) -> None:
    channel = box.channel("Новости", anna)
    await anna.adds_bot(channel)
    await refused(call, "need administrator rights in the channel chat", "sendMessage", chat_id=channel.id, text="x")
    await anna.adds_bot(channel, "administrator")
    post = await sent(call, "sendMessage", chat_id=channel.id, text="x")
    assert (post["sender_chat"]["id"], "from" in post) == (channel.id, False)


async def test_a_group_that_grew_has_another_id(box: Sandbox, call: Call, anna: Person) -> None:
    group = box.group("Клуб", anna)
    await anna.adds_bot(group)
    old = group.id
    await anna.makes_supergroup(group)
    answer = await call("sendMessage", chat_id=old, text="x")
    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": group.id}
    assert (await sent(call, "sendMessage", chat_id=group.id, text="x"))["chat"]["type"] == "supergroup"
    told = [one["message"] for one in (await call("getUpdates"))["result"] if "message" in one][-2:]
    assert [told[0]["migrate_to_chat_id"], told[1]["migrate_from_chat_id"]] == [group.id, old]


async def test_who_is_in_a_chat(box: Sandbox, call: Call, anna: Person) -> None:
    kim, olga = box.person("Ким"), box.person("Ольга")
    group = box.group("Клуб", anna, kim)
    await anna.adds_bot(group)
    statuses = {}
    for user in (anna.id, kim.id, olga.id, box.world.bot.id):
        statuses[user] = (await call("getChatMember", chat_id=group.id, user_id=user))["result"]["status"]
    assert statuses == {anna.id: "creator", kim.id: "member", olga.id: "left", box.world.bot.id: "member"}
    await refused(call, "user not found", "getChatMember", chat_id=group.id, user_id=5)
    await refused(call, "invalid user_id specified", "getChatMember", chat_id=group.id)
    assert (await call("getChatMemberCount", chat_id=group.id))["result"] == 3


async def test_a_group_keeps_its_talk_to_itself(box: Sandbox, call: Call, anna: Person) -> None:
    group = box.group("Библиотекари", anna)
    await anna.adds_bot(group)
    for text in ("между нами", "/events", f"эй, @{box.world.bot.username}"):
        await anna.says(text, chat=group)
    texts = [one["message"]["text"] for one in (await call("getUpdates"))["result"] if "message" in one]
    assert texts == ["/start", "/events", f"эй, @{box.world.bot.username}"]


async def test_the_bot_sees_no_marks_of_the_sandbox(call: Call, anna: Person) -> None:
    message = await sent(
        call,
        "sendMessage",
        chat_id=anna.id,
        text="x",
        disable_notification=True,
        reply_markup=keys(callback_data="a"),
    )
    assert not [key for key in message if key.startswith("_")]
    await anna.taps_at_once("Кнопка")
    pressed = (await call("getUpdates"))["result"][-1]["callback_query"]["message"]
    assert pressed == message
    assert anna.chat.messages[message["message_id"]]["_silent"]


async def test_an_update_keeps_what_was_there_at_its_time(call: Call, anna: Person) -> None:
    message = await sent(call, "sendMessage", chat_id=anna.id, text="x", reply_markup=keys(callback_data="a"))
    await anna.taps_at_once("Кнопка")
    await sent(call, "editMessageText", chat_id=anna.id, message_id=message["message_id"], text="y")
    assert (await call("getUpdates"))["result"][-1]["callback_query"]["message"]["text"] == "x"


async def test_an_unknown_method_and_a_wrong_token(call: Call) -> None:
    await refused(call, "Not Found: method not found", "sendTelegram", 404)
    async with Sandbox("42:RIGHT-TOKEN") as strict:
        import aiohttp

        async with aiohttp.ClientSession() as session, session.get(f"{strict.url}/bot42:WRONG/getMe") as response:
            assert response.status == 401
