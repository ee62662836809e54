"""New messages."""

from typing import Any

from sandbox.access import chat_of, message_of
from sandbox.actors import Chat
from sandbox.below import check_place
from sandbox.buttons import keyboard_of
from sandbox.checks import caption_of, text_of
from sandbox.errors import bad
from sandbox.methods.files import file_of, media_of
from sandbox.shapes import Json, document_body, photo_body
from sandbox.world import World

FRAME = (
    "message_id",
    "date",
    "chat",
    "from",
    "reply_markup",
    "reply_to_message",
    "via_bot",
    "edit_date",
    "media_group_id",
)
"""What a copy does not take along."""
MOST_IN_ALBUM = 10
GENERAL = 1
"""The topic that every forum has."""
ACTIONS = frozenset({"typing", "upload_photo", "upload_document", "choose_sticker", "find_location", "cancel"})
ACTIONS |= {f"{act}_{what}" for act in ("record", "upload") for what in ("video", "voice", "video_note")}


async def send_message(world: World, params: Json) -> Json:
    return _put(world, params, text_of(params))


async def send_photo(world: World, params: Json) -> Json:
    caption = caption_of(params)
    return _put(world, params, photo_body(world.files, file_of(world, params.get("photo"), "photo")) | caption)


async def send_document(world: World, params: Json) -> Json:
    caption = caption_of(params)
    return _put(world, params, document_body(world.files, file_of(world, params.get("document"), "document")) | caption)


async def send_media_group(world: World, params: Json) -> list[Json]:
    """An album: nothing of it is sent unless all of it can be. Each item has a caption of its own, none has buttons."""
    bodies = [media_of(world, one) | caption_of(one) for one in _items(params.get("media"))]
    chat, frame = _place(world, params, bodies)
    group = {"media_group_id": str(world.next("album"))}
    return [world.put_message(chat, world.bot, body | frame | group) for body in bodies]


async def copy_message(world: World, params: Json) -> Json:
    source = chat_of(world, params.get("from_chat_id"), writes=False)
    message = message_of(source, params.get("message_id"), "message to copy")
    kept = {key: message[key] for key in message if key not in FRAME and not key.startswith("_")}
    return {"message_id": _put(world, params, kept)["message_id"]}


async def send_chat_action(world: World, params: Json) -> bool:
    if params.get("action") not in ACTIONS:
        raise bad("wrong parameter action in request")
    chat_of(world, params.get("chat_id"))
    return True


def _put(world: World, params: Json, body: Json) -> Json:
    body |= keyboard_of(params)
    chat, frame = _place(world, params, [body])
    return world.put_message(chat, world.bot, body | frame)


def _place(world: World, params: Json, bodies: list[Json]) -> tuple[Chat, Json]:
    """Where the messages go, and how they stand there."""
    chat = chat_of(world, params.get("chat_id"))
    frame = _reply(chat, params.get("reply_parameters") or {})
    _check_rights(chat, bodies)
    frame |= _topic(chat, params.get("message_thread_id"))
    world.counter.count(chat.id, len(bodies))
    return chat, frame | ({"_silent": True} if params.get("disable_notification") else {})


def _check_rights(chat: Chat, bodies: list[Json]) -> None:
    """What a group allows its members holds for the bot, unless it is an administrator there."""
    if chat.bot_status == "restricted":
        raise bad("not enough rights to send text messages to the chat")
    if chat.bot_status == "member" and not chat.takes_photos and any("photo" in body for body in bodies):
        raise bad("not enough rights to send photos to the chat")
    for body in bodies:
        check_place(chat.kind, body.get("_below", {}))


def _items(media: Any) -> list[Json]:
    """What an album is made of: 2 to 10, as Telegram promises. Of one it makes a message by itself, here a refusal."""
    if not media or not isinstance(media, list):
        raise bad("there are no messages to send")
    if len(media) > MOST_IN_ALBUM:
        raise bad("too many messages to send as an album")
    if len(media) == 1:
        raise bad("an album has 2-10 items")
    if len({one.get("type") for one in media if one.get("type") in ("photo", "document")}) > 1:
        raise bad("document can't be mixed with other media types")
    return media


def _topic(chat: Chat, number: int | None) -> Json:
    """A topic is there as long as a message stands in it; what names none goes to the general one."""
    if (number or GENERAL) in chat.closed and chat.bot_status != "administrator":
        raise bad("TOPIC_CLOSED")
    if number is None:
        return {}
    if all(message.get("message_thread_id") != number for message in chat.messages.values()):
        raise bad("message thread not found")
    return {"message_thread_id": number, "is_topic_message": True}


def _reply(chat: Chat, wish: Json) -> Json:
    """The message that is replied to, without the one that it replied to itself."""
    number = wish.get("message_id")
    if number is None or (number not in chat.messages and wish.get("allow_sending_without_reply")):
        return {}
    message = message_of(chat, number, "message to be replied")
    return {"reply_to_message": {key: message[key] for key in message if key != "reply_to_message"}}
