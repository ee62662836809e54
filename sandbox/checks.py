"""What Telegram minds in a message: lengths, buttons, formatting."""

from typing import Any

from sandbox.entities import parse_html, units
from sandbox.errors import bad

MOST_TEXT = 4096
MOST_CAPTION = 1024
MOST_BUTTONS = 100
MOST_IN_ROW = 8
MOST_DATA = 64
URLS = ("http://", "https://", "tg://")


def formatted(source: str, mode: str | None) -> tuple[str, list[dict[str, Any]]]:
    """Text and entities, as the parse mode says."""
    if mode is None or not mode:
        return source.strip(), []
    if mode.upper() != "HTML":
        raise bad("unsupported parse_mode")
    return parse_html(source)


def text_of(params: dict[str, Any]) -> dict[str, Any]:
    """The text of a message, checked."""
    text, entities = formatted(str(params.get("text", "")), params.get("parse_mode"))
    if not text:
        raise bad("message text is empty")
    if units(text) > MOST_TEXT:
        raise bad("message is too long")
    return {"text": text} | ({"entities": entities} if entities else {})


def caption_of(params: dict[str, Any]) -> dict[str, Any]:
    """The caption of a picture or file, checked."""
    text, entities = formatted(str(params.get("caption") or ""), params.get("parse_mode"))
    if units(text) > MOST_CAPTION:
        raise bad("message caption is too long")
    body: dict[str, Any] = {"caption": text} if text else {}
    return body | ({"caption_entities": entities} if entities else {})


def keyboard_of(params: dict[str, Any]) -> dict[str, Any]:
    """The buttons under a message, checked."""
    markup = params.get("reply_markup")
    if not markup or "inline_keyboard" not in markup:
        return {}
    rows = [row for row in markup["inline_keyboard"] if row]
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad("reply markup is too long")
    for row in rows:
        if len(row) > MOST_IN_ROW:
            raise bad("too many buttons in a row")
        for button in row:
            _check_button(button)
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def _check_button(button: dict[str, Any]) -> None:
    if not str(button.get("text", "")).strip():
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in button:
        if not 1 <= len(button["callback_data"].encode()) <= MOST_DATA:
            raise bad("BUTTON_DATA_INVALID")
    elif "url" in button:
        if not button["url"].startswith(URLS) or " " in button["url"]:
            raise bad(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    elif not any(key.startswith("switch_inline") for key in button):
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
