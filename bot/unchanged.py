"""An edit that would change nothing is not made: Telegram refuses it.

What a press says of its message is how it was when the button was pressed. Somebody who presses two buttons at once
has it edited in between, so what was shown last comes first, as long as it is fresh. Of several processes none knows
what another has shown meanwhile: there every edit is made, and the messenger finds what changes nothing.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import EditMessageCaption, EditMessageMedia, EditMessageText, Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message, TelegramObject

from bot.kept import ButtonSaid, buttons_under

FRESH = 30.0
"""Seconds: afterwards another program with the same token may have edited it."""
MOST = 2_000
"""Messages that are remembered."""
SAYING_SO = "message is not modified"
DONE = True
"""What an edit comes to."""

Edit = EditMessageText | EditMessageCaption | EditMessageMedia
Key = tuple[int | str | None, int | None, str | None]


@dataclass(slots=True)
class _Said:
    """What a message says, in short; None where that is not known. `edits` are under way, `begun` are all."""

    at: float
    digest: int | None = None
    edits: int = 0
    begun: int = 0


class Unchanged(BaseRequestMiddleware):
    """Makes only edits that change something; one that Telegram finds to change nothing has done its work, too.

    `is_alone`: no other process edits the same messages.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, *, is_alone: bool = True) -> None:
        self._clock = clock
        self._is_alone = is_alone
        self._said: OrderedDict[Key, _Said] = OrderedDict()

    def pressed(self, event: TelegramObject | None) -> None:
        """Takes note of the message under a pressed button, unless it is known better."""
        message = event.message if isinstance(event, CallbackQuery) else None
        if not isinstance(message, Message):
            return
        said = self._of((message.chat.id, message.message_id, None))
        if not said.begun:
            said.digest = _digest(message.html_text, buttons_under(message))

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        edit = _edit_in(method)
        if edit is None:
            return await make_request(bot, method)
        said, digest = self._of((edit.chat_id, edit.message_id, edit.inline_message_id)), _digest_of(edit)
        if self._is_alone and said.digest is not None and said.digest == digest:
            return cast("Response[TelegramType]", DONE)
        with self._under_way(said, digest):
            try:
                return await make_request(bot, method)
            except TelegramBadRequest as error:
                if SAYING_SO not in error.message:
                    raise
                return cast("Response[TelegramType]", DONE)

    @contextmanager
    def _under_way(self, said: _Said, digest: int | None) -> Iterator[None]:
        """Nobody knows what the message says until the edit is through, nor after two at once or one that failed."""
        said.digest, is_alone = None, not said.edits
        said.begun += 1
        said.edits += 1
        mine = said.begun
        try:
            yield
            if is_alone and said.begun == mine:
                said.digest, said.at = digest, self._clock()
        finally:
            said.edits -= 1

    def _of(self, key: Key) -> _Said:
        """What is known of the message; of one that has not been seen for a while, nothing."""
        now = self._clock()
        said = self._said.get(key)
        if said is None or (now - said.at > FRESH and not said.edits):
            said = self._said[key] = _Said(now)
        self._said.move_to_end(key)
        if len(self._said) > MOST:
            self._said.popitem(last=False)
        return said


def _edit_in(method: TelegramMethod[Any]) -> Edit | None:
    return method if isinstance(method, Edit) else None


def _digest_of(edit: Edit) -> int | None:
    """What it will say; None of a new picture."""
    rows = edit.reply_markup.inline_keyboard if edit.reply_markup is not None else ()
    text = {EditMessageText: "text", EditMessageCaption: "caption"}.get(type(edit))
    return _digest(getattr(edit, text) or "", map(_of_row, rows)) if text else None


def _digest(text: str, rows: Iterable[Iterable[ButtonSaid]]) -> int:
    return hash((text.strip(), *map(tuple, rows)))


def _of_row(row: Iterable[InlineKeyboardButton]) -> Iterator[ButtonSaid]:
    return ((one.text, one.callback_data, one.url) for one in row)
