"""What a survey is, before its first question: who asks, why, how long, who will see it; and the list of them."""

from domain.partner import Partner
from domain.survey import Survey
from handlers.callbacks import MenuOpen, RepAsk, SurveyAnswers, SurveyBegin, SurveyLater, SurveyList, SurveyOpen
from handlers.card import shortened
from handlers.forms.desk import AUTHORS, Context
from handlers.forms.grid import SHORT
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen
from handlers.surveys.words import until, who
from handlers.words import capital
from storage.drafts import Draft

ASKS = -1
ON, ADD, ANEW, EDIT = 0, 1, 2, 3
"""What a press begins: the draft as it is; what was sent and what it leaves open; all anew; what was sent."""
MOST = 6


async def notice_screen(ctx: Context, survey: Survey, partner: Partner, head: Html | None = None) -> Screen:
    """All that is to be known before answering, or before going on with what somebody has begun."""
    say, fields = ctx.say, survey.fields
    begun = await ctx.store.responses.begun(survey.id, partner.id)
    text = join(
        head,
        join(say("survey-title", title=fields.title), say("survey-asks", library=ctx.library.name)),
        say.text(fields.purpose) if fields.purpose else None,
        join(
            say("survey-for", partner=partner.short_name),
            say("survey-minutes", minutes=fields.minutes) if fields.minutes else None,
            say("survey-until", at=until(ctx, survey)),
        ),
        say("survey-who-sees"),
        await _begun(ctx, begun),
        by="\n\n",
    )
    ids = {"survey_id": survey.id, "partner_id": partner.id}
    begin = Button(say.plain("survey-button-on" if begun else "survey-button-begin"), SurveyBegin(**ids, how=ON))
    return Screen(
        text, ((begin,), (Button(say.plain("survey-button-later"), SurveyLater(**ids, when=ASKS)), menu(say)))
    )


async def list_screen(ctx: Context, note: Html | None = None) -> Screen:
    """What is open to the person's partners, and what they have answered before."""
    mine = await ctx.store.surveys.open_for(ctx.person.partner_ids, ctx.now)
    past = await ctx.store.surveys.answered_by(ctx.person.partner_ids, ctx.now, MOST)
    say, partners = ctx.say, await _names(ctx)
    if not mine and not past:
        return Screen(join(note, say("survey-none"), by="\n\n"), ((menu(say),),))
    several = len(partners) > 1
    open_ = tuple((_open(one, partner, partners if several else {}),) for one, partner in mine[:MOST])
    closed = tuple((_past(say, one, partner),) for one, partner in past[: 7 - len(open_)])
    text = say("survey-open", number=len(mine)) if mine else say("survey-none-open")
    return Screen(join(note, text, by="\n\n"), (*open_, *closed, (menu(say),)))


def nobody_screen(say: Say, note: Html | None = None) -> Screen:
    """For somebody who represents nobody: how to come in."""
    ask = Button(say.plain("home-button-represent"), RepAsk())
    return Screen(join(note, say("survey-nobody"), by="\n\n"), ((ask,), (menu(say),)))


def menu(say: Say) -> Button:
    return Button(say.plain("events-button-menu"), MenuOpen())


def to_surveys(say: Say) -> Row:
    return (Button(say.plain("survey-button-list"), SurveyList()),)


async def _begun(ctx: Context, draft: Draft | None) -> Html | None:
    """Who has begun, and how far they are."""
    authors: dict[str, int] = draft.body.get(AUTHORS, {}) if draft else {}
    if not authors:
        return None
    names = await who(ctx, authors.values())
    return ctx.say("survey-begun", number=len(authors), who=", ".join(sorted(set(names.values()))))


async def _names(ctx: Context) -> dict[int, str]:
    return {one.id: one.short_name for one in await ctx.store.partners.those(ctx.person.partner_ids)}


def _open(survey: Survey, partner_id: int, names: dict[int, str]) -> Button:
    """The survey by its title; who acts for several sees for whom."""
    words = names.get(partner_id) or survey.fields.title
    return Button(capital(shortened(words, SHORT)), SurveyOpen(survey_id=survey.id, partner_id=partner_id))


def _past(say: Say, survey: Survey, partner_id: int) -> Button:
    words = say.plain("survey-button-past", wave=str(survey.fields.wave))
    return Button(words, SurveyAnswers(survey_id=survey.id, partner_id=partner_id))
