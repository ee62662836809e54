"""The server: where it listens, which addresses it knows, and what every answer of it says to the browser."""

import secrets
from collections.abc import Awaitable, Callable
from pathlib import Path

import structlog
from aiohttp import web

from bot.web import door, showing
from bot.web.calendar import ADDRESS, calendar
from bot.web.house import HOUSE, House, say_of, say_to
from bot.web.render import FORMAT, refusal_page
from domain.refusal import Gone, NotAllowed, Refusal
from handlers.say import Say

log = structlog.get_logger()

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

STATIC = Path(__file__).parent / "static"
MOST_BYTES = 64 * 1024
"""A form; spreadsheets are read piece by piece, with a bound of their own."""
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
}
STATUS = {NotAllowed: 403, Gone: 404}
OVER = "page-link-over"


class Site:
    """The bot's pages: `start()` returns once they can be reached, `stop()` when nobody is being answered."""

    def __init__(self, house: House, host: str, port: int) -> None:
        self._host = host
        self._port = port
        self._runner = web.AppRunner(application(house), access_log=None)

    async def start(self) -> None:
        await self._runner.setup()
        await web.TCPSite(self._runner, self._host, self._port).start()
        log.info("pages-served", host=self._host, port=self._port)

    async def stop(self) -> None:
        await self._runner.cleanup()


def application(house: House) -> web.Application:
    """Every address of the site."""
    app = web.Application(client_max_size=MOST_BYTES, middlewares=[_spoken])
    app.on_response_prepare.append(_guard)
    app[HOUSE] = house
    app.add_routes(
        [
            web.get("/p/{token}", door.knock),
            web.post("/p/{token}", door.enter),
            web.get("/page/", showing.show),
            web.get("/page/{act}", showing.show),
            web.post("/page/{act}", showing.act),
            web.get(ADDRESS, calendar),
            web.static("/static", STATIC),
        ]
    )
    return app


async def _guard(_request: web.Request, response: web.StreamResponse) -> None:
    """What a browser must and must not do with an answer of ours."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)


@web.middleware
async def _spoken(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Whatever goes wrong ends in a sentence in the person's language."""
    try:
        return await handler(request)
    except Refusal as refusal:
        log.info("page-refused", code=refusal.code)
        status = 410 if refusal.code == OVER else STATUS.get(type(refusal), 400)
        return _sorry(await say_to(request), refusal, status)
    except web.HTTPException as error:
        if error.status < 400:
            raise
        code = "page-too-large" if error.status == 413 else "page-nothing"
        say = say_of(request) if error.status == 429 else await say_to(request)  # who guesses is not looked up
        return _sorry(say, Refusal(code), error.status)
    except Exception as error:
        number = secrets.token_hex(3)
        log.exception("page-failed", code=number, exc_info=error)
        return _sorry(say_of(request), Refusal("page-failed", number=number), 500)


def _sorry(say: Say, refusal: Refusal, status: int) -> web.Response:
    return web.Response(text=refusal_page(refusal, say), status=status, **FORMAT)
