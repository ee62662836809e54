"""Updates as they are kept until they are done."""

import json
from collections.abc import Iterator
from typing import Any

from aiogram.types import Message

ASIDE = "buttons"
"""Where the buttons of a pressed message are kept."""
MOST_NUMBER = 2**63 - 1
ButtonSaid = tuple[str | None, str | None, str | None]
"""What it says, what it does in the bot, the address that it opens."""


def number_of(update: Any) -> int:
    """The number of the update; `ValueError`, `KeyError` or `TypeError` where it is none that can be kept."""
    number = update["update_id"]
    if type(number) is not int or not 0 < number <= MOST_NUMBER:
        raise ValueError("no number of an update")
    return number


def as_kept(update: dict[str, Any]) -> str:
    """An update as it is kept: half a letter, which no database takes, becomes a question mark."""
    _set_buttons_aside(update)
    return json.dumps(update, ensure_ascii=False).encode(errors="replace").decode()


def _set_buttons_aside(update: dict[str, Any]) -> None:
    """What stands under a pressed message is only compared; for aiogram it would be half of all there is to read."""
    match update:
        case {"callback_query": {"message": {"reply_markup": {"inline_keyboard": buttons}} as message}}:
            del message["reply_markup"]
            message[ASIDE] = buttons


def buttons_under(message: Message) -> Iterator[tuple[ButtonSaid, ...]]:
    """Of a pressed message, row by row."""
    for row in (message.model_extra or {}).get(ASIDE, ()):
        yield tuple((one.get("text"), one.get("callback_data"), one.get("url")) for one in row)
