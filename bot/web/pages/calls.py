"""Whom to telephone instead of writing, with names and telephones: for those who may read the letter."""

from aiohttp import web

from bot.web.kind import Kind
from bot.web.visit import Visit
from handlers.partners.words import phone
from handlers.writing.own import readable
from storage.broadcast_rows import Broadcast


async def admit(visit: Visit) -> None:
    await _letter(visit)


async def show(visit: Visit) -> web.Response:
    letter = await _letter(visit)
    calls = await visit.store.broadcasts.calls(letter, visit.now)
    found = await visit.store.broadcasts.callees(calls)
    return visit.page("calls", callees=found, number=lambda kept: phone(kept, visit.say))


async def _letter(visit: Visit) -> Broadcast:
    return await readable(visit.store, visit.person, visit.subject, visit.now)


KIND = Kind(admit, shows={"": show})
