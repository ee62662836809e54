"""The way to the messenger: its address, a proxy where one is needed, and answers of the gateway told from its own."""

from contextlib import suppress
from functools import cache
from http import HTTPStatus
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import ClientDecodeError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiohttp import ClientTimeout
from pydantic import ValidationError

GATEWAY = (502, 503, 504)
ANSWER_WITHIN = 30.0
"""Seconds after which the answer to a call counts as lost; the lease of a message is longer."""
CONNECT_WITHIN = 10.0
CONNECTIONS = 300
"""At once. More than deliveries and updates in hand together, so that calls which hang keep nobody waiting."""


class GatewayError(TelegramServerError):
    """The messenger behind its gateway was not reached: nothing was delivered."""


class Session(AiohttpSession):
    """aiogram's session, which knows the gateway's 502 with a page in HTML for what it is (LESSONS M 99)."""

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        """A connection that does not come about is told from an answer that does not come."""
        patience = ClientTimeout(total=timeout or ANSWER_WITHIN, sock_connect=CONNECT_WITHIN)
        return await super().make_request(bot, method, patience)  # type: ignore[arg-type]  # aiohttp takes it as it is

    async def close(self) -> None:
        """aiogram gives TLS a quarter of a second to say goodbye; a plain connection has nothing to say."""
        if self._session is not None and self.api.base.startswith("http:"):
            await self._session.close()
        else:
            await super().close()

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        if status_code in GATEWAY:
            raise GatewayError(method=method, message=f"gateway answered {status_code}")
        with suppress(ValidationError):
            response = _shape(type(method).__returning__).model_validate_json(content, context={"bot": bot})
            if status_code == HTTPStatus.OK and response.ok:
                return response
        try:
            return super().check_response(bot, method, status_code, content)
        except ClientDecodeError:
            _refuse_page(method, status_code)
            raise


@cache
def _shape(returning: Any) -> type[Response[Any]]:
    """What an answer looks like. Kept: pydantic forgets a model that nobody holds, and builds it anew at every call."""
    return Response[returning]


def _refuse_page(method: TelegramMethod[Any], status_code: int) -> None:
    """A page instead of JSON, of which the status says enough."""
    if status_code == HTTPStatus.TOO_MANY_REQUESTS:
        raise TelegramRetryAfter(method=method, message="a page that says 429", retry_after=1) from None
    if status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise TelegramServerError(method=method, message=f"a page that says {status_code}") from None


def open_session(api_base: str, proxy: str) -> Session:
    """A session to this Bot API address, through this SOCKS or HTTP proxy ('' = none)."""
    options: dict[str, Any] = {"proxy": proxy} if proxy else {}
    session = Session(api=TelegramAPIServer.from_base(api_base), timeout=ANSWER_WITHIN, **options)
    session._connector_init["limit"] = CONNECTIONS  # aiogram forgets the limit when there is a proxy
    return session
