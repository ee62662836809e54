"""Counts every call to the messenger, each try for itself: what it was, how it ended, how long it took."""

import time
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.figures import Figures
from bot.outcome import Fate, fate_of


def _outcome(error: Exception) -> str:
    fate = fate_of(error)
    return "429" if fate is Fate.SLOW_DOWN else fate.value


class Measure(BaseRequestMiddleware):
    """Registered last, so that it is nearest to the call."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        began = time.monotonic()
        try:
            answer = await make_request(bot, method)
        except Exception as error:
            self._count(method, _outcome(error), began)
            raise
        self._count(method, "ok", began)
        return answer

    def _count(self, method: TelegramMethod[Any], outcome: str, began: float) -> None:
        self._figures.call(method.__api_method__, outcome, time.monotonic() - began)
