"""What an organisation has sent: the receipt, what may still be done with it, and the answers to be read again."""

from domain.survey import Source, Survey
from handlers.callbacks import SurveyAnswers, SurveyBegin, SurveyList
from handlers.forms.desk import Context, Desk
from handlers.forms.whole import answer_pages
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen
from handlers.surveys.screens import ADD, ANEW, EDIT, ON, menu, to_surveys
from handlers.surveys.words import until, who
from handlers.words import pager
from storage.responses import Response


async def receipt_screen(desk: Desk, survey: Survey, response: Response) -> Screen:
    """That it has come, when, and until when it may be changed."""
    say = desk.say
    sent = say("survey-sent", title=survey.fields.title, at=say.moment(response.sent_at))
    text = join(sent, say("survey-changeable", at=until(desk.ctx, survey)), by="\n\n")
    return Screen(text, (_mine(desk, response), (_read(desk, response), menu(say))))


async def sent_screen(desk: Desk, survey: Survey, response: Response) -> Screen:
    """For whoever comes when it was sent already: who sent it, and what may be done with it."""
    ctx, say = desk.ctx, desk.say
    sender = response.sent_by
    if response.source is Source.CHAT and sender is not None and sender == ctx.person.id:
        return await receipt_screen(desk, survey, response)
    text = join(await _came(ctx, survey, response), say("survey-what-now", at=until(ctx, survey)), by="\n\n")
    add = Button(say.plain("survey-button-add"), SurveyBegin(**_ids(response), how=ADD))
    anew = Button(say.plain("survey-button-replace"), SurveyBegin(**_ids(response), how=ANEW))
    leave = Button(say.plain("survey-button-leave"), SurveyList())
    begun = await ctx.store.responses.begun(survey.id, response.partner_id)
    on = (Button(say.plain("survey-button-on"), SurveyBegin(**_ids(response), how=ON)),) if begun else ()
    return Screen(text, (on, (add, anew), (leave,), (_read(desk, response), menu(say))))


async def answers_screen(desk: Desk, survey: Survey, response: Response, page: int) -> Screen:
    """«Ваши ответы»: read-only, with who gave each."""
    say = desk.say
    head = join(say("survey-yours", title=survey.fields.title), _sent_at(response, say))
    text, turn = await _page(desk, head, page, SurveyAnswers(**_ids(response)))
    change = Button(say.plain("survey-button-edit"), SurveyBegin(**_ids(response), how=EDIT))
    ways = (change,) if survey.is_open(desk.ctx.now) else ()
    return Screen(text, (turn, (*ways, menu(say))))


async def unsent_screen(desk: Desk, survey: Survey, page: int) -> Screen:
    """The survey has closed before these answers were sent: nothing is lost, and what there is can be read."""
    say = desk.say
    head = say("survey-unsent", title=survey.fields.title, at=until(desk.ctx, survey))
    target = SurveyAnswers(survey_id=survey.id, partner_id=desk.draft.partner_id or 0)
    text, turn = await _page(desk, head, page, target)
    return Screen(text, (turn, to_surveys(say)))


async def _came(ctx: Context, survey: Survey, response: Response) -> Html:
    """Who has sent it, or that the library has typed it in, and from what."""
    say, sender = ctx.say, response.sent_by
    at = {"title": survey.fields.title, "at": say.moment(response.sent_at)}
    if response.source is not Source.CHAT:
        names = await who(ctx, [sender] if sender is not None and ctx.library.personal_data_in_chat else [])
        by = (say("survey-typed-by", who=name) for name in names.values())
        return join(say("survey-typed", source=response.source.value, **at), *by)
    name = (await who(ctx, [sender]))[sender] if sender is not None else say("survey-colleague")
    return say("survey-sent-by", who=name, **at)


def _sent_at(response: Response, say: Say) -> Html:
    at = say.moment(response.sent_at)
    if response.source is Source.CHAT:
        return say("survey-sent-at", at=at)
    return say("survey-typed-at", source=response.source.value, at=at)


async def _page(desk: Desk, head: Html, page: int, target: SurveyAnswers) -> tuple[Html, Row]:
    pages = await answer_pages(desk, join(head, Html(" ")))
    return pages[min(page, len(pages) - 1)], pager(page, len(pages), 1, target)


def _mine(desk: Desk, response: Response) -> Row:
    edit = Button(desk.say.plain("survey-button-edit"), SurveyBegin(**_ids(response), how=EDIT))
    return (edit, Button(desk.say.plain("survey-button-anew"), SurveyBegin(**_ids(response), how=ANEW)))


def _read(desk: Desk, response: Response) -> Button:
    return Button(desk.say.plain("survey-button-answers"), SurveyAnswers(**_ids(response)))


def _ids(response: Response) -> dict[str, int]:
    return {"survey_id": response.survey_id, "partner_id": response.partner_id}
