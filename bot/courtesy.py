"""How calls made for a person reach the messenger: in turn, once more where that helps, and holding nobody else up."""

import asyncio
from collections import Counter
from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Any

import structlog
from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter
from aiogram.methods import AnswerCallbackQuery, AnswerInlineQuery, Response, SendMediaGroup, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.outcome import Fate, fate_of
from bot.pacer import Pacer, paced
from storage.unit import in_hand

log = structlog.get_logger()

PAUSES = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
"""Seconds between tries, as long as the messenger is not reached at all; the last goes on for ever."""
TRIES = 4
"""For a call that the messenger fails."""
TRIES_IN_DOUBT = 7
"""For a call whose answer was lost, where a second one does no harm: an edit, the answer to a press."""
TRIES_OF_MESSAGE = 2
"""For a new message whose answer was lost: an answer twice is better than none at all."""

ANSWERS = (AnswerCallbackQuery, AnswerInlineQuery)
IN_TIME = 15.0
"""Seconds in which the answer to a press, or to what is typed after the bot's name, is of use to anybody."""
TOO_LATE = "query is too old: the messenger asked for a longer pause"

TOPIC_GONE = ("message thread not found", "TOPIC_DELETED", "TOPIC_ID_INVALID")


class Courtesy(BaseRequestMiddleware):
    """Looks after every call but those that somebody else looks after (`bot.pacer.unaided`)."""

    def __init__(self, pacer: Pacer) -> None:
        self._pacer = pacer

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        if paced.get():
            return await make_request(bot, method)
        _let_others_pass()
        tries: Counter[Fate] = Counter()
        while True:
            try:
                async with self._turn(method):
                    return await make_request(bot, method)
            except Exception as error:
                if is_without_topic(method, error):
                    method = method.model_copy(update={"message_thread_id": None})
                    continue
                fate = fate_of(error)
                tries[fate] += 1  # what fails after other faults has its own tries
                pause = self._pause(method, error, fate, tries[fate])
                if pause is None:
                    raise
                log.info("call-again", method=method.__api_method__, error=type(error).__name__, pause=pause)
            await asyncio.sleep(pause)

    def _turn(self, method: TelegramMethod[Any]) -> AbstractAsyncContextManager[object]:
        """A turn for the messages that the call makes; `getUpdates`, answers to presses and edits make none."""
        chat, number = chat_of(method), new_messages(method)
        if chat is None or not number:
            return nullcontext()
        return self._pacer.turn(chat, bulk=False, messages=number)

    def _pause(self, method: TelegramMethod[Any], error: Exception, fate: Fate, tries: int) -> float | None:
        """Seconds after which the call is made again; None: it is not."""
        match fate:
            case Fate.SLOW_DOWN:
                return self._slow_down(method, error)
            case Fate.AWAY:
                return PAUSES[min(tries, len(PAUSES)) - 1]
            case Fate.FAILED:
                return PAUSES[tries - 1] if tries < TRIES else None
            case Fate.UNKNOWN:
                most = TRIES_OF_MESSAGE if is_new_message(method) else TRIES_IN_DOUBT
                return PAUSES[tries - 1] if tries < most else None
        return None

    def _slow_down(self, method: TelegramMethod[Any], error: Exception) -> float:
        seconds = float(error.retry_after) if isinstance(error, TelegramRetryAfter) else 1.0
        if isinstance(method, ANSWERS) and seconds > IN_TIME:
            raise TelegramBadRequest(method, TOO_LATE) from error
        chat = chat_of(method)
        if chat is not None:
            self._pacer.hold(chat, seconds)
        return seconds


def _let_others_pass() -> None:
    """An update that talks to the messenger has done what order matters for: its network is nobody else's wait."""
    unit = in_hand.get()
    if unit is not None:
        unit.ordered()


def is_without_topic(method: TelegramMethod[Any], error: Exception) -> bool:
    """Whether the topic that the person wrote in is no longer there: the answer goes to the chat itself."""
    in_topic = getattr(method, "message_thread_id", None) is not None
    return in_topic and isinstance(error, TelegramBadRequest) and any(one in error.message for one in TOPIC_GONE)


def is_new_message(method: TelegramMethod[Any]) -> bool:
    """Whether the method puts a new message into a chat."""
    name = method.__api_method__
    return name.startswith(("send", "copy", "forward")) and name != "sendChatAction"


def new_messages(method: TelegramMethod[Any]) -> int:
    """How many it puts there: an album counts as so many."""
    if not is_new_message(method):
        return 0
    return len(method.media) if isinstance(method, SendMediaGroup) else 1


def chat_of(method: TelegramMethod[Any]) -> int | None:
    chat = getattr(method, "chat_id", None)
    return chat if isinstance(chat, int) else None
