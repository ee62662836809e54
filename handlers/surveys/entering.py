"""Answers that staff type in for an organisation, from paper or by telephone: the survey's own form, and two questions
before it, for whom and from where."""

from collections.abc import Mapping
from dataclasses import replace

from domain.forms import Answers, Form, Key, Kind, Option, Question, Value
from domain.rights import Act, require
from domain.survey import Source
from handlers.callbacks import SurveyEnter, SurveySee
from handlers.card import shortened
from handlers.forms.desk import Context, Desk, FormKind
from handlers.say import join
from handlers.screen import Button, Screen
from handlers.surveys.asking import form_for
from handlers.surveys.authoring_standing import survey_screen
from handlers.surveys.kind import read
from storage.drafts import Draft
from storage.responses import Response, Sending

ENTRY = "survey-entry"
"""The id of the form in drafts."""
PARTNER, SOURCE = ":partner", ":source"
"""The two questions of its own: no question of XLSForm can be called so."""
SOURCES = {Source.PAPER: Key("enter-option-paper"), Source.PHONE: Key("enter-option-phone")}
NAME = 60


async def load(ctx: Context, draft: Draft) -> Form:
    """What an organisation has left open on paper may be left open here, too."""
    asked = await form_for(ctx, await ctx.store.surveys.get(draft.subject or 0))
    typed = await _typed(ctx, draft)
    hint, label = Key("enter-hint-partner"), Key("enter-label-partner")
    whom = Question(PARTNER, Kind.CHOICE, Key("enter-ask-partner"), label, hint, options=await _whom(ctx, draft, typed))
    options = tuple(Option(one, words) for one, words in SOURCES.items())
    source = Question(SOURCE, Kind.CHOICE, Key("enter-ask-source"), Key("enter-label-source"), options=options)
    free = (replace(one, required=False, needed=None) for one in asked.questions)
    return Form(ENTRY, (whom, source, *free), lambda key, value, _before: _again(key, value, typed))


def _chosen(draft: Draft) -> int | None:
    """The organisation, once it is chosen and not about to be chosen anew."""
    found = draft.body.get("answers", {}).get(PARTNER)
    return int(found) if found and draft.body.get("cursor") != PARTNER else None


async def _typed(ctx: Context, draft: Draft) -> Mapping[int, Response]:
    """What was typed in before, as long as one may still be chosen."""
    if _chosen(draft) is not None:
        return {}
    return {one.partner_id: one for one in await ctx.store.responses.typed(draft.subject or 0)}


async def _whom(ctx: Context, draft: Draft, typed: Mapping[int, Response]) -> tuple[Option, ...]:
    """Those who have sent nothing, and those whose answers were typed in: what they have sent themselves is theirs."""
    chosen = _chosen(draft)
    known = await ctx.store.partners.those([*typed] if chosen is None else [chosen])
    missing = await ctx.store.chasing.missing(draft.subject or 0) if chosen is None else []
    names = {one.id: one.short_name for one in known} | {one.partner_id: one.name for one in missing}
    every = sorted(names.items(), key=lambda one: (one[1], one[0]))
    return tuple(Option(str(key), name, key) for key, name in every)


def _again(key: str, value: Value, typed: Mapping[int, Response]) -> Answers:
    """What was typed in before is there to be corrected."""
    before = typed.get(int(str(value))) if key == PARTNER else None
    return {**before.answers, SOURCE: before.source.value} if before else {}


async def submit(desk: Desk) -> Screen:
    """Sends it as what it is: typed in by staff, from paper or by telephone."""
    ctx, survey_id, counted = desk.ctx, desk.draft.subject or 0, desk.counted
    person = require(ctx.person, Act.MANAGE_SURVEYS)
    answers = {key: value for key, value in counted.items() if key not in (PARTNER, SOURCE)}
    source = Source(str(counted[SOURCE]))
    sending = Sending(answers, {}, person.id, source, desk.draft.id, desk.draft.revision)
    response = await ctx.store.responses.send(survey_id, int(str(counted[PARTNER])), sending, ctx.now)
    partner = await ctx.store.partners.get(response.partner_id)
    again = Button(desk.say.plain("enter-button-more"), SurveyEnter(survey_id=survey_id, fresh=1))
    back = Button(desk.say.plain("author-button-survey"), SurveySee(survey_id=survey_id))
    return Screen(desk.say("enter-done", partner=partner.short_name, source=source.value), ((again, back),))


async def instead(desk: Desk) -> Screen | None:
    """Once it is too late even for a form on paper nothing is taken any more."""
    survey = await desk.ctx.store.surveys.get(desk.draft.subject or 0)
    if survey.takes(Source.PAPER, desk.ctx.now):
        return None
    return await survey_screen(desk.ctx, survey.id, join(desk.say("refusal-survey-typed-late")))


def title(desk: Desk) -> str:
    chosen = next((one for one in desk.form.questions[0].options if one.id == desk.counted.get(PARTNER)), None)
    if chosen is None:
        return desk.say.plain("enter-draft-unnamed")
    return desk.say.plain("enter-draft", partner=shortened(desk.plain(chosen.words), NAME))


def back(desk: Desk) -> Button:
    return Button(desk.say.plain("author-button-survey"), SurveySee(survey_id=desk.draft.subject or 0))


entry_kind = FormKind(
    ENTRY, load=load, title=title, submit=submit, read=read, instead=instead, back=back, follows_answers=True
)
"""Typing answers in for an organisation."""
