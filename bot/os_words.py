"""What the machine refuses (a file, a port, a name), in plain words."""

import errno
import re
import socket

from bot.console import sentence

WORDS = {
    errno.ENOENT: "cli-os-missing",
    errno.EISDIR: "cli-os-folder",
    errno.ENOTDIR: "cli-os-no-folder",
    errno.EACCES: "cli-os-closed",
    errno.EPERM: "cli-os-closed",
    errno.EROFS: "cli-os-read-only",
    errno.ENAMETOOLONG: "cli-os-long",
    errno.EADDRINUSE: "cli-os-port-taken",
    errno.EADDRNOTAVAIL: "cli-os-no-address",
}
ADDRESS = re.compile(r"\('([^']+)', (\d+)\b")
"""How asyncio quotes the address that it was to listen on."""


def words_of(error: OSError) -> str:
    """What it was about, as far as that is known, and what is the matter with it."""
    key = "cli-os-no-host" if isinstance(error, socket.gaierror) else WORDS.get(error.errno or 0)
    where = _where(error)
    return ": ".join(filter(None, (where, sentence(key) if key else str(error.strerror or error))))


def _where(error: OSError) -> str:
    address = ADDRESS.search(str(error))
    return f"{address[1]}:{address[2]}" if address else str(error.filename or "")
