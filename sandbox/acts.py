"""What people do: write, press, block, add the bot to a group. Each becomes the update that Telegram would send."""

from typing import Any

from sandbox.actors import MEMBERS, Account, Chat
from sandbox.errors import bad
from sandbox.shapes import Json, member
from sandbox.world import World

NOBODY = Account(1_087_968_824, "Group", None, "GroupAnonymousBot", is_bot=True)
"""In whose name Telegram puts what a group itself says, or an administrator who stays unnamed."""


def write(world: World, account: Account, chat: Chat, body: Json) -> Json:
    """A message of a person; it reaches the bot unless a group's privacy mode keeps it back."""
    if chat.kind == "private":
        account.started, account.blocked = True, False
    message = world.put_message(chat, account, body)
    if chat.kind == "private" or _is_for_bot(world, chat, message):
        world.push("channel_post" if chat.kind == "channel" else "message", message)
    return message


def press(world: World, account: Account, message: Json, data: str) -> str:
    """A press of a button that carries `data`; the id under which it waits for its answer.

    Of a message that went through the bot in inline mode Telegram only tells its `inline_message_id`.
    """
    chat_id = message["chat"]["id"]
    waiting = world.new_query(world.presses, account.id, chat_id, message["message_id"])
    pressed = {"inline_message_id": message["_inline"]} if "_inline" in message else {"message": message}
    query = {"id": waiting.id, "from": account.user(), "chat_instance": str(chat_id), "data": data}
    world.push("callback_query", query | pressed)
    world.changes.touch()
    return waiting.id


def block(world: World, account: Account, *, blocked: bool) -> None:
    """Blocks the bot or lets it in again; the bot is told."""
    account.blocked = blocked
    before, after = ("member", "kicked") if blocked else ("kicked", "member")
    _tell_membership(world, world.chats[account.id], account, before, after)


def admit(world: World, account: Account, chat: Chat, status: str = "member") -> None:
    """Somebody adds the bot to a group or channel, or takes it out (`left`, `kicked`)."""
    before, chat.bot_status = chat.bot_status, status
    chat.expelled = status not in MEMBERS
    _tell_membership(world, chat, account, before, status)


def grow(world: World, account: Account, chat: Chat) -> Chat:
    """A group becomes a supergroup, which has another id; both say so."""
    bigger = world.add_group(chat.title, chat.members, "supergroup")
    bigger.bot_status = chat.bot_status
    _tell_service(world, account, chat, {"migrate_to_chat_id": bigger.id})
    chat.moved_to = bigger.id
    _tell_service(world, NOBODY, bigger, {"migrate_from_chat_id": chat.id, "sender_chat": bigger.body()})
    return bigger


def close_topic(world: World, account: Account, chat: Chat, number: int, *, closed: bool) -> None:
    """An administrator closes a topic of a forum, or opens it again; the topic says so."""
    (chat.closed.add if closed else chat.closed.discard)(number)
    said: Json = {"forum_topic_closed" if closed else "forum_topic_reopened": {}}
    _tell_service(world, account, chat, said | {"message_thread_id": number, "is_topic_message": True})


def button_of(message: Json, label: str) -> Json | None:
    """The first button whose words hold the label; one that says just that goes before."""
    rows: list[list[Json]] = message.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = [button for row in rows for button in row]
    exact = [button for button in buttons if button["text"] == label]
    return next(iter(exact or [button for button in buttons if label in button["text"]]), None)


def message_in(world: World, chat_id: int, message_id: int) -> Json:
    chat = world.chats.get(chat_id)
    if chat is None or message_id not in chat.messages:
        raise bad("message not found")
    return chat.messages[message_id]


def payload_of(world: World, url: str) -> str | None:
    """The payload of a link that starts this bot; None for any other address."""
    start = f"https://t.me/{world.bot.username}?start="
    return url.removeprefix(start) if url.startswith(start) else None


def _tell_membership(world: World, chat: Chat, account: Account, before: str, after: str) -> None:
    world.push(
        "my_chat_member",
        {
            "chat": chat.body(world.accounts.get(chat.id)),
            "from": account.user(),
            "date": world.seconds,
            "old_chat_member": member(world.bot.user(), before),
            "new_chat_member": member(world.bot.user(), after),
        },
    )
    world.changes.touch()


def _tell_service(world: World, account: Account, chat: Chat, what: Json) -> None:
    message = world.put_message(chat, account, what)
    if chat.bot_status in MEMBERS:
        world.push("message", message)


def _is_for_bot(world: World, chat: Chat, message: Json) -> bool:
    """Privacy mode: commands, mentions, replies to the bot, and what was sent through it."""
    if chat.bot_status == "administrator":
        return True
    text = message.get("text", "")
    reply: Any = message.get("reply_to_message") or {}
    is_ours = "via_bot" in message or reply.get("from", {}).get("id") == world.bot.id
    return chat.bot_status in MEMBERS and (is_ours or text.startswith("/") or f"@{world.bot.username}" in text)
