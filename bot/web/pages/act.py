"""An act of destruction, to be saved: for those who may see the audit trail."""

from aiohttp import web

from bot.web.kind import Kind
from bot.web.visit import Visit, download
from domain.rights import Act, require
from handlers.act import act_file, act_text


async def admit(visit: Visit) -> None:
    require(visit.person, Act.SEE_AUDIT)


async def show(visit: Visit) -> web.Response:
    gone = await visit.store.erasures.get(visit.subject)
    return visit.page("act", text=act_text(gone, visit.library, visit.say.into(visit.library.languages[0])))


async def save(visit: Visit) -> web.Response:
    gone = await visit.store.erasures.get(visit.subject)
    name, body = act_file(gone, visit.library, visit.say.into(visit.library.languages[0]))
    return download(body, name, "text/plain")


KIND = Kind(admit, shows={"": show, "act.txt": save})
