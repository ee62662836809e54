"""Papers of an event in chat: one is chosen, its file comes. Where names may not be in chat, those with names are on a
page.
"""

from aiogram import Router
from aiogram.types import BufferedInputFile, CallbackQuery

from domain.event import Event
from domain.event_papers import NAMELESS, PaperKind
from domain.refusal import Gone
from handlers.ask import conversation
from handlers.callbacks import MinutesOpen, PaperMake, PapersOpen
from handlers.elsewhere import page_screen
from handlers.forms.desk import Context
from handlers.managed import Managed, back
from handlers.papers.files import PaperFiles
from handlers.papers.gathering import Source, paper
from handlers.programme.asking import AsContext
from handlers.say import Say, join
from handlers.screen import Button, Row, Screen, show
from handlers.view import heading
from handlers.waiting import answer_when_ready
from handlers.words import file_name, of_event
from storage.page_links import Page

KINDS = tuple(PaperKind)
"""What a button carries is the place here."""


async def choose(query: CallbackQuery, *, event: Event, ctx: Context) -> None:
    await show(query, papers_screen(event, ctx))


def papers_screen(event: Event, ctx: Context) -> Screen:
    """Every paper, two to a row."""
    say = ctx.say
    buttons = [
        Button(paper_name(kind, say), PaperMake(event_id=event.id, kind=n, pdf=0)) for n, kind in enumerate(KINDS)
    ]
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    hidden = None if ctx.library.personal_data_in_chat else say("papers-hidden")
    text = join(join(say("papers-title"), heading(event, say)), say("papers-about"), hidden, by="\n\n")
    minutes = Button(say.plain("papers-button-minutes"), MinutesOpen(event_id=event.id))
    return Screen(text, (*rows, (minutes, back(event, say))))


async def make(
    query: CallbackQuery, callback_data: PaperMake, *, event: Event, ctx: Context, papers: PaperFiles
) -> None:
    """The file below the screen, with a button for the other kind of file."""
    if not 0 <= callback_data.kind < len(KINDS):
        raise Gone
    kind, as_pdf = KINDS[callback_data.kind], callback_data.pdf == 1 and papers.pdf is not None
    if kind not in NAMELESS and not ctx.library.personal_data_in_chat:
        await show(query, await _elsewhere(event, kind, ctx))
        return
    at = Source(ctx.store, ctx.library, ctx.say, ctx.now)
    work = paper(event, kind, at, papers, as_pdf=as_pdf)
    data = await answer_when_ready(query, work, (to_papers(event, ctx.say),), ctx.say)
    if data and query.message is not None:
        name = paper_file(event, kind, "pdf" if as_pdf else "docx", ctx.say)
        row = () if as_pdf or papers.pdf is None else _as_pdf(event, callback_data.kind, ctx.say)
        screen = Screen(ctx.say("papers-made"), (row,))
        file = BufferedInputFile(data, name)
        await query.message.answer_document(file, caption=screen.text, reply_markup=screen.keyboard)


def paper_name(kind: PaperKind, say: Say) -> str:
    return say.plain(f"papers-name-{kind}")


def paper_file(event: Event, kind: PaperKind, ending: str, say: Say) -> str:
    """What the file is called: «Протокол, 27.04.2018.docx»."""
    return file_name(of_event(paper_name(kind, say), event, say), ending)


async def _elsewhere(event: Event, kind: PaperKind, ctx: Context) -> Screen:
    say = ctx.say
    command = say("elsewhere-command", command=f"roundtable export paper {kind} {event.id} {kind}-{event.id}.docx")
    return await page_screen(
        Page.PAPERS,
        event.id,
        (to_papers(event, say), back(event, say)),
        store=ctx.store,
        person=ctx.person,
        library=ctx.library,
        say=say,
        now=ctx.now,
        command=command,
    )


def _as_pdf(event: Event, kind: int, say: Say) -> Row:
    return (Button(say.plain("papers-button-pdf"), PaperMake(event_id=event.id, kind=kind, pdf=1)),)


def to_papers(event: Event, say: Say) -> Button:
    return Button(say.plain("papers-button-back"), PapersOpen(event_id=event.id))


def router() -> Router:
    router = conversation("papers")
    mine = AsContext()
    router.callback_query.register(choose, PapersOpen.filter(), Managed(), mine)
    router.callback_query.register(make, PaperMake.filter(), Managed(), mine)
    return router
