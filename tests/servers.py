"""Servers that a test starts for itself, on a free port and with nothing kept: Redis, and nginx."""

import asyncio
import shutil
import socket
from asyncio.subprocess import DEVNULL, Process
from contextlib import closing
from pathlib import Path

WHERE = "/usr/sbin:/usr/bin:/usr/local/bin"


def program(name: str) -> str | None:
    """Where the program is, also where only root's PATH has it."""
    return shutil.which(name) or shutil.which(name, path=WHERE)


REDIS, NGINX = program("redis-server"), program("nginx")
NO_REDIS, NO_NGINX = "no redis-server on this machine (make system)", "no nginx on this machine (make system)"


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as found:
        return int(found.getsockname()[1])


class Server:
    """A program that listens on a port; it can be stopped, and started again."""

    def __init__(self, port: int, *command: str) -> None:
        self.port = port
        self._command = command
        self._process: Process | None = None

    async def start(self) -> None:
        """Returns when it takes connections."""
        self._process = await asyncio.create_subprocess_exec(*self._command, stdout=DEVNULL, stderr=DEVNULL)
        async with asyncio.timeout(20):
            while not await _listens(self.port):
                assert self._process.returncode is None, self._command
                await asyncio.sleep(0.02)

    async def stop(self) -> None:
        if self._process is not None and self._process.returncode is None:
            self._process.terminate()
            await self._process.wait()


def redis_server() -> Server:
    port = free_port()
    return Server(port, REDIS or "", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no")


def nginx_before(ports: list[int], folder: Path) -> Server:
    """nginx before these ports, as `deploy/nginx.conf` has it but for certificates and names."""
    port = free_port()
    upstream = "".join(f"server 127.0.0.1:{one} max_fails=2 fail_timeout=10s;" for one in ports)
    (folder / "nginx.conf").write_text(NGINX_CONF.format(folder=folder, port=port, upstream=upstream), encoding="utf-8")
    return Server(port, NGINX or "", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-g", "daemon off;")


NGINX_CONF = """
worker_processes 1;
error_log {folder}/nginx.log;
pid {folder}/nginx.pid;
events {{ worker_connections 512; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    upstream telegram {{ least_conn; {upstream} keepalive 32; }}
    server {{
        listen 127.0.0.1:{port};
        proxy_http_version 1.1;
        proxy_set_header Connection "";
        proxy_connect_timeout 2s;
        location = /telegram {{
            proxy_next_upstream error timeout http_502 http_503 http_504 non_idempotent;
            proxy_pass http://telegram;
        }}
    }}
}}
"""


async def _listens(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    await writer.wait_closed()
    return True
