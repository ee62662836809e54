"""The way to the messenger: its address, a proxy where one is needed, and answers of the gateway told from its own."""

from contextlib import suppress
from functools import cache
from http import HTTPStatus
from typing import Annotated, Any
from urllib.parse import urlencode

from aiogram import Bot
from aiogram.client.default import Default
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramEntityTooLarge,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import EditMessageCaption, EditMessageText, Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InlineKeyboardMarkup
from aiohttp import BytesPayload, ClientTimeout, FormData
from pydantic import BeforeValidator, ValidationError

GATEWAY = (502, 503, 504)
IN_THE_WAY = (401, 403, 407, 408, 451, 511)
"""Of a page: a proxy lets nobody through. Telegram's own answers with such a status are no pages."""
NO_SECONDS = 1
"""How long a 429 holds that does not say so, or that says 0."""
ANSWER_WITHIN = 30.0
"""Seconds after which the answer to a call counts as lost; the lease of a message is longer."""
CONNECT_WITHIN = 10.0
CONNECTIONS = 300
"""At once. More than deliveries and updates in hand together, so that calls which hang keep nobody waiting."""

FORM = "application/x-www-form-urlencoded"
EDITS = (EditMessageText, EditMessageCaption)
Done = Annotated[bool, BeforeValidator(bool)]
"""Of an edit nobody reads back what the message looks like: that would cost as much as the rest of the call."""


class GatewayError(TelegramServerError):
    """The messenger behind its gateway was not reached: nothing was delivered."""


class Session(AiohttpSession):
    """aiogram's session, which knows the gateway's 502 with a page in HTML for what it is (LESSONS M 99)."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._defaults: dict[str, str] = {}

    def build_form_data(self, bot: Bot, method: TelegramMethod[TelegramType]) -> FormData:
        """The same form as aiogram's. Words, numbers and buttons, which are most of what is said, take a short way."""
        fields: dict[str, str] = {}
        for name in type(method).model_fields:
            value = getattr(method, name)
            if value is None:
                continue
            plain = self._default(bot, value.name) if isinstance(value, Default) else _plain(value)
            if plain is None:
                return super().build_form_data(bot, method)
            if plain:
                fields[name] = plain
        return BytesPayload(urlencode(fields, doseq=True).encode(), content_type=FORM)  # type: ignore[return-value]  # aiohttp takes it

    def _default(self, bot: Bot, name: str) -> str:
        """What the bot says where a call does not, read once."""
        if name not in self._defaults:
            self._defaults[name] = self.prepare_value(bot.default[name], bot=bot, files={}) or ""
        return self._defaults[name]

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
            returning = Done if isinstance(method, EDITS) else type(method).__returning__
            response = _shape(returning).model_validate_json(content, context={"bot": bot})
            if status_code == HTTPStatus.OK and response.ok:
                return response
        try:
            return super().check_response(bot, method, status_code, content)
        except ClientDecodeError:
            _refuse_page(method, status_code)
            raise
        except TelegramRetryAfter:
            raise
        except TelegramAPIError as error:
            if status_code == HTTPStatus.TOO_MANY_REQUESTS:
                raise TelegramRetryAfter(method=method, message=error.message, retry_after=NO_SECONDS) from None
            raise


def _plain(value: object) -> str | None:
    """A value as the form has it; None for what it takes aiogram to say: files, and what holds more than words."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return value.model_dump_json(exclude_none=True) if isinstance(value, InlineKeyboardMarkup) else None


@cache
def _shape(returning: Any) -> type[Response[Any]]:
    """What an answer looks like. Kept: pydantic forgets a model that nobody holds, and builds it anew at every call."""
    return Response[returning]


def _refuse_page(method: TelegramMethod[Any], status_code: int) -> None:
    """A page instead of JSON, of which the status says enough."""
    if status_code == HTTPStatus.TOO_MANY_REQUESTS:
        raise TelegramRetryAfter(method=method, message="a page that says 429", retry_after=NO_SECONDS) from None
    if status_code in IN_THE_WAY:
        raise GatewayError(method=method, message=f"a page that says {status_code}") from None
    if status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        raise TelegramEntityTooLarge(method=method, message="a page that says 413") from None
    if status_code >= HTTPStatus.BAD_REQUEST:
        raise TelegramServerError(method=method, message=f"a page that says {status_code}") from None


def open_session(api_base: str, proxy: str) -> Session:
    """A session to this Bot API address, through this SOCKS or HTTP proxy ('' = none)."""
    options: dict[str, Any] = {"proxy": proxy} if proxy else {}
    session = Session(api=TelegramAPIServer.from_base(api_base), timeout=ANSWER_WITHIN, **options)
    session._connector_init["limit"] = CONNECTIONS  # aiogram forgets the limit when there is a proxy
    return session
