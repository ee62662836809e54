"""Colleagues with their roles, and who changed what: for those who give roles."""

from aiohttp import web

from bot.web.kind import Kind
from bot.web.visit import Visit
from domain.rights import Act, require
from handlers.words import role_name


async def admit(visit: Visit) -> None:
    require(visit.person, Act.MANAGE_STAFF)


async def show(visit: Visit) -> web.Response:
    branches = {branch.id: branch for branch in await visit.store.branches.all()}
    people = [
        (person.name, [role_name(grant, branches, visit.say) for grant in person.grants])
        for person in await visit.store.members.staff()
    ]
    return visit.page("staff", people=people)


KIND = Kind(admit, shows={"": show})
