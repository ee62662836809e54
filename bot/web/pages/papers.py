"""Papers of an event, for those who manage it: with names, and therefore here."""

from aiohttp import web

from bot.web.kind import Answer, Kind
from bot.web.visit import Visit, back, download
from domain.event_papers import PaperKind
from domain.minutes import WHOLE, Piece, Place
from domain.refusal import Refusal
from domain.rights import Act, require
from handlers.ask import readable
from handlers.papers.choosing import paper_file, paper_name
from handlers.papers.files import MOST_BYTES
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
    return await _page(visit)


async def _page(visit: Visit, bad: Refusal | None = None) -> web.Response:
    event = await visit.store.events.get(visit.subject)
    title = (heading(event, visit.say), when(event, visit.say))
    listed = [(kind, paper_name(kind, visit.say)) for kind in PaperKind]
    known = (await visit.store.minutes.of(event.id)).of(WHOLE, Piece.TEXT)
    has_pdf = visit.house.papers.pdf is not None
    return visit.page("papers", bad=bad, title=title, papers=listed, has_pdf=has_pdf, base=known.number)


def _file(kind: PaperKind, ending: str) -> Answer:
    async def give(visit: Visit) -> web.Response:
        event = await visit.store.events.get(visit.subject)
        at = Source(visit.store, visit.library, visit.say, visit.now)
        body = await paper(event, kind, at, visit.house.papers, as_pdf=ending == "pdf")
        return download(body, paper_file(event, kind, ending, visit.say), TYPES[ending])

    return give


async def upload(visit: Visit) -> web.Response:
    """The minutes as a whole, from a file; a next revision."""
    if visit.upload is None:
        return await _page(visit, Refusal("page-no-file"))
    try:
        text = readable(await visit.house.papers.read(visit.upload.name, visit.upload.data))
        place = Place(visit.subject, WHOLE, Piece.TEXT)
        if not text:
            raise Refusal("text-empty")
        await visit.store.minutes.write(place, text, visit.number("base"), visit.person, visit.now)
    except Refusal as refusal:
        return await _page(visit, refusal)
    raise back("saved")


FILES = {f"{kind}.{ending}": _file(kind, ending) for kind in PaperKind for ending in TYPES}
KIND = Kind(admit, shows={"": show} | FILES, acts={"minutes": upload}, most_bytes=MOST_BYTES)
