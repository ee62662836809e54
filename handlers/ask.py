"""Questions of one line outside the form runner: why not, what capacity, which name.

The conversation waits for a text; a command or any other button leaves the question, and whatever was going on before
it (a form, say) is there again.
"""

import re
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Message, TelegramObject

from domain.refusal import Refusal
from handlers.screen import Button, Row

TYPED = F.text & ~F.text.startswith("/")
"""A text that is no command."""
PRIVATE = F.chat.type == "private"
BEFORE = "before"
WAYS = "ways"
BLANK = "\u115f\u1160\u2800\u3164\uffa0"
"""Signs that count as letters and show nothing: people who want no name have such a one."""


class Ask(StatesGroup):
    """What a text is awaited for."""

    why_not = State()
    cancel_reason = State()
    seat_why = State()
    capacity = State()
    branch = State()
    name = State()
    letter = State()
    partners = State()
    sheet = State()
    part_why = State()
    part_comment = State()
    proposal_remark = State()
    proposal_why = State()
    group_name = State()
    workbook = State()
    event_remark = State()
    feedback = State()
    quote = State()
    item_text = State()
    series_dates = State()
    door_group = State()
    speaker = State()
    talk_topic = State()
    sign_up_question = State()
    minutes = State()
    action_text = State()
    action_due = State()
    channel = State()
    listing = State()


class Typed(StatesGroup):
    """What was typed and waits for a press that confirms it."""

    cancel_reason = State()
    minutes = State()
    series_dates = State()


async def ask(state: FSMContext, question: State, /, *ways: Button, **about: object) -> None:
    """Waits for a text; `about` comes back with it from `asked`.

    `ways` stand below the question, and below what is said of a text that is no answer: an answer to press, and where
    the question came from.
    """
    data = await state.get_data()
    before = data.get(BEFORE) if await _is_ours(state) else [await state.get_state(), data]
    kept = {WAYS: [(way.text, way.markup().callback_data) for way in ways]}
    await state.set_state(question)
    await state.set_data({**about, **kept, BEFORE: before})


async def way_back(state: FSMContext) -> Row:
    """What can be pressed while a question is open, such as the way to where it came from."""
    known = (await state.get_data()).get(WAYS) if await _is_ours(state) else None
    return tuple(Button(*way) for way in known or ())


async def asked(state: FSMContext) -> dict[str, Any]:
    """What the question was about."""
    return await state.get_data()


async def done(state: FSMContext) -> None:
    """The question is closed: what was before it goes on."""
    before, data = (await state.get_data()).get(BEFORE) or (None, {})
    await state.set_state(before)
    await state.set_data(data)


def line(message: Message, most: int) -> str:
    """The typed text as one line of 1 to `most` letters, without signs that nobody sees; a `Refusal` otherwise."""
    text = visible(message.text or "")
    if not text:
        raise Refusal("text-empty")
    if len(text) > most:
        raise Refusal("text-too-long", most=most, length=len(text))
    return text


async def leave_question(event: TelegramObject, data: dict[str, Any]) -> None:
    """A command or a press that means something else closes the question."""
    typed = isinstance(event, Message) and not (event.text or "").startswith("/")
    if not typed and (data.get("raw_state") or "").startswith(f"{Ask.__full_group_name__}:"):
        await done(data["state"])


def visible(text: str) -> str:
    """The text as one line, without signs that nobody sees or that turn what follows round."""
    return " ".join(filter(None, ("".join(map(_sign, word)).strip("\u200d") for word in text.split())))


def paragraphs(message: Message, most: int) -> str:
    """The typed text with its line breaks, 1 to `most` letters; addresses behind words stand after them in full.

    A `Refusal` otherwise.
    """
    text = readable(_with_addresses(message))
    if not text:
        raise Refusal("text-empty")
    if len(text) > most:
        raise Refusal("text-too-long", most=most, length=len(text))
    return text


def readable(text: str) -> str:
    """The text with its line breaks, without signs that nobody sees."""
    lines = ("".join(map(_sign, one)).strip() for one in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines).strip())


def _sign(sign: str) -> str:
    """Any space is a space; signs that nobody sees go, but for the one that joins emoji."""
    if sign.isspace():
        return " "
    is_seen = sign.isprintable() and sign not in BLANK
    return sign if is_seen or sign == "\u200d" else ""


def _with_addresses(message: Message) -> str:
    """Entities count in UTF-16, as the Bot API does."""
    encoded = (message.text or "").encode("utf-16-le")
    for entity in reversed(message.entities or []):
        if entity.type == "text_link":
            end = 2 * (entity.offset + entity.length)
            encoded = encoded[:end] + f" ({entity.url})".encode("utf-16-le") + encoded[end:]
    return encoded.decode("utf-16-le")


class LeaveQuestion(BaseMiddleware):
    """Leaves the question before the handler of something else; what is done `within` a question leaves it open."""

    def __init__(self, within: State | None = None) -> None:
        self._within = within.state if within else None

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        if self._within is None or data.get("raw_state") != self._within:
            await leave_question(event, data)
        return await handler(event, data)


def conversation(name: str, within: State | None = None) -> Router:
    """A router whose commands and buttons leave an open question, unless it is the one that they stand in."""
    router = Router(name=name)
    router.message.middleware(LeaveQuestion(within))
    router.callback_query.middleware(LeaveQuestion(within))
    return router


async def _is_ours(state: FSMContext) -> bool:
    prefixes = (f"{Ask.__full_group_name__}:", f"{Typed.__full_group_name__}:")
    return (await state.get_state() or "").startswith(prefixes)
