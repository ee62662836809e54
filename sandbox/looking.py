"""How people in tests look at a chat: at its texts, its buttons, and again after each change."""

import asyncio
from collections.abc import Callable

from sandbox.actors import Chat
from sandbox.acts import button_of
from sandbox.shapes import Json
from sandbox.world import World


async def until(world: World, look: Callable[[], Json | None], within: float, why: Callable[[], str]) -> Json:
    """Looks again after each change until something is found."""
    deadline = asyncio.get_running_loop().time() + within
    while True:
        version = world.changes.version
        found = look()
        if found is not None:
            return found
        left = deadline - asyncio.get_running_loop().time()
        if left <= 0 or not await world.changes.wait(version, left):
            raise AssertionError(why())


def find(chat: Chat, words: str) -> Json | None:
    """The newest message of the bot, or through it, that says the words."""
    messages = [one for one in chat.messages.values() if one["from"]["is_bot"] or "via_bot" in one]
    return next((message for message in reversed(messages) if words in text_of(message)), None)


def newest_with(chat: Chat, label: str) -> Json | None:
    """The newest message that has such a button."""
    return next((m for m in reversed(chat.messages.values()) if button_of(m, label) is not None), None)


def text_of(message: Json) -> str:
    document = message.get("document", {}).get("file_name", "")
    return str(message.get("text") or message.get("caption") or document)


def readable(message: Json) -> str:
    """The message as one would read it, the buttons in brackets."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = "".join("\n    " + " ".join(f"[{button['text']}]" for button in row) for row in rows)
    who = "‹" if message["from"]["is_bot"] else "›"
    return f"{who} {text_of(message)}{buttons}"
