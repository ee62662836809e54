"""Talking with the bot one step at a time: what was said or pressed has had its effect, and its answer is there."""

import asyncio
from collections.abc import Callable

from sandbox.people import Person
from sandbox.shapes import Json
from tests.chat.conftest import Town

PATIENCE = 30.0


async def says(town: Town, person: Person, text: str, *words: str) -> None:
    """Writes, waits for the answer, and looks for the words in it."""
    mine = await person.says(text)
    await answered(town, person, mine["message_id"], *words)


async def answered(town: Town, person: Person, after: int, *words: str) -> None:
    """Waits for a message after that one which says the words: the bot's own news may come between."""
    await _until(lambda: _said(person, after, words), lambda: f"no {words} in:\n{person.transcript()}")
    await settled(town)


async def taps(town: Town, person: Person, *labels: str) -> None:
    """Presses one button after the other, each on what the one before has brought."""
    for label in labels:
        await person.taps(label)
        await settled(town)


def shows(person: Person, *words: str) -> None:
    """Checks what stands on the newest screen."""
    text = text_of(person.screen())
    for word in words:
        assert word in text, f"no «{word}» in:\n{person.transcript()}"


def labels(message: Json) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


def text_of(message: Json) -> str:
    return str(message.get("text") or message.get("caption") or "")


async def settled(town: Town) -> None:
    """Waits until nothing is in hand any more."""
    await asyncio.sleep(0)
    await _until(lambda: town.app.workers.in_hand == 0)


def _said(person: Person, after: int, words: tuple[str, ...]) -> bool:
    later = [one for number, one in person.chat.messages.items() if number > after and one["from"]["is_bot"]]
    return any(all(word in text_of(message) for word in words) for message in later)


async def _until(done: Callable[[], bool], story: Callable[[], str] = str) -> None:
    deadline = asyncio.get_running_loop().time() + PATIENCE
    while not done():
        assert asyncio.get_running_loop().time() < deadline, story()
        await asyncio.sleep(0.005)
