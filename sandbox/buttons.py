"""What Telegram minds in the buttons under a message."""

import json
import re
from typing import Any

from sandbox.below import below
from sandbox.errors import ApiError, bad
from sandbox.shapes import Json

MOST_BUTTONS = 100
MOST_IN_ROW = 8
MOST_BYTES = 10_000
MOST_DATA = 64
MOST_COPIED = 256
PROTOCOLS = ("http", "https", "tg", "ton", "tonsite")
ADDRESS = re.compile(r"(?:(?P<protocol>[a-z][a-z0-9+.-]*)://)?(?P<host>[\w.-]+)(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
ACTIONS = ("url", "callback_data", "web_app", "copy_text", "switch_inline_query", "switch_inline_query_current_chat")


def keyboard_of(params: Json, *, only_inline: bool = False) -> Json:
    """The inline buttons under a message, checked; a keyboard below the input is kept aside for the page."""
    markup = params.get("reply_markup")
    if not markup:
        return {}
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" not in markup:
        if only_inline:
            raise bad("inline keyboard expected")
        return below(markup)
    rows = _rows(markup["inline_keyboard"])
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def check_url(url: str, what: str) -> None:
    """A link must have a protocol that Telegram knows and a host with a dot."""
    if not url:
        raise _wrong(what, url, "URL host is empty")
    found = ADDRESS.fullmatch(url)
    protocol = (found["protocol"] or "http").lower() if found else "http"
    if protocol not in PROTOCOLS:
        raise _wrong(what, url, "Unsupported URL protocol")
    if found is None or (protocol.startswith("http") and "." not in found["host"].strip(".")):
        raise _wrong(what, url, "Wrong HTTP URL")


def _rows(value: Any) -> list[list[Json]]:
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        raise bad('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    rows = [[_button(button) for button in row] for row in value if row]
    size = len(json.dumps(rows, ensure_ascii=False).encode())
    if sum(map(len, rows)) > MOST_BUTTONS or size > MOST_BYTES or any(len(row) > MOST_IN_ROW for row in rows):
        raise bad("reply markup is too long")
    return rows


def _button(button: Any) -> Json:
    """A button. One without a letter is refused here, though Telegram drops one with no text at all in silence."""
    if not isinstance(button, dict):
        raise _unreadable("InlineKeyboardButton must be an Object")
    if "text" not in button:
        raise _unreadable('Can\'t find field "text"')
    if not str(button["text"]).strip():
        raise bad("inline keyboard button text must be non-empty")
    _check_action(button)
    return button


def _check_action(button: Json) -> None:
    """Each button does exactly one thing. An empty `callback_data` is none, as in the real Bot API."""
    if button.get("pay") or "callback_game" in button:
        raise bad("BUTTON_TYPE_INVALID")
    if not any(button.get(key) for key in ACTIONS[:4]) and not any(key in button for key in ACTIONS[4:]):
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    if button.get("url"):
        check_url(button["url"], "inline keyboard button")
    elif len(button.get("callback_data", "").encode()) > MOST_DATA:
        raise bad("BUTTON_DATA_INVALID")
    elif "copy_text" in button and not 1 <= len(button["copy_text"].get("text", "")) <= MOST_COPIED:
        raise bad("BUTTON_COPY_TEXT_INVALID")


def _unreadable(why: str) -> ApiError:
    return bad(f"can't parse inline keyboard button: {why}")


def _wrong(what: str, url: str, why: str) -> ApiError:
    return bad(f"{what} URL '{url}' is invalid: {why}")
