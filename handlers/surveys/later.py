"""«Отложить»: until when, by a button; the bot then asks again by itself."""

from datetime import datetime

from domain.chasing import later
from domain.refusal import Refusal
from domain.survey import Survey
from handlers.callbacks import FormResume, SurveyBegin, SurveyLater
from handlers.forms.desk import Context
from handlers.say import join
from handlers.screen import Button, Screen
from handlers.surveys.screens import ON, menu
from handlers.surveys.words import until

WHEN = ("survey-button-tomorrow", "survey-button-three-days", "survey-button-last-day")


def later_screen(ctx: Context, survey: Survey, partner_id: int, *, draft_id: int | None = None) -> Screen:
    """Until when to put it off; what is answered already is kept."""
    say, ids = ctx.say, {"survey_id": survey.id, "partner_id": partner_id}
    choices = enumerate(later(survey, ctx.library.policy.zone, ctx.now))
    rows = tuple((Button(say.plain(WHEN[n]), SurveyLater(**ids, when=n)),) for n, one in choices if one)
    back = FormResume(draft=draft_id) if draft_id is not None else SurveyBegin(**ids, how=ON)
    on = Button(say.plain("form-button-resume" if draft_id is not None else "survey-button-begin"), back)
    words = say("survey-when") if rows else say("survey-no-later", at=until(ctx, survey))
    return Screen(join(words, say("survey-kept") if draft_id is not None else None), (*rows, (on, menu(say))))


async def put_off(ctx: Context, survey: Survey, partner_id: int, when: int) -> Screen:
    """Keeps when the person wants to be reminded."""
    choices = later(survey, ctx.library.policy.zone, ctx.now)
    moment: datetime | None = choices[when] if 0 <= when < len(choices) else None
    if moment is None:
        raise Refusal("survey-too-late-for-that")
    await ctx.store.responses.put_off(survey.id, partner_id, ctx.person.id, moment, ctx.now)
    text = ctx.say("survey-put-off", at=ctx.say.moment(moment), until=until(ctx, survey))
    on = Button(ctx.say.plain("survey-button-now"), SurveyBegin(survey_id=survey.id, partner_id=partner_id, how=ON))
    return Screen(text, ((on, menu(ctx.say)),))
