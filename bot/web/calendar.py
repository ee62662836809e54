"""Calendars by secret addresses, for programs that fetch them again and again."""

from asyncio import to_thread

from aiohttp import web

from bot.web.house import house_of
from handlers.calendar_file import calendar_feed
from handlers.fetching import Calendar, fetched

ADDRESS = "/calendar/{token:[A-Za-z0-9_-]{32}}.ics"
"""Anything else below `/calendar/` is not even looked for."""
OFTEN = "private, no-cache"
"""Nobody in between keeps it, and whoever has it asks whether it is still so."""


async def calendar(request: web.Request) -> web.Response:
    """The calendar, or a mere «not modified». One answer for addresses revoked, guessed and never given: not found."""
    house = house_of(request)
    token = request.match_info["token"]
    found = await fetched(token, store=house.store, library=house.library, texts=house.texts, now=house.now())
    if found is None:
        raise web.HTTPNotFound
    answer = web.Response(status=304) if _is_known(request, found) else await _written(request, found)
    answer.etag = found.fingerprint
    answer.last_modified = found.changed_at
    answer.headers["Cache-Control"] = OFTEN
    return answer


async def _written(request: web.Request, found: Calendar) -> web.Response:
    """Few at a time: who fetches without end holds up the fetching of others, never the bot."""
    async with house_of(request).writing:
        body = await to_thread(calendar_feed, found.name, found.events())
    return web.Response(body=body, content_type="text/calendar", charset="utf-8")


def _is_known(request: web.Request, found: Calendar) -> bool:
    """What the program has is this. Its tag counts, where it names one (RFC 9110, 13.2.2)."""
    tags, since = request.if_none_match, request.if_modified_since
    if tags is not None:
        return any(tag.value in (found.fingerprint, "*") for tag in tags)
    return since is not None and found.changed_at <= since
