"""The way to the messenger: its address, a proxy where one is needed, and answers of the gateway told from its own."""

from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramServerError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType

GATEWAY = (502, 503, 504)
ANSWER_WITHIN = 30.0
"""Seconds after which the answer to a call counts as lost; the lease of a message is longer."""


class GatewayError(TelegramServerError):
    """The messenger behind its gateway was not reached: nothing was delivered."""


class Session(AiohttpSession):
    """aiogram's session, which knows the gateway's 502 with a page in HTML for what it is (LESSONS M 99)."""

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        if status_code in GATEWAY:
            raise GatewayError(method=method, message=f"gateway answered {status_code}")
        return super().check_response(bot, method, status_code, content)


def open_session(api_base: str, proxy: str) -> Session:
    """A session to this Bot API address, through this SOCKS or HTTP proxy ('' = none)."""
    options: dict[str, Any] = {"proxy": proxy} if proxy else {}
    return Session(api=TelegramAPIServer.from_base(api_base), timeout=ANSWER_WITHIN, **options)
