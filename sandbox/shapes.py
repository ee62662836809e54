"""Shapes of Bot API objects that more than one module makes; and what of them the bot gets to see."""

import re
from collections.abc import Mapping
from typing import Any

from sandbox.pictures import size_of_picture

Json = dict[str, Any]
Files = Mapping[str, tuple[str, bytes]]
"""Name and content by the file's id."""

RIGHTS = (
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
PERMISSIONS = (
    *(f"can_send_{what}" for what in "messages audios documents photos videos video_notes voice_notes polls".split()),
    *("can_send_other_messages", "can_add_web_page_previews", "can_change_info", "can_invite_users"),
    *("can_pin_messages", "can_manage_topics", "can_edit_tag", "can_react_to_messages"),
)
FOUND = re.compile(
    r"(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,32}(?:@\w+)?)"
    r"|(?P<url>https?://[^\s<>«»\"]+[^\s<>«»\".,;:!?)])"
    r"|(?P<email>(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<mention>(?<![\w@.])@[A-Za-z]\w{3,31})",
    re.ASCII,
)
CLOSED = ("code", "pre", "text_link")
"""Inside these Telegram finds nothing by itself."""


def units(text: str) -> int:
    """Length in UTF-16 units, as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def outward(value: Any) -> Any:
    """A copy for the bot: without the sandbox's own marks, whose names begin with an underscore.

    Nobody sees who has written in a channel: its posts are the channel's own.
    """
    if isinstance(value, dict):
        own = {key: outward(inner) for key, inner in value.items() if not key.startswith("_")}
        if "message_id" in own and own.get("chat", {}).get("type") == "channel":
            own.pop("from", None)
            own["sender_chat"] = own["chat"]
        return own
    return [outward(inner) for inner in value] if isinstance(value, list) else value


def with_found(text: str, entities: list[Json]) -> list[Json]:
    """The entities, and the commands, links, addresses and names that Telegram finds in a text by itself."""
    closed = [(one["offset"], one["offset"] + one["length"]) for one in entities if one["type"] in CLOSED]
    found = [_found(text, match) for match in FOUND.finditer(text)]
    free = [one for one in found if not any(start <= one["offset"] < end for start, end in closed)]
    return sorted(entities + free, key=lambda one: (one["offset"], -one["length"]))


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Telegram drops white space at the ends."""
    lead = units(text) - units(text.lstrip())
    text = text.strip()
    most = units(text)
    kept = []
    for one in entities:
        start = max(0, one["offset"] - lead)
        end = min(most, one["offset"] - lead + one["length"])
        if end > start:
            kept.append(one | {"offset": start, "length": end - start})
    return text, kept


def photo_body(files: Files, file_id: str) -> Json:
    """`photo` of a message: one size of it."""
    _, data = files[file_id]
    width, height = size_of_picture(data)
    return {"photo": [_file(file_id, data) | {"width": width, "height": height}]}


def document_body(files: Files, file_id: str) -> Json:
    """`document` of a message."""
    name, data = files[file_id]
    return {"document": _file(file_id, data) | {"file_name": name}}


def sticker_body(files: Files, file_id: str) -> Json:
    """`sticker` of a message."""
    size = {"width": 512, "height": 512, "is_animated": False, "is_video": False, "type": "regular", "emoji": "👍"}
    return {"sticker": _file(file_id, files[file_id][1]) | size}


def text_body(text: str) -> Json:
    """What somebody has typed, with what Telegram finds in it."""
    found = with_found(text, [])
    return {"text": text} | ({"entities": found} if found else {})


def member(user: Json, status: str) -> Json:
    """Somebody as a member of a chat."""
    body: Json = {"user": user, "status": status}
    if status == "kicked":
        return body | {"until_date": 0}
    if status == "creator":
        return body | {"is_anonymous": False}
    if status == "restricted":
        return body | {"is_member": True, "until_date": 0} | dict.fromkeys(PERMISSIONS, False)
    return body | dict.fromkeys(RIGHTS, True) if status == "administrator" else body


def _found(text: str, match: re.Match[str]) -> Json:
    kind = match.lastgroup or ""
    return {"type": kind, "offset": units(text[: match.start()]), "length": units(match[0])}


def _file(file_id: str, data: bytes) -> Json:
    return {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": len(data)}
