"""An author's own walk through a questionnaire: like an organisation's, but nothing of it is kept."""

from aiogram.fsm.context import FSMContext

from domain.form_walk import walk
from domain.forms import Form, Key, Kind
from domain.questionnaire.start import begun
from domain.refusal import Gone
from domain.rights import Act, require
from handlers.callbacks import QuestionnaireOpen
from handlers.forms.answering import FORM
from handlers.forms.desk import Context, Desk, FormKind, Preview, open_desk
from handlers.forms.values import value_words
from handlers.forms.whole import answer_line, current_screen
from handlers.length import units
from handlers.say import Html, join
from handlers.screen import Button, Screen
from handlers.surveys.asking import form_of_upload
from storage.drafts import Draft
from storage.questionnaires import Kept

TRIAL = "trial"
MOST = 3000
"""Letters of answers on the last screen."""


async def begin_trial(ctx: Context, state: FSMContext, kept: Kept) -> Screen:
    """The first question; a trial of it that was begun before begins again."""
    known = [one for one in await ctx.store.drafts.of(ctx.person.id) if (one.form, one.subject) == (TRIAL, kept.id)]
    body = begun(kept.questionnaire, await form_of_upload(ctx, kept), {}).to_json()
    await state.set_state(FORM)
    await state.set_data({"draft": known[0].id} if known else {})
    if known:
        draft = await ctx.store.drafts.change(known[0].id, lambda _old: body, ctx.now)
    else:
        draft = await ctx.store.drafts.start(ctx.person.id, TRIAL, kept.id, body, ctx.now)
    return await current_screen(await open_desk(ctx, trial_kind, draft))


async def trial_form(ctx: Context, draft: Draft) -> Form:
    if draft.subject is None:
        raise Gone("questionnaire-gone")
    return await form_of_upload(ctx, await ctx.store.questionnaires.get(draft.subject))


async def trial_preview(desk: Desk) -> Preview:
    head = desk.say("author-trial-preview", number=len(_answers(desk)))
    return Preview(join(head, _bounded(_answers(desk)), by="\n\n"), Key("author-button-end-trial"))


async def end_trial(desk: Desk) -> Screen:
    """Says what would have been sent, and forgets it."""
    require(desk.ctx.person, Act.MANAGE_SURVEYS)
    answers = _answers(desk)
    await desk.ctx.store.drafts.drop(desk.draft.id)
    back = Button(desk.say.plain("author-button-back"), QuestionnaireOpen(questionnaire_id=desk.draft.subject or 0))
    head = desk.say("author-trial-over", number=len(answers))
    return Screen(join(head, _bounded(answers), by="\n\n"), ((back,),))


def _answers(desk: Desk) -> list[Html]:
    """What an organisation would have sent: the answers that count, computed ones left out."""
    counted = desk.counted
    shown = [one for one in walk(desk.form, desk.progress.answers).shown if one.kind is not Kind.NOTE]
    return [answer_line(desk, one, value_words(desk, one, counted[one.id])) for one in shown if one.id in counted]


def _bounded(lines: list[Html]) -> Html:
    """As many as a message holds."""
    text = Html("")
    for line in lines:
        if units(text) + units(line) > MOST:
            return join(text, Html("…"))
        text = join(text, line)
    return text


def trial_title(desk: Desk) -> str:
    return desk.say.plain("author-trial-draft")


trial_kind = FormKind(TRIAL, load=trial_form, title=trial_title, submit=end_trial, preview=trial_preview)
"""Trying a questionnaire."""
