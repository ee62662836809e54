"""An agreement as a form."""

from collections.abc import Callable
from datetime import date

from domain.difference import merged
from domain.forms import Answers, Form, Key, Kind, Option, Question, Value
from domain.partner import AGREEMENT_TYPES, AgreementFields, Rep
from domain.partner_answers import NO, YES, to_agreement
from domain.progress import Selection
from domain.refusal import Refusal
from domain.rights import Act, require
from domain.when import When, read_when
from handlers.callbacks import AgreementList
from handlers.forms.desk import Context, Desk, FormKind, Given, Preview
from handlers.partners.agreement_screens import agreements_screen
from handlers.partners.beginning import ONE, answers_preview, base_of
from handlers.partners.words import TYPE_NAMES
from handlers.say import Html
from handlers.screen import Button, Screen
from handlers.words import colleague
from storage.drafts import Draft

AGREEMENT = "agreement"
YES_OR_NO = (Option(YES, Key("partner-option-yes")), Option(NO, Key("partner-option-no")))


async def agreement_form(ctx: Context, draft: Draft) -> Form:
    """With colleagues and the partner's representatives to choose from."""
    staff = await ctx.store.members.staff()
    colleagues = tuple(Option(str(one.id), colleague(one, ctx.library, ctx.say), one.id) for one in staff)
    reps = await ctx.store.partners.reps(draft.subject or 0)
    theirs = tuple(Option(str(one.id), _rep_words(ctx, one), one.id) for one in reps)
    types = tuple(Option(one, Key(TYPE_NAMES[one])) for one in AGREEMENT_TYPES)
    ends = Question(
        "ends",
        Kind.DATE,
        Key("agreement-ask-ends"),
        Key("agreement-label-ends"),
        Key("agreement-hint-ends"),
        required=False,
        skip=Key("agreement-button-endless"),
    )
    return Form(
        AGREEMENT,
        (
            Question("type", Kind.CHOICE, Key("agreement-ask-type"), Key("agreement-label-type"), options=types),
            _text("number", Key("agreement-ask-number"), Key("agreement-label-number"), 60, aside=False),
            ends,
            _choice("renews", Key("agreement-ask-renews"), Key("agreement-label-renews"), YES_OR_NO, _has_end),
            _date("starts", Key("agreement-ask-starts"), Key("agreement-label-starts"), _before_end),
            _date("signed", Key("agreement-ask-signed"), Key("agreement-label-signed"), None),
            _choice(
                "responsible", Key("agreement-ask-responsible"), Key("agreement-label-responsible"), colleagues, None
            ),
            _choice("rep", Key("agreement-ask-rep"), Key("agreement-label-rep"), theirs, lambda _answers: bool(theirs)),
            _text("notes", Key("agreement-ask-notes"), Key("agreement-label-notes"), 300, aside=True),
        ),
    )


def _rep_words(ctx: Context, one: Rep) -> str:
    """Where names may not stand in chat, a representative goes by the position, or a number."""
    named = one.called if ctx.library.personal_data_in_chat else ""
    return named or one.fields.position or ctx.say.plain("rep-numbered", number=one.id)


def _text(name: str, ask: Key, label: Key, longest: int, *, aside: bool) -> Question:
    return Question(name, Kind.TEXT, ask, label, required=False, aside=aside, longest=longest)


def _date(name: str, ask: Key, label: Key, check: Callable[[Value, Answers], None] | None) -> Question:
    return Question(name, Kind.DATE, ask, label, required=False, aside=True, check=check)


def _choice(
    name: str, ask: Key, label: Key, options: tuple[Option, ...], when: Callable[[Answers], bool] | None
) -> Question:
    return Question(name, Kind.CHOICE, ask, label, required=False, aside=True, options=options, when=when)


def _has_end(answers: Answers) -> bool:
    return "ends" in answers


def _before_end(value: Value, before: Answers) -> None:
    if "ends" in before and str(value) > str(before["ends"]):
        raise Refusal("agreement-end-before-start")


async def read_agreement_answer(desk: Desk, question: Question, text: str) -> Given | None:
    """«с 1 сентября по 31 мая» says both ends of the term; a day of signing without its year is the last such day."""
    if question.id not in ("ends", "signed"):
        return Given(" ".join(text.split())) if question.kind is Kind.TEXT else None
    when = read_when(text, desk.ctx.now_local, (desk.say.language, *desk.ctx.library.languages))
    if not isinstance(when, When) or when.date_start is None:
        return None
    if question.id == "ends" and when.date_end is not None:
        return Given(when.date_end.isoformat(), {"starts": when.date_start.isoformat()}, sure=False)
    if question.id == "signed" and "year_guessed" in when.doubts:
        return Given(_last_such(when.date_start, desk.ctx.now_local.date()).isoformat(), sure=False)
    return None


def _last_such(day: date, today: date) -> date:
    if day <= today:
        return day
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day


async def agreement_doubts(desk: Desk, selection: Selection) -> list[Html]:
    over = selection.question == "ends" and "" < str(selection.value) < desk.ctx.now_local.date().isoformat()
    return [desk.say("agreement-doubt-over")] if over else []


def agreement_title(desk: Desk) -> str:
    return desk.say.plain("agreement-draft")


async def agreement_preview(desk: Desk) -> Preview:
    partner = await desk.ctx.store.partners.get(desk.draft.subject or 0)
    return await answers_preview(desk, desk.say("agreement-preview", partner=partner.short_name))


async def keep_agreement(desk: Desk) -> Screen:
    """Adds the agreement, or changes what the answers say otherwise than at the beginning."""
    ctx, base, subject = desk.ctx, base_of(desk), desk.draft.subject or 0
    person, fields = require(ctx.person, Act.EDIT_PARTNERS), to_agreement(desk.counted)
    if base is None:
        await ctx.store.agreements.add(subject, fields, person.id, ctx.now, draft_id=desk.draft.id)
        return await agreements_screen(ctx, subject, 0, desk.say("agreement-added"))
    old = to_agreement(base)

    def rule(now: AgreementFields) -> AgreementFields:
        return merged(now, old, fields)

    await ctx.store.agreements.change(desk.draft.body[ONE], rule, person.id, ctx.now, draft_id=desk.draft.id)
    note = desk.say("form-unchanged" if old == fields else "agreement-changed")
    return await agreements_screen(ctx, subject, 0, note)


def way_back(desk: Desk) -> Button:
    return Button(desk.say.plain("agreement-button-back"), AgreementList(partner_id=desk.draft.subject or 0))


agreement_kind = FormKind(
    AGREEMENT,
    load=agreement_form,
    title=agreement_title,
    submit=keep_agreement,
    preview=agreement_preview,
    doubts=agreement_doubts,
    read=read_agreement_answer,
    back=way_back,
)
"""Adding an agreement, and changing one."""
