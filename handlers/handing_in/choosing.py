"""«Отчёты»: a period is chosen by touch; then the journal as a workbook, the plan as DOCX or as text."""

from aiogram import Router
from aiogram.types import BufferedInputFile, CallbackQuery

from domain.at_work import Told
from domain.journal import Entry
from domain.paper_fields import named
from domain.period import Period, Span
from domain.refusal import Gone
from domain.rights import Act, branches_of
from handlers.ask import conversation
from handlers.callbacks import PeriodFile, PeriodOpen
from handlers.forms.desk import Context
from handlers.handing_in.files import JournalFiles
from handlers.handing_in.plan import plan_text, plan_values
from handlers.handing_in.words import period_words, wording
from handlers.length import units
from handlers.papers.files import PaperFiles
from handlers.programme.asking import AsContext
from handlers.say import Say, join
from handlers.screen import Button, Row, Screen, answer, below, show
from handlers.waiting import file_when_ready
from handlers.words import to_menu

JOURNAL, PLAN, TEXT = range(3)
MESSAGE = 3500
ENDINGS = {JOURNAL: "xlsx", PLAN: "docx", TEXT: "txt"}
NAMES = {JOURNAL: "journal-file", PLAN: "journal-plan-file", TEXT: "journal-plan-file"}
SPANS = {
    Span.MONTH: "journal-button-month",
    Span.QUARTER: "journal-button-quarter",
    Span.YEAR: "journal-button-year",
}


async def open_period(query: CallbackQuery, callback_data: PeriodOpen, *, ctx: Context) -> None:
    await show(query, await period_screen(_period(callback_data.span, callback_data.at, ctx), ctx))


async def period_screen(period: Period, ctx: Context) -> Screen:
    """How many events it has, and what can be made of them."""
    say, own = ctx.say, branches_of(ctx.person, Act.MANAGE_EVENT)
    held, planned, missing = await ctx.store.journal.counts(*period.bounds(say.zone), own)
    text = join(
        join(say("journal-title"), say("journal-of", period=period_words(period, say))),
        join(say("journal-held", held=held, missing=missing), say("journal-planned", number=planned)),
        say("journal-about"),
        by="\n\n",
    )
    spans = tuple(_span(period, span, ctx) for span in Span)
    files = tuple(Button(say.plain(key), _file(period, kind)) for kind, key in FILES.items())
    return Screen(text, (spans, _turn(period), files[:1], files[1:], to_menu(say)))


FILES = {JOURNAL: "journal-button-journal", PLAN: "journal-button-plan", TEXT: "journal-button-text"}


async def give(
    query: CallbackQuery, callback_data: PeriodFile, *, ctx: Context, journals: JournalFiles, papers: PaperFiles
) -> None:
    """The file below the screen."""
    period, kind = _period(callback_data.span, callback_data.at, ctx), callback_data.kind
    if kind not in ENDINGS:
        raise Gone
    if kind == TEXT:
        await give_text(query, period, ctx)
        return

    async def work(told: Told) -> bytes:
        return await (_journal(period, ctx, journals, told) if kind == JOURNAL else _plan(period, ctx, papers))

    back = Button(ctx.say.plain("journal-button-back"), PeriodOpen(span=period.span, at=period.number))
    data = await file_when_ready(query, work, (back,), ctx.say)
    if data and query.message is not None:
        await query.message.answer_document(BufferedInputFile(data, _name(kind, period, ctx)))


async def give_text(query: CallbackQuery, period: Period, ctx: Context) -> None:
    """The plan as a message to copy from; as a file where it is longer than one."""
    await answer(query)
    text = plan_text(await _planned(period, ctx), period_words(period, _own(ctx)), _own(ctx))
    if units(text) <= MESSAGE:
        await below(query, Screen(ctx.say.text(text)))
    elif query.message is not None:
        file = BufferedInputFile(text.encode("utf-8-sig"), _name(TEXT, period, ctx))
        await query.message.answer_document(file)


async def _journal(period: Period, ctx: Context, journals: JournalFiles, told: Told) -> bytes:
    bounds, own = period.bounds(ctx.say.zone), branches_of(ctx.person, Act.MANAGE_EVENT)
    held = await ctx.store.journal.held(*bounds, own)
    return await journals.journal(held, period.first.year, wording(_own(ctx)), told)


async def _plan(period: Period, ctx: Context, papers: PaperFiles) -> bytes:
    say = _own(ctx)
    values = plan_values(await _planned(period, ctx), period_words(period, say), ctx.library, say)
    return await papers.fill("plan", named(values, "plan"))


async def _planned(period: Period, ctx: Context) -> list[Entry]:
    own = branches_of(ctx.person, Act.MANAGE_EVENT)
    return await ctx.store.journal.planned(*period.bounds(ctx.say.zone), own)


def _own(ctx: Context) -> Say:
    """Papers are in the library's first language."""
    return ctx.say.into(ctx.library.languages[0])


def _name(kind: int, period: Period, ctx: Context) -> str:
    name = ctx.say.plain(NAMES[kind], period=period_words(period, ctx.say))
    return f"{name}.{ENDINGS[kind]}"


def _period(span: int, at: int, ctx: Context) -> Period:
    """0: this month."""
    if span not in set(Span):
        raise Gone
    return Period.of(at, Span(span)) if at else Period.around(ctx.now_local.date(), Span(span))


def _span(period: Period, span: Span, ctx: Context) -> Button:
    words = ctx.say.plain(SPANS[span])
    other = period.resized(span)
    return Button(f"✓ {words}" if span is period.span else words, PeriodOpen(span=span, at=other.number))


def _turn(period: Period) -> Row:
    return tuple(
        Button(sign, PeriodOpen(span=period.span, at=period.moved(by).number)) for sign, by in (("‹", -1), ("›", 1))
    )


def _file(period: Period, kind: int) -> PeriodFile:
    return PeriodFile(span=period.span, at=period.number, kind=kind)


def router() -> Router:
    router = conversation("handing-in")
    mine = AsContext()
    router.callback_query.register(open_period, PeriodOpen.filter(), mine)
    router.callback_query.register(give, PeriodFile.filter(), mine)
    return router
