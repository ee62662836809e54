"""Who acts for an organisation, as a form. Where names may not stand in chat it asks nothing."""

from collections.abc import Callable

from domain.difference import merged
from domain.forms import Form, Key, Kind, Option, Question
from domain.partner import RepFields
from domain.partner_answers import NO, YES, email, introduced, to_rep
from domain.phone import phone_words, read_phone
from domain.rights import Act, require
from handlers.callbacks import PartnerOpen, RepList
from handlers.elsewhere import page_screen
from handlers.forms.desk import Context, Desk, FormKind, Given, Preview
from handlers.partners.beginning import ONE, answers_preview, base_of
from handlers.partners.repscreens import reps_screen
from handlers.partners.words import SAVE
from handlers.screen import Button, Screen
from storage.drafts import Draft
from storage.page_links import Page

REP = "rep"
TITLE = 60
READERS: dict[str, Callable[[str], str]] = {"phone": lambda text: phone_words(read_phone(text)), "email": email}
YES_OR_NO = (Option(YES, Key("partner-option-yes")), Option(NO, Key("partner-option-no")))


async def rep_form(ctx: Context, draft: Draft) -> Form:
    """A name may be unknown where the account is known."""
    if not ctx.library.personal_data_in_chat:
        return Form(REP, ())
    return Form(
        REP,
        (
            Question(
                "name",
                Kind.TEXT,
                Key("rep-ask-name"),
                Key("rep-label-name"),
                Key("rep-hint-name"),
                required=draft.body.get(ONE) is None,
                longest=260,
            ),
            Question(
                "position",
                Kind.TEXT,
                Key("rep-ask-position"),
                Key("rep-label-position"),
                Key("rep-hint-position"),
                required=False,
                longest=300,
            ),
            Question("phone", Kind.TEXT, Key("rep-ask-phone"), Key("rep-label-phone"), required=False, longest=60),
            _aside("email", Key("rep-ask-email"), Key("rep-label-email"), 120),
            _aside("clergy_rank", Key("rep-ask-rank"), Key("rep-label-rank"), 80),
            _aside("salutation", Key("rep-ask-salutation"), Key("rep-label-salutation"), 200),
            Question(
                "primary",
                Kind.CHOICE,
                Key("rep-ask-primary"),
                Key("rep-label-primary"),
                required=False,
                aside=True,
                options=YES_OR_NO,
            ),
        ),
    )


def _aside(name: str, ask: Key, label: Key, longest: int) -> Question:
    return Question(name, Kind.TEXT, ask, label, required=False, aside=True, longest=longest)


async def read_rep_answer(desk: Desk, question: Question, text: str) -> Given | None:
    """«Хотулева Е.Ю. – директор ДК» says the position too, «протоиерей Георгий Ветров» the rank."""
    if question.id == "name":
        said = introduced(text)
        besides = (("position", said.position), ("clergy_rank", said.rank))
        return Given(said.name, {key: value for key, value in besides if value and key not in desk.counted})
    if question.id in READERS:
        return Given(READERS[question.id](text))
    return Given(" ".join(text.split())) if question.kind is Kind.TEXT else None


def rep_title(desk: Desk) -> str:
    name = str(desk.counted.get("name") or desk.counted.get("position") or "")[:TITLE]
    return desk.say.plain("rep-draft", name=name) if name else desk.say.plain("rep-draft-nameless")


async def rep_preview(desk: Desk) -> Preview:
    if not desk.ctx.library.personal_data_in_chat:
        return Preview((await _elsewhere(desk)).text, SAVE)
    return await answers_preview(desk, desk.say("rep-preview"))


async def keep_rep(desk: Desk) -> Screen:
    """Adds the representative, or changes what the answers say otherwise than at the beginning."""
    ctx, base, subject = desk.ctx, base_of(desk), desk.draft.subject or 0
    if not ctx.library.personal_data_in_chat:
        return await _elsewhere(desk)
    person, fields = require(ctx.person, Act.EDIT_PARTNERS), to_rep(desk.counted)
    if base is None:
        await ctx.store.partners.add_rep(subject, fields, person.id, ctx.now, draft_id=desk.draft.id)
        return await reps_screen(ctx, subject, 0, desk.say("rep-added"))
    old = to_rep(base)

    def rule(now: RepFields) -> RepFields:
        return merged(now, old, fields)

    await ctx.store.partners.change_rep(desk.draft.body[ONE], rule, person.id, ctx.now, draft_id=desk.draft.id)
    return await reps_screen(ctx, subject, 0, desk.say("form-unchanged" if old == fields else "rep-changed"))


async def _elsewhere(desk: Desk) -> Screen:
    ctx, subject = desk.ctx, desk.draft.subject or 0
    back = (Button(desk.say.plain("partner-button-card"), PartnerOpen(partner_id=subject)),)
    return await page_screen(
        Page.PARTNER,
        subject,
        back,
        store=ctx.store,
        person=ctx.person,
        library=ctx.library,
        say=ctx.say,
        now=ctx.now,
    )


def way_back(desk: Desk) -> Button:
    return Button(desk.say.plain("rep-button-back"), RepList(partner_id=desk.draft.subject or 0))


rep_kind = FormKind(
    REP, load=rep_form, title=rep_title, submit=keep_rep, preview=rep_preview, read=read_rep_answer, back=way_back
)
"""Adding a representative, and changing one."""
