"""The way to the messenger through a proxy, of either kind: what a host needs that cannot reach it directly."""

import asyncio
import json
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qsl

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramEntityTooLarge, TelegramRetryAfter
from aiogram.methods import AnswerCallbackQuery, EditMessageText, GetUpdates, SendMessage, SendPhoto, TelegramMethod
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    ReplyKeyboardRemove,
)
from aiohttp import BytesPayload, FormData

from bot.outcome import Fate, fate_of
from bot.session import Session, open_session
from handlers.say import Html
from handlers.screen import Screen, edit
from sandbox.server import Sandbox

TOKEN = "42:test"


class Proxy:
    """Speaks SOCKS5 and HTTP CONNECT, and counts what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        first = await reader.readexactly(1)
        host, port = await (_socks(reader, writer) if first == b"\x05" else _connect(reader))
        self.asked.append(f"{host}:{port}")
        there, back = await asyncio.open_connection(host, port)
        writer.write(b"\x05\0\0\x01\0\0\0\0\0\0" if first == b"\x05" else b"HTTP/1.1 200 OK\r\n\r\n")
        await asyncio.gather(_pump(reader, back), _pump(there, writer))


async def _socks(reader: StreamReader, writer: StreamWriter) -> tuple[str, int]:
    await reader.readexactly((await reader.readexactly(1))[0])
    writer.write(b"\x05\0")
    kind = (await reader.readexactly(4))[3]
    host = await reader.readexactly(4 if kind == 1 else (await reader.readexactly(1))[0])
    return ".".join(map(str, host)) if kind == 1 else host.decode(), int.from_bytes(await reader.readexactly(2))


async def _connect(reader: StreamReader) -> tuple[str, int]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    host, port = head.split()[1].split(":")
    return host, int(port)


async def _pump(reader: StreamReader, writer: StreamWriter) -> None:
    with suppress(ConnectionError):
        while some := await reader.read(4096):
            writer.write(some)
    writer.close()


@pytest.fixture
async def box() -> AsyncIterator[Sandbox]:
    async with Sandbox(token=TOKEN) as opened:
        yield opened


@pytest.mark.parametrize("scheme", ["socks5", "http"])
async def test_calls_go_through_the_proxy_of_the_settings(box: Sandbox, scheme: str) -> None:
    proxy = Proxy()
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    bot = Bot(TOKEN, session=open_session(box.url, f"{scheme}://127.0.0.1:{port}"))
    try:
        assert (await bot.get_me()).is_bot
    finally:
        await bot.session.close()
        server.close()
    assert proxy.asked == [box.url.removeprefix("http://")]


async def test_what_was_edited_is_edited_back(box: Sandbox) -> None:
    """The messenger's answer to an edit is not read; that must not make the old words stand for the new."""
    person = box.person("Анна")
    person.account.started = True
    bot = Bot(TOKEN, session=open_session(box.url, ""))
    first = await bot.send_message(person.id, "Один")
    second = await edit(first, Screen(Html("Два")))
    await edit(second, Screen(Html("Один")))
    assert [message["text"] for message in person.chat.messages.values()] == ["Один"]
    await bot.session.close()


@pytest.mark.parametrize(
    ("parameters", "seconds"),
    [({}, 1), ({"parameters": {"retry_after": 0}}, 1), ({"parameters": {"retry_after": 9}}, 9)],
)
async def test_a_429_asks_for_a_pause_also_where_it_names_none(parameters: dict[str, Any], seconds: int) -> None:
    bot = Bot(TOKEN, session=open_session("http://localhost", ""))
    answer = json.dumps({"ok": False, "error_code": 429, "description": "Too Many Requests", **parameters})
    with pytest.raises(TelegramRetryAfter) as caught:
        bot.session.check_response(bot, SendMessage(chat_id=1, text="Вечер"), 429, answer)
    assert (caught.value.retry_after, fate_of(caught.value)) == (seconds, Fate.SLOW_DOWN)


@pytest.mark.parametrize(
    ("status", "fate"),
    [
        *((status, Fate.AWAY) for status in (401, 403, 407, 408, 451, 502, 511)),
        *((status, Fate.FAILED) for status in (400, 404, 418, 500)),
        (413, Fate.REFUSED),
        (200, Fate.UNKNOWN),
    ],
)
def test_a_page_in_place_of_an_answer_says_by_its_status_what_became_of_the_call(status: int, fate: Fate) -> None:
    """Telegram itself says no in JSON: a page with a 4xx is of a proxy on the way, and nothing was delivered."""
    bot = Bot(TOKEN, session=open_session("http://localhost", ""))
    with pytest.raises(Exception) as caught:  # noqa: PT011 - whichever has that fate
        bot.session.check_response(bot, SendMessage(chat_id=1, text="Вечер"), status, "<html>No</html>")
    assert fate_of(caught.value) is fate


def test_a_file_that_telegram_finds_too_large_is_never_taken() -> None:
    bot = Bot(TOKEN, session=open_session("http://localhost", ""))
    answer = json.dumps({"ok": False, "error_code": 413, "description": "Request Entity Too Large"})
    with pytest.raises(TelegramEntityTooLarge) as caught:
        bot.session.check_response(bot, SendMessage(chat_id=1, text="Вечер"), 413, answer)
    assert fate_of(caught.value) is Fate.REFUSED


KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[
        [
            InlineKeyboardButton(text="✓ Приду", callback_data="a:1:0"),
            InlineKeyboardButton(text="Карта", url="https://x"),
        ]
    ]
)
FILE = BufferedInputFile(b"picture", "picture.png")


@pytest.mark.parametrize(
    "method",
    [
        EditMessageText(chat_id=1, message_id=2, text="<b>Вечер</b> & «чай» + 1\n2%", reply_markup=KEYBOARD),
        EditMessageText(inline_message_id="a", text="Вечер", link_preview_options=LinkPreviewOptions(url="https://x")),
        SendMessage(chat_id=-100, text="", disable_notification=True),
        SendMessage(chat_id=1, text="Вечер", parse_mode=None, reply_markup=ReplyKeyboardRemove(remove_keyboard=True)),
        AnswerCallbackQuery(callback_query_id="7", text="Вы придёте", show_alert=False, cache_time=0),
        SendPhoto(chat_id=1, photo="id", caption="Вечер", reply_markup=KEYBOARD),
        SendPhoto(chat_id=1, photo=FILE, caption="Вечер"),
        GetUpdates(offset=5, timeout=30, allowed_updates=["message"]),
    ],
)
async def test_a_call_says_what_aiogram_would_say(method: TelegramMethod[Any]) -> None:
    defaults = DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview=LinkPreviewOptions(is_disabled=True))
    bot = Bot(TOKEN, session=open_session("http://localhost", ""), default=defaults)
    assert isinstance(bot.session, Session)
    said, would_say = bot.session.build_form_data(bot, method), AiohttpSession().build_form_data(bot, method)
    assert _fields(said) == _fields(would_say)


def _fields(form: FormData | BytesPayload) -> dict[str, Any]:
    """What was filled in; what is JSON, by its meaning."""
    if isinstance(form, BytesPayload):
        return {name: _meaning(value) for name, value in parse_qsl(form.decode(), keep_blank_values=True)}
    return {options["name"]: _meaning(value) for options, _, value in form._fields if isinstance(value, str)}


def _meaning(value: str) -> object:
    """A file has another name each time."""
    if value.startswith("attach:"):
        return "a file"
    return json.loads(value) if value.startswith(("{", "[")) else value
