"""The door: a one-time link is shown with one button, and only the button uses it up.

A messenger fetches links to draw a preview of them: that must use nothing up.
"""

from aiohttp import web

from bot.web.house import COOKIE, House, house_of, say_to
from bot.web.render import FORMAT, page
from domain.refusal import Refusal
from storage.page_links import LASTS

LOCAL = ("127.0.0.1", "::1")


async def knock(request: web.Request) -> web.Response:
    """The page with the button."""
    house = house_of(request)
    await _known(request, house)
    return web.Response(text=page("door", await say_to(request), library=house.library.name), **FORMAT)


async def enter(request: web.Request) -> web.Response:
    """Uses the link up; from now on the browser has a session, until the link's ten minutes are over."""
    house = house_of(request)
    await _known(request, house)
    key = await house.store.page_links.use(request.match_info["token"], house.now())
    response = web.HTTPSeeOther("../page/")
    response.set_cookie(
        COOKIE,
        key,
        max_age=int(LASTS.total_seconds()),
        path=house.root,
        httponly=True,
        samesite="Strict",
        secure=house.is_secure,
    )
    raise response


async def _known(request: web.Request, house: House) -> None:
    """`Refusal` for a link that is over or was never there, and for who asks for such ones again and again."""
    address = _address(request)
    if house.attempts.too_many(address):
        raise web.HTTPTooManyRequests
    if not await house.store.page_links.waits(request.match_info["token"], house.now()):
        house.attempts.failed(address)
        raise Refusal("page-link-over")


def _address(request: web.Request) -> str:
    """Who asks: what the proxy on this machine says, if it is one that asks."""
    asks = request.remote or ""
    return request.headers.get("X-Forwarded-For", asks).split(",")[-1].strip() if asks in LOCAL else asks
