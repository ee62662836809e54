"""A survey as a form: whom it asks, until when and why; published when the form is sent. Another closing, likewise."""

from dataclasses import replace
from datetime import UTC, datetime, tzinfo

from domain.forms import Answers, Form, Key, Kind, Option, Question, Value
from domain.questionnaire.model import Questionnaire
from domain.refusal import Gone, Refusal
from domain.rights import Act, require
from domain.survey import LONGEST_PURPOSE, SurveyFields, change
from handlers.card import shortened
from handlers.forms.desk import Context, Desk, FormKind, Preview
from handlers.forms.values import value_words
from handlers.say import join
from handlers.screen import Screen
from handlers.surveys.authoring_standing import survey_screen
from handlers.surveys.authoring_whom import segment_of, whom_questions
from storage.drafts import Draft

CAMPAIGN, EXTENSION = "campaign", "extension"
"""The ids of the forms in drafts."""
EVENING = "18:00"
MINUTES = (5, 10, 15, 20, 30)
TITLE = 60


def begun_with(questionnaire: Questionnaire, now_local: datetime) -> dict[str, Value]:
    """What nobody need be asked: it is called like its questionnaire, its wave is this year. Both can be changed."""
    return {"title": questionnaire.title[:200], "wave": now_local.year}


async def campaign_form(ctx: Context, _draft: Draft) -> Form:
    return Form(
        CAMPAIGN,
        (
            Question("title", Kind.TEXT, Key("author-ask-title"), Key("author-label-title"), longest=200),
            _wave(ctx.now_local.year),
            *await whom_questions(ctx),
            _closing(ctx),
            Question(
                "purpose",
                Kind.TEXT,
                Key("author-ask-purpose"),
                Key("author-label-purpose"),
                Key("author-hint-purpose"),
                required=False,
                longest=LONGEST_PURPOSE,
            ),
            _minutes(),
        ),
    )


def _wave(year: int) -> Question:
    words, label = Key("author-ask-wave"), Key("author-label-wave")
    options = tuple(Option(str(one), str(one), one) for one in (year - 1, year, year + 1))
    return Question("wave", Kind.INTEGER, words, label, options=options, lowest=2000, highest=2100)


def _closing(ctx: Context) -> Question:
    """To the minute; a moment that has passed is refused at once."""

    def check(value: Value, _before: Answers) -> None:
        if moment_of(value, ctx.say.zone) <= ctx.now:
            raise Refusal("survey-closes-in-the-past")

    words, label, hint = Key("author-ask-closing"), Key("author-label-closing"), Key("author-hint-closing")
    return Question("closing", Kind.MOMENT, words, label, hint, hour=EVENING, check=check)


def _minutes() -> Question:
    words, label = Key("author-ask-minutes"), Key("author-label-minutes")
    options = tuple(Option(str(one), str(one), one) for one in MINUTES)
    return Question(
        "minutes", Kind.INTEGER, words, label, required=False, aside=True, options=options, lowest=1, highest=120
    )


def moment_of(value: Value, zone: tzinfo) -> datetime:
    """A moment of the library's wall clock, in UTC."""
    return datetime.fromisoformat(str(value)).replace(tzinfo=zone).astimezone(UTC)


def fields_of(desk: Desk) -> SurveyFields:
    answers, ctx = desk.counted, desk.ctx
    if desk.draft.subject is None:
        raise Gone("questionnaire-gone")
    return SurveyFields(
        questionnaire_id=desk.draft.subject,
        title=str(answers["title"]),
        wave=int(str(answers["wave"])),
        segment=segment_of(answers),
        opens_at=ctx.now,
        closes_at=moment_of(answers["closing"], ctx.say.zone),
        purpose=str(answers.get("purpose", "")),
        minutes=int(str(answers.get("minutes", 0))),
    )


async def campaign_preview(desk: Desk) -> Preview:
    """What has been answered, and how many organisations that asks."""
    counted, say = desk.counted, desk.say
    known = [(one, counted[one.id]) for one in desk.form.questions if one.id in counted]
    lines = (say("form-answer", label=desk.label(one), value=value_words(desk, one, value)) for one, value in known)
    number = len(await desk.ctx.store.broadcasts.partners(segment_of(counted)))
    text = join(say("author-preview"), join(*lines), say("author-asks", number=number), by="\n\n")
    return Preview(text, Key("author-button-start"))


async def start_campaign(desk: Desk) -> Screen:
    """Publishes: whom it asks is fixed from now on."""
    ctx = desk.ctx
    person = require(ctx.person, Act.MANAGE_SURVEYS)
    survey = await ctx.store.surveys.begin(fields_of(desk), person.id, ctx.now, desk.draft.id)
    return await survey_screen(ctx, survey.id, desk.say("author-started"))


def campaign_title(desk: Desk) -> str:
    return desk.say.plain("author-draft", title=shortened(str(desk.counted.get("title", "")), TITLE))


async def extension_form(ctx: Context, _draft: Draft) -> Form:
    return Form(EXTENSION, (_closing(ctx),))


async def extend(desk: Desk) -> Screen:
    """Moves the closing, to later or to earlier; whoever was asked stays asked."""
    ctx, survey_id = desk.ctx, desk.draft.subject or 0
    person, closes_at = require(ctx.person, Act.MANAGE_SURVEYS), moment_of(desk.counted["closing"], desk.say.zone)
    await ctx.store.surveys.change(
        survey_id,
        lambda old: change(old, replace(old.fields, closes_at=closes_at), ctx.now),
        person.id,
        ctx.now,
        desk.draft.id,
    )
    return await survey_screen(ctx, survey_id, desk.say("author-extended"))


def extension_title(desk: Desk) -> str:
    return desk.say.plain("author-draft-closing")


campaign_kind = FormKind(
    CAMPAIGN, load=campaign_form, title=campaign_title, submit=start_campaign, preview=campaign_preview
)
"""Beginning a survey."""
extension_kind = FormKind(EXTENSION, load=extension_form, title=extension_title, submit=extend)
"""Another closing moment for a survey."""
