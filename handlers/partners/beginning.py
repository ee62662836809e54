"""Beginning a form about a partner: something new, or a change of what there is."""

from collections.abc import Mapping
from typing import Any

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext

from domain.form_walk import walk
from domain.forms import Value
from domain.progress import Progress
from handlers.callbacks import FormResume
from handlers.card import shortened
from handlers.forms.answering import FORM
from handlers.forms.desk import GIVEN, Context, Desk, FormKind, Preview, open_desk
from handlers.forms.grid import SHORT
from handlers.forms.values import value_words
from handlers.forms.whole import answers_screen, current_screen
from handlers.partners.words import SAVE
from handlers.say import Html, join
from handlers.screen import Button, Screen
from storage.drafts import Draft

BASE, ONE = "base", "one"
"""Where a draft keeps the answers that it began with, and the id of the representative or agreement it changes."""


async def new(
    ctx: Context,
    state: FSMContext,
    kind: FormKind,
    subject: int | None,
    *,
    afresh: CallbackData | None,
    answers: Mapping[str, Value] | None = None,
) -> Screen:
    """The first question; but a draft that waits is offered first, unless `afresh` (the press for another) is None.

    `answers` are given beforehand. A draft with no answers besides is as good as none, and begun again.
    """
    given = dict(answers or {})
    drafts = [one for one in await ctx.store.drafts.of(ctx.person.id) if _is_new(one, kind, subject)]
    begun = [one for one in drafts if one.body["answers"] != given]
    if begun and afresh is not None:
        return await _offer(ctx, kind, begun[0], afresh)
    empty = [one for one in drafts if one not in begun]
    body = Progress(given).to_json() | {GIVEN: given}
    return await current_screen(await _begun(ctx, state, kind, subject, body, empty))


async def change(
    ctx: Context, state: FSMContext, kind: FormKind, subject: int, *, answers: dict[str, Value], one: int | None = None
) -> Screen:
    """Everything that can be changed, as buttons; a change that was begun before begins again."""
    body = {BASE: answers, GIVEN: answers, ONE: one}
    body |= await _passed(ctx, kind, subject, body | {"answers": answers})
    drafts = await ctx.store.drafts.of(ctx.person.id)
    known = [draft for draft in drafts if _is_change(draft, kind, subject, one)]
    return answers_screen(await _begun(ctx, state, kind, subject, body, known), 0)


def base_of(desk: Desk) -> dict[str, Value] | None:
    """The answers that a change began with; None for something new."""
    base: dict[str, Value] | None = desk.draft.body.get(BASE)
    return base


async def answers_preview(desk: Desk, head: Html) -> Preview:
    """What has been answered, line by line."""
    counted = desk.counted
    known = [(question, counted[question.id]) for question in desk.form.questions if question.id in counted]
    lines = (
        desk.say("form-answer", label=desk.label(one), value=value_words(desk, one, value)) for one, value in known
    )
    return Preview(join(head, join(*lines), by="\n\n"), SAVE)


async def _begun(  # noqa: PLR0917 - what a draft is made of
    ctx: Context, state: FSMContext, kind: FormKind, subject: int | None, body: dict[str, Any], known: list[Draft]
) -> Desk:
    """A draft with this body, the first that is known or a new one; typed texts go to it from now on.

    A new draft has no id yet: the state names none, which means the newest, so that both are one commit.
    """
    await state.set_state(FORM)
    if known:
        await state.set_data({"draft": known[0].id})
        draft = await ctx.store.drafts.change(known[0].id, lambda _old: body, ctx.now)
    else:
        await state.set_data({})
        draft = await ctx.store.drafts.start(ctx.person.id, kind.id, subject, body, ctx.now)
    return await open_desk(ctx, kind, draft)


def _is_new(draft: Draft, kind: FormKind, subject: int | None) -> bool:
    return (draft.form, draft.subject) == (kind.id, subject) and draft.body.get(BASE) is None


def _is_change(draft: Draft, kind: FormKind, subject: int, one: int | None) -> bool:
    same = (draft.form, draft.subject, draft.body.get(ONE)) == (kind.id, subject, one)
    return same and draft.body.get(BASE) is not None


async def _offer(ctx: Context, kind: FormKind, draft: Draft, afresh: CallbackData) -> Screen:
    title = kind.title(await open_desk(ctx, kind, draft))
    on = Button(shortened(title, SHORT), FormResume(draft=draft.id))
    return Screen(ctx.say("partner-draft-waits"), ((on,), (Button(ctx.say.plain("partner-button-afresh"), afresh),)))


async def _passed(ctx: Context, kind: FormKind, subject: int, body: dict[str, Any]) -> dict[str, Any]:
    """What the answers leave open counts as passed over."""
    answers = body["answers"]
    form = await kind.load(ctx, Draft(0, ctx.person.id, kind.id, subject, body, 0, ctx.now, ctx.now))
    skipped = frozenset(question.id for question in walk(form, answers).shown if question.id not in answers)
    return Progress(answers, skipped).to_json()
