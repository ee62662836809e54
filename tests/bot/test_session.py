"""The way to the messenger through a proxy, of either kind: what a host needs that cannot reach it directly."""

import asyncio
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest
from aiogram import Bot

from bot.session import open_session
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
