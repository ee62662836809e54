"""Whose seats are wanted."""

import re

from aiogram.types import Update

PRESSED = re.compile(r"(?:(?:ra|rg|ri):|cgv:\d:\d:[ec])(\d{1,15})(?!\d)")
TYPED = re.compile(r"/start(?:@\w+)? e(\d{1,15})-(?:going|maybe|declined)$")


def seat_event(update: Update) -> int | None:
    """The event whose seats this update wants, so that presses for one event keep their order of arrival."""
    query, message = update.callback_query, update.message
    if query is not None:
        found = PRESSED.match(query.data or "")
    else:
        found = TYPED.match(message.text or "") if message is not None else None
    return int(found[1]) if found else None
