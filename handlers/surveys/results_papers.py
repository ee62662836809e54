"""Results to be looked at and to be taken away: pictures one by one, the memo, the workbook, the table."""

from aiogram import Router
from aiogram.types import BufferedInputFile, CallbackQuery

from domain.refusal import Gone
from handlers.ask import conversation
from handlers.callbacks import PAPERS, ResultsPaper, ResultsPicture
from handlers.forms.desk import Context
from handlers.say import join
from handlers.screen import Screen
from handlers.surveys.authoring_entry import Authors
from handlers.surveys.memo import Memo
from handlers.surveys.result_files import ResultFiles
from handlers.surveys.results import back_to_results
from handlers.surveys.results_charts import charts
from handlers.surveys.results_material import Found, earlier, found, quotes, sheaf
from handlers.waiting import answer_when_ready, show_when_ready
from handlers.words import pager

QUOTES = 25
"""Of each open question in the memo, which is to have two or three pages."""


async def picture(query: CallbackQuery, callback_data: ResultsPicture, *, ctx: Context, results: ResultFiles) -> None:
    back = back_to_results(ctx, callback_data.survey_id)
    await show_when_ready(query, picture_screen(ctx, results, callback_data), back, ctx.say)


async def picture_screen(ctx: Context, results: ResultFiles, press: ResultsPicture) -> Screen:
    """One picture; all are drawn with the first, and kept while nobody answers anew."""
    say, survey = ctx.say, await ctx.store.surveys.get(press.survey_id)
    what = await found(ctx, results, survey)
    every, back = charts(what, say), back_to_results(ctx, survey.id)
    if not every:
        return Screen(say("results-no-pictures"), (back,))
    stamp = (what.stamp, tuple(every))
    drawn = await results.shelf.get(("pictures", survey.id, say.language), stamp, lambda: results.draw(every))
    page = min(press.page, len(drawn) - 1)
    place = say("results-picture", number=page + 1, of=len(drawn), title=survey.fields.title)
    turn = pager(page, len(drawn), 1, ResultsPicture(survey_id=survey.id))
    return Screen(join(place), (turn, back), photo=drawn[page])


async def paper(query: CallbackQuery, callback_data: ResultsPaper, *, ctx: Context, results: ResultFiles) -> None:
    """A file below the results."""
    if not 0 <= callback_data.kind < len(PAPERS):
        raise Gone("survey-gone")
    kind = PAPERS[callback_data.kind]
    back = back_to_results(ctx, callback_data.survey_id)
    data = await answer_when_ready(query, _made(kind, callback_data.survey_id, ctx, results), back, ctx.say)
    if data and query.message is not None:
        await query.message.answer_document(BufferedInputFile(data, f"survey-{callback_data.survey_id}.{kind}"))


async def _made(kind: str, survey_id: int, ctx: Context, results: ResultFiles) -> bytes:
    survey = await ctx.store.surveys.get(survey_id)
    if kind == "docx":
        return await _memo(await found(ctx, results, survey), ctx, results)
    make = results.book if kind == "xlsx" else results.table
    return await make(await sheaf(ctx, survey))


async def _memo(what: Found, ctx: Context, results: ResultFiles) -> bytes:
    before = await earlier(ctx, what.survey)
    then = await found(ctx, results, before) if before else None
    said = await quotes(ctx, what.survey.id, QUOTES)
    waiting = max(0, what.summary.own_number - await ctx.store.tallies.decided(what.survey.id))
    return await results.write(Memo(what, then, said, ctx.say).paper(ctx.library, waiting, ctx.now))


def router() -> Router:
    router = conversation("results-papers")
    author = Authors()
    router.callback_query.register(picture, ResultsPicture.filter(), author)
    router.callback_query.register(paper, ResultsPaper.filter(), author)
    return router
