"""Colleagues with their roles, and who changed what, with names: for those who may see them."""

from dataclasses import replace

from aiohttp import web

from bot.web.kind import Kind
from bot.web.visit import Visit
from domain.rights import Act, may, require
from handlers.entries import reader_of, told
from handlers.say import Html
from handlers.words import role_name

SIZE = 50


async def admit(visit: Visit) -> None:
    if not may(visit.person, Act.MANAGE_STAFF):
        require(visit.person, Act.SEE_AUDIT)


def _number(visit: Visit, member_id: int) -> str:
    """As colleagues are called in chat, where names may not be shown there."""
    return visit.say.plain("role-number", number=str(member_id))


async def show(visit: Visit) -> web.Response:
    branches = {branch.id: branch for branch in await visit.store.branches.all()}
    people = [
        (_number(visit, person.id), person.name, [role_name(grant, branches, visit.say) for grant in person.grants])
        for person in await visit.store.members.staff()
    ]
    sees_trail = may(visit.person, Act.SEE_AUDIT)
    entries = await _trail(visit) if sees_trail else []
    total = await visit.store.audit.count(None) if sees_trail else 0
    pages = range((total + SIZE - 1) // SIZE)
    return visit.page("staff", people=people, entries=entries, pages=pages, current=visit.number("n"))


async def _trail(visit: Visit) -> list[Html]:
    """A page of the trail, the newest first, as chat would tell it where names are allowed."""
    frank = replace(visit.library, personal_data_in_chat=True)
    reader = await reader_of(visit.store, frank, visit.say)
    page = await visit.store.audit.page(None, SIZE, visit.number("n") * SIZE)
    return [await told(entry, reader) for entry in page]


KIND = Kind(admit, shows={"": show})
