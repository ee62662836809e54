"""Results of a survey, while it runs and after: in words, by sectors, beside the wave before, as a workbook."""

from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import BufferedInputFile, CallbackQuery

from domain.questionnaire.model import Item
from domain.refusal import Refusal
from domain.results import Rate
from domain.results_sheets import label_of, opens, words_in
from handlers.ask import conversation
from handlers.callbacks import (
    ResultsCompare,
    ResultsFile,
    ResultsGroups,
    ResultsOpen,
    ReviewNext,
    ReviewSet,
    SurveySee,
)
from handlers.forms.desk import Context
from handlers.say import Html, join
from handlers.screen import Button, Row, Screen, answer, show
from handlers.surveys.authoring_entry import Authors
from handlers.surveys.files import SurveyFiles
from handlers.surveys.results_material import earlier, material_of
from handlers.surveys.results_screens import beside, grouped, head, summary
from handlers.words import pager
from storage.responses import Response
from storage.reviews import Review


async def opened(query: CallbackQuery, callback_data: ResultsOpen, *, ctx: Context) -> None:
    await show(query, await results_screen(ctx, callback_data))


async def results_screen(ctx: Context, press: ResultsOpen) -> Screen:
    say, survey = ctx.say, await ctx.store.surveys.get(press.survey_id)
    material = await material_of(ctx, survey)
    rate = Rate(len(await ctx.store.surveys.partners(survey.id)), len(material.responses))
    waiting = len(await _waiting(ctx, survey.id))
    key = {"survey_id": survey.id}
    review = (Button(say.plain("results-button-review", number=waiting), ReviewNext(**key)),) if waiting else ()
    before = await earlier(ctx, survey)
    compare: Row = ()
    if before is not None:
        compare = (Button(say.plain("results-button-compare", wave=str(before.fields.wave)), ResultsCompare(**key)),)
    ways = (Button(say.plain("results-button-groups"), ResultsGroups(**key)), *compare)
    book = Button(say.plain("results-button-file"), ResultsFile(**key))
    back = Button(say.plain("author-button-survey"), SurveySee(**key))
    return _page(head(survey, rate, say), summary(material, say), press, (ways, review, (book, back)))


async def by_sectors(query: CallbackQuery, callback_data: ResultsGroups, *, ctx: Context) -> None:
    survey = await ctx.store.surveys.get(callback_data.survey_id)
    pages = grouped(await material_of(ctx, survey), ctx.say)
    first = ctx.say("results-groups" if pages else "results-no-groups")
    await show(query, _page(first, pages, callback_data, (_back(ctx, survey.id),)))


async def compare(query: CallbackQuery, callback_data: ResultsCompare, *, ctx: Context) -> None:
    survey = await ctx.store.surveys.get(callback_data.survey_id)
    before = await earlier(ctx, survey)
    if before is None:
        raise Refusal("survey-gone")
    waves = (survey.fields.wave, before.fields.wave)
    pages = beside(await material_of(ctx, survey), await material_of(ctx, before), waves, ctx.say)
    await show(query, _page(ctx.say("results-compare"), pages, callback_data, (_back(ctx, survey.id),)))


async def book(query: CallbackQuery, callback_data: ResultsFile, *, ctx: Context, files: SurveyFiles) -> None:
    survey = await ctx.store.surveys.get(callback_data.survey_id)
    data = await files.book(await material_of(ctx, survey))
    await answer(query)
    if query.message is not None:
        await query.message.answer_document(BufferedInputFile(data, f"survey-{survey.id}.xlsx"))


async def review(query: CallbackQuery, callback_data: ReviewNext, *, ctx: Context) -> None:
    await show(query, await review_screen(ctx, callback_data.survey_id))


async def review_screen(ctx: Context, survey_id: int) -> Screen:
    """The next answer in somebody's own words: without who said it, until a librarian lets it through."""
    say, waiting = ctx.say, await _waiting(ctx, survey_id)
    if not waiting:
        return Screen(say("results-reviewed"), (_back(ctx, survey_id),))
    response, place, item, text = waiting[0]
    said = say("results-review", label=label_of(item, say.language), text=text[:2500], number=len(waiting))

    def button(key: str, on: int) -> Button:
        at = {"survey_id": survey_id, "revision": response.revision, "question": place, "on": on}
        return Button(say.plain(key), ReviewSet(response_id=response.id, **at))

    rows = ((button("results-button-show", 1), button("results-button-hide", 0)), _back(ctx, survey_id))
    return Screen(said, rows)


async def decide(query: CallbackQuery, callback_data: ReviewSet, *, ctx: Context) -> None:
    """Only on what stood on the screen: an answer that was sent anew meanwhile is looked at again."""
    press = callback_data
    waiting = await _waiting(ctx, press.survey_id)
    found = next((one for one in waiting if (one[0].id, one[1]) == (press.response_id, press.question)), None)
    if found is None or found[0].revision != press.revision:
        await show(query, await review_screen(ctx, press.survey_id))
        return
    await ctx.store.reviews.put((press.response_id, found[2].name), Review(press.on == 1), ctx.person.id, ctx.now)
    await show(query, await review_screen(ctx, press.survey_id))


async def _waiting(ctx: Context, survey_id: int) -> list[tuple[Response, int, Item, str]]:
    """Answers in own words that nobody has decided on."""
    survey = await ctx.store.surveys.get(survey_id)
    kept = await ctx.store.questionnaires.get(survey.fields.questionnaire_id)
    reviews, items = await ctx.store.reviews.of(survey_id), opens(kept.questionnaire)
    sent = await ctx.store.responses.of(survey_id)
    every = ((one, place, item, words_in(one.answers, item)) for one in sent for place, item in enumerate(items))
    return [(one, place, item, text) for one, place, item, text in every if text and (one.id, item.name) not in reviews]


def _page(first: Html, pages: list[Html], press: CallbackData, rows: tuple[tuple[Button, ...], ...]) -> Screen:
    page = min(getattr(press, "page", 0), max(0, len(pages) - 1))
    turn = pager(page, len(pages), 1, press)
    return Screen(join(first, pages[page] if pages else None, by="\n\n"), (turn, *rows))


def _back(ctx: Context, survey_id: int) -> tuple[Button, ...]:
    return (Button(ctx.say.plain("results-button-back"), ResultsOpen(survey_id=survey_id)),)


def router() -> Router:
    router = conversation("results")
    author = Authors()
    router.callback_query.register(opened, ResultsOpen.filter(), author)
    router.callback_query.register(by_sectors, ResultsGroups.filter(), author)
    router.callback_query.register(compare, ResultsCompare.filter(), author)
    router.callback_query.register(book, ResultsFile.filter(), author)
    router.callback_query.register(review, ReviewNext.filter(), author)
    router.callback_query.register(decide, ReviewSet.filter(), author)
    return router
