"""Answers in people's own words are looked at by a librarian before anybody else reads them (DOMAIN.md §2.2).

They may name people: where names are not for chat, they are looked at on a page of the bot's own.
"""

from contextlib import suppress
from dataclasses import replace

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.refusal import Gone
from handlers.ask import PRIVATE, TYPED, Ask, ask, asked, conversation, done, paragraphs
from handlers.callbacks import ReviewEdit, ReviewNext, ReviewSet
from handlers.elsewhere import page_screen
from handlers.forms.desk import Context
from handlers.say import join
from handlers.screen import Button, Row, Screen, send, show
from handlers.surveys.authoring_entry import Authors
from handlers.surveys.result_files import ResultFiles
from handlers.surveys.results import back_to_results
from handlers.surveys.results_material import found
from handlers.surveys.review_queue import LONGEST, Waiting, at, waiting
from handlers.waiting import show_when_ready
from storage.page_links import Page
from storage.reviews import Review

LETTERS = 2500


async def review(query: CallbackQuery, callback_data: ReviewNext, *, ctx: Context, results: ResultFiles) -> None:
    survey_id = callback_data.survey_id
    work = next_screen(ctx, results, survey_id)
    await show_when_ready(query, work, back_to_results(ctx, survey_id), ctx.say)


async def next_screen(ctx: Context, results: ResultFiles, survey_id: int, last: Waiting | None = None) -> Screen:
    """The next answer that waits; `last`: the one just decided on, to which one can come back."""
    if not ctx.library.personal_data_in_chat:
        return await _elsewhere(ctx, survey_id)
    what = await found(ctx, results, await ctx.store.surveys.get(survey_id))
    first = await waiting(ctx.store, what.survey.id, what.questionnaire, what.summary.own_keys(), 1)
    undo: Row = (_button(ctx, "results-button-undo", last, -1),) if last else ()
    if not first:
        return Screen(ctx.say("results-reviewed"), (undo, back_to_results(ctx, survey_id)))
    number = max(1, what.summary.own_number - await ctx.store.tallies.decided(survey_id))
    return _screen(ctx, first[0], number, undo)


async def decide(query: CallbackQuery, callback_data: ReviewSet, *, ctx: Context, results: ResultFiles) -> None:
    """Only on what stood on the screen: an answer that was sent anew meanwhile is looked at again."""
    press = callback_data
    one = await _meant(ctx, press, is_decided=press.on < 0)
    if one is None:
        await show(query, await next_screen(ctx, results, press.survey_id))
        return
    if press.on < 0:
        await ctx.store.reviews.drop(one.key, ctx.person.id, ctx.now)
        await show(query, _screen(ctx, one, None, ()))
        return
    with suppress(Gone):
        review = Review(press.on == 1)
        await ctx.store.reviews.put(one.key, review, ctx.person.id, ctx.now, revision=one.revision)
    await show(query, await next_screen(ctx, results, press.survey_id, one))


async def edit(
    query: CallbackQuery, callback_data: ReviewEdit, *, ctx: Context, results: ResultFiles, state: FSMContext
) -> None:
    """Asks for other words: without names, or shorter."""
    press = callback_data
    one = await _meant(ctx, press, is_decided=False)
    if one is None:
        await show(query, await next_screen(ctx, results, press.survey_id))
        return
    back = Button(ctx.say.plain("results-button-leave"), ReviewNext(survey_id=press.survey_id))
    await ask(state, Ask.quote, back, press=press.pack())
    await show(query, Screen(ctx.say("results-edit", text=one.text[:LETTERS]), ((back,),)))


async def edited(message: Message, *, ctx: Context, results: ResultFiles, state: FSMContext) -> None:
    text = paragraphs(message, LONGEST)
    press = ReviewEdit.unpack((await asked(state))["press"])
    await done(state)
    one = await _meant(ctx, press, is_decided=False)
    if one is not None:
        with suppress(Gone):
            review = Review(is_shown=True, text=text)
            await ctx.store.reviews.put(one.key, review, ctx.person.id, ctx.now, revision=press.revision)
    await send(message, await next_screen(ctx, results, press.survey_id, one))


async def _meant(ctx: Context, press: ReviewSet | ReviewEdit, *, is_decided: bool) -> Waiting | None:
    """The answer that stood on the screen, unless it was sent anew since, or somebody else was quicker."""
    if not ctx.library.personal_data_in_chat:
        return None
    one = await at(ctx.store, press.survey_id, press.response_id, press.question)
    if one is None or one.revision != press.revision:
        return None
    decided = await ctx.store.tallies.decided_among(press.survey_id, [press.response_id])
    return one if (one.key in decided) is is_decided else None


def _screen(ctx: Context, one: Waiting, number: int | None, undo: Row) -> Screen:
    """An answer without who gave it, and what can be done with it."""
    said = ctx.say("results-review", label=one.label(ctx.say.language), text=one.text[:LETTERS], number=number or 1)
    change = ReviewEdit(**_about(one))
    own = Button(ctx.say.plain("results-button-edit"), change)
    row = (_button(ctx, "results-button-show", one, 1), own, _button(ctx, "results-button-hide", one, 0))
    return Screen(said, (row, undo, back_to_results(ctx, one.survey_id)))


def _button(ctx: Context, key: str, one: Waiting, on: int) -> Button:
    return Button(ctx.say.plain(key), ReviewSet(**_about(one), on=on))


def _about(one: Waiting) -> dict[str, int]:
    return {
        "response_id": one.response_id,
        "survey_id": one.survey_id,
        "revision": one.revision,
        "question": one.place,
    }


async def _elsewhere(ctx: Context, survey_id: int) -> Screen:
    screen = await page_screen(
        Page.REVIEW,
        survey_id,
        back_to_results(ctx, survey_id),
        store=ctx.store,
        person=ctx.person,
        library=ctx.library,
        say=ctx.say,
        now=ctx.now,
        command=ctx.say("elsewhere-command", command=f"roundtable export responses --survey {survey_id} answers.csv"),
    )
    return replace(screen, text=join(ctx.say("results-may-name"), screen.text, by="\n\n"))


def router() -> Router:
    router = conversation("quoting")
    author = Authors()
    router.callback_query.register(review, ReviewNext.filter(), author)
    router.callback_query.register(decide, ReviewSet.filter(), author)
    router.callback_query.register(edit, ReviewEdit.filter(), author)
    router.message.register(edited, PRIVATE, Ask.quote, TYPED, author)
    return router
