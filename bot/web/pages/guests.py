"""Who answered an event and who came, with names and reasons, and the list of participants: for its staff."""

from aiohttp import web

from bot.guest_table import COLUMNS, guest_parts, guest_table
from bot.web.kind import Kind
from bot.web.visit import Visit, download
from domain.participants import lines
from domain.rights import Act, require
from handlers.view import heading, when
from handlers.words import file_name, of_event


async def admit(visit: Visit) -> None:
    event = await visit.store.events.get(visit.subject)
    require(visit.person, Act.MANAGE_EVENT, event.fields.branch_id)


async def show(visit: Visit) -> web.Response:
    event = await visit.store.events.get(visit.subject)
    title = (heading(event, visit.say), when(event, visit.say))
    parts = await guest_parts(visit.store, event, visit.say)
    asked = [one.text for one in event.fields.questions]
    people = [one for one in await visit.store.participants.known(event.id) if one.comes]
    listed = lines(people, await visit.store.participants.groups(event.id))
    return visit.page("guests", title=title, columns=COLUMNS, parts=parts, asked=asked, listed=listed)


async def table(visit: Visit) -> web.Response:
    event = await visit.store.events.get(visit.subject)
    body = await guest_table(visit.store, event.id, visit.say)
    name = of_event(visit.say.plain("pages-guests-file"), event, visit.say)
    return download(body, file_name(name, "csv"), "text/csv")


KIND = Kind(admit, shows={"": show, "guests.csv": table})
