"""What every page knows: the store, the library, the clock, and in which language to speak."""

from asyncio import Semaphore
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import structlog
from aiohttp import web

from bot.texts import Texts
from bot.web.attempts import Attempts
from handlers.context import Library
from handlers.papers.files import PaperFiles
from handlers.say import Say
from handlers.surveys.result_files import ResultFiles
from storage.store import Store
from storage.unavailable import is_unavailable

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class House:
    """The parts of the bot that its pages use. `now` is the bot's clock; `writing` lets two calendars be written."""

    store: Store
    library: Library
    texts: Texts
    now: Callable[[], datetime]
    attempts: Attempts
    results: ResultFiles
    papers: PaperFiles
    writing: Semaphore = field(default_factory=lambda: Semaphore(2))

    @property
    def is_secure(self) -> bool:
        """Whether people come by https."""
        return self.library.pages_url.startswith("https://")

    @property
    def root(self) -> str:
        """The path below which people see the pages: behind nginx it may be more than `/`."""
        return str(PurePosixPath("/", urlsplit(self.library.pages_url).path.strip("/")))


HOUSE = web.AppKey("house", House)
COOKIE = "roundtable"


def house_of(request: web.Request) -> House:
    return request.app[HOUSE]


async def say_to(request: web.Request) -> Say:
    """The voice for whoever was given the link or the session, also once it is over; else for the browser.

    Never a reason to say nothing: what cannot be looked up is told in the browser's language.
    """
    known = None
    try:
        known = await _known(request)
    except Exception as error:
        if not is_unavailable(error):
            log.exception("language-unknown", exc_info=error)
    return house_of(request).texts(known) if known else say_of(request)


async def _known(request: web.Request) -> str | None:
    token, key = request.match_info.get("token", ""), request.cookies.get(COOKIE, "")
    return await house_of(request).store.page_links.language(token, key) if token or key else None


def say_of(request: web.Request) -> Say:
    """The voice for a browser: its first language, as long as we do not know whose it is."""
    wished = request.headers.get("Accept-Language", "").split(",")[0].split(";")[0].strip()
    return house_of(request).texts(wished or None)
