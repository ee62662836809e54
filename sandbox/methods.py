"""The methods of the Bot API, as far as a bot uses them here. Each takes the world and the call's parameters."""

from collections.abc import Awaitable, Callable
from typing import Any

from sandbox.checks import caption_of, keyboard_of, text_of
from sandbox.errors import bad
from sandbox.world import Chat, Json, World

Method = Callable[[World, Json], Awaitable[Any]]

PHOTO_SIZE = {"width": 640, "height": 480}
TOAST = 200


async def get_me(world: World, _params: Json) -> Json:
    powers = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True}
    return world.bot.user() | powers


async def send_message(world: World, params: Json) -> Json:
    return _send(world, params, text_of(params))


async def send_photo(world: World, params: Json) -> Json:
    file_id = _file(world, params.get("photo"), "photo.png")
    size = PHOTO_SIZE | {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": len(world.files[file_id][1])}
    return _send(world, params, {"photo": [size]} | caption_of(params))


async def send_document(world: World, params: Json) -> Json:
    file_id = _file(world, params.get("document"), "file")
    name, data = world.files[file_id]
    document = {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_name": name, "file_size": len(data)}
    return _send(world, params, {"document": document} | caption_of(params))


async def copy_message(world: World, params: Json) -> Json:
    source = world.chats.get(params.get("from_chat_id", 0))
    message = source.messages.get(params.get("message_id", 0)) if source else None
    if message is None:
        raise bad("message to copy not found")
    kept = {key: message[key] for key in message if key not in ("message_id", "date", "chat", "from", "reply_markup")}
    return {"message_id": _send(world, params, kept)["message_id"]}


async def edit_message_text(world: World, params: Json) -> Any:
    message = _to_edit(world, params)
    if "text" not in message:
        raise bad("there is no text in the message to edit")
    return _change(world, message, text_of(params) | keyboard_of(params), ("text", "entities", "reply_markup"))


async def edit_message_caption(world: World, params: Json) -> Any:
    message = _to_edit(world, params)
    if "photo" not in message and "document" not in message:
        raise bad("there is no caption in the message to edit")
    new = caption_of(params) | keyboard_of(params)
    return _change(world, message, new, ("caption", "caption_entities", "reply_markup"))


async def edit_message_media(world: World, params: Json) -> Any:
    message = _to_edit(world, params)
    media = params.get("media") or {}
    file_id = _file(world, media.get("media"), "photo.png")
    size = PHOTO_SIZE | {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": len(world.files[file_id][1])}
    new = {"photo": [size]} | caption_of(media) | keyboard_of(params)
    return _change(world, message, new, ("text", "entities", "photo", "caption", "caption_entities", "reply_markup"))


async def edit_message_reply_markup(world: World, params: Json) -> Any:
    return _change(world, _to_edit(world, params), keyboard_of(params), ("reply_markup",))


async def delete_message(world: World, params: Json) -> bool:
    chat = world.chat_for_bot(params.get("chat_id"))
    if params.get("message_id") not in chat.messages:
        raise bad("message to delete not found")
    del chat.messages[params["message_id"]]
    world.changes.touch()
    return True


async def answer_callback_query(world: World, params: Json) -> bool:
    text = params.get("text") or ""
    if len(text) > TOAST:
        raise bad("MESSAGE_TOO_LONG")
    press = world.answer_press(str(params.get("callback_query_id")))
    world.toast(
        press.person,
        {"text": text, "alert": bool(params.get("show_alert")), "url": params.get("url"), "press": press.id},
    )
    return True


async def set_my_commands(world: World, params: Json) -> bool:
    world.commands[_scope(params)] = params.get("commands") or []
    world.changes.touch()
    return True


async def get_my_commands(world: World, params: Json) -> list[Json]:
    return world.commands.get(_scope(params), [])


async def delete_my_commands(world: World, params: Json) -> bool:
    world.commands.pop(_scope(params), None)
    return True


async def get_chat(world: World, params: Json) -> Json:
    chat = world.chat_for_bot(params.get("chat_id"))
    account = world.accounts.get(chat.id)
    return chat.body(account) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }


async def get_chat_member(world: World, params: Json) -> Json:
    chat = world.chat_for_bot(params.get("chat_id"))
    user_id = params.get("user_id")
    if user_id == world.bot.id:
        return member_body(world, chat.bot_status)
    account = world.accounts.get(user_id or 0)
    if account is None:
        raise bad("user not found")
    return {"user": account.user(), "status": "member" if account.id in chat.members else "left"}


async def get_chat_member_count(world: World, params: Json) -> int:
    return len(world.chat_for_bot(params.get("chat_id")).members) + 1


async def get_file(world: World, params: Json) -> Json:
    file_id = params.get("file_id", "")
    if file_id not in world.files:
        raise bad("wrong file_id or the file is temporarily unavailable")
    name, data = world.files[file_id]
    path = f"{file_id}/{name}"
    return {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": len(data), "file_path": path}


async def leave_chat(world: World, params: Json) -> bool:
    world.chat_for_bot(params.get("chat_id")).bot_status = "left"
    world.changes.touch()
    return True


async def answer_inline_query(_world: World, _params: Json) -> bool:
    return True


async def nod(world: World, params: Json) -> bool:
    """Methods whose effect nobody sees here."""
    if "chat_id" in params:
        world.chat_for_bot(params["chat_id"])
    return True


def member_body(world: World, status: str) -> Json:
    """The bot as a member of a chat."""
    body: Json = {"user": world.bot.user(), "status": status}
    if status == "kicked":
        return body | {"until_date": 0}
    if status != "administrator":
        return body
    rights = (
        "can_be_edited",
        "is_anonymous",
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_promote_members",
        "can_change_info",
        "can_invite_users",
        "can_post_messages",
        "can_edit_messages",
        "can_post_stories",
        "can_edit_stories",
        "can_delete_stories",
        "can_send_welcome_messages",
    )
    return body | dict.fromkeys(rights, True)


METHODS: dict[str, Method] = {
    "getme": get_me,
    "sendmessage": send_message,
    "sendphoto": send_photo,
    "senddocument": send_document,
    "copymessage": copy_message,
    "editmessagetext": edit_message_text,
    "editmessagecaption": edit_message_caption,
    "editmessagemedia": edit_message_media,
    "editmessagereplymarkup": edit_message_reply_markup,
    "deletemessage": delete_message,
    "answercallbackquery": answer_callback_query,
    "answerinlinequery": answer_inline_query,
    "setmycommands": set_my_commands,
    "getmycommands": get_my_commands,
    "deletemycommands": delete_my_commands,
    "getchat": get_chat,
    "getchatmember": get_chat_member,
    "getchatmembercount": get_chat_member_count,
    "getfile": get_file,
    "leavechat": leave_chat,
    "sendchataction": nod,
    "pinchatmessage": nod,
    "setmydescription": nod,
    "setmyshortdescription": nod,
    "setmyname": nod,
    "setchatmenubutton": nod,
}

SENDS = ("sendmessage", "sendphoto", "senddocument", "copymessage")
"""Methods that put a new message into a chat, and so are counted."""


def _send(world: World, params: Json, body: Json) -> Json:
    chat = world.chat_for_bot(params.get("chat_id"))
    body |= keyboard_of(params)
    world.counter.count(chat.id)
    if params.get("disable_notification"):
        body["silent"] = True
    reply = (params.get("reply_parameters") or {}).get("message_id")
    if (
        reply is not None
        and reply not in chat.messages
        and not params["reply_parameters"].get("allow_sending_without_reply")
    ):
        raise bad("message to be replied not found")
    return world.put_message(chat, world.bot, body)


def _to_edit(world: World, params: Json) -> Json:
    if params.get("inline_message_id"):
        raise bad("MESSAGE_ID_INVALID")
    return world.find_message(world.chat_for_bot(params.get("chat_id")), params.get("message_id"))


def _change(world: World, message: Json, new: Json, keys: tuple[str, ...]) -> Json:
    old = {key: message[key] for key in keys if key in message}
    if old == new:
        raise bad(
            "message is not modified: specified new message content and reply markup are exactly the same "
            "as a current content and reply markup of the message"
        )
    for key in keys:
        message.pop(key, None)
    message |= new | {"edit_date": int(world.clock.now().timestamp())}
    world.changes.touch()
    return message


def _file(world: World, value: Any, name: str) -> str:
    if isinstance(value, tuple):
        return world.add_file(value[0] or name, value[1])
    if isinstance(value, str) and value in world.files:
        return value
    raise bad("wrong file identifier/HTTP URL specified")


def _scope(params: Json) -> str:
    scope = params.get("scope") or {"type": "default"}
    return f"{scope['type']}:{scope.get('chat_id', '')}:{params.get('language_code') or ''}"


__all__ = ["METHODS", "SENDS", "Chat", "member_body"]
