"""Papers of an event, for those who manage it: with names, and therefore here."""

from aiohttp import web

from bot.web.kind import Answer, Kind
from bot.web.visit import Visit, download
from domain.event_papers import PaperKind
from domain.rights import Act, require
from handlers.papers.choosing import paper_name
from handlers.papers.gathering import Source, paper
from handlers.view import heading, when

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


async def admit(visit: Visit) -> None:
    event = await visit.store.events.get(visit.subject)
    require(visit.person, Act.MANAGE_EVENT, event.fields.branch_id)


async def show(visit: Visit) -> web.Response:
    event = await visit.store.events.get(visit.subject)
    title = (heading(event, visit.say), when(event, visit.say))
    listed = [(kind, paper_name(kind, visit.say)) for kind in PaperKind]
    return visit.page("papers", title=title, papers=listed, has_pdf=visit.house.papers.pdf is not None)


def _file(kind: PaperKind, ending: str) -> Answer:
    async def give(visit: Visit) -> web.Response:
        event = await visit.store.events.get(visit.subject)
        at = Source(visit.store, visit.library, visit.say, visit.now)
        body = await paper(event, kind, at, visit.house.papers, as_pdf=ending == "pdf")
        return download(body, f"{kind}-{event.id}.{ending}", TYPES[ending])

    return give


FILES = {f"{kind}.{ending}": _file(kind, ending) for kind in PaperKind for ending in TYPES}
KIND = Kind(admit, shows={"": show} | FILES)
