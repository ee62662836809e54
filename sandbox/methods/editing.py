"""Messages that change or go: in a chat, or sent through the bot in inline mode (by `inline_message_id`)."""

from datetime import timedelta
from typing import Any

from sandbox.access import chat_of, message_of
from sandbox.actors import Chat
from sandbox.buttons import keyboard_of
from sandbox.checks import caption_of, text_of
from sandbox.errors import bad
from sandbox.methods.files import MEDIA, media_of
from sandbox.shapes import Json
from sandbox.world import World

UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
WORDS = ("text", "entities", "caption", "caption_entities")
DELETABLE = timedelta(hours=48).total_seconds()


async def edit_message_text(world: World, params: Json) -> Any:
    message = _to_edit(world, params)
    if "text" not in message and "_inline" not in message:
        raise bad("there is no text in the message to edit")
    return _words(world, params, message, text_of(params, too_long="MESSAGE_TOO_LONG"))


async def edit_message_caption(world: World, params: Json) -> Any:
    message = _to_edit(world, params)
    if not MEDIA.keys() & message.keys() and "_inline" not in message:
        raise bad("there is no caption in the message to edit")
    return _words(world, params, message, caption_of(params, too_long="MEDIA_CAPTION_TOO_LONG"))


async def edit_message_media(world: World, params: Json) -> Any:
    media = params.get("media")
    if not media:
        raise bad('parameter "media" is required')
    message = _to_edit(world, params)
    new = media_of(world, media, inline="_inline" in message) | caption_of(media)
    return _change(world, message, new | _keyboard(params), (*WORDS, *MEDIA, "reply_markup"))


async def edit_message_reply_markup(world: World, params: Json) -> Any:
    return _change(world, _to_edit(world, params), _keyboard(params), ("reply_markup",))


async def delete_message(world: World, params: Json) -> bool:
    chat = chat_of(world, params.get("chat_id"))
    if not params.get("message_id"):
        raise bad("message identifier is not specified")
    message = message_of(chat, params["message_id"], "message to delete")
    _check_deletable(world, chat, message)
    del chat.messages[message["message_id"]]
    world.changes.touch()
    return True


def _to_edit(world: World, params: Json) -> Json:
    if not params.get("chat_id") and not params.get("message_id"):
        return _inline_to_edit(world, params)
    message = message_of(chat_of(world, params.get("chat_id")), params.get("message_id"), "message to edit")
    if message["from"]["id"] != world.bot.id:
        raise bad("message can't be edited")
    return message


def _inline_to_edit(world: World, params: Json) -> Json:
    if not params.get("inline_message_id"):
        raise bad("message identifier is not specified")
    message = world.inline_message(params["inline_message_id"])
    if message is None:
        raise bad("MESSAGE_ID_INVALID")
    return message


def _words(world: World, params: Json, message: Json, new: Json) -> Any:
    """New words. In inline mode Telegram takes text and caption for the same thing: each changes what there is."""
    own = "text" if "text" in message else "caption"
    renamed = {_named(key, own): value for key, value in new.items()}
    return _change(world, message, renamed | _keyboard(params), (*WORDS, "reply_markup"))


def _named(key: str, own: str) -> str:
    if key.endswith("entities"):
        return "entities" if own == "text" else "caption_entities"
    return own


def _keyboard(params: Json) -> Json:
    return keyboard_of(params, only_inline=True)


def _change(world: World, message: Json, new: Json, keys: tuple[str, ...]) -> Any:
    """The message as it is now; in inline mode just True, for the bot may not see where it stands."""
    if {key: message[key] for key in keys if key in message} == new:
        raise bad(UNCHANGED)
    for key in keys:
        message.pop(key, None)
    message |= new | {"edit_date": world.seconds}
    world.changes.touch()
    return True if "_inline" in message else message


def _check_deletable(world: World, chat: Chat, message: Json) -> None:
    """Within 48 hours: its own everywhere, others' in a private chat, or anywhere as an administrator."""
    is_allowed = message["from"]["id"] == world.bot.id or chat.kind == "private" or chat.bot_status == "administrator"
    if is_allowed and world.seconds - message["date"] <= DELETABLE:
        return
    for_everyone = " for everyone" if chat.kind in ("private", "group") else ""
    raise bad(f"message can't be deleted{for_everyone}")
