"""What Telegram minds in a keyboard below the input, and in the wish for a reply.

What it drops in silence (a button without a letter, the thirteenth of a row) is refused here.
"""

from typing import Any

from sandbox.errors import ApiError, bad
from sandbox.shapes import Json, units

MOST_BUTTONS = 300
MOST_IN_ROW = 12
MOST_PLACEHOLDER = 64
PRIVATE = {
    "request_contact": "phone number can be requested",
    "request_location": "location can be requested",
    "request_poll": "poll can be requested",
    "request_users": "users can be requested",
    "request_chat": "chats can be requested",
    "web_app": "Web App buttons can be used",
}
"""What a button asks for in a private chat alone."""


def below(markup: Json) -> Json:
    """Kept aside for the page, checked: one of a keyboard, its removal, and the wish for a reply."""
    if "keyboard" in markup:
        rows = _rows(markup["keyboard"])
        kept = markup | {"keyboard": rows} if rows else {}
    elif markup.get("remove_keyboard") or markup.get("force_reply"):
        kept = markup
    else:
        raise bad("object expected as reply markup")
    if not 1 <= units(str(markup.get("input_field_placeholder", "x"))) <= MOST_PLACEHOLDER:
        raise bad("input field placeholder must have 1-64 characters")
    return {"_below": kept} if kept else {}


def check_place(kind: str, markup: Json) -> None:
    """A channel has no input to stand below, and a group's members are not asked for what is theirs."""
    if kind == "channel" and markup:
        raise bad("inline keyboard expected")
    buttons = (button for row in markup.get("keyboard", []) for button in row)
    asked = {key for button in buttons for key in PRIVATE if button.get(key)}
    if kind != "private" and asked:
        raise bad(f"{PRIVATE[min(asked)]} in private chats only")


def _rows(value: Any) -> list[list[Json]]:
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        raise bad('field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays')
    rows = [[_button(button) for button in row] for row in value if row]
    if sum(map(len, rows)) > MOST_BUTTONS or any(len(row) > MOST_IN_ROW for row in rows):
        raise bad("reply markup is too long")
    return rows


def _button(button: Any) -> Json:
    """A text by itself is a button that says it."""
    made = {"text": button} if isinstance(button, str) else button
    if not isinstance(made, dict):
        raise _unreadable("KeyboardButton must be a String or an Object")
    if "text" not in made:
        raise _unreadable('Can\'t find field "text"')
    if not str(made["text"]).strip():
        raise bad("keyboard button text must be non-empty")
    if sum(bool(made.get(key)) for key in PRIVATE) > 1:
        raise _unreadable("a button asks for one thing")
    return made


def _unreadable(why: str) -> ApiError:
    return bad(f"can't parse keyboard button: {why}")
