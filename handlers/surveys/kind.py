"""The questionnaire as a form that all people of an organisation go on with, until one of them sends it."""

from collections.abc import Mapping

from domain.forms import Form, Key, Kind, Question
from domain.people import Purpose
from domain.progress import Progress
from domain.refusal import Refusal
from domain.survey import Source, Survey
from handlers.ask import readable
from handlers.forms.desk import AUTHORS, Context, Desk, FormKind, Given, Moved
from handlers.say import Html
from handlers.screen import Screen
from handlers.surveys.asking import form_for
from handlers.surveys.later import later_screen
from handlers.surveys.past import answers_screen, receipt_screen, unsent_screen
from handlers.surveys.screens import notice_screen
from handlers.surveys.words import who
from storage.drafts import Draft
from storage.responses import Response, Sending
from storage.survey_rows import FORM


async def load(ctx: Context, draft: Draft) -> Form:
    return await form_for(ctx, await _survey(ctx, draft))


async def _survey(ctx: Context, draft: Draft) -> Survey:
    """The survey that the draft answers, as it was found together with it."""
    return draft.survey or await ctx.store.surveys.get(draft.subject or 0)


def title(desk: Desk) -> str:
    return desk.say.plain("survey-draft")


async def submit(desk: Desk) -> Screen:
    """Sends what was on the screen, and nothing that somebody else has changed since."""
    ctx, draft, survey_id = desk.ctx, desk.draft, desk.draft.subject or 0
    answers, given = desk.counted, desk.draft.body.get(AUTHORS, {})
    authors = {key: author for key, author in given.items() if key in answers}
    sending = Sending(answers, authors, ctx.person.id, Source.CHAT, draft.id, draft.revision)
    try:
        response = await ctx.store.responses.send(survey_id, draft.partner_id or 0, sending, ctx.now)
    except Refusal as refusal:
        if refusal.code == "form-moved-on":
            raise Moved from None
        raise
    return await receipt_screen(desk, await ctx.store.surveys.get(survey_id), response)


async def instead(desk: Desk) -> Screen | None:
    """Once it is closed, what has been answered; without a consent, what it is for."""
    ctx, survey = desk.ctx, await _survey(desk.ctx, desk.draft)
    if survey.is_over(ctx.now):
        return await over_screen(desk, survey, 0)
    if Purpose.SURVEY in ctx.person.consents:
        return None
    return await notice_screen(ctx, survey, await ctx.store.partners.get(desk.draft.partner_id or 0))


async def over_screen(desk: Desk, survey: Survey, page: int) -> Screen:
    """What stays of a survey that is over: what was sent, or what was not in time."""
    response = await desk.ctx.store.responses.find(survey.id, desk.draft.partner_id or 0)
    if response is None:
        return await unsent_screen(desk, survey, page)
    return await answers_screen(await sent_desk(desk.ctx, survey, response), survey, response, page)


async def signed(desk: Desk) -> Mapping[str, Html]:
    """Who gave an answer, where that was not the person who looks."""
    authors: dict[str, int] = desk.draft.body.get(AUTHORS, {})
    others = {key: author for key, author in authors.items() if author != desk.ctx.person.id}
    names = await who(desk.ctx, others.values())
    return {key: desk.say("survey-by", who=names[author]) for key, author in others.items()}


async def leaving(desk: Desk) -> Screen:
    survey = await _survey(desk.ctx, desk.draft)
    return later_screen(desk.ctx, survey, desk.draft.partner_id or 0, draft_id=desk.draft.id)


async def read(_desk: Desk, question: Question, text: str) -> Given | None:
    """Typed words without signs that nobody sees and that turn the rest around."""
    clean = readable(text)
    if question.kind is not Kind.TEXT or not clean:
        return None
    return Given(clean)


async def sent_desk(ctx: Context, survey: Survey, response: Response) -> Desk:
    """What was sent, laid out to be read."""
    body = {"answers": dict(response.answers), AUTHORS: dict(response.authors)}
    moment = response.sent_at
    draft = Draft(0, None, FORM, survey.id, body, 0, moment, moment, response.partner_id)
    return Desk(ctx, survey_kind, draft, await load(ctx, draft), Progress.from_json(body))


survey_kind = FormKind(
    FORM,
    load=load,
    title=title,
    submit=submit,
    read=read,
    instead=instead,
    signed=signed,
    leaving=leaving,
    leave=Key("form-button-later"),
    command="survey",
)
