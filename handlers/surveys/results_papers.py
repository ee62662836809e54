"""Results to be looked at and to be taken away: pictures by one or all at once, the memo, the workbook, the table."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from aiogram import Router
from aiogram.types import BufferedInputFile, CallbackQuery, InputMediaPhoto, MediaUnion

from domain.refusal import Gone
from domain.survey import Survey
from handlers.ask import conversation
from handlers.callbacks import PAPERS, ResultsAlbum, ResultsPaper, ResultsPicture
from handlers.forms.desk import Context
from handlers.say import join
from handlers.screen import Button, Screen
from handlers.screen import picture as picture_of
from handlers.surveys.authoring_entry import Authors
from handlers.surveys.memo import Memo
from handlers.surveys.result_files import ResultFiles
from handlers.surveys.results import back_to_results
from handlers.surveys.results_charts import charts
from handlers.surveys.results_material import Found, earlier, found, quotes, sheaf
from handlers.waiting import answer_when_ready, show_when_ready
from handlers.words import file_name, pager

MOST_IN_ALBUM = 10
QUOTES = 25
"""Of each open question in the memo, which is to have two or three pages."""


async def picture(query: CallbackQuery, callback_data: ResultsPicture, *, ctx: Context, results: ResultFiles) -> None:
    back = back_to_results(ctx, callback_data.survey_id)
    await show_when_ready(query, picture_screen(ctx, results, callback_data), back, ctx.say)


async def picture_screen(ctx: Context, results: ResultFiles, press: ResultsPicture) -> Screen:
    """One picture; all are drawn with the first, and kept while nobody answers anew."""
    say, survey = ctx.say, await ctx.store.surveys.get(press.survey_id)
    drawn, back = await _drawn(ctx, results, survey), back_to_results(ctx, survey.id)
    if not drawn:
        return Screen(say("results-no-pictures"), (back,))
    page = min(press.page, len(drawn) - 1)
    place = say("results-picture", number=page + 1, of=len(drawn), title=survey.fields.title)
    turn = pager(page, len(drawn), 1, ResultsPicture(survey_id=survey.id))
    every = Button(say.plain("results-button-album"), ResultsAlbum(survey_id=survey.id))
    return Screen(join(place), (turn, (every,) if len(drawn) > 1 else (), back), photo=drawn[page])


async def _drawn(ctx: Context, results: ResultFiles, survey: Survey) -> list[bytes]:
    what = await found(ctx, results, survey)
    every = charts(what, ctx.say)
    if not every:
        return []
    stamp = (what.stamp, tuple(every))
    return await results.shelf.get(("pictures", survey.id, ctx.say.language), stamp, lambda: results.draw(every))


async def album(query: CallbackQuery, callback_data: ResultsAlbum, *, ctx: Context, results: ResultFiles) -> None:
    """All pictures below, in as few albums as they fit into."""
    survey = await ctx.store.surveys.get(callback_data.survey_id)
    back, toast = back_to_results(ctx, survey.id), ctx.say.plain("results-toast-album")
    drawn = await answer_when_ready(query, _drawn(ctx, results, survey), back, ctx.say, toast)
    if query.message is None or not drawn or len(drawn) == 1:
        return
    for first, part in albums(drawn):
        last = first + len(part) - 1
        caption = ctx.say("results-album", title=survey.fields.title, first=first, last=last, of=len(drawn))
        words = [caption, *[None] * (len(part) - 1)]
        media = [InputMediaPhoto(media=picture_of(one), caption=said) for one, said in zip(part, words, strict=True)]
        await query.message.answer_media_group(list[MediaUnion](media))


def albums(pictures: Sequence[bytes]) -> Iterator[tuple[int, Sequence[bytes]]]:
    """As few as there can be, and as even, so that no picture is left alone; each with the number of its first."""
    number = -(-len(pictures) // MOST_IN_ALBUM)
    ends = [len(pictures) * nth // number for nth in range(number + 1)]
    return ((start + 1, pictures[start:end]) for start, end in pairwise(ends))


async def paper(query: CallbackQuery, callback_data: ResultsPaper, *, ctx: Context, results: ResultFiles) -> None:
    """A file below the results."""
    if not 0 <= callback_data.kind < len(PAPERS):
        raise Gone("survey-gone")
    kind = PAPERS[callback_data.kind]
    back = back_to_results(ctx, callback_data.survey_id)
    data = await answer_when_ready(query, _made(kind, callback_data.survey_id, ctx, results), back, ctx.say)
    if data and query.message is not None:
        await query.message.answer_document(BufferedInputFile(data, await _name(kind, callback_data.survey_id, ctx)))


async def _name(kind: str, survey_id: int, ctx: Context) -> str:
    """«Итоги – Наши партнеры, 2018.docx»."""
    survey = await ctx.store.surveys.get(survey_id)
    name = ctx.say.plain("results-file", title=survey.fields.title, wave=str(survey.fields.wave))
    return file_name(name, kind)


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
    router.callback_query.register(album, ResultsAlbum.filter(), author)
    router.callback_query.register(paper, ResultsPaper.filter(), author)
    return router
