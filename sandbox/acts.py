"""What people do: write, press, block, add the bot to a group. Each becomes the update that Telegram would send."""

from typing import Any

from sandbox.entities import commands_in
from sandbox.errors import bad
from sandbox.methods import member_body
from sandbox.world import Account, Chat, Json, World


def write(world: World, account: Account, chat: Chat, body: Json) -> Json:
    """A message of a person; it reaches the bot unless a group's privacy mode keeps it back."""
    if chat.kind == "private":
        account.started, account.blocked = True, False
    message = world.put_message(chat, account, body)
    if chat.kind == "private" or _is_for_bot(world, chat, message):
        world.push("message", message)
    return message


def text_body(text: str) -> Json:
    entities = commands_in(text)
    return {"text": text} | ({"entities": entities} if entities else {})


def photo_body(world: World, name: str, data: bytes, caption: str = "") -> Json:
    file_id = world.add_file(name, data)
    size = {"file_id": file_id, "file_unique_id": f"u{file_id}", "width": 640, "height": 480, "file_size": len(data)}
    return {"photo": [size]} | ({"caption": caption} if caption else {})


def document_body(world: World, name: str, data: bytes, caption: str = "") -> Json:
    file_id = world.add_file(name, data)
    document = {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_name": name, "file_size": len(data)}
    return {"document": document} | ({"caption": caption} if caption else {})


def sticker_body(world: World) -> Json:
    file_id = world.add_file("sticker.webp", b"RIFF")
    size = {"width": 512, "height": 512, "is_animated": False, "is_video": False, "type": "regular"}
    return {"sticker": size | {"file_id": file_id, "file_unique_id": f"u{file_id}", "emoji": "👍"}}


def press(world: World, account: Account, message: Json, data: str) -> str:
    """A press of a button that carries `data`; the id under which it waits for its answer."""
    chat_id = message["chat"]["id"]
    waiting = world.new_press(account.id, chat_id, message["message_id"])
    query = {"id": waiting.id, "from": account.user(), "message": message, "chat_instance": str(chat_id), "data": data}
    world.push("callback_query", query)
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
    _tell_membership(world, chat, account, before, status)


def _tell_membership(world: World, chat: Chat, account: Account, before: str, after: str) -> None:
    world.push(
        "my_chat_member",
        {
            "chat": chat.body(world.accounts.get(chat.id)),
            "from": account.user(),
            "date": int(world.clock.now().timestamp()),
            "old_chat_member": member_body(world, before),
            "new_chat_member": member_body(world, after),
        },
    )
    world.changes.touch()


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


def _is_for_bot(world: World, chat: Chat, message: Json) -> bool:
    if chat.bot_status == "administrator":
        return True
    text = message.get("text", "")
    reply: Any = message.get("reply_to_message") or {}
    return chat.bot_status == "member" and (
        text.startswith("/") or f"@{world.bot.username}" in text or reply.get("from", {}).get("id") == world.bot.id
    )
