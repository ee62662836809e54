"""Which page answers: the session says it, and each page says who may see it now."""

from dataclasses import replace

from aiohttp import web

from bot.web.pages import KINDS
from bot.web.visit import check, read_form, visit_of


async def show(request: web.Request) -> web.StreamResponse:
    """A page, or a file to be saved."""
    visit = await visit_of(request)
    kind = KINDS[visit.link.page]
    await kind.admit(visit)
    handler = kind.shows.get(request.match_info.get("act", ""))
    if handler is None:
        raise web.HTTPNotFound
    return await handler(visit)


async def act(request: web.Request) -> web.StreamResponse:
    """A form that was sent."""
    visit = await visit_of(request)
    kind = KINDS[visit.link.page]
    await kind.admit(visit)
    handler = kind.acts.get(request.match_info["act"])
    if handler is None:
        raise web.HTTPNotFound
    form, upload = await read_form(request, kind.most_bytes)
    visit = replace(visit, form=form, upload=upload)
    check(visit)
    return await handler(visit)
