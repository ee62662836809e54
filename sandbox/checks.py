"""What Telegram minds in the text of a message: its length, its formatting, its entities."""

from typing import Any

from sandbox.buttons import check_url
from sandbox.entities import TAGS, parse_html
from sandbox.errors import ApiError, bad
from sandbox.shapes import Json, trimmed, units, with_found

MOST_TEXT = 4096
MOST_CAPTION = 1024
MOST_BYTES = 1 << 15
"""Of a text with its markup."""
MOST_ENTITIES = 100
"""The rest is text like any other, links among it."""
FOUND_BY_ITSELF = {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"}
"""What Telegram looks for by itself, whatever the bot says."""
KINDS = {*TAGS.values(), "expandable_blockquote", "text_mention", "date_time"} | FOUND_BY_ITSELF
NEEDED = {"text_link": "url", "text_mention": "user", "custom_emoji": "custom_emoji_id"}


def text_of(params: Json, source: str = "text", *, too_long: str = "message is too long") -> Json:
    """The text of a message, checked; an edit that is `too_long` is refused in other words than a new message."""
    raw = str(params.get(source) or "")
    if not raw:
        raise bad("message text is empty")
    text, entities = formatted(raw, params.get("parse_mode"), params.get("entities"))
    if not text:
        raise bad("text must be non-empty")
    if units(text) > MOST_TEXT:
        raise bad(too_long)
    return {"text": text} | ({"entities": entities} if entities else {})


def caption_of(params: Json, *, too_long: str = "message caption is too long") -> Json:
    """The caption of a picture or file, checked."""
    raw = str(params.get("caption") or "")
    text, entities = formatted(raw, params.get("parse_mode"), params.get("caption_entities"))
    if units(text) > MOST_CAPTION:
        raise bad(too_long)
    body: Json = {"caption": text} if text else {}
    return body | ({"caption_entities": entities} if entities else {})


def formatted(source: str, mode: str | None, given: Any = None) -> tuple[str, list[Json]]:
    """Text and entities, as the parse mode says; or as they are given, when there is no mode."""
    if len(source.encode()) > MOST_BYTES:
        raise bad("text is too long")
    if source and mode and mode.lower() != "none":
        text, entities = _by_mode(source, mode)
    else:
        checked = [_entity(one, units(source)) for one in given or []]
        text, entities = trimmed(source, [one for one in checked if one["type"] not in FOUND_BY_ITSELF])
    return text, with_found(text, entities)[:MOST_ENTITIES]


def _by_mode(source: str, mode: str) -> tuple[str, list[Json]]:
    """HTML alone: Markdown, which Telegram would read too, is nothing that this bot speaks."""
    if mode.lower() != "html":
        raise bad("unsupported parse_mode")
    return parse_html(source)


def _entity(one: Any, length: int) -> Json:
    """An entity that the bot has counted by itself; in UTF-16 units, as Telegram wants it."""
    if not isinstance(one, dict):
        raise _unreadable("expected an Object")
    if one.get("type") not in KINDS:
        raise _unreadable("Unsupported type specified")
    start = int(one.get("offset", 0))
    if start < 0:
        raise bad(f"receive an entity with incorrect offset {start}")
    if start >= length:
        raise bad(f"entity begins after the end of the text at UTF-16 offset {start}")
    if (end := start + int(one.get("length", 0))) > length:
        raise bad(f"entity beginning at UTF-16 offset {start} ends after the end of the text at UTF-16 offset {end}")
    _check_needed(one)
    return one


def _check_needed(one: Json) -> None:
    needed = NEEDED.get(one["type"])
    if needed is not None and needed not in one:
        raise _unreadable(f'Can\'t find field "{needed}"')
    if needed == "url":
        check_url(one["url"], "entity")


def _unreadable(why: str) -> ApiError:
    return bad(f"can't parse MessageEntity: {why}")
