"""Results of a survey, while it runs and after: in words, by sectors, beside the wave before."""

from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery

from domain.refusal import Refusal
from handlers.ask import conversation
from handlers.callbacks import (
    PAPERS,
    ResultsCompare,
    ResultsGroups,
    ResultsOpen,
    ResultsPaper,
    ResultsPicture,
    ReviewNext,
    SurveySee,
)
from handlers.forms.desk import Context
from handlers.say import Html, join
from handlers.screen import Button, Row, Screen
from handlers.surveys.authoring_entry import Authors
from handlers.surveys.result_files import ResultFiles
from handlers.surveys.results_material import earlier, found, quotes
from handlers.surveys.results_screens import QUOTES, beside, grouped, head, summary
from handlers.waiting import show_when_ready
from handlers.words import pager


async def opened(query: CallbackQuery, callback_data: ResultsOpen, *, ctx: Context, results: ResultFiles) -> None:
    back = _to_survey(ctx, callback_data.survey_id)
    await show_when_ready(query, results_screen(ctx, results, callback_data), back, ctx.say)


async def results_screen(ctx: Context, results: ResultFiles, press: ResultsOpen) -> Screen:
    say, survey = ctx.say, await ctx.store.surveys.get(press.survey_id)
    what = await found(ctx, results, survey)
    said = await quotes(ctx, survey.id, QUOTES)
    waiting = max(0, what.summary.own_number - await ctx.store.tallies.decided(survey.id))
    review = Button(say.plain("results-button-review", number=waiting), ReviewNext(survey_id=survey.id))
    before = await earlier(ctx, survey)
    ways = _ways(ctx, survey.id, before.fields.wave if before else None)
    rows = (ways, (review,) if waiting else (), _papers(ctx, survey.id), _to_survey(ctx, survey.id))
    return _page(head(what, say), summary(what, said, say), press, rows)


async def by_sectors(query: CallbackQuery, callback_data: ResultsGroups, *, ctx: Context, results: ResultFiles) -> None:
    async def screen() -> Screen:
        pages = grouped(await found(ctx, results, await ctx.store.surveys.get(callback_data.survey_id)), ctx.say)
        first = ctx.say("results-groups" if pages else "results-no-groups")
        return _page(first, pages, callback_data, (back_to_results(ctx, callback_data.survey_id),))

    await show_when_ready(query, screen(), back_to_results(ctx, callback_data.survey_id), ctx.say)


async def compare(query: CallbackQuery, callback_data: ResultsCompare, *, ctx: Context, results: ResultFiles) -> None:
    async def screen() -> Screen:
        survey = await ctx.store.surveys.get(callback_data.survey_id)
        before = await earlier(ctx, survey)
        if before is None:
            raise Refusal("survey-gone")
        pages = beside(await found(ctx, results, survey), await found(ctx, results, before), ctx.say)
        return _page(ctx.say("results-compare"), pages, callback_data, (back_to_results(ctx, survey.id),))

    await show_when_ready(query, screen(), back_to_results(ctx, callback_data.survey_id), ctx.say)


def back_to_results(ctx: Context, survey_id: int) -> Row:
    return (Button(ctx.say.plain("results-button-back"), ResultsOpen(survey_id=survey_id)),)


def _ways(ctx: Context, survey_id: int, before: int | None) -> Row:
    say, key = ctx.say, {"survey_id": survey_id}
    pictures = Button(say.plain("results-button-pictures"), ResultsPicture(**key))
    groups = Button(say.plain("results-button-groups"), ResultsGroups(**key))
    if before is None:
        return pictures, groups
    return pictures, groups, Button(say.plain("results-button-compare", wave=str(before)), ResultsCompare(**key))


def _papers(ctx: Context, survey_id: int) -> Row:
    kinds = ("docx", "xlsx", "csv")
    return tuple(
        Button(ctx.say.plain(f"results-button-{kind}"), ResultsPaper(survey_id=survey_id, kind=PAPERS.index(kind)))
        for kind in kinds
    )


def _to_survey(ctx: Context, survey_id: int) -> Row:
    return (Button(ctx.say.plain("author-button-survey"), SurveySee(survey_id=survey_id)),)


def _page(first: Html, pages: list[Html], press: CallbackData, rows: tuple[Row, ...]) -> Screen:
    page = min(getattr(press, "page", 0), max(0, len(pages) - 1))
    turn = pager(page, len(pages), 1, press)
    return Screen(join(first, pages[page] if pages else None, by="\n\n"), (turn, *rows))


def router() -> Router:
    router = conversation("results")
    author = Authors()
    router.callback_query.register(opened, ResultsOpen.filter(), author)
    router.callback_query.register(by_sectors, ResultsGroups.filter(), author)
    router.callback_query.register(compare, ResultsCompare.filter(), author)
    return router
