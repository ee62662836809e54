"""Coming to a survey: straight to the one there is, to the draft as it stands, or to what was sent."""

from typing import Any

from aiogram.fsm.context import FSMContext

from domain.form_walk import walk
from domain.forms import Kind
from domain.partner import Partner
from domain.progress import Progress
from domain.questionnaire.start import begun
from domain.refusal import Gone, Refusal
from domain.survey import Survey
from handlers.forms.answering import hold
from handlers.forms.desk import AUTHORS, Context, open_desk
from handlers.forms.whole import current_screen
from handlers.opening import with_note
from handlers.say import Html
from handlers.screen import Screen
from handlers.surveys.asking import form_for
from handlers.surveys.kind import over_screen, sent_desk, survey_kind
from handlers.surveys.past import answers_screen, sent_screen
from handlers.surveys.screens import ADD, EDIT, ON, list_screen, nobody_screen, notice_screen
from storage.responses import Response


async def first_screen(ctx: Context, survey_id: int | None = None, note: Html | None = None) -> Screen:
    """`/survey`, or a link to one: the only one that is open straight away, else the list of them."""
    if not ctx.person.partner_ids:
        return nobody_screen(ctx.say, note)
    mine = await ctx.store.surveys.open_for(ctx.person.partner_ids, ctx.now)
    meant = [(one, partner) for one, partner in mine if survey_id in (None, one.id)]
    if len(meant) != 1:
        return await list_screen(ctx, note)
    return with_note(await survey_screen(ctx, meant[0][0], await ctx.store.partners.get(meant[0][1])), note)


async def survey_screen(ctx: Context, survey: Survey, partner: Partner) -> Screen:
    """Where the organisation stands with the survey."""
    response = await ctx.store.responses.find(survey.id, partner.id)
    if survey.is_over(ctx.now):
        return await read_screen(ctx, survey, partner, 0)
    if response is None:
        return await notice_screen(ctx, survey, partner)
    return await sent_screen(await sent_desk(ctx, survey, response), survey, response)


async def read_screen(ctx: Context, survey: Survey, partner: Partner, page: int) -> Screen:
    """«Ваши ответы», or what was not sent in time."""
    response = await ctx.store.responses.find(survey.id, partner.id)
    if response is not None:
        return await answers_screen(await sent_desk(ctx, survey, response), survey, response, page)
    draft = await ctx.store.responses.begun(survey.id, partner.id)
    if draft is None or not survey.is_over(ctx.now):
        raise Refusal("survey-over" if survey.is_over(ctx.now) else "survey-nothing-sent")
    return await over_screen(await open_desk(ctx, survey_kind, draft), survey, page)


async def begin(ctx: Context, state: FSMContext, survey: Survey, partner: Partner, how: int) -> Screen:
    """The form where it stands: a colleague's draft, a new one, or one made of what was sent."""
    if not survey.is_open(ctx.now):
        raise Refusal("survey-over" if survey.is_over(ctx.now) else "survey-not-open")
    response = await ctx.store.responses.find(survey.id, partner.id)
    draft = await ctx.store.responses.begun(survey.id, partner.id)
    if draft is None:
        body = await _body(ctx, survey, partner, response if how in (ADD, EDIT) else None, asks=how != EDIT)
        draft = await ctx.store.responses.draft(survey.id, partner.id, body, ctx.now)
    desk = await open_desk(ctx, survey_kind, draft)
    await hold(state, desk)
    return await current_screen(desk)


async def straight_in(ctx: Context, state: FSMContext, survey_id: int) -> Screen:
    """After the consent: the form, where it is plain for whom, and nothing has been sent."""
    open_ = await ctx.store.surveys.open_for(ctx.person.partner_ids, ctx.now)
    meant = [(one, partner_id) for one, partner_id in open_ if one.id == survey_id]
    if len(meant) != 1 or await ctx.store.responses.find(survey_id, meant[0][1]) is not None:
        return await first_screen(ctx, survey_id)
    return await begin(ctx, state, meant[0][0], await ctx.store.partners.get(meant[0][1]), ON)


async def mine(ctx: Context, survey_id: int, partner_id: int) -> tuple[Survey, Partner]:
    """The survey and the partner of a press, if the person acts for it and it is asked."""
    if partner_id not in ctx.person.partner_ids:
        raise Gone("survey-gone")
    if partner_id not in await ctx.store.surveys.partners(survey_id):
        raise Gone("survey-gone")
    return await ctx.store.surveys.get(survey_id), await ctx.store.partners.get(partner_id)


async def _body(ctx: Context, survey: Survey, partner: Partner, sent: Response | None, *, asks: bool) -> dict[str, Any]:
    """What a draft begins with: proposals from the card; or what was sent, what it leaves open asked or passed over."""
    form = await form_for(ctx, survey)
    if sent is None:
        kept = await ctx.store.questionnaires.get(survey.fields.questionnaire_id)
        card = {"sector": partner.sector, "grade": partner.fields.grade or ""}
        return begun(kept.questionnaire, form, card).to_json()
    walked = walk(form, sent.answers)
    left = [question for question in walked.shown if question.id not in walked.counted]
    notes = frozenset(question.id for question in left if question.kind is Kind.NOTE)
    skipped = frozenset() if asks else frozenset(question.id for question in left) - notes
    progress = Progress(answers=dict(sent.answers), skipped=skipped, seen=notes)
    return progress.to_json() | {AUTHORS: dict(sent.authors)}
