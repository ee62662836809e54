"""Who answered an event, with names and reasons, and the list of participants: for those who manage it."""

from aiohttp import web

from bot.guest_table import COLUMNS, STATES, answerers, guest_table
from bot.web.kind import Kind
from bot.web.visit import Visit, download
from domain.participants import lines
from domain.rights import Act, require
from handlers.view import heading, when


async def admit(visit: Visit) -> None:
    event = await visit.store.events.get(visit.subject)
    require(visit.person, Act.MANAGE_EVENT, event.fields.branch_id)


async def show(visit: Visit) -> web.Response:
    event = await visit.store.events.get(visit.subject)
    lists = [(visit.say(key), await answerers(visit.store, event.id, state)) for state, key in STATES.items()]
    title = (heading(event, visit.say), when(event, visit.say))
    known = [(words, found) for words, found in lists if found]
    people = [one for one in await visit.store.participants.known(event.id) if one.comes]
    listed = lines(people, await visit.store.participants.groups(event.id))
    return visit.page("guests", title=title, columns=COLUMNS[1:], lists=known, listed=listed)


async def table(visit: Visit) -> web.Response:
    body = await guest_table(visit.store, visit.subject, visit.say)
    return download(body, f"guests-{visit.subject}.csv", "text/csv")


KIND = Kind(admit, shows={"": show, "guests.csv": table})
